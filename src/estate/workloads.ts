import { type Claim, idOf, type ThingId } from './claim.ts'
import type { Estate, Thing } from './estate.ts'
import { thingsOfKind } from './estate.ts'
import { saidList } from './said.ts'

/** Group keys by which units without a declared workload are put together, the strongest first. */
const groupKeys = [
  'label:app.kubernetes.io/part-of',
  'project',
  'namespace',
  'label:application',
  'label:app.kubernetes.io/instance',
  'label:app.kubernetes.io/name',
  'label:app',
  'label:k8s-app',
  'module',
  'name',
  'purl',
]

/** Namespaces and modules that say nothing about what belongs together. */
const mute = /^(namespace=(default|-)?|module=(root)?|project=-?)$/

/**
 * Which unit belongs to which workload: what the organisation declares first (`match` in deltaplan.yaml), then the field's
 * own labels. Units without either stand together as `ungrouped`. Where nothing is declared, each workload stands as its
 * own function, so that there is something to answer about.
 */
export function workloadClaims(estate: Estate): readonly Claim[] {
  const declared = thingsOfKind(estate, 'workload').map((thing) => ({ thing, match: saidList(thing, 'match') }))
  const units = thingsOfKind(estate, 'unit').filter((unit) => !unit.id.startsWith('unit:deltaplan/'))
  const claims = units.flatMap((unit) => membership(unit, declared))
  const hasFunctions = thingsOfKind(estate, 'function').length > 0
  return hasFunctions ? claims : [...claims, ...ownFunctions(estate, claims)]
}

function membership(unit: Thing, declared: readonly { readonly thing: Thing; readonly match: readonly string[] }[]): readonly Claim[] {
  const groups = saidList(unit, 'groups')
  const at = unit.claims[0]?.at ?? []
  const owners = declared.filter(({ match }) => match.some((wanted) => groups.some((group) => fits(group, wanted)) || wanted === `unit=${unit.id}`))
  if (owners.length > 0) {
    return owners.map(({ thing }) => ({ claim: 'link', from: unit.id, to: thing.id, role: 'part-of', state: unit.state, basis: 'declared', at: thing.claims[0]?.at ?? at }))
  }
  const key = groupKeys.map((wanted) => groups.find((group) => group.startsWith(`${wanted}=`) && !mute.test(group))).find((group) => group !== undefined)
  const id = idOf('workload', key === undefined ? 'ungrouped' : key.replace('=', '/'))
  const name = key === undefined ? 'ungrouped' : key.slice(key.indexOf('=') + 1)
  return [
    { claim: 'thing', id, name, state: unit.state, basis: 'inferred', at },
    { claim: 'link', from: unit.id, to: id, role: 'part-of', state: unit.state, basis: 'inferred', at },
  ]
}

/** A declared purl stands for all its versions; everything else has to be the same text, or end in a `*`. */
function fits(group: string, wanted: string): boolean {
  if (wanted.endsWith('*')) return group.startsWith(wanted.slice(0, -1))
  return group === wanted || (wanted.startsWith('purl=') && group.startsWith(`${wanted}@`))
}

function ownFunctions(estate: Estate, claims: readonly Claim[]): readonly Claim[] {
  const workloads = new Map<ThingId, Claim>()
  for (const thing of thingsOfKind(estate, 'workload')) if (thing.claims[0]) workloads.set(thing.id, thing.claims[0])
  for (const claim of claims) if (claim.claim === 'thing' && !workloads.has(claim.id)) workloads.set(claim.id, claim)
  return [...workloads].flatMap(([id, claim]): readonly Claim[] => {
    const own = idOf('function', id.slice('workload:'.length))
    const name = claim.claim === 'thing' ? claim.name : undefined
    return [
      { claim: 'thing', id: own, state: claim.state, basis: 'inferred', at: claim.at, ...(name === undefined ? {} : { name }) },
      { claim: 'link', from: id, to: own, role: 'serves', state: claim.state, basis: 'inferred', at: claim.at },
    ]
  })
}
