import type { Unit } from '#findings/block.ts'
import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import { amountAt, type Curve, type CurvePoint, chanceAt } from './curve-reading.ts'
import { figure } from './figure.ts'
import { percent } from './per-year.ts'

/** Chances at which the axis has a line. */
const chanceTicks = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001, 0.0001, 0.000_01, 0.000_001]

/** What comes more seldom than once in a thousand years is drawn only where all of it does. */
const rarestDrawn = 0.001

/** The longest axis of amounts, as a factor: what is smaller than the largest by more does not show beside it. */
const amountSpan = 1e5

/** Less than this is nothing, on an axis that multiplies: it would go on without end. */
const leastDrawn = 0.01

/** A place on a drawing: an amount, and a chance. Both above nought. */
export type Spot = readonly [amount: number, chance: number]

/** A value along an axis with what is written at it. A tick without words is a line alone. */
export interface Tick {
  readonly at: number
  readonly text: string
}

export interface Range {
  readonly from: number
  readonly to: number
}

/** What is drawn: amounts and chances, both ends above nought. */
export interface Frame {
  readonly amounts: Range
  readonly chances: Range
}

/** The axes: chances down to one in a thousand or to the rarest that is told, and the amounts that lie within these. */
export function frameOf(lines: readonly (readonly CurvePoint[])[], marks: Curve['marks']): Frame | undefined {
  const told = lines.flat().flatMap(({ chance }) => (chance > 0 ? [chance] : []))
  if (told.length === 0) return undefined
  const most = highest(told)
  const to = chanceTicks.findLast((tick) => tick >= most) ?? 1
  const least = Math.max(-highest(told.map((chance) => -chance)), Math.min(rarestDrawn, to / 10))
  const from = chanceTicks.find((tick) => tick <= least && tick < to) ?? to / 10
  const named = marks.filter((mark) => mark.chance >= from && mark.chance <= to).flatMap(({ amount }) => [amount.low, amount.high])
  const amounts = [...lines.map((points) => amountAt(points, from).low), ...lines.flat().flatMap(({ amount, chance }) => (chance >= from ? [amount] : [])), ...named].filter(
    (amount) => amount >= leastDrawn && Number.isFinite(amount),
  )
  if (amounts.length === 0) return undefined
  const largest = highest(amounts)
  const smallest = Math.max(-highest(amounts.map((amount) => -amount)), largest / amountSpan)
  const start = roundSteps(smallest / 10, smallest).at(-1) ?? smallest
  const end = roundSteps(largest, largest * 10)[0] ?? largest
  return { chances: { from, to }, amounts: { from: start, to: end > start ? end : 10 * start } }
}

/** The largest of many: lines may have more points than a call takes arguments. */
const highest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)

/** The numbers 1, 2 and 5 with noughts, from one amount to another. */
function roundSteps(from: number, to: number): readonly number[] {
  const decades = Array.from({ length: Math.ceil(Math.log10(to / from)) + 2 }, (_, at) => Math.floor(Math.log10(from)) + at)
  return decades.flatMap((decade) => [1, 2, 5].map((digit) => Number(`${digit}e${decade}`))).filter((step) => step >= from * (1 - 1e-9) && step <= to * (1 + 1e-9))
}

/**
 * A line within its frame. To the left of its first point it goes on level, since a smaller amount is no less likely; at the bottom it
 * ends where it leaves the frame. Points that would lie on one another are drawn once.
 */
export function lineOf(points: readonly CurvePoint[], { amounts, chances }: Frame): readonly Spot[] {
  const first = points[0]
  if (!first) return []
  const start: Spot = [amounts.from, Math.max(chances.from, chanceAt(points, amounts.from))]
  const within = points.filter(({ amount, chance }) => amount >= amounts.from && amount <= amounts.to && chance >= chances.from).map(({ amount, chance }): Spot => [amount, chance])
  const end = amountAt(points, chances.from)
  const leaves = end.high === Number.POSITIVE_INFINITY || end.low < amounts.from ? [] : [[end.low, chances.from] as const]
  return thinned([start, ...within, ...leaves], { amounts, chances })
}

/** Points that can be told apart on a drawing of this many dots. */
const dots = 500

function thinned(spots: readonly Spot[], { amounts, chances }: Frame): readonly Spot[] {
  const kept: Spot[] = []
  for (const [at, spot] of spots.entries()) {
    const last = kept.at(-1)
    const isApart = !last || Math.abs(along(amounts, spot[0]) - along(amounts, last[0])) + Math.abs(along(chances, spot[1]) - along(chances, last[1])) > 1 / dots
    if (isApart || at === spots.length - 1) kept.push(spot)
  }
  return kept
}

/** How far a value lies along an axis that multiplies: 0 at its beginning, 1 at its end. */
export const along = ({ from, to }: Range, value: number): number => Math.log(value / from) / Math.log(to / from)

/** The chances of an axis that have a name. */
export function chanceTicksOf(speaker: Speaker, { from, to }: Range): readonly Tick[] {
  return chanceTicks.filter((tick) => tick >= from && tick <= to).map((at) => ({ at, text: speaker.say(message('curve.chance-only', { value: percent(speaker, at) })) }))
}

/** Signs that stay free between two labels. */
const gap = 2

/** As many round amounts as there is room to write; what stands between them is a line alone. */
export function amountTicks(
  speaker: Speaker,
  unit: Unit,
  { range, width, signWidth }: { readonly range: Range; readonly width: number; readonly signWidth: number },
): readonly Tick[] {
  const steps = roundSteps(range.from, range.to)
  const decades = steps.filter((step) => String(step).replaceAll(/[0.]|e.*/g, '') === '1')
  const text = (at: number): string => figure(speaker, { low: at, high: at }, unit === 'euros-per-year' ? 'euros' : unit)
  const room = Math.max(...steps.map((step) => (text(step).length + gap) * signWidth))
  const decade = width / Math.log10(range.to / range.from)
  const [told, apart] = room <= decade * Math.log10(2) || decades.length < 2 ? [steps, decade * Math.log10(2)] : [decades, decade]
  const every = Math.ceil(room / apart)
  return told.map((at, place) => ({ at, text: place % every === 0 ? text(at) : '' }))
}
