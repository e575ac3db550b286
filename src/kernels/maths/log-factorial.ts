import { log } from './log.ts'

const known = sums()

/** ln n! for whole n ≥ 0: sums of logarithms up to 255, Stirling's series beyond (its fifth term is below 1e−23 there). */
export function logFactorial(n: number): number {
  if (n < known.length) return known[n] as number
  const inverse = 1 / n
  const square = inverse * inverse
  return (n + 0.5) * log(n) - n + 0.9189385332046727 + inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
}

function sums(): Float64Array {
  const table = new Float64Array(256)
  for (let n = 2; n < table.length; n++) table[n] = (table[n - 1] as number) + log(n)
  return table
}
