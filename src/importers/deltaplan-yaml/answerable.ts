import { type Claim, idOf, type Role, type ThingId } from '#estate/claim.ts'
import { readPlace } from '#estate/identifiers/place-text.ts'
import type { Path } from '#lang/pointer.ts'
import { link, moneyText, thing } from './declared.ts'
import { entriesOf, key, type Reading, refer, referAnywhere, ties } from './reading.ts'
import type { Answer, Dataset, Member, Team } from './schema-answerable.ts'
import { placeClaims } from './services.ts'

/** Datasets: what they are, where they have to stay, and where they are. */
export function dataClaims(reading: Reading): readonly Claim[] {
  return entriesOf(reading, 'data').flatMap(({ id, value, path }) => {
    const own = idOf('dataset', key(id))
    const says = {
      secrecy: value.secrecy,
      'personal-data': value.personal,
      'professional-secrecy': value.professionalSecrecy,
      'disclosure-cost': moneyText(value.disclosure),
      residency: value.residency?.map((one) => one.toUpperCase()),
    }
    const classes = (value.classes ?? []).map((word, index) => link({ from: own, to: idOf('data-class', word), role: 'data-class' }, reading.place([...path, 'classes', index])))
    return [thing(own, reading.place(path), { name: value.title ?? id, says }), ...classes, ...locations.flatMap((one) => locationClaims(reading, value, { own, path, ...one }))]
  })
}

const locations = [
  { name: 'storedIn', role: 'stored-in' },
  { name: 'backedUpIn', role: 'backed-up-in' },
  { name: 'administeredFrom', role: 'administered-from' },
  { name: 'readableBy', role: 'readable-by' },
] as const

/** Data lies with a service, at a place, or with a party. Where it lies is a finding; from where it is administered is told alone. */
function locationClaims(reading: Reading, value: Dataset, where: { readonly own: ThingId; readonly path: Path } & (typeof locations)[number]): readonly Claim[] {
  return (value[where.name] ?? []).flatMap((text, index) => {
    const path: Path = [...where.path, where.name, index]
    const place = readPlace(text)
    if (place !== undefined) {
      const lies = where.role === 'stored-in' || where.role === 'backed-up-in'
      return lies ? placeClaims(reading, where.own, { text, path, structural: where.role }) : [link({ from: where.own, to: place, role: where.role }, reading.place(path))]
    }
    const to = refer(reading, text, path)
    return to === undefined ? [] : [link({ from: where.own, to, role: where.role }, reading.place(path))]
  })
}

/** Teams as head counts with what holds for them, and what they support. */
export function teamClaims(reading: Reading): readonly Claim[] {
  return entriesOf(reading, 'teams').flatMap(({ id, value, path }) => {
    const own = idOf('team', key(id))
    const to = referAnywhere(reading)
    const supports: Path = [...path, 'supports']
    const supported = ties(reading, { texts: value.supports, path: supports, to, tie: (from) => ({ from, to: own, role: 'supported-by' }) })
    const workloads = workloadsOf(reading, id, value)
    const diagnostics = (value.diagnosticsTo ?? []).flatMap((text, index) => {
      const where: Path = [...path, 'diagnosticsTo', index]
      const target = readPlace(text) ?? refer(reading, text, where)
      return target === undefined ? [] : workloads.map((from) => link({ from, to: target, role: 'reports-to' }, reading.place(where)))
    })
    return [thing(own, reading.place(path), { name: value.title ?? id, says: teamSays(value) }), ...supported, ...diagnostics]
  })
}

/** The workloads a team looks after, whichever of the two says so. */
function workloadsOf({ plan }: Reading, id: string, team: Team): readonly ThingId[] {
  const named = Object.entries(plan.workloads ?? {}).filter(
    ([name, one]) => (one.team !== undefined && key(one.team) === key(id)) || team.supports?.some((text) => key(text) === key(name)),
  )
  return named.map(([name]) => idOf('workload', key(name)))
}

function teamSays(team: Team) {
  const members = team.members ?? []
  const shifts = team.shifts ?? []
  return {
    predicates: members.map(memberText),
    'head-count': members.length === 0 ? undefined : members.reduce((sum, one) => sum + one.count, 0),
    // A team is as strong as its weakest shift.
    'on-duty': shifts.length === 0 ? undefined : Math.min(...shifts.map((shift) => shift.onDuty)),
    hours: team.hours,
    evidence: team.evidence,
    expires: team.expires,
    'diagnostics-to': team.diagnosticsTo,
  }
}

/** One line per group of members. Where they live is said to be unknown rather than left out, so that it is never read as good. */
function memberText({ predicates, count }: Member): string {
  const { nationality, residence = 'unknown', ...rest } = predicates
  const said = Object.entries({ nationality: nationality?.join(','), residence, ...rest }).filter(([, value]) => value !== undefined)
  return [`count=${count}`, ...said.map(([name, value]) => `${name}=${value}`)].join('; ')
}

/** What lowers the effect of an exposure, on what evidence, and until when that counts. */
export function mitigationClaims(reading: Reading): readonly Claim[] {
  return entriesOf(reading, 'mitigations').flatMap(({ id, value, path }) => {
    const to = idOf('mitigation', key(id))
    const says = { power: value.power, effect: value.effect, evidence: value.evidence, expires: value.expires }
    const role: Role = 'mitigated-by'
    return [
      thing(to, reading.place(path), { name: value.what ?? id, says }),
      ...ties(reading, { texts: value.on, path: [...path, 'on'], to: referAnywhere(reading), tie: (from) => ({ from, to, role }) }),
    ]
  })
}

/** How the organisation answers criteria itself, for some things or for the whole. */
export function answerClaims(reading: Reading): readonly Claim[] {
  return entriesOf(reading, 'answers').flatMap(({ id, value, path }) => {
    const several = Array.isArray(value)
    return (several ? value : [value]).flatMap((one, index) => oneAnswer(reading, id, one, several ? [...path, index] : path))
  })
}

function oneAnswer(reading: Reading, id: string, value: Answer, path: Path): readonly Claim[] {
  const says = { answers: [`${id}=${value.value}`], evidence: value.evidence, 'answered-by': value.by, expires: value.expires }
  const about = value.on?.map((text, index) => refer(reading, text, [...path, 'on', index])) ?? [idOf('unit-of-organisation', 'self')]
  return about.flatMap((one) => (one === undefined ? [] : [thing(one, reading.place(path), { says })]))
}
