import { type Claim, idOf, type LinkClaim, type Role, type Says, type ThingId } from '#estate/claim.ts'
import { type Host, readHost, urlsIn } from '#estate/identifiers/host-name.ts'
import { readPlace } from '#estate/identifiers/place-text.ts'
import { signClaim } from '#estate/signal.ts'
import { keyIn, listIn } from './cells.ts'
import { type Item, type Register, unitId } from './item.ts'
import { type Met, makerClaims, partyLink } from './makers.ts'

/** A register is the organisation's own word. */
const basis = 'declared' as const

const linkOf = (item: Item, tie: { readonly from: ThingId; readonly to: ThingId; readonly role: Role }): LinkClaim => ({
  claim: 'link',
  ...tie,
  state: item.state,
  basis,
  at: [item.at],
})

/** One item: what it is, where, on what and with what it runs, who looks after it, and which workload it belongs to. */
export function itemClaims(item: Item, register: Register, met: Met): readonly Claim[] {
  const workload = workloadOf(item)
  const places = placesOf(item)
  return [
    { claim: 'thing', id: item.id, name: item.name, says: saysOf(item, { group: workload?.group, place: places.words }), state: item.state, basis, at: [item.at] },
    ...(workload === undefined || !met.isNew(`${workload.id} ${workload.group ?? item.id} ${item.state}`) ? [] : [workload.claim]),
    ...systemClaims(item),
    ...softwareClaims(item, register),
    ...placeClaims(item, places.known),
    ...teamClaims(item, workload?.id, met),
    ...serviceClaims(item, met),
    ...makerClaims(item, met),
    ...hostClaims(item),
    ...neighbourClaims(item, register),
  ]
}

interface Workload {
  readonly id: ThingId
  readonly group: string | undefined
  readonly claim: Claim
}

/** The business service that an item is for is a workload; an application without one is a workload of its own. Parts go with what needs them. */
function workloadOf(item: Item): Workload | undefined {
  const service = item.text('businessService')
  const own = item.itemClass === 'application' || item.itemClass === 'service' ? item.name : undefined
  const name = service ?? own
  if (name === undefined || name.length > 200) return undefined
  const id = idOf('workload', keyIn(name))
  const group = service === undefined ? undefined : `label:business-service=${keyIn(service)}`
  return { id, group, claim: { claim: 'thing', id, name, says: { match: [group ?? `unit=${item.id}`] }, state: item.state, basis, at: [item.at] } }
}

function saysOf(item: Item, { group, place }: { readonly group: string | undefined; readonly place: string | undefined }): Says {
  const software = item.itemClass === 'application' ? item.text('version') : undefined
  const entries = {
    type: item.type,
    version: software,
    'os-name': item.text('operatingSystem'),
    'os-version': item.text('operatingSystemVersion'),
    environment: item.text('environment')?.toLowerCase(),
    criticality: item.text('criticality'),
    lifecycle: wordsIn(item.text('status'))?.toLowerCase(),
    'supplier-name': item.text('supplier'),
    'place-name': place,
  }
  const says: Record<string, string | boolean | readonly string[]> = { groups: group === undefined ? [] : [group] }
  for (const [name, value] of Object.entries(entries)) if (value !== undefined && value.length <= 200) says[name] = value
  if (item.itemClass === 'still') says['runs'] = false
  return says
}

/** A number is a code of the tool's own and says nothing to anybody else. */
const wordsIn = (text: string | undefined): string | undefined => (text === undefined || /^\d+$/.test(text) ? undefined : text)

/** The system that an item runs on, by the same sign as in a bill of materials. */
function systemClaims(item: Item): readonly Claim[] {
  const name = item.text('operatingSystem')
  const version = item.text('operatingSystemVersion')
  if (name === undefined || name.length > 200) return []
  return [
    signClaim(
      item.id,
      { on: 'spec-value', text: `operating-system.name=${name}` },
      { state: item.state, at: item.at, basis, ...(version === undefined ? {} : { value: version }) },
    ),
  ]
}

/** Products that run on an item: database, runtime, middleware. One with a number behind its name has the number for its release. */
function softwareClaims(item: Item, register: Register): readonly Claim[] {
  const version = item.itemClass === 'application' ? undefined : item.text('version')
  const names = listIn(item.cell('software'), (text) => register.names.has(keyIn(text)))
  return names.slice(0, 50).flatMap((name) => productClaims(item, { name, version: names.length === 1 ? version : undefined, file: register.file }))
}

interface Product {
  readonly name: string
  readonly version: string | undefined
  readonly file: string
}

/** That an item holds a product, known by its name alone. */
export function productClaims(item: Item, { name, version, file }: Product): readonly Claim[] {
  if (name.length > 150) return []
  const key = `named/${file}/${name.replaceAll('/', ' ')}${version === undefined ? '' : `@${version.replaceAll('/', ' ')}`}`
  const id = idOf('package', key)
  return [
    { claim: 'thing', id, name, ...(version === undefined ? {} : { says: { version } }), state: item.state, basis, at: [item.at] },
    linkOf(item, { from: item.id, to: id, role: 'contains' }),
  ]
}

interface Places {
  readonly known: readonly ThingId[]
  /** What the columns say where they name no country and no region of a cloud. */
  readonly words: string | undefined
}

const nowhere: Places = { known: [], words: undefined }

const clouds: readonly (readonly [RegExp, string])[] = [
  [/\b(aws|amazon)\b/i, 'aws'],
  [/\b(azure|microsoft)\b/i, 'azure'],
  [/\b(gcp|google)\b/i, 'gcp'],
  [/\b(oci|oracle)\b/i, 'oci'],
  [/\bovh/i, 'ovh'],
  [/\bscaleway\b/i, 'scaleway'],
  [/\bhetzner\b/i, 'hetzner'],
]

function placesOf(item: Item): Places {
  const texts = [item.text('location'), item.text('country')].filter((text) => text !== undefined)
  if (texts.length === 0 && item.text('region') === undefined) return nowhere
  const cloud = clouds.find(([form]) => form.test(item.text('cloud') ?? ''))?.[1]
  const region = item.text('region')
  const ofCloud =
    cloud !== undefined && region !== undefined && /^[a-z]+[a-z0-9 -]*\d?$/i.test(region) ? [`${cloud}:${region.toLowerCase().replace(/\s+/g, cloud === 'azure' ? '' : '-')}`] : []
  const all = [...texts, ...(ofCloud.length > 0 ? ofCloud : region === undefined ? [] : [region])]
  const known = all.flatMap((text) => readPlace(text) ?? [])
  const words = all.filter((text) => readPlace(text) === undefined)
  return { known: [...new Set(known)], words: words.length === 0 ? undefined : words.join(', ') }
}

const placeClaims = (item: Item, places: readonly ThingId[]): readonly Claim[] =>
  places.flatMap((to) => [
    linkOf(item, { from: item.id, to, role: 'runs-in' }),
    linkOf(item, { from: item.id, to, role: to.startsWith('jurisdiction:') ? 'location-country' : 'region' }),
  ])

/** The group that looks after an item, and after its workload where the item is the workload. */
function teamClaims(item: Item, workload: ThingId | undefined, met: Met): readonly Claim[] {
  const name = item.text('supportGroup')
  if (name === undefined || name.length > 200) return []
  const to = idOf('team', keyIn(name))
  const isApplication = workload !== undefined && (item.itemClass === 'application' || item.itemClass === 'service')
  return [
    ...(met.isNew(to) ? [{ claim: 'thing', id: to, name, state: 'active', basis, at: [item.at] } as const] : []),
    linkOf(item, { from: item.id, to, role: 'supported-by' }),
    ...(isApplication ? [linkOf(item, { from: workload, to, role: 'supported-by' })] : []),
  ]
}

/** What others run is a service of theirs, under the word that a plan and a supplier register would have for it. */
function serviceClaims(item: Item, met: Met): readonly Claim[] {
  if (item.itemClass !== 'service') return []
  const to = idOf('service', `declared/${keyIn(item.name)}`)
  return [
    { claim: 'thing', id: to, name: item.name, state: item.state, basis, at: [item.at] },
    linkOf(item, { from: item.id, to, role: 'external-service' }),
    ...partyLink(item, met, { text: item.text('hostedBy') ?? item.text('supplier'), from: to, role: 'operated-by' }),
  ]
}

/** The name under which an item answers is the organisation's own; the address of what others run is called. Its code is needed for the next build. */
function hostClaims(item: Item): readonly Claim[] {
  const own = item.text('hostname')
  const url = item.text('url')
  const code = item.text('repository')
  return [
    ...(own === undefined ? [] : [readHost(own) ?? []].flat().filter(isOutside)).map((host) => linkOf(item, { from: item.id, to: idOf('domain', host.name), role: 'domain' })),
    ...(url === undefined ? [] : addressesIn(url)).map((host) =>
      linkOf(
        item,
        item.itemClass === 'service' ? { from: item.id, to: idOf('host', host.name), role: 'endpoint' } : { from: item.id, to: idOf('domain', host.name), role: 'domain' },
      ),
    ),
    ...(code === undefined ? [] : addressesIn(code)).map(
      (host): Claim => ({ ...linkOf(item, { from: item.id, to: idOf('host', host.name), role: 'runtime-download' }), phase: 'build' }),
    ),
  ]
}

const isOutside = (host: Host): boolean => host.kind === 'public' && host.name.includes('.') && !/^[\d.:]+$/.test(host.name)

function addressesIn(text: string): readonly Host[] {
  const hosts = text.includes('://') ? urlsIn(text.slice(0, 2000)).map((seen) => seen.host) : [readHost(text.replace(/\/.*$/, '')) ?? []].flat()
  return hosts.filter(isOutside).slice(0, 5)
}

/** What an item runs on and depends on, and what depends on it, by the names that the register has for them. */
function neighbourClaims(item: Item, register: Register): readonly Claim[] {
  const named = (column: 'runsOn' | 'dependsOn' | 'usedBy'): readonly ThingId[] =>
    listIn(item.cell(column), (text) => register.names.has(keyIn(text)))
      .filter((name) => name.length <= 300 && keyIn(name) !== keyIn(item.name))
      .slice(0, mostNeighbours)
      .map(unitId)
  return [
    ...[...named('runsOn'), ...named('dependsOn')].map((to) => linkOf(item, { from: item.id, to, role: 'needs' })),
    ...named('usedBy').map((from) => linkOf(item, { from, to: item.id, role: 'needs' })),
  ]
}

/** More in one cell is no list that a person wrote. */
const mostNeighbours = 500
