import type { ThingId } from '#estate/claim.ts'
import { chanceOfBreach, chanceOfLoss, meanLoss, tailBeyond } from '#kernels/loss/measures.ts'
import { type Estimate, estimateOf } from '#kernels/statistics/samples/estimate.ts'
import type { Run } from './run.ts'
import { scaleOf } from './shares.ts'

const cents = 100

/** The figures of one reading for those who compute on: euros, hours, chances per year. */
export function figuresOf(run: Run) {
  return {
    years: run.loss.years,
    mean: figure(meanLoss(run.loss), cents),
    anyLoss: figure(chanceOfLoss(run.loss), 1),
    valueAtRisk: [0.95, 0.99, 0.995].flatMap((share) => {
      const tail = tailBeyond(run.loss, share)
      if (tail === undefined) return []
      const { value, low, high } = tail.var
      return [{ share, value: value / cents, low: low / cents, high: high / cents, meanBeyond: figure(tail.tvar, cents) }]
    }),
    hours: figure(meanLoss(run.hours), cents),
    personHours: scaleOf(run, 1),
    duties: scaleOf(run, 2),
    breach: Object.fromEntries(run.models.of.items.flatMap((id: ThingId, at) => (id.startsWith('function:') ? [[id, figure(chanceOfBreach(run.hours, at), 1)] as const] : []))),
  }
}

/** With the interval that holds it in 95 of 100 simulations: chance alone, and nothing of what is not known. */
function figure({ value, error }: Pick<Estimate, 'value' | 'error'>, per: number): Pick<Estimate, 'value' | 'low' | 'high'> {
  const { low, high } = estimateOf({ value: value / per, error: error / per, confidence: 0.95 })
  return { value: value / per, low: Math.max(0, low), high }
}
