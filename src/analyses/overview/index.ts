import type { ThingId } from '#estate/claim.ts'
import { said } from '#estate/said.ts'
import { type BusinessFunction, isCritical, organisation } from '#facts/organisation.ts'
import { type SinglePoint, singlePoints } from '#facts/single-points.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import type { Outcome } from '#findings/outcome.ts'
import { by } from '#lang/compare.ts'
import { groupBy } from '#lang/group.ts'
import { around } from '#lang/interval.ts'
import { type Message, message } from '#lang/message.ts'
import type { Analysis } from '../analysis.ts'
import { inBoth, named, proofOf, via } from '../proof-of.ts'
import { evidenceMeasures, evidenceNotes } from './evidence.ts'
import { functionTable } from './functions.ts'

/** How many single points the first page shows. */
const pointsShown = 5

/** The first sentence and the first table of a report: what stops, because of whom, and when. */
export const overview: Analysis = {
  id: 'overview',
  answer(subject: Subject): Outcome {
    const { functions, declared, profile } = organisation(subject)
    if (functions.length === 0) return { status: 'too-little-evidence', reason: message('overview.nothing') }
    const counted = declared ? functions.filter(isCritical) : functions
    const ids = new Set(counted.map((one) => one.id))
    const all = singlePoints(subject).filter((point) => point.level === 'supplier' && !point.home && ids.has(point.function))
    const points = all.filter((point) => isFit(subject, point))
    const without: Block[] = declared ? [] : [{ kind: 'text', role: 'headline', tone: 'unknown', text: message('overview.undeclared') }]
    return {
      status: 'answered',
      blocks: [
        ...without,
        { kind: 'text', role: 'headline', text: headline(subject, counted, { all, points }), proof: proofOf(subject, points[0]?.road) },
        { kind: 'text', role: 'note', text: message('overview.profile', { profile: inBoth(profile.title) }) },
        ...evidenceNotes(subject),
        { kind: 'measures', measures: evidenceMeasures(subject) },
        pointTable(subject, points),
        ...(declared ? [functionTable(subject)] : []),
      ],
    }
  },
}

/** A fact of the knowledge base that nobody could open never reaches the first page. */
const isFit = (subject: Subject, point: SinglePoint): boolean =>
  proofOf(subject, point.road).steps.every((step) => step.at.length === 0 || step.at.some((origin) => !('fact' in origin) || origin.verified))

interface Points {
  readonly all: readonly SinglePoint[]
  /** Those whose whole road somebody could check. */
  readonly points: readonly SinglePoint[]
}

/**
 * "As of …, n of m critical functions stop within their tolerable time when a single supplier falls away; of k we do not know."
 * What is certain, what is possible and what nobody can tell are three numbers, never one. Nobody can tell where not everything was
 * shown, and where all that is known rests on a fact that nobody could open.
 */
function headline(subject: Subject, counted: readonly BusinessFunction[], { all, points }: Points): Message {
  const sure = points.filter((point) => point.verdict === 'certain')
  const certain = new Set(sure.map((point) => point.function))
  const possible = new Set(points.filter((point) => !certain.has(point.function)).map((point) => point.function))
  const told = (one: BusinessFunction): boolean => certain.has(one.id) || possible.has(one.id)
  const known = new Set(all.map((point) => point.function))
  const open = counted.filter((one) => !told(one) && (one.complete?.holds !== true || known.has(one.id)))
  const heaviest = heaviestFirst(points)[0]
  const stopped = heaviest?.[1].filter((point) => point.verdict === 'certain').length ?? 0
  const what = organisation(subject).declared ? 'overview.critical-functions' : 'overview.workloads-as-functions'
  const counts = { date: { date: subject.asOf }, all: message(what, { count: counted.length }), certain: certain.size, possible: possible.size, open: open.length }
  if (!heaviest || stopped === 0) return message('overview.sentence', counts)
  return message('overview.sentence-with', { ...counts, party: named(subject, heaviest[0]), count: stopped })
}

/** At most five: function, what, time to harm, road, and who acts. One row per supplier, the heaviest first. */
function pointTable(subject: Subject, points: readonly SinglePoint[]): Block {
  const groups = heaviestFirst(points)
  return {
    kind: 'table',
    id: 'overview-points',
    title: message('overview.points'),
    columns: ['thing', 'functions', 'harm', 'road', 'owner'].map((column) => message(`overview.column.${column}`)),
    rows: groups.slice(0, pointsShown).map(([thing, list]) => pointRow(subject, thing, list)),
    empty: message('overview.no-points'),
    primary: true,
  }
}

/** The points by what is lost: first what surely stops most, then what lies nearest, since that is what one can act on. */
const heaviestFirst = (points: readonly SinglePoint[]): readonly (readonly [ThingId, readonly SinglePoint[]])[] =>
  [...groupBy(points, (point) => point.thing)].sort((a, b) => weight(b[1]) - weight(a[1]) || nearest(a[1]) - nearest(b[1]) || by(([id]: readonly [ThingId, unknown]) => id)(a, b))

const nearest = (points: readonly SinglePoint[]): number => around(points.map((point) => point.road.length)).low

const weight = (points: readonly SinglePoint[]): number => points.filter((point) => point.verdict === 'certain').length * 1000 + points.length

function pointRow(subject: Subject, thing: ThingId, list: readonly SinglePoint[]): Row {
  const certain = list.filter((point) => point.verdict === 'certain')
  const possible = list.filter((point) => point.verdict !== 'certain')
  const shown = certain.length > 0 ? certain : list
  const first = shown.toSorted((a, b) => a.hoursToHarm.low - b.hoursToHarm.low || a.road.length - b.road.length)[0] as SinglePoint
  const sentence = (id: 'overview.stops' | 'overview.may-stop', points: readonly SinglePoint[]): readonly Message[] =>
    points.length === 0 ? [] : [message(id, { functions: points.map((point) => named(subject, point.function)), count: points.length })]
  const owners = [...new Set(shown.flatMap((point) => said(subject.estate.things.get(point.function), 'owner').map((one) => String(one.value))))]
  return {
    cells: [
      { text: named(subject, thing), tone: certain.length > 0 ? 'warning' : 'unknown' },
      { list: [...sentence('overview.stops', certain), ...sentence('overview.may-stop', possible)] },
      { interval: around(shown.flatMap((point) => [point.hoursToHarm.low, point.hoursToHarm.high])), unit: 'hours' },
      { text: message('overview.road', { steps: via(subject, first.road) }) },
      owners.length === 0 ? { text: message('overview.no-owner'), tone: 'unknown' } : { list: owners.map((owner) => ({ plain: owner })) },
    ],
    proof: proofOf(subject, first.road),
  }
}
