import type { Behaviour } from './behaviour.ts'
import type { Asked } from './fit.ts'

/** A number that is known. What the other families become when both ends of an answer are the same. */
export interface Constant {
  readonly family: 'constant'
  readonly value: number
  readonly asked: readonly Asked[]
}

export function constantBehaviour({ value }: Constant): Behaviour {
  const moment = (order: number): number => {
    let power = 1
    for (let at = 0; at < order; at++) power *= value
    return power
  }
  return {
    quantile: () => value,
    cdf: (x) => (x < value ? 0 : 1),
    above: (x) => (x < value ? 1 : 0),
    meanAbove: (x) => (x < value ? value : 0),
    moment,
    mean: value,
  }
}
