import { expect, test } from 'vitest'
import { exp, expm1, expWithin } from './exp.ts'
import { log, log1p, twoPartLog } from './log.ts'
import { logFactorial } from './log-factorial.ts'
import { normalCdf, normalDensity, normalQuantile } from './normal.ts'
import { normalCells, normalTable, outerCells } from './normal-table.ts'
import { pow } from './pow.ts'

/** Fixed point with 220 bits behind the point: the other way of computing, with integers alone. */
const bits = 220n
const one = 1n << bits

function fixed(x: number): bigint {
  const down = Math.max(0, 60 - Math.floor(Math.log2(Math.abs(x) || 1)))
  return (BigInt(x * 2 ** Math.min(down, 1000)) << bits) >> BigInt(Math.min(down, 1000))
}

function bigExp(x: bigint): bigint {
  let term = one
  let sum = one
  const small = x >> 12n
  for (let k = 1n; term !== 0n && k < 200n; k++) {
    term = (term * small) / (k << bits)
    sum += term
  }
  for (let k = 0; k < 12; k++) sum = (sum * sum) >> bits
  return sum
}

/** ln x by Newton's method on `bigExp`, from the engine's own logarithm. */
function bigLog(x: number): bigint {
  let y = fixed(Math.log(x))
  for (let k = 0; k < 4; k++) {
    const e = bigExp(-y)
    y += ((fixed(x) * e) >> bits) - one
  }
  return y
}

const relative = (value: number, exact: bigint): number => Math.abs(Number(((fixed(value) - exact) << 80n) / exact)) / 2 ** 80

/** Spread over a range without chance: multiples of the golden ratio. */
const spread = (count: number, low: number, high: number): readonly number[] => Array.from({ length: count }, (_, k) => low + (((k + 1) * 0.6180339887498949) % 1) * (high - low))

test('e to a power is exact to 1e-15 of its size', () => {
  for (const x of [...spread(300, -25, 60), ...spread(100, -1, 1), 1e-9, -1e-9]) expect(relative(exp(x), bigExp(fixed(x)))).toBeLessThan(1e-15)
})

test('near zero, e to a power less one keeps its digits', () => {
  for (const x of [...spread(300, -2, 2), ...spread(100, -1e-6, 1e-6)]) expect(relative(expm1(x), bigExp(fixed(x)) - one)).toBeLessThan(1.2e-15)
})

test('a logarithm is exact to 1e-15 of its size', () => {
  for (const x of [...spread(200, 1e-6, 2), ...spread(200, 2, 1e6), 1 + 2 ** -40, 1 - 2 ** -40]) expect(relative(log(x), bigLog(x))).toBeLessThan(1e-15)
})

test('near one, a logarithm of one and something keeps its digits', () => {
  for (const x of [...spread(200, -0.9, 3), ...spread(100, -1e-7, 1e-7)]) {
    const exact = bigLog(2) // ln(1 + x) = ln 2 + ln((1 + x) / 2), with the division made in integers
    let y = fixed(Math.log1p(x))
    for (let k = 0; k < 4; k++) y += (((one + fixed(x)) * bigExp(-y)) >> bits) - one
    expect(exact).toBeGreaterThan(0n)
    expect(relative(log1p(x), y)).toBeLessThan(1e-15)
  }
})

test('a logarithm in two parts is exact to 1e-17 of its size', () => {
  const into = { high: 0, low: 0 }
  for (const x of [...spread(200, 1e-5, 2), ...spread(200, 2, 1e6)]) {
    twoPartLog(x, into)
    const exact = bigLog(x)
    expect(Math.abs(Number(((fixed(into.high) + fixed(into.low) - exact) << 80n) / exact)) / 2 ** 80).toBeLessThan(1e-17)
  }
})

test('a power is exact to 1e-15 of its size, also where its exponent is large', () => {
  for (const [at, x] of spread(300, 0.05, 20).entries()) {
    const y = (at - 150) / 12
    expect(relative(pow(x, y), bigExp((bigLog(x) * fixed(y)) >> bits))).toBeLessThan(1e-15)
  }
  expect([pow(2, 10), pow(10, 3), pow(5, 0), pow(0, 2), pow(0, -1)]).toEqual([1024, 1000, 1, 0, Number.POSITIVE_INFINITY])
})

test('the ends of the range are met', () => {
  expect([exp(-800), exp(800), exp(0), exp(Number.NEGATIVE_INFINITY), exp(Number.NaN)]).toEqual([0, Number.POSITIVE_INFINITY, 1, 0, Number.NaN])
  expect([log(0), log(-1), log(1), log(Number.POSITIVE_INFINITY), log1p(-1)]).toEqual([Number.NEGATIVE_INFINITY, Number.NaN, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
  for (const x of [-740, -720, 709.5]) expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 2)
  expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 10)
  for (const x of spread(1000, -700, 700)) expect(expWithin(x)).toBe(exp(x))
})

test('factorials beyond the table go on where it ends', () => {
  let sum = 0
  for (let n = 2; n <= 3000; n++) {
    sum += Math.log(n)
    expect(logFactorial(n) / sum).toBeCloseTo(1, 13)
  }
})

// scipy 1.10.1: norm.cdf([-10, -5, -1.96, 0.3, 2.5]), norm.ppf([1e-12, 0.001, 0.25, 0.975])
test('the normal distribution has its known values', () => {
  const known: readonly (readonly [number, number])[] = [
    [normalCdf(-10), 7.61985302416052e-24],
    [normalCdf(-5), 2.8665157187919328e-7],
    [normalCdf(-1.96), 0.024997895148220435],
    [normalCdf(0.3), 0.6179114221889526],
    [normalCdf(2.5), 0.9937903346742238],
    [normalQuantile(1e-12), -7.034483825301132],
    [normalQuantile(0.001), -3.090232306167813],
    [normalQuantile(0.25), -0.6744897501960817],
    [normalQuantile(0.975), 1.959963984540054],
  ]
  for (const [ours, theirs] of known) expect(Math.abs(ours / theirs - 1)).toBeLessThan(2e-14)
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5), normalQuantile(-1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0, Number.NaN])
})

test('a quantile leads back to its share', () => {
  for (const p of spread(2000, 0, 1)) expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-15 * (1 + 40 * p) + 1e-16 * normalDensity(0))
})

test('the table of the normal quantile is within 1.3e-8 of the formula', () => {
  for (const p of spread(20000, outerCells / normalCells, 1 - outerCells / normalCells)) {
    const [cell, t] = [Math.floor(p * normalCells), (p * normalCells) % 1]
    const [c0, c1, c2, c3] = normalTable.subarray(cell * 4, cell * 4 + 4) as unknown as readonly [number, number, number, number]
    expect(Math.abs(c0 + t * (c1 + t * (c2 + t * c3)) - normalQuantile(p))).toBeLessThan(1.3e-8)
  }
})
