/** Adding and taking away 1.5 · 2^52 rounds a double below 2^51 to the nearest integer, halves to even. */
const rounder = 6755399441055744
/** ln 2 in two parts; the first ends in 32 zero bits, so that times a small integer it is exact. */
const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10

/** 2^n at place n + 1022, for the normal numbers: n from −1022 to 1023. Doubling is exact. */
const powersOfTwo = powers()

/**
 * e^x, built from + − × ÷ alone, so that every engine gives the same bits; `Math.exp` may differ from one version to the next.
 *
 * Takes away n · ln 2, sums the Taylor series of what is left (|r| ≤ 0.347, up to r^12: the rest is below 2e−16) in Estrin's
 * order, and scales by 2^n. Within 4e−16 relative where the result is a normal number.
 */
export function exp(x: number): number {
  if (!(x <= 709.782712893384)) return Number.isNaN(x) ? x : Number.POSITIVE_INFINITY
  if (x < -745.1332191019412) return 0
  const n = x * Math.LOG2E + rounder - rounder
  const r = x - n * ln2High - n * ln2Low
  const e = 1 + (r + r * r * series(r))
  if (n > -1022 && n < 1023) return e * (powersOfTwo[n + 1022] as number)
  const half = n > 0 ? 1000 : -1000
  return e * (powersOfTwo[half + 1022] as number) * (powersOfTwo[n - half + 1022] as number)
}

/** The same without the ends: for x within [−700, 700], in loops over millions. The same bits as `exp`. */
export function expWithin(x: number): number {
  const n = x * Math.LOG2E + rounder - rounder
  const r = x - n * ln2High - n * ln2Low
  return (1 + (r + r * r * series(r))) * (powersOfTwo[n + 1022] as number)
}

/** e^x − 1 without losing digits near 0. Within 1e−15 relative. */
export function expm1(x: number): number {
  return x > -0.34 && x < 0.34 ? x + x * x * series(x) : exp(x) - 1
}

/** (e^r − 1 − r) / r², for |r| ≤ 0.35: 1/2! + r/3! + … + r^10/12!. */
function series(r: number): number {
  const r2 = r * r
  const r4 = r2 * r2
  const low = 1 / 2 + (1 / 6) * r + (1 / 24 + (1 / 120) * r) * r2
  const middle = 1 / 720 + (1 / 5040) * r + (1 / 40320 + (1 / 362880) * r) * r2
  const high = 1 / 3628800 + (1 / 39916800) * r + (1 / 479001600) * r2
  return low + middle * r4 + high * (r4 * r4)
}

function powers(): Float64Array {
  const table = new Float64Array(2046)
  let up = 1
  let down = 1
  for (let n = 0; n <= 1023; n++, up *= 2, down /= 2) {
    table[1022 + n] = up
    if (n <= 1022) table[1022 - n] = down
  }
  return table
}
