import type { ThingId } from '#estate/claim.ts'
import { type Chance, chanceOfBreach, chanceOfLoss, meanLoss, tailBeyond } from '#kernels/loss/measures.ts'
import { type Estimate, estimateOf } from '#kernels/statistics/samples/estimate.ts'
import { proportion } from '#kernels/statistics/samples/proportion.ts'
import type { Run } from './run.ts'
import { scaleOf } from './shares.ts'

const cents = 100

/** The figures of one reading for those who compute on: euros, hours, chances per year. */
export function figuresOf(run: Run) {
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
    personHours: scaleOf(run, 1),
    duties: scaleOf(run, 2),
    breach: Object.fromEntries(run.models.of.items.flatMap((id: ThingId, at) => (id.startsWith('function:') ? [[id, chance(chanceOfBreach(run.hours, at))] as const] : []))),
  }
}

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
