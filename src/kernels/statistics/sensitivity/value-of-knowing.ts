import { assert } from '#lang/assert.ts'
import { squaresAround } from '../samples/mean.ts'
import { exactSum } from '../samples/sum.ts'
import { binsOf } from './ranks.ts'

/** What it is worth to know one input before choosing between two. In the unit of the difference. */
export interface ValueOfKnowing {
  /** At least this, up to chance: choices made on one half of the sample and paid out on the other. Never below 0. */
  readonly value: number
  /** The standard error of the value before it was cut at 0. */
  readonly error: number
  /** Choices made and paid out on the same sample, which flatters them: more than this is not worth it, up to chance and to what bins are too coarse for. */
  readonly atMost: number
}

/**
 * The expected value of perfect information on one input for a choice between two:
 * E[max(0, E[difference | input])] − max(0, E[difference]).
 *
 * By equally filled bins of the input (as Strong and Oakley 2013 do for one parameter). The plain estimate is too high, since in every bin chance
 * decides too; choosing in each bin with one half of the sample and paying out with the other, both ways round, cannot be flattered by chance. The
 * truth lies between the two but for what happens within a bin, which both miss.
 *
 * @param input one value for each try
 * @param difference by how much the second choice was better than the first in that try (loss of the first less loss of the second)
 * @returns nothing from fewer than four tries a bin
 */
export function valueOfKnowing(input: Float64Array, difference: Float64Array, bins: number): ValueOfKnowing | undefined {
  const n = input.length
  assert(n === difference.length, `${n} inputs for ${difference.length} differences`)
  if (n < 4 * bins) return undefined
  const bin = binsOf(input, bins)
  const halves = [new Float64Array(bins), new Float64Array(bins)] as const
  let whole = 0
  for (let at = 0; at < n; at++) {
    const [half, one, gain] = [halves[at % 2 === 0 ? 0 : 1], bin[at] as number, difference[at] as number]
    half[one] = (half[one] as number) + gain
    whole += gain
  }
  const plain = halves[0].reduce((all, sum, one) => all + Math.max(0, sum + (halves[1][one] as number)), 0) / n - Math.max(0, whole / n)
  /** Who knows nothing takes the second where it is better on the whole. Who knows the bin takes what the other half of its tries says. */
  const gained = difference.map((gain, at) => {
    const [other, blind] = [halves[at % 2 === 0 ? 1 : 0][bin[at] as number] as number, whole > 0]
    const informed = other === 0 ? blind : other > 0
    return informed === blind ? 0 : informed ? gain : -gain
  })
  const mean = exactSum(gained) / n
  return { value: Math.max(0, mean), error: Math.sqrt(squaresAround(gained, mean) / (n - 1) / n), atMost: Math.max(0, plain) }
}
