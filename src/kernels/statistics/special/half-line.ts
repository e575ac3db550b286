import { exp } from '../../maths/exp.ts'

const step = 1 / 32

/** The places and weights, the same for every function. From −4, where the weight has vanished, to 9, which is t = 8,100. */
const nodes: readonly { readonly t: number; readonly weight: number }[] = Array.from({ length: 13 * 32 + 1 }, (_, at) => {
  const s = -4 + at * step
  const inner = exp(-s)
  const t = exp(s - inner)
  return { t, weight: step * t * (1 + inner) }
})

/**
 * The integral from 0 to infinity of a smooth function that dies away as e^(−rate · t).
 *
 * The trapezium rule after t = exp(s − e^(−s)), which makes both ends die away doubly (Takahasi and Mori 1974). Relative error below 1e-11 for
 * rates from 0.01 on of what does not change sign much.
 */
export function halfLineIntegral(value: (t: number) => number): number {
  let sum = 0
  for (const { t, weight } of nodes) sum += value(t) * weight
  return sum
}
