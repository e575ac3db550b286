import { expect, test } from 'vitest'
import { normalQuantile } from '../maths/normal.ts'
import { aliasScratch, fillAliasTable } from './alias-table.ts'
import { fillWords } from './block-of-words.ts'
import { gammaWithMeanOne } from './gamma.ts'
import { isOuter, normalOf } from './normal-draw.ts'
import { poisson, poissonQuantile, poissonStart } from './poisson.ts'
import { threefry } from './threefry.ts'
import { unit } from './uniform.ts'

const hex = (...words: readonly (number | undefined)[]): string => words.map((word = 0) => (word >>> 0).toString(16).padStart(8, '0')).join(' ')
const after = (rounds: number, ...words: readonly number[]): string => {
  const state = Int32Array.from(words)
  threefry(state, rounds)
  return hex(state[2], state[3])
}

// The known answers of Random123, tests/kat_vectors.
test('the generator gives the published answers', () => {
  expect(after(20, 0, 0, 0, 0)).toBe('6b200159 99ba4efe')
  expect(after(20, 0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toBe('c4923a9c 483df7a0')
  expect(after(20, -1, -1, -1, -1)).toBe('1cb996fc bb002be7')
  expect(after(13, 0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toBe('ba3e4725 f27d669e')
})

test('many draws at once are the same as one by one', () => {
  const into = { first: new Int32Array(100), second: new Int32Array(100) }
  fillWords(into, { key0: 1, key1: -5, counter1: 77, from: 0, to: 0, count: 100 })
  for (let at = 0; at < 100; at++) expect(hex(into.first[at], into.second[at])).toBe(after(20, 1, -5, at, 77))
  fillWords(into, { key0: 1, key1: -5, counter1: 77, from: 1, to: 5, count: 2 }, Int32Array.of(0, 9, 4))
  expect(hex(into.first[6], into.second[6])).toBe(after(20, 1, -5, 4, 77))
})

test('a share of chance is never nought or one', () => {
  expect(unit(0, 0)).toBe(2 ** -53)
  expect(unit(-1, -1)).toBe(1 - 2 ** -53)
})

test('a normal number rises with its word, over the borders of all cells', () => {
  for (let cell = 1; cell < 4096; cell++) expect(normalOf(cell << 20, 0)).toBeGreaterThan(normalOf((cell << 20) - 1, -1))
  expect(normalOf(0, 0)).toBe(normalQuantile(2 ** -53))
  expect([isOuter(0), isOuter(24 << 20), isOuter(-1), isOuter(1 << 31)]).toEqual([true, false, true, false])
})

test('a Poisson quantile is the count that its share falls into', () => {
  for (const mean of [0.001, 0.5, 3, 10.2, 240, 4000]) {
    const start = poissonStart(mean)
    // Summed from 0 upwards, the plain way, as far as that does not underflow.
    let term = Math.exp(-mean)
    let sum = term
    for (let count = 0; term > 0 && count < 2 * mean + 20; count++) {
      if (term > 1e-12) expect(poissonQuantile(sum - term / 2, mean, start)).toBe(count)
      term *= mean / (count + 1)
      sum += term
    }
    expect(poissonQuantile(1 - 2 ** -53, mean, start)).toBeLessThan(mean + 12 * Math.sqrt(mean) + 20)
    expect(poissonQuantile(2 ** -53, mean, start)).toBeGreaterThanOrEqual(0)
  }
  expect(poisson(0, { key0: 1, key1: 2, counter1: 3 })).toBe(0)
})

test.each([0.02, 2, 41, 3000, 5000, 2e6])('Poisson counts of mean %d have its mean and variance', (mean) => {
  const draws = 20_000
  let [sum, squares] = [0, 0]
  for (let at = 0; at < draws; at++) {
    const off = poisson(mean, { key0: 20261124, key1: at, counter1: 1 }) - mean
    sum += off
    squares += off * off
  }
  expect(Math.abs(sum / Math.sqrt(draws * mean))).toBeLessThan(4)
  expect(Math.abs((squares / draws / mean - 1) / Math.sqrt((2 + 1 / mean) / draws))).toBeLessThan(4)
})

test.each([0.3, 1, 2.5, 40])('gamma numbers of shape %d have mean one and its variance', (shape) => {
  const draws = 40_000
  let [sum, squares] = [0, 0]
  for (let at = 0; at < draws; at++) {
    const off = gammaWithMeanOne(shape, { key0: 20261124, key1: at }) - 1
    sum += off
    squares += off * off
  }
  expect(Math.abs((sum / draws) * Math.sqrt(draws * shape))).toBeLessThan(4)
  expect(Math.abs((squares / draws) * shape - 1) / Math.sqrt((2 + 6 / shape) / draws)).toBeLessThan(4)
})

test.each([[[1, 1, 1, 1]], [[0, 0, 5]], [[3, 0, 1e-9, 2, 7, 0.25, 1e6]], [Array.from({ length: 1000 }, (_, at) => (at % 3 === 0 ? 0 : 1 / (1 + at) ** 3))]])(
  'a table picks by weight: %j',
  (weights) => {
    const slots = 2 ** Math.ceil(Math.log2(weights.length))
    const table = new Int32Array(slots * 2)
    fillAliasTable(Float64Array.from(weights), table, aliasScratch(slots))
    const chance = new Float64Array(slots)
    for (let slot = 0; slot < slots; slot++) {
      const own = ((table[slot * 2] as number) >>> 0) / 4294967296
      const other = table[slot * 2 + 1] as number
      chance[slot] = (chance[slot] as number) + own / slots
      chance[other] = (chance[other] as number) + (1 - own) / slots
    }
    const sum = weights.reduce((all, one) => all + one, 0)
    for (let slot = 0; slot < slots; slot++) {
      expect(Math.abs((chance[slot] as number) - (weights[slot] ?? 0) / sum)).toBeLessThan(2 ** -31)
      if (!weights[slot]) expect(chance[slot]).toBe(0)
    }
  },
)
