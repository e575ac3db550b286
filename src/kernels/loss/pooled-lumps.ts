import { expAll } from '../maths/exp-all.ts'
import { type Fill, fillWords, type Words } from '../random/block-of-words.ts'
import { normalOf } from '../random/normal-draw.ts'
import { normalWords } from '../random/normal-words.ts'
import { poissonQuantile } from '../random/poisson.ts'
import { threefry } from '../random/threefry.ts'
import { unit } from '../random/uniform.ts'
import { largestLog, type Tally, whole } from './engine.ts'
import { blockYears } from './model.ts'
import type { Pools } from './pools.ts'

/** How many draws are worked on at a time: small enough to stay near, large enough that the loops run long. */
const chunk = 4096

/** What the stages hand on to one another. */
interface Stages {
  readonly words: Words
  readonly numbers: Float64Array
  readonly outer: Int32Array
  readonly draw: Int32Array
  /** By draw, the place of the source. */
  readonly picked: Int32Array
}

/** A part of the events of a window. */
interface Part extends Fill {
  readonly pool: number
  readonly window: number
}

/**
 * The lumps of the pools in one block, stage after stage over short buffers: counts, words, sources, normal numbers, amounts, sums.
 *
 * The first word of an event of a pool of many gives, from the lowest bit upwards, its year in the window, the slot, and on which side of the slot's bar it falls; of a pool
 * of one its upper bits give the year. The second word gives the amount. In the outermost cells, and right at a bar, a draw of its own extends them.
 */
export function pooledLumps(pools: Pools): (key: { readonly seed: number; readonly block: number }, tally: Tally, wanted?: Uint8Array) => void {
  const counts: Words = { first: new Int32Array(blockYears), second: new Int32Array(blockYears) }
  const words: Words = { first: new Int32Array(chunk), second: new Int32Array(chunk) }
  const stages: Stages = { words, numbers: new Float64Array(chunk), outer: new Int32Array(chunk), draw: new Int32Array(4), picked: new Int32Array(chunk) }
  return ({ seed, block }, tally, wanted) => {
    const part = { key0: seed, key1: block, counter1: 0, from: 0, to: 0, count: 0, pool: 0, window: 0 }
    for (let pool = 0; pool < pools.mean.length; pool++) {
      const bits = pools.windowBits[pool] as number
      const windows = blockYears >> bits
      fillWords(counts, { ...part, counter1: pools.count1[pool] as number, from: pools.count0[pool] as number, count: windows })
      for (let window = 0; window < windows; window++) {
        if (wanted?.subarray(window << bits, (window + 1) << bits).includes(1) === false) continue
        const events = countOf(pools, pool, unit(counts.first[window] as number, counts.second[window] as number))
        Object.assign(part, { pool, window, counter1: (pools.event1[pool] as number) + window })
        for (part.from = 0; part.from < events; part.from += chunk) {
          part.count = Math.min(chunk, events - part.from)
          fillWords(words, part)
          sourcesOf(pools, part, stages)
          amountsOf(pools, part, stages)
          add(pools, part, stages, tally, wanted)
        }
      }
    }
  }
}

function countOf({ count, mean, mode, chance, upTo }: Pools, pool: number, u: number): number {
  const given = count[pool] as number
  if (given >= 0) return given
  return poissonQuantile(u, mean[pool] as number, { mode: mode[pool] as number, chance: chance[pool] as number, upTo: upTo[pool] as number })
}

/** The draw that extends those of an event. */
function extend({ outer1 }: Pools, { key0, key1, from, pool, window }: Part, at: number, draw: Int32Array): void {
  draw[0] = key0
  draw[1] = key1
  draw[2] = from + at
  draw[3] = (outer1[pool] as number) + window
  threefry(draw)
}

function sourcesOf(pools: Pools, part: Part, { words: { first }, picked, draw }: Stages): void {
  const { pool, count } = part
  const begin = pools.first[pool] as number
  const slotBits = pools.slotBits[pool] as number
  if (slotBits === 0) {
    picked.fill(begin, 0, count)
    return
  }
  const windowBits = pools.windowBits[pool] as number
  const mask = (1 << (windowBits + slotBits)) - 1
  const from = pools.slot[pool] as number
  for (let at = 0; at < count; at++) {
    const word = first[at] as number
    const slot = (word & mask) >>> windowBits
    const bar = pools.table[(from + slot) * 2] as number
    let side = word & ~mask
    if (side === (bar & ~mask)) {
      extend(pools, part, at, draw)
      side |= (draw[3] as number) & mask
    }
    picked[at] = begin + (side >>> 0 < bar >>> 0 ? slot : (pools.table[(from + slot) * 2 + 1] as number))
  }
}

function amountsOf(pools: Pools, part: Part, { words, numbers, outer, draw, picked }: Stages): void {
  const { count } = part
  const noted = normalWords(words.second, count, numbers, outer)
  for (let which = 0; which < noted; which++) {
    const at = outer[which] as number
    extend(pools, part, at, draw)
    numbers[at] = normalOf(words.second[at] as number, draw[2] as number)
  }
  for (let at = 0; at < count; at++) {
    const place = (picked[at] as number) * 2
    numbers[at] = (pools.amount[place] as number) + (pools.amount[place + 1] as number) * (numbers[at] as number)
  }
  expAll(numbers, count, largestLog)
}

function add(pools: Pools, { pool, window, count }: Part, { words: { first }, numbers, picked }: Stages, { totals, largest, cells }: Tally, wanted?: Uint8Array): void {
  const bits = pools.windowBits[pool] as number
  const years = 1 << bits
  const begin = window * years
  const shift = pools.slotBits[pool] === 0 ? 32 - bits : 0
  for (let at = 0; at < count; at++) {
    const year = begin + (((first[at] as number) >>> shift) & (years - 1))
    if (wanted !== undefined && wanted[year] !== 1) continue
    const amount = whole(numbers[at] as number)
    totals[year] = (totals[year] as number) + amount
    if (amount > (largest[year] as number)) largest[year] = amount
    const cell = pools.cell[picked[at] as number] as number
    cells[cell] = (cells[cell] as number) + amount
  }
}
