import { kindOf, type ThingId } from '#estate/claim.ts'
import { linksTo } from '#estate/estate.ts'
import { saidNumber } from '#estate/said.ts'
import { servicesBehind } from '#facts/behind.ts'
import { circlesOf } from '#facts/circles.ts'
import { groupAlternatives } from '#facts/group-alternatives.ts'
import { organisation } from '#facts/organisation.ts'
import { phaseOfRoad } from '#facts/road-phase.ts'
import { type SinglePoint, singlePoints } from '#facts/single-points.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import type { Outcome } from '#findings/outcome.ts'
import { by } from '#lang/compare.ts'
import { horizonHours } from '#lang/duration.ts'
import { groupBy } from '#lang/group.ts'
import { around, lowest } from '#lang/interval.ts'
import { type Message, message, plain } from '#lang/message.ts'
import type { Analysis } from '../analysis.ts'
import { failureMethod } from '../failure-method.ts'
import { named, proofOf } from '../proof-of.ts'

/** Levels that an outsider stands behind, the most telling first: a component of one's own is listed after them. */
const order = ['supplier', 'service', 'parent', 'jurisdiction', 'law', 'place', 'component'] as const

export const singlePointsAnalysis: Analysis = {
  id: 'single-points',
  answer(subject: Subject): Outcome {
    const { functions } = organisation(subject)
    if (functions.length === 0) return { status: 'too-little-evidence', reason: message('single-points.no-function') }
    const points = singlePoints(subject)
    const away = withoutAddresses(
      subject,
      points.filter((point) => !point.home),
    )
    const byLevel = groupBy(away, (point) => point.level)
    const levels = order.flatMap((level) => tableOf(subject, level, byLevel.get(level) ?? []))
    return {
      status: 'answered',
      blocks: [
        timelineOf(subject, away),
        ...levels,
        ...tableOf(
          subject,
          'home',
          points.filter((point) => point.home),
        ),
        ...byHand(subject),
        ...alternativesOf(subject),
        ...circleList(subject),
        { kind: 'text', role: 'method', text: message('single-points.method') },
        failureMethod,
      ],
    }
  },
}

/** Functions that work by hand carries past their tolerable time: no single point of anything, and not without cost. */
function byHand(subject: Subject): readonly Block[] {
  const found = organisation(subject).functions.filter((one) => one.mtpdKnown && one.fallbackHours.low > one.mtpdHours.high)
  if (found.length === 0) return []
  return [{ kind: 'text', role: 'note', text: message('single-points.by-hand', { functions: found.map((one) => named(subject, one.id)), count: found.length }) }]
}

const registries: readonly string[] = ['registry', 'module-registry']

/** The address of a registry is another name of the service behind it: where both stop the same function, the service speaks for both. */
function withoutAddresses(subject: Subject, points: readonly SinglePoint[]): readonly SinglePoint[] {
  const keyFor = (thing: ThingId, point: SinglePoint): string => `${thing}\n${point.function}\n${point.verdict}`
  const known = new Set(points.map((point) => keyFor(point.thing, point)))
  return points.filter((point) => !registries.includes(kindOf(point.thing)) || !servicesBehind(subject, point.thing).some((service) => known.has(keyFor(service, point))))
}

/** The registries that a service answers as. */
const addressesOf = (subject: Subject, service: ThingId): readonly Message[] =>
  kindOf(service) === 'service'
    ? linksTo(subject.estate, service)
        .filter((link) => registries.includes(kindOf(link.from)) && servicesBehind(subject, link.from).includes(service))
        .map((link) => named(subject, link.from))
    : []

/** Alternatives that are none: one group stands behind both. Told only where there are any. */
function alternativesOf(subject: Subject): readonly Block[] {
  const items = groupAlternatives(subject).map(({ service, alternative, parties: [own, other], at }) => ({
    text: message(own === other ? 'single-points.alternative-of-same' : 'single-points.alternative-of-group', {
      alternative: typeof alternative === 'string' ? named(subject, alternative) : plain(alternative.name),
      service: named(subject, service),
      party: named(subject, own),
      other: named(subject, other),
    }),
    proof: { steps: [], at: at.slice(0, 3) },
  }))
  if (items.length === 0) return []
  return [{ kind: 'list', title: message('single-points.alternatives'), items, empty: message('single-points.none', { level: message('single-points.alternatives') }) }]
}

/** A circle is told by so many of its things. */
const mostInCircle = 6

/** Things that need each other. Told only where there are any. */
function circleList(subject: Subject): readonly Block[] {
  const items = circlesOf(subject)
    .slice(0, mostRows)
    .map(({ things, road }) => {
      const shown = things.slice(0, mostInCircle).map((id) => named(subject, id))
      const more = things.length - shown.length
      return { text: message('single-points.circle', { things: more > 0 ? [...shown, message('report.others', { count: more })] : shown }), proof: proofOf(subject, road) }
    })
  return items.length === 0
    ? []
    : [{ kind: 'list', title: message('single-points.circles'), items, empty: message('single-points.none', { level: message('single-points.circles') }) }]
}

/** As many rows as anybody could look at; the heaviest come first. */
const mostRows = 2000

/** One row per thing, with the functions it stops: a table of points times functions would say the same thing many times over. */
function tableOf(subject: Subject, level: (typeof order)[number] | 'home', points: readonly SinglePoint[]): readonly Block[] {
  const groups = [...groupBy(points, (point) => point.thing)].map(([thing, list]) => ({ thing, list, certain: list.filter((point) => point.verdict === 'certain').length }))
  const heaviest = groups.toSorted((a, b) => b.certain - a.certain || b.list.length - a.list.length || by((one: { readonly thing: ThingId }) => one.thing)(a, b))
  const [shown, rest] = [heaviest.slice(0, mostRows), heaviest.slice(mostRows)]
  const table: Block = {
    kind: 'table',
    id: `single-points-${level}`,
    title: message(`single-points.level.${level}`),
    columns: [message(`single-points.thing.${level}`), ...['certain', 'possible', 'harm'].map((column) => message(`single-points.column.${column}`))],
    rows: shown.map(({ thing, list }) => rowOf(subject, thing, list)),
    empty: message('single-points.none', { level: message(`single-points.level.${level}`) }),
  }
  if (rest.length === 0) return [table]
  return [table, { kind: 'text', role: 'note', text: message('single-points.more', { count: rest.length, most: around(rest.map((one) => one.list.length)).high }) }]
}

function rowOf(subject: Subject, thing: ThingId, points: readonly SinglePoint[]): Row {
  const certain = points.filter((point) => point.verdict === 'certain')
  const possible = points.filter((point) => point.verdict === 'possible')
  const best = [...certain, ...possible][0] as SinglePoint
  return {
    cells: [
      { text: labelOf(subject, thing) },
      { list: certain.map((point) => named(subject, point.function)) },
      { list: possible.map((point) => named(subject, point.function)) },
      { interval: lowest(points.map((point) => point.hoursToHarm)), unit: 'hours', tone: certain.length > 0 ? 'warning' : 'unknown' },
    ],
    proof: proofOf(subject, best.road),
  }
}

/** A component of which several copies run is still lost as a whole, but it takes more to lose it; so they are told. A registry is told with its address. */
function labelOf(subject: Subject, thing: ThingId): Message {
  const addresses = addressesOf(subject, thing)
  if (addresses.length > 0) return message('single-points.at-address', { what: named(subject, thing), addresses })
  const copies = saidNumber(subject.estate.things.get(thing), 'replicas') ?? 1
  return copies > 1 ? message('single-points.copies', { what: named(subject, thing), count: copies }) : named(subject, thing)
}

/** As many as a picture can show of one function; the tables have all. */
const mostMarks = 6

const leftOut = (count: number): { readonly leftOut?: number } => (count > 0 ? { leftOut: count } : {})

/** When harm begins at each function, by the parties and services whose loss would bring it. */
function timelineOf(subject: Subject, points: readonly SinglePoint[]): Block {
  const shown = groupBy(
    points.filter((point) => point.level === 'supplier' || point.level === 'service'),
    (point) => point.function,
  )
  return {
    kind: 'timeline',
    title: message('single-points.timeline'),
    horizonHours,
    rows: organisation(subject).functions.map((one) => ({
      label: named(subject, one.id),
      ...(one.mtpdKnown ? { mtpdHours: one.mtpdHours } : {}),
      ...leftOut((shown.get(one.id) ?? []).length - mostMarks),
      marks: (shown.get(one.id) ?? [])
        .toSorted(
          (a, b) =>
            Number(b.verdict === 'certain') - Number(a.verdict === 'certain') ||
            Number(b.level === 'supplier') - Number(a.level === 'supplier') ||
            a.hoursToHarm.low - b.hoursToHarm.low ||
            by((point: SinglePoint) => point.thing)(a, b),
        )
        .slice(0, mostMarks)
        .map((point) => ({
          what: labelOf(subject, point.thing),
          hours: point.hoursToHarm,
          certain: point.verdict === 'certain',
          phase: phaseOfRoad(subject, point.road),
          proof: proofOf(subject, point.road),
        })),
    })),
  }
}
