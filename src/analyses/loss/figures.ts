import type { ThingId } from '#estate/claim.ts'
import type { Losses } from '#facts/loss-model.ts'
import type { Source } from '#facts/source.ts'
import type { Subject } from '#facts/subject.ts'
import { type Chance, chanceOfBreach, chanceOfLoss, meanLoss, tailBeyond } from '#kernels/loss/measures.ts'
import { type Estimate, estimateOf } from '#kernels/statistics/samples/estimate.ts'
import { proportion } from '#kernels/statistics/samples/proportion.ts'
import { by } from '#lang/compare.ts'
import { offOf, ofItem, ofSources, type PartEstimate, verdictOf } from './chance.ts'
import { cents, type Run } from './run.ts'
import { cuts, whoOf } from './who.ts'

/** The figures of one reading for those who compute on: euros, hours, chances per year. */
export function figuresOf(subject: Subject, losses: Losses, run: Run) {
  return {
    years: run.loss.years,
    mean: figure(meanLoss(run.loss), cents),
    anyLoss: chance(chanceOfLoss(run.loss)),
    valueAtRisk: [0.95, 0.99, 0.995].flatMap((share) => {
      const tail = tailBeyond(run.loss, share)
      if (tail === undefined) return []
      const { value, low, high } = tail.var
      return [{ share, value: value / cents, low: low / cents, high: high / cents, meanBeyond: figure(tail.tvar, cents) }]
    }),
    hours: figure(meanLoss(run.hours), cents),
    personHours: figure(meanLoss(run.loss, 1), cents),
    duties: figure(meanLoss(run.loss, 2), cents),
    breach: Object.fromEntries(run.models.of.items.flatMap((id: ThingId, at) => (id.startsWith('function:') ? [[id, chance(chanceOfBreach(run.hours, at))] as const] : []))),
    shares: sharesOf(subject, losses, run),
  }
}

/** The parts of the average year and of the worst hundredth, cut in several ways; each cut adds up to the whole. */
function sharesOf(subject: Subject, losses: Losses, run: Run) {
  const cut = (keyOf: (source: Source) => string) => {
    const estimate = ofSources(losses, run, keyOf)
    return parts([...new Set(losses.sources.map(keyOf))].map((key) => [key, estimate([key])]))
  }
  return {
    'by-scenario': cut((source) => source.scenario),
    ...Object.fromEntries(cuts.map((one) => [one, cut(whoOf(subject, one))])),
    'by-function': parts(run.models.of.items.map((id) => [id, ofItem(run, id)])),
  }
}

/** Those that cost anything, the dearest first: what each comes to, in euros, and whether that has settled. */
const parts = (list: readonly (readonly [key: string, PartEstimate])[]) =>
  list
    .filter(([, { mean }]) => mean.value > 0)
    .toSorted(([a, one], [b, other]) => other.mean.value - one.mean.value || by((key: string) => key)(a, b))
    .map(([key, { mean, tail }]) => ({
      key,
      perYear: { ...figure(mean, 1), verdict: verdictOf(offOf(mean)) },
      ...(tail ? { inWorstHundredth: { ...figure(tail, 1), verdict: verdictOf(offOf(tail)) } } : {}),
    }))

/** The same for a chance: an interval that stays within [0, 1], and that says something where nothing was met. */
function chance({ value, tries }: Chance): Pick<Estimate, 'value' | 'low' | 'high'> {
  const { low, high } = proportion({ hits: value * tries, tries, confidence: 0.95 }) ?? { low: 0, high: 1 }
  return { value, low, high }
}

/** With the interval that holds it in 95 of 100 simulations: chance alone, and nothing of what is not known. */
function figure({ value, error }: Pick<Estimate, 'value' | 'error'>, per: number): Pick<Estimate, 'value' | 'low' | 'high'> {
  const { low, high } = estimateOf({ value: value / per, error: error / per, confidence: 0.95 })
  return { value: value / per, low: Math.max(0, low), high }
}
