import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { readHost } from '#estate/identifiers/host-name.ts'
import { isStatedUnit } from '#estate/stated-units.ts'
import { isDescribed, runs } from '#estate/workloads.ts'
import { type Failures, failing } from '#kernels/graph/failure-times.ts'
import { by } from '#lang/compare.ts'
import { groupBy } from '#lang/group.ts'
import type { Interval } from '#lang/interval.ts'
import { once } from '#lang/once.ts'
import { exposureOf } from './exposure.ts'
import { needsRows } from './failure-logic.ts'
import { metBy } from './met-by.ts'
import { type BusinessFunction, organisation, verdictOf } from './organisation.ts'
import type { Road } from './road.ts'
import { roadsBack } from './roads-back.ts'
import type { Subject } from './subject.ts'

const pointLevels = ['component', 'service', 'supplier', 'parent', 'jurisdiction', 'place', 'law'] as const
export type PointLevel = (typeof pointLevels)[number]

/** A thing that, when it is lost, stops a function within its tolerable time. */
export interface SinglePoint {
  readonly thing: ThingId
  readonly level: PointLevel
  readonly function: ThingId
  /** Hours from the loss to harm at the function; the high end is infinite where it is contested whether harm comes at all. */
  readonly hoursToHarm: Interval
  /** certain: stops under every reading · possible: stops under some. */
  readonly verdict: 'certain' | 'possible'
  /** The function, then what it leans on, down to the thing, in the worst reading. Followed when asked for. */
  readonly road: Road
  /** The home country and its unions: shown apart, since nobody leaves home. */
  readonly home: boolean
}

/**
 * Every single point of failure of the first order: each candidate is set to failed, alone, in the failure logic, in the worst
 * and in the best reading. Stated redundancy, grace, fallback and cycles are respected (`kernels/graph/failure-times`).
 */
export const singlePoints = once((subject: Subject): readonly SinglePoint[] => {
  const rows = needsRows(subject)
  const { functions } = organisation(subject)
  const functionAt = new Map(functions.flatMap((one) => (rows.at.has(one.id) ? [[rows.at.get(one.id) as number, one] as const] : [])))
  const [worst, best] = [failing(rows.worst), failing(rows.best)]
  const roads = roadsBack(rows.ids, worst, mostKept)
  const groups = rows.ids.flatMap((id, node) => {
    const level = levelOf(subject, id)
    if (level === undefined) return []
    const harm = worst([node])
    const stopped = stoppedBy(harm, functionAt)
    if (stopped.length === 0) return []
    const highs = timesOf(best([node]), functionAt)
    const candidate: Candidate = { id, level, isHome: isHome(subject, id), roads: roads(node, harm) }
    return [...groupBy(stopped, (one) => levelAt(subject, candidate, one))].map(([at, list]) => ({
      key: `${at}\n${id}`,
      points: list.map((one) => pointOf(candidate, at, { ...one, high: highs.get(one.node) ?? Number.POSITIVE_INFINITY })),
    }))
  })
  // By function, and for each by level and thing. In a ring of a thousand a million points stand here, so they are dealt out and not sorted.
  const byFunction = new Map<ThingId, SinglePoint[]>(functions.map((one) => [one.id, []]))
  for (const { points } of groups.sort(by((group) => group.key))) for (const point of points) byFunction.get(point.function)?.push(point)
  return [...byFunction.values()].flat()
})

/** Of so many failures what brought them is kept. */
const mostKept = 4_000_000

/** The single points of each function. */
export const pointsOfFunction = once((subject: Subject): ReadonlyMap<ThingId, readonly SinglePoint[]> => groupBy(singlePoints(subject), (point) => point.function))

/** The functions that each thing is a single point of. */
export const pointsOfThing = once((subject: Subject): ReadonlyMap<ThingId, readonly SinglePoint[]> => groupBy(singlePoints(subject), (point) => point.thing))

interface Candidate {
  readonly id: ThingId
  readonly level: PointLevel
  readonly isHome: boolean
  /** The road to it from what fails with it. */
  readonly roads: (from: number) => Road
}

/** A function that stops within its tolerable time in the worst reading, and after how many hours. */
interface Stopped {
  readonly function: BusinessFunction
  readonly node: number
  readonly low: number
}

function stoppedBy(harm: Failures, functionAt: ReadonlyMap<number, BusinessFunction>): readonly Stopped[] {
  const stopped: Stopped[] = []
  for (let at = 0; at < harm.node.length; at++) {
    const node = harm.node[at] as number
    const low = harm.time[at] as number
    const stops = functionAt.get(node)
    if (stops !== undefined && low <= stops.mtpdHours.high) stopped.push({ function: stops, node, low })
  }
  return stopped
}

/** When each function stops. */
function timesOf(harm: Failures, functionAt: ReadonlyMap<number, BusinessFunction>): ReadonlyMap<number, number> {
  const times = new Map<number, number>()
  for (let at = 0; at < harm.node.length; at++) if (functionAt.has(harm.node[at] as number)) times.set(harm.node[at] as number, harm.time[at] as number)
  return times
}

const levelAt = (subject: Subject, { id, level }: Candidate, { function: one }: Stopped): PointLevel =>
  level === 'supplier' && !doesSomething(subject, id, one.id) ? 'parent' : level

function pointOf(candidate: Candidate, level: PointLevel, { function: one, node, low, high }: Stopped & { readonly high: number }): SinglePoint {
  return {
    thing: candidate.id,
    level,
    function: one.id,
    hoursToHarm: { low, high },
    verdict: verdictOf(one, { low, high }) === 'certain' ? 'certain' : 'possible',
    home: candidate.isHome,
    get road() {
      return candidate.roads(node)
    },
  }
}

/** Whether a party does something itself for a function; else it is met only as the owner of one that does. */
const doesSomething = (subject: Subject, party: ThingId, of: ThingId): boolean =>
  exposureOf(subject)(of).parties.some((one) => one.to === party && kindOf(metBy(subject, one.road) ?? 'party:') !== 'party')

/** Whether a thing is known under another name, which then speaks for both. */
const isTwin = (subject: Subject, id: ThingId): boolean => linksFrom(subject.estate, id, 'same-as').length > 0

/**
 * At which level a thing counts as a point. Functions and workloads are what stops and not what is lost; a product does not fall away,
 * only who makes it does; and what goes by two names counts once.
 */
function levelOf(subject: Subject, id: ThingId): PointLevel | undefined {
  if (isTwin(subject, id)) return undefined
  switch (kindOf(id)) {
    case 'unit':
      return isStatedUnit(id) || !isComponent(subject, id) ? undefined : 'component'
    case 'image':
    case 'model':
      return 'component'
    case 'host':
      return isOurs(subject, id) ? undefined : isInside(id) ? 'component' : 'service'
    case 'registry':
    case 'module-registry':
      return isInside(id) ? 'component' : 'service'
    case 'service':
      return 'service'
    case 'party':
      return 'supplier'
    case 'jurisdiction':
      return 'jurisdiction'
    case 'place':
      return 'place'
    case 'law':
      return 'law'
    default:
      return undefined
  }
}

/** A unit that only says how others are set up is lost with nothing, and one that nobody describes is only a name. */
function isComponent(subject: Subject, id: ThingId): boolean {
  const unit = subject.estate.things.get(id)
  return unit !== undefined && isDescribed(unit) && runs(unit)
}

/** A name that only answers within the walls: nobody outside is known to stand behind it. */
const isInside = (id: ThingId): boolean => readHost(keyOf(id))?.kind === 'inside'

/** A name under which the estate itself answers. */
const isOurs = ({ estate }: Subject, host: ThingId): boolean => linksFrom(estate, host, 'needs').some((link) => kindOf(link.to) === 'unit')

function isHome(subject: Subject, id: ThingId): boolean {
  const { home } = organisation(subject)
  if (home === undefined) return false
  const unions = subject.knowledge.jurisdictions.get(home)?.memberOf ?? []
  const own = [home, ...unions]
  return kindOf(id) === 'law' ? own.includes(subject.knowledge.laws.get(keyOf(id))?.jurisdiction ?? '') : kindOf(id) === 'jurisdiction' && own.includes(keyOf(id))
}
