import { expAll, isOuter, normal2, outerNormal } from './normal'
import { fillWords, twoWords } from './threefry'

/** How many draws are worked on at a time, and how many more the buffers hold. */
const chunk: i32 = 4096
const room: usize = 4096 + 16

/** The purposes of `purposes.ts`. */
const forCount: i32 = 1 << 24
const forEvent: i32 = 6 << 24
const forOuter: i32 = 10 << 24

/** Addresses, in the order in which they are handed in. */
let stream: usize = 0
let mean: usize = 0
let mode: usize = 0
let chance: usize = 0
let upTo: usize = 0
let given: usize = 0
let mu: usize = 0
let sigma: usize = 0
let cell: usize = 0
let totals: usize = 0
let largest: usize = 0
let cells: usize = 0
let table: usize = 0
let buffer: usize = 0

/** Takes the addresses of what the loop works on: 14 of 32 bits each. The buffer has room for 4 · 8 bytes and 6 · 4 bytes times 4,112. */
export function setLumps(at: usize): void {
  stream = load<u32>(at)
  mean = load<u32>(at, 4)
  mode = load<u32>(at, 8)
  chance = load<u32>(at, 12)
  upTo = load<u32>(at, 16)
  given = load<u32>(at, 20)
  mu = load<u32>(at, 24)
  sigma = load<u32>(at, 28)
  cell = load<u32>(at, 32)
  totals = load<u32>(at, 36)
  largest = load<u32>(at, 40)
  cells = load<u32>(at, 44)
  table = load<u32>(at, 48)
  buffer = load<u32>(at, 52)
}

let key0: i32 = 0
let key1: i32 = 0
/** By year 1 for those that count; 0 for all. */
let wanted: usize = 0
/** How many draws wait, and of how many places. */
let waiting: i32 = 0
let places: i32 = 0

/** The simple lumps of one block: what `simple-lumps.ts` does. */
export function lumps(seed: i32, block: i32, count: i32, wantedYears: usize): void {
  key0 = seed
  key1 = block
  wanted = wantedYears
  waiting = 0
  places = 0
  const firsts = countWords(0)
  const seconds = countWords(1)
  for (let from = 0; from < count; from += chunk) {
    const some = min(chunk, count - from)
    fillWords(firsts, seconds, key0, key1, forCount, 0, some, stream + ((<usize>from) << 2))
    for (let at = 0; at < some; at++) {
      const place = from + at
      const fixed = load<i32>(given + ((<usize>place) << 2))
      const events = fixed >= 0 ? fixed : poissonQuantile(place, load<u32>(firsts + ((<usize>at) << 2)), load<u32>(seconds + ((<usize>at) << 2)))
      for (let event = 0; event < events; event += chunk) draw(place, event, min(chunk, events - event))
    }
  }
  flush()
}

/** The buffers, each for 4,112 numbers: amounts, then words, event numbers and segments, then the words of counts. */
function amounts(): usize {
  return buffer
}
function firstWords(): usize {
  return buffer + room * 8
}
function secondWords(): usize {
  return buffer + room * 12
}
function eventNumbers(): usize {
  return buffer + room * 16
}
/** By place that waits: the place, and where its draws end. */
function segments(): usize {
  return buffer + room * 20
}
function countWords(which: usize): usize {
  return buffer + room * (28 + which * 4)
}

/** Draws the words of some events of one place; when the buffer is full, works it off first. */
function draw(place: i32, from: i32, count: i32): void {
  if (waiting + count > chunk) flush()
  const first = firstWords() + ((<usize>waiting) << 2)
  const second = secondWords() + ((<usize>waiting) << 2)
  const number = eventNumbers() + ((<usize>waiting) << 2)
  fillWords(first, second, key0, key1, forEvent | load<i32>(stream + ((<usize>place) << 2)), from, count, 0)
  let kept: usize = 0
  if (wanted === 0) {
    kept = count
    // Only the first is needed: the others follow on.
    store<i32>(number, from)
  } else {
    for (let at: usize = 0; at < <usize>count; at++) {
      const word = load<u32>(first + (at << 2))
      if (load<u8>(wanted + (word >>> 22)) === 0) continue
      store<u32>(first + (kept << 2), word)
      store<u32>(second + (kept << 2), load<u32>(second + (at << 2)))
      store<i32>(number + (kept << 2), from + <i32>at)
      kept++
    }
  }
  if (kept === 0) return
  waiting += <i32>kept
  const segment = segments() + ((<usize>places) << 3)
  places++
  store<i32>(segment, place)
  store<i32>(segment, waiting, 4)
}

/** Works off what waits: logarithms, amounts, sums. */
function flush(): void {
  const xs = amounts()
  const firsts = firstWords()
  let from = 0
  for (let one = 0; one < places; one++) {
    const place = load<i32>(segments() + ((<usize>one) << 3))
    const to = load<i32>(segments() + ((<usize>one) << 3), 4)
    logarithms(place, from, to)
    from = to
  }
  expAll(xs, waiting, 36)
  from = 0
  for (let one = 0; one < places; one++) {
    const place = load<i32>(segments() + ((<usize>one) << 3))
    const to = load<i32>(segments() + ((<usize>one) << 3), 4)
    let sum: f64 = 0
    for (let at = from; at < to; at++) {
      const amount = load<f64>(xs + ((<usize>at) << 3)) + 4503599627370496 - 4503599627370496
      const year = (<usize>(load<u32>(firsts + ((<usize>at) << 2)) >>> 22)) << 3
      store<f64>(totals + year, load<f64>(totals + year) + amount)
      if (amount > load<f64>(largest + year)) store<f64>(largest + year, amount)
      sum += amount
    }
    const into = cells + ((<usize>load<i32>(cell + ((<usize>place) << 2))) << 3)
    store<f64>(into, load<f64>(into) + sum)
    from = to
  }
  waiting = 0
  places = 0
}

/** μ + σ z for the draws of one place. */
function logarithms(place: i32, from: i32, to: i32): void {
  const xs = amounts()
  const seconds = secondWords()
  const center = load<f64>(mu + ((<usize>place) << 3))
  const width = load<f64>(sigma + ((<usize>place) << 3))
  const centers = f64x2.splat(center)
  const widths = f64x2.splat(width)
  for (let at = from; at < to; at += 2) {
    const a = load<u32>(seconds + ((<usize>at) << 2))
    const b = load<u32>(seconds + ((<usize>at) << 2), 4)
    const x = f64x2.add(centers, f64x2.mul(widths, normal2(table, a, b)))
    const into = xs + ((<usize>at) << 3)
    v128.store(into, x)
    if (isOuter(a)) store<f64>(into, center + width * outerNormal(a, extension(place, from, at)))
    if (isOuter(b) && at + 1 < to) store<f64>(into, center + width * outerNormal(b, extension(place, from, at + 1)), 8)
  }
}

function extension(place: i32, from: i32, at: i32): u32 {
  const numbers = eventNumbers()
  const event = wanted === 0 ? load<i32>(numbers + ((<usize>from) << 2)) + at - from : load<i32>(numbers + ((<usize>at) << 2))
  return <u32>(twoWords(key0, key1, event, forOuter | load<i32>(stream + ((<usize>place) << 2))) >>> 32)
}

/** `random/poisson.ts`, step by step. */
function poissonQuantile(place: i32, first: u32, second: u32): i32 {
  const u = (<f64>first * 1048576 + <f64>(second >>> 12) + 0.5) * 2.220446049250313e-16
  const expected = load<f64>(mean + ((<usize>place) << 3))
  let count = load<i32>(mode + ((<usize>place) << 2))
  let term = load<f64>(chance + ((<usize>place) << 3))
  let sum = load<f64>(upTo + ((<usize>place) << 3))
  if (u >= sum) {
    while (u >= sum) {
      count++
      term *= expected / <f64>count
      if (sum + term === sum) return count
      sum += term
    }
    return count
  }
  sum -= term
  while (count > 0 && u < sum) {
    term *= <f64>count / expected
    count--
    sum -= term
  }
  return count
}
