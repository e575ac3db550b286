import { assert } from '#lang/assert.ts'
import { binsOf } from './ranks.ts'

/** What the output is on average where the input lies in one bin. The error is that of the mean by chance; infinite from a single value. */
export interface ConditionalMean {
  readonly count: number
  readonly inputMean: number
  readonly mean: number
  readonly error: number
}

/**
 * The mean of an output within equally filled bins of an input, from the lowest input up. Bins that nothing fell in are left out.
 *
 * The first and the last are the two ends of the input's bar in a tornado chart: what the output is on average when this input is low or
 * high and all else is as uncertain as it is.
 */
export function conditionalMeans(input: Float64Array, output: Float64Array, bins: number): readonly ConditionalMean[] {
  const n = input.length
  assert(n === output.length, `${n} inputs for ${output.length} outputs`)
  const bin = binsOf(input, bins)
  const [counts, inputs, outputs, squares] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)]
  const add = (to: Float64Array, at: number, value: number): void => {
    to[at] = (to[at] as number) + value
  }
  for (let at = 0; at < n; at++) {
    add(counts, bin[at] as number, 1)
    add(inputs, bin[at] as number, input[at] as number)
    add(outputs, bin[at] as number, output[at] as number)
  }
  for (let at = 0; at < n; at++) {
    const one = bin[at] as number
    const off = (output[at] as number) - (outputs[one] as number) / (counts[one] as number)
    add(squares, one, off * off)
  }
  return Array.from(counts, (count, one) => ({
    count,
    inputMean: (inputs[one] as number) / count,
    mean: (outputs[one] as number) / count,
    error: count > 1 ? Math.sqrt((squares[one] as number) / (count - 1) / count) : Number.POSITIVE_INFINITY,
  })).filter(({ count }) => count > 0)
}
