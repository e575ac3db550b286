import { type Behaviour, expectedExcess } from '../distributions/behaviour.ts'

/**
 * A cost that grows with a size by straight lines and jumps, from nothing at 0.
 *
 * @property from where each piece begins, rising, the first at least 0
 * @property slope cost per unit of size within the piece; before the first piece nothing is charged
 * @property jump what falls due at once when the size exceeds the beginning of the piece
 */
export interface CostCurve {
  readonly from: readonly number[]
  readonly slope: readonly number[]
  readonly jump: readonly number[]
}

/** The cost of one size. */
export function costOf({ from, slope, jump }: CostCurve, size: number): number {
  let cost = 0
  for (const [at, start] of from.entries()) {
    if (size <= start) break
    cost += (jump[at] as number) + (slope[at] as number) * (Math.min(size, from[at + 1] ?? Number.POSITIVE_INFINITY) - start)
  }
  return cost
}

/**
 * The expected cost of an uncertain size, in closed form wherever the distribution's partial means are (every family but the metalog):
 * E[C(D)] = Σ (slope − slope before) E[(D − from)⁺] + Σ jump P(D > from).
 */
export function expectedCost({ from, slope, jump }: CostCurve, size: Behaviour): number {
  let cost = 0
  for (const [at, start] of from.entries()) {
    const bend = (slope[at] as number) - (slope[at - 1] ?? 0)
    cost += bend * expectedExcess(size, start) + (jump[at] as number) * size.above(start)
  }
  return cost
}
