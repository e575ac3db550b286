import { expAll } from '../maths/exp-all.ts'
import { type Fill, fillWords, type Words } from '../random/block-of-words.ts'
import { normalOf } from '../random/normal-draw.ts'
import { normalWords } from '../random/normal-words.ts'
import { poissonQuantile } from '../random/poisson.ts'
import { threefry } from '../random/threefry.ts'
import { unit } from '../random/uniform.ts'
import { largestLog, type Tally, whole } from './engine.ts'
import type { SimpleLumps } from './plan.ts'
import { purposes } from './purposes.ts'

/** How many draws are worked on at a time: small enough to stay near, large enough that the loops run long. */
const chunk = 4096

/** What the stages hand on to one another. */
interface Stages {
  readonly words: Words
  readonly numbers: Float64Array
  readonly outer: Int32Array
  readonly draw: Int32Array
}

/**
 * The simple lumps of one block, stage after stage over short buffers: counts, words, normal numbers, amounts, sums.
 *
 * An event's first word gives its year (10 bits), its second the amount; in the outermost cells a draw of its own extends the second.
 */
export function simpleLumps(simple: SimpleLumps): (key: { readonly seed: number; readonly block: number }, tally: Tally, wanted?: Uint8Array) => void {
  const counts: Words = { first: new Int32Array(chunk), second: new Int32Array(chunk) }
  const words: Words = { first: new Int32Array(chunk), second: new Int32Array(chunk) }
  const stages: Stages = { words, numbers: new Float64Array(chunk), outer: new Int32Array(chunk), draw: new Int32Array(4) }
  return ({ seed, block }, tally, wanted) => {
    const fill: Fill = { key0: seed, key1: block, counter1: 0, from: 0, to: 0, count: 0 }
    for (let first = 0; first < simple.source.length; first += chunk) {
      const some = Math.min(chunk, simple.source.length - first)
      fillWords(counts, { ...fill, counter1: purposes.count, from: first, count: some }, simple.stream)
      for (let at = 0; at < some; at++) {
        const place = first + at
        const events = countOf(simple, place, unit(counts.first[at] as number, counts.second[at] as number))
        fill.counter1 = purposes.event | (simple.stream[place] as number)
        for (fill.from = 0; fill.from < events; fill.from += chunk) {
          fill.count = Math.min(chunk, events - fill.from)
          fillWords(words, fill)
          amountsOf(simple, place, fill, stages)
          add(stages, fill.count, tally, simple.cell[place] as number, wanted)
        }
      }
    }
  }
}

function countOf({ count, mean, mode, chance, upTo }: SimpleLumps, place: number, u: number): number {
  const given = count[place] as number
  if (given >= 0) return given
  return poissonQuantile(u, mean[place] as number, { mode: mode[place] as number, chance: chance[place] as number, upTo: upTo[place] as number })
}

function amountsOf(simple: SimpleLumps, place: number, { key0, key1, from, count }: Fill, { words, numbers, outer, draw }: Stages): void {
  const noted = normalWords(words.second, count, numbers, outer)
  for (let which = 0; which < noted; which++) {
    const at = outer[which] as number
    draw[0] = key0
    draw[1] = key1
    draw[2] = from + at
    draw[3] = purposes.eventOuter | (simple.stream[place] as number)
    threefry(draw)
    numbers[at] = normalOf(words.second[at] as number, draw[2] as number)
  }
  const mu = simple.mu[place] as number
  const sigma = simple.sigma[place] as number
  for (let at = 0; at < count; at++) numbers[at] = mu + sigma * (numbers[at] as number)
  expAll(numbers, count, largestLog)
}

function add({ words: { first }, numbers }: Stages, count: number, { totals, largest, cells }: Tally, cell: number, wanted?: Uint8Array): void {
  let sum = 0
  for (let at = 0; at < count; at++) {
    const year = (first[at] as number) >>> 22
    if (wanted !== undefined && wanted[year] !== 1) continue
    const amount = whole(numbers[at] as number)
    totals[year] = (totals[year] as number) + amount
    if (amount > (largest[year] as number)) largest[year] = amount
    sum += amount
  }
  cells[cell] = (cells[cell] as number) + sum
}
