import type { Block, CurveMark, CurveSeries } from '#findings/block.ts'
import { around, type Interval } from '#lang/interval.ts'
import type { Message } from '#lang/message.ts'

export type Curve = Extract<Block, { readonly kind: 'curve' }>
export type CurvePoint = CurveSeries['points'][number]

/** One line of the table of a curve: a chance, and the amount that a year reaches with it. */
export interface CurveRow {
  readonly chance: number
  readonly amount: Interval
  readonly label?: Message
}

/** Chances that are told beside a curve: years that come round in two years, and up to those of two centuries. */
const chancesTold = [0.5, 0.2, 0.1, 0.05, 0.01, 0.005]

/** Whether there is anything to draw. */
export const isEmptyCurve = (block: Curve): boolean => block.marks.length === 0 && block.series.every((one) => pointsOf(one).length === 0)

/** The points of a line that can be drawn, from the smallest amount on. */
export const pointsOf = (series: CurveSeries): readonly CurvePoint[] =>
  series.points
    .filter(({ amount, chance }) => amount >= 0 && Number.isFinite(amount) && chance >= 0 && chance <= 1)
    .toSorted((one, other) => one.amount - other.amount || other.chance - one.chance)

/** The rows of the table: chances read off the lines, and the amounts that have a name, from the likeliest on. */
export function curveRows(block: Curve): readonly CurveRow[] {
  const lines = block.series.map(pointsOf).filter((points) => points.length > 0)
  const named = (chance: number): boolean => block.marks.some((mark) => Math.abs(mark.chance / chance - 1) < 0.001)
  const read =
    lines.length === 0 ? [] : chancesTold.filter((chance) => !named(chance)).map((chance): CurveRow => ({ chance, amount: hull(lines.map((points) => amountAt(points, chance))) }))
  return [...read, ...block.marks.map(({ label, amount, chance }: CurveMark): CurveRow => ({ label, amount, chance }))].toSorted((one, other) => other.chance - one.chance)
}

const hull = (intervals: readonly Interval[]): Interval => around(intervals.flatMap((one) => [one.low, one.high]))

/**
 * The amount that a line reaches with a chance, read as the line is drawn. Its first point has the chance of any amount at all: what is likelier is nothing. An amount
 * rarer than its last point is at least that of the point.
 */
export function amountAt(points: readonly CurvePoint[], chance: number): Interval {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return { low: 0, high: Number.POSITIVE_INFINITY }
  if (chance > first.chance) return { low: 0, high: 0 }
  if (chance < last.chance) return { low: last.amount, high: Number.POSITIVE_INFINITY }
  const at = points.findLastIndex((point) => point.chance >= chance)
  const amount = between(turned(points[at] ?? last), turned(points[at + 1] ?? points[at] ?? last), chance)
  return { low: amount, high: amount }
}

/** The chance that a line has at an amount: level before its first point, where smaller amounts are no less likely, and nought beyond its last. */
export function chanceAt(points: readonly CurvePoint[], amount: number): number {
  const at = points.findLastIndex((point) => point.amount <= amount)
  const [from, to] = [points[at], points[at + 1]]
  if (!from) return points[0]?.chance ?? 0
  if (!to) return from.amount === amount ? from.chance : 0
  return between({ x: from.amount, y: from.chance }, { x: to.amount, y: to.chance }, amount)
}

interface Place {
  readonly x: number
  readonly y: number
}

const turned = ({ amount, chance }: CurvePoint): Place => ({ x: chance, y: amount })

/** Between two points, straight on axes that both multiply; where an end is nought, which such axes do not hold, straight on plain ones. */
function between(from: Place, to: Place, x: number): number {
  if (from.x === to.x) return to.y
  const multiply = [from.x, from.y, to.x, to.y, x].every((value) => value > 0)
  const share = multiply ? Math.log(x / from.x) / Math.log(to.x / from.x) : (x - from.x) / (to.x - from.x)
  return multiply ? from.y * (to.y / from.y) ** share : from.y + share * (to.y - from.y)
}
