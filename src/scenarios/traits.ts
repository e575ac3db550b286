import { keyOf, kindOf, type Role, type ThingId } from '#estate/claim.ts'
import { linksFrom, linksTo } from '#estate/estate.ts'
import { type Leaning, leaningGraph } from '#facts/leaning.ts'
import { isOpenSource } from '#facts/open-source.ts'
import { ownersOf, thresholdsOf } from '#facts/ownership.ts'
import { isBeyondLine } from '#facts/ring.ts'
import type { Subject } from '#facts/subject.ts'
import { namesOf } from '#facts/twins.ts'
import type { Bindings } from '#policy/cel.ts'

/** What the rule of a scenario may ask of a thing. All names are there for every thing, so that no rule fails for want of one. */
export interface Traits extends Bindings {
  /** The key of its id, for the rare rule that has to name one thing. */
  readonly id: string
  readonly kind: string
  /** Of a service that the knowledge base knows; empty elsewhere. */
  readonly category: string
  /** What a party does for something in use, or a team. */
  readonly operates: boolean
  readonly supports: boolean
  readonly publishes: boolean
  readonly distributes: boolean
  readonly holdsKeys: boolean
  /** What a party is, as far as the knowledge base knows it. Whoever is known by name alone is taken for a company. */
  readonly company: boolean
  readonly listed: boolean
  readonly cloud: boolean
  /** Whether somebody who controls it runs something in use as well: what happens to that one happens to both. */
  readonly subsidiary: boolean
  /** Whether it is listed itself, or controlled by one that is. */
  readonly listedGroup: boolean
  /** `yes`, `no` or `unknown`: whether its jurisdiction lies beyond the line that the profile draws for cut-off. */
  readonly outside: string
  readonly ownedFromOutside: string
  readonly proprietary: string
  /** Powers of a law. */
  readonly cutOff: boolean
  readonly exportControl: boolean
  readonly access: boolean
}

/** The traits of what has none: all names that a rule may use, with a value of the kind that each has. */
export const noTraits: Traits = {
  id: '',
  kind: '',
  category: '',
  operates: false,
  supports: false,
  publishes: false,
  distributes: false,
  holdsKeys: false,
  company: false,
  listed: false,
  cloud: false,
  subsidiary: false,
  listedGroup: false,
  outside: 'unknown',
  ownedFromOutside: 'unknown',
  proprietary: 'unknown',
  cutOff: false,
  exportControl: false,
  access: false,
}

export function traitsOf(subject: Subject, id: ThingId): Traits {
  const { services, parties, laws } = subject.knowledge
  const kind = kindOf(id)
  const party = kind === 'party' ? parties.get(keyOf(id)) : undefined
  const powers = kind === 'law' ? (laws.get(keyOf(id))?.powers ?? []) : []
  const open = isOpenSource(subject, id)
  const masters = kind === 'party' ? ownersOf(subject)(id).filter((one) => one.controls) : []
  return {
    id: keyOf(id),
    kind,
    category: kind === 'service' ? (services.get(keyOf(id))?.category ?? '') : '',
    ...doings(subject, id),
    company: kind === 'party' && (party === undefined || party.kind === 'company'),
    listed: party?.listed !== undefined,
    cloud: party?.cloud === true,
    subsidiary: masters.some((one) => doings(subject, one.party).operates),
    listedGroup: party?.listed !== undefined || masters.some((one) => parties.get(keyOf(one.party))?.listed !== undefined),
    outside: answer(isOutside(subject, id)),
    ownedFromOutside: kind === 'party' ? owned(subject, id) : 'unknown',
    proprietary: answer(open === undefined ? undefined : !open),
    cutOff: powers.includes('cut-off'),
    exportControl: powers.includes('export-control'),
    access: powers.includes('access'),
  }
}

const answer = (value: boolean | undefined): string => (value === undefined ? 'unknown' : value ? 'yes' : 'no')

/** What leans on a thing, under whatever name: neither another of its names, nor a party that it owns. */
export const usersOf = (subject: Subject, id: ThingId): readonly Leaning[] =>
  namesOf(subject, id).flatMap((name) => (leaningGraph(subject).to.get(name) ?? []).filter((one) => one.role !== 'same-as' && kindOf(one.from) !== 'party'))

/** Links by which something is run, supported, made or delivered. */
const doing = {
  operates: ['operated-by', 'run-by', 'provider'],
  supports: ['supported-by'],
  publishes: ['published-by'],
  distributes: ['distributed-by'],
} as const satisfies Record<string, readonly Role[]>

function doings(subject: Subject, id: ThingId) {
  const users = kindOf(id) === 'party' || kindOf(id) === 'team' ? usersOf(subject, id) : []
  const does = (roles: readonly Role[]): boolean => users.some((one) => roles.includes(one.role))
  return {
    operates: does(doing.operates),
    supports: does(doing.supports),
    publishes: does(doing.publishes),
    distributes: does(doing.distributes),
    holdsKeys: users.some((one) => linksTo(subject.estate, one.from, 'key-management').length > 0),
  }
}

/** Whether a thing lies beyond the line: by its seat, by who runs it, by its country. Nothing where nobody knows. */
function isOutside(subject: Subject, id: ThingId): boolean | undefined {
  const beyond = (jurisdiction: string): boolean | undefined => isBeyondLine(subject, jurisdiction, 'cut-off')
  switch (kindOf(id)) {
    case 'jurisdiction':
      return beyond(keyOf(id))
    case 'law': {
      const law = subject.knowledge.laws.get(keyOf(id))
      return law === undefined ? undefined : beyond(law.jurisdiction)
    }
    case 'place':
      return some(linksFrom(subject.estate, id, 'located-in').map((link) => beyond(keyOf(link.to))))
    case 'party':
      return some(linksFrom(subject.estate, id, 'seated-in').map((link) => beyond(keyOf(link.to))))
    default:
      return some(linksFrom(subject.estate, id, 'operated-by', 'run-by', 'published-by').map((link) => isOutside(subject, link.to)))
  }
}

/** Yes when one is, no when all are known not to be. */
function some(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(true)) return true
  return values.length === 0 || values.includes(undefined) ? undefined : false
}

function owned(subject: Subject, party: ThingId): string {
  const { control } = thresholdsOf(subject, party)
  return control === 'beyond' ? 'yes' : control === 'within' ? 'no' : 'unknown'
}
