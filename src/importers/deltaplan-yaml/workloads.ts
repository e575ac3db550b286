import type { Claim, ThingId } from '#estate/claim.ts'
import { statedUnit } from '#estate/stated-units.ts'
import type { Path } from '#lang/pointer.ts'
import { exitSays, graceHours, hoursText, link, thing } from './declared.ts'
import { entriesOf, key, type Reading, refer, referAnywhere, referIn, serviceAt, ties, workloadId } from './reading.ts'
import type { Need, Workload } from './schema.ts'
import { placeClaims } from './services.ts'

/** Each workload: whom it serves, what belongs to it, what it needs, which data it holds and who looks after it. */
export function workloadClaims(reading: Reading): readonly Claim[] {
  return entriesOf(reading, 'workloads').flatMap(({ id, value, path }) => {
    const from = workloadId(id)
    const needs = (value.needs ?? []).flatMap((need, index) => needClaims(reading, need, { id, grace: value.grace, number: index + 1, path: [...path, 'needs', index] }))
    const team = value.team === undefined ? undefined : referIn(reading, 'team')(value.team, [...path, 'team'])
    return [
      thing(from, reading.place(path), { name: value.title ?? id, says: saysOf(value) }),
      ...ties(reading, { texts: value.serves, path: [...path, 'serves'], to: referIn(reading, 'function'), tie: (to) => ({ from, to, role: 'serves' }) }),
      ...ties(reading, { texts: value.data, path: [...path, 'data'], to: referIn(reading, 'dataset'), tie: (to) => ({ from, to, role: 'holds' }) }),
      ...(team === undefined ? [] : [link({ from, to: team, role: 'supported-by' }, reading.place([...path, 'team']))]),
      ...(value.place === undefined ? [] : placeClaims(reading, from, { text: value.place, path: [...path, 'place'], structural: 'runs-in' })),
      ...needs,
    ]
  })
}

function saysOf(one: Workload) {
  return {
    match: (one.match ?? []).flatMap((entry) => Object.entries(entry).flatMap(([name, value]) => (value === undefined ? [] : [matchText(name, value)]))),
    handwork: one.handwork,
    ...exitSays(one.exit),
    'target-platform': one.targets?.platform,
    'target-portability': one.targets?.portability,
    'target-people': one.targets?.people,
    'target-ai': one.targets?.ai,
  }
}

/** What belongs to a workload, in the words by which units are grouped: `namespace=shop`, `label:app=web`, `unit=unit:compose/…`. */
function matchText(name: string, value: string): string {
  if (name === 'label') return `label:${value}`
  return name === 'unit' && !value.startsWith('unit:') ? `unit=unit:${value}` : `${name}=${value}`
}

interface NeedPlace {
  readonly id: string
  /** Of the whole workload, for needs that state none of their own. */
  readonly grace: Workload['grace']
  readonly number: number
  readonly path: Path
}

/** A need is one thing, or a group of alternatives of which enough have to hold. */
function needClaims(reading: Reading, need: Need, where: NeedPlace): readonly Claim[] {
  const from = workloadId(where.id)
  const at = reading.place(where.path)
  const own = typeof need === 'string' ? undefined : need
  const grace = own?.grace ?? where.grace
  if (typeof need === 'string' || 'on' in need) {
    const text = typeof need === 'string' ? need : need.on
    const to = refer(reading, text, typeof need === 'string' ? where.path : [...where.path, 'on'])
    return to === undefined ? [] : [link({ from, to, role: 'needs' }, at, { phase: own?.phase ?? phaseOf(reading, to), says: graceHours(grace) })]
  }
  const texts = 'anyOf' in need ? need.anyOf : need.of
  const atLeast = 'anyOf' in need ? 1 : need.atLeast
  const group = statedUnit(`${key(where.id)}/needs-${where.number}`)
  const to = referAnywhere(reading)
  const members = ties(reading, { texts, path: [...where.path, 'anyOf' in need ? 'anyOf' : 'of'], to, tie: (one) => ({ from: group, to: one, role: 'needs' }) })
  if (members.length === 0) return []
  if (atLeast > texts.length) {
    const values = { expected: `${texts.length} or less`, found: atLeast }
    reading.diagnostics.push({ code: 'unexpected', severity: 'error', ...reading.place([...where.path, 'atLeast']), values })
  }
  return [
    thing(group, at, {
      name: nameOf(atLeast, texts),
      says: { 'at-least': atLeast, 'takes-over-hours': hoursText(need.takesOver?.within), 'takes-over-tested': need.takesOver?.tested },
    }),
    link({ from, to: group, role: 'needs' }, at, { phase: own?.phase, says: graceHours(grace) }),
    ...members,
  ]
}

/** Signs rather than words, since a name is shown in every language. */
const nameOf = (atLeast: number, texts: readonly string[]): string => (atLeast === 1 ? texts.join(' | ') : `≥ ${atLeast}: ${texts.join(', ')}`)

/** A service says itself when it is needed, unless the need says otherwise. */
const phaseOf = (reading: Reading, to: ThingId) => serviceAt(reading, to)?.phase

/** What leans on what, stated outright for things that other files show. */
export function dependsOnClaims(reading: Reading): readonly Claim[] {
  return (reading.plan.dependsOn ?? []).flatMap((one, index) => {
    const path: Path = ['dependsOn', index]
    const from = refer(reading, one.from, [...path, 'from'])
    const to = refer(reading, one.to, [...path, 'to'])
    if (from === undefined || to === undefined) return []
    return [link({ from, to, role: 'needs' }, reading.place(path), { phase: one.phase ?? phaseOf(reading, to), says: graceHours(one.grace) })]
  })
}
