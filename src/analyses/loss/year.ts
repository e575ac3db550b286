import { saidText } from '#estate/said.ts'
import { organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, CurveSeries, Measure } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { chanceOfLoss, exceedance, meanLoss, tailBeyond } from '#kernels/loss/measures.ts'
import { assert } from '#lang/assert.ts'
import type { Interval } from '#lang/interval.ts'
import { message } from '#lang/message.ts'
import { cents, type Run, type Runs, readings, tailShare } from './run.ts'
import { between } from './shares.ts'

type CurvePoint = CurveSeries['points'][number]

/** Shares of the years, with how many years one is the worst of. */
const tails = [
  { share: 0.95, years: 20, isMarked: true },
  { share: tailShare, years: 100, isMarked: true },
  { share: 0.995, years: 200, isMarked: false },
] as const

/** The average year in euros, from the better reading to the worse. */
export const meanOf = (runs: Runs): Interval => between(...readings.map((one) => meanLoss(runs[one].loss).value / cents))

/** Hours of stopped functions in an average year. */
export const hoursOfYear = (runs: Runs): Interval => between(...readings.map((one) => meanLoss(runs[one].hours).value / cents))

/** What one year in so many costs at least, in euros; nothing when too few years were run. */
export function varOf(runs: Runs, share: number): Interval | undefined {
  const found = readings.flatMap((one) => tailBeyond(runs[one].loss, share) ?? [])
  return found.length < readings.length ? undefined : between(...found.map((tail) => tail.var.value / cents))
}

const about = { basis: 'inferred', proof: noProof } as const

export function moneyMeasures(runs: Runs): readonly Measure[] {
  const tvar = readings.flatMap((one) => (runs[one].tail ? [runs[one].tail.tail.tvar.value / cents] : []))
  return [
    { label: message('loss.measure.mean'), interval: meanOf(runs), unit: 'euros-per-year', ...about },
    { label: message('loss.measure.any'), interval: between(...readings.map((one) => chanceOfLoss(runs[one].loss).value)), unit: 'share-per-year', ...about },
    ...tails.flatMap(({ share, years }): readonly Measure[] => {
      const interval = varOf(runs, share)
      return interval === undefined ? [] : [{ label: message('loss.measure.var', { years }), interval, unit: 'euros', ...about }]
    }),
    ...(tvar.length < readings.length ? [] : [{ label: message('loss.measure.tvar'), interval: between(...tvar), unit: 'euros' as const, ...about }]),
  ]
}

/** The scales beside money, those that somebody stated; and the hours, which nobody has to state. */
export function otherMeasures(subject: Subject, runs: Runs): readonly Measure[] {
  const isStated = (name: 'affected-people' | 'postponed-duties'): boolean =>
    organisation(subject).functions.some((one) => saidText(subject.estate.things.get(one.id), name) !== undefined)
  const scale = (at: number): Interval => between(...readings.map((one) => meanLoss(runs[one].loss, at).value / cents))
  return [
    { label: message('loss.measure.hours'), interval: hoursOfYear(runs), unit: 'hours', ...about },
    ...(isStated('affected-people') ? [{ label: message('loss.measure.people'), interval: scale(1), unit: 'person-hours' as const, ...about }] : []),
    ...(isStated('postponed-duties') ? [{ label: message('loss.measure.duties'), interval: rounded(scale(2)), unit: 'count' as const, ...about }] : []),
  ]
}

/** Duties are counted whole, and of an estimate two digits count. */
const rounded = ({ low, high }: Interval): Interval => ({ low: twoDigits(low), high: twoDigits(high) })
const twoDigits = (value: number): number => (value < 1 ? Math.round(value) : Number(value.toPrecision(2)))

/** From one point of the drawn curve to the next the chance grows by this factor at least: nobody can tell it from the whole of it. */
const finest = 1.03

/** How likely a year is to cost an amount or more, in both readings. */
export function curveOf(runs: Runs): Block {
  const series = readings.map((one) => {
    const { amount, chance } = yearsOf(runs[one])
    const points = Array.from(amount, (value, at) => ({ amount: value / cents, chance: chance[at] as number }))
    return { label: message(`loss.series.${one}`), points: thinned(points) }
  })
  const marks = tails.flatMap(({ share, years, isMarked }) => {
    const amount = isMarked ? varOf(runs, share) : undefined
    return amount === undefined ? [] : [{ label: message('loss.mark.var', { years }), amount, chance: 1 - share }]
  })
  return { kind: 'curve', id: 'loss-curve', title: message('loss.curve'), unit: 'euros', series, marks, primary: true }
}

/** From the rarest on, every point whose chance is so much greater than that of the last one kept; and the first. */
function thinned(points: readonly CurvePoint[]): readonly CurvePoint[] {
  const kept: CurvePoint[] = []
  for (const [at, point] of [...points.entries()].reverse()) if (kept.length === 0 || at === 0 || point.chance >= finest * (kept.at(-1) as CurvePoint).chance) kept.push(point)
  return kept.reverse()
}

function yearsOf(run: Run) {
  const [money] = run.loss.scales
  assert(money !== undefined, 'a simulation without a scale')
  return exceedance(money.years)
}
