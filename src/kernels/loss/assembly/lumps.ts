import { extendOuter, extendSides, logarithms, logarithmsOfMany, pick } from './lump-amounts'
import { amounts, begin, chunk, countWords, endOf, eventNumbers, firstWords, key0, key1, picks, poolOf, secondWords, segments, wanted, windowOf } from './lump-buffers'
import { expAll } from './normal'
import { poissonQuantile } from './pool-counts'
import { cell, cells, count0, count1, event1, firstPlace, given, largest, listed, maskOf, readAddresses, shiftOf, slotBits, totals, windowBits } from './pool-lists'
import { fillWords, twoWords } from './threefry'

/** Takes the addresses of what the loop works on: 21 of 32 bits each. The buffer has room for 52 bytes times 4,112. */
export function setLumps(at: usize): void {
  readAddresses(at)
}

const blockYears: i32 = 1024

/** How many draws wait, and in how many segments. */
let waiting: i32 = 0
let segmentCount: i32 = 0

/** The lumps of the pools in one block: what `pooled-lumps.ts` does. */
export function lumps(seed: i32, block: i32, count: i32, wantedYears: usize): void {
  begin(seed, block, wantedYears)
  waiting = 0
  segmentCount = 0
  for (let pool = 0; pool < count; pool++) {
    const bits = listed(windowBits, pool)
    const windows = blockYears >> bits
    const fixed = listed(given, pool)
    if (fixed < 0 && wanted === 0) fillWords(countWords(0), countWords(1), key0, key1, listed(count1, pool), listed(count0, pool), windows, 0)
    for (let window = nextWanted(0, bits); window < windows; window = nextWanted(window + 1, bits)) {
      const events = fixed >= 0 ? fixed : countOf(pool, window)
      for (let event = 0; event < events; event += chunk) draw(pool, window, event, min(chunk, events - event))
    }
  }
  flush()
}

/** The first window from this one on that has a wanted year. */
function nextWanted(window: i32, bits: i32): i32 {
  if (wanted === 0) return window
  let year = window << bits
  while (year < blockYears) {
    if ((year & 7) === 0 && load<u64>(wanted + <usize>year) === 0) year += 8
    else if (load<u8>(wanted + <usize>year) !== 0) break
    else year++
  }
  return year >> bits
}

function countOf(pool: i32, window: i32): i32 {
  if (wanted === 0) return poissonQuantile(pool, load<u32>(countWords(0) + ((<usize>window) << 2)), load<u32>(countWords(1) + ((<usize>window) << 2)))
  const words = twoWords(key0, key1, listed(count0, pool) + window, listed(count1, pool))
  return poissonQuantile(pool, <u32>(words >>> 32), <u32>words)
}

/** Draws the words of some events of one window; when the buffer is full, works it off first. */
function draw(pool: i32, window: i32, from: i32, count: i32): void {
  if (waiting + count > chunk) flush()
  const first = firstWords() + ((<usize>waiting) << 2)
  const second = secondWords() + ((<usize>waiting) << 2)
  const number = eventNumbers() + ((<usize>waiting) << 2)
  fillWords(first, second, key0, key1, listed(event1, pool) + window, from, count, 0)
  const bits = listed(windowBits, pool)
  let kept: usize = 0
  if (wanted === 0 || bits === 0) {
    kept = count
    // Only the first is needed: the others follow on.
    store<i32>(number, from)
  } else {
    const years = wanted + ((<usize>window) << bits)
    const shift = shiftOf(pool)
    for (let at: usize = 0; at < <usize>count; at++) {
      const word = load<u32>(first + (at << 2))
      if (load<u8>(years + ((word >>> shift) & maskOf(bits))) === 0) continue
      store<u32>(first + (kept << 2), word)
      store<u32>(second + (kept << 2), load<u32>(second + (at << 2)))
      store<i32>(number + (kept << 2), from + <i32>at)
      kept++
    }
  }
  if (kept === 0) return
  waiting += <i32>kept
  const segment = segments() + ((<usize>segmentCount) << 4)
  segmentCount++
  store<i32>(segment, pool)
  store<i32>(segment, window, 4)
  store<i32>(segment, waiting, 8)
}

/** Works off what waits: who it is, logarithms, amounts, sums. */
function flush(): void {
  for (let one = 0, from = 0; one < segmentCount; ) {
    const pool = poolOf(one)
    let end = one + 1
    while (end < segmentCount && poolOf(end) === pool) end++
    const to = endOf(end - 1)
    if (listed(slotBits, pool) === 0) {
      extendOuter(one, logarithms(pool, from, to), 0)
    } else {
      extendSides(one, pick(pool, from, to))
      extendOuter(one, logarithmsOfMany(pool, from, to), 1)
    }
    one = end
    from = to
  }
  expAll(amounts(), waiting, 36)
  for (let one = 0, from = 0; one < segmentCount; one++) {
    const pool = poolOf(one)
    const to = endOf(one)
    if (listed(slotBits, pool) === 0) add(pool, from, to)
    else if (listed(windowBits, pool) === 0) addToYear(pool, windowOf(one), from, to)
    else addToYears(pool, windowOf(one), from, to)
    from = to
  }
  waiting = 0
  segmentCount = 0
}

/** In whole cents. */
function whole(x: f64): f64 {
  return x + 4503599627370496 - 4503599627370496
}

/** Adds the draws of a pool of one. */
function add(pool: i32, from: i32, to: i32): void {
  const xs = amounts()
  const firsts = firstWords()
  const sums = totals
  const mosts = largest
  let sum: f64 = 0
  for (let at = from; at < to; at++) {
    const one = whole(load<f64>(xs + ((<usize>at) << 3)))
    const year = (<usize>(load<u32>(firsts + ((<usize>at) << 2)) >>> 22)) << 3
    addTo(sums + year, one)
    if (one > load<f64>(mosts + year)) store<f64>(mosts + year, one)
    sum += one
  }
  addTo(cells + ((<usize>listed(cell, listed(firstPlace, pool))) << 3), sum)
}

/** Adds draws of many that are all of one year. */
function addToYear(pool: i32, window: i32, from: i32, to: i32): void {
  const xs = amounts()
  const picked = picks()
  const into = cells
  const ofMembers = cell + ((<usize>listed(firstPlace, pool)) << 2)
  const year = (<usize>window) << 3
  let sum: f64 = 0
  let most = load<f64>(largest + year)
  for (let at = from; at < to; at++) {
    const one = whole(load<f64>(xs + ((<usize>at) << 3)))
    sum += one
    if (one > most) most = one
    addTo(into + ((<usize>listed(ofMembers, listed(picked, at))) << 3), one)
  }
  addTo(totals + year, sum)
  store<f64>(largest + year, most)
}

/** Adds draws of many that are of any year of a window. */
function addToYears(pool: i32, window: i32, from: i32, to: i32): void {
  const ofMembers = cell + ((<usize>listed(firstPlace, pool)) << 2)
  const bits = listed(windowBits, pool)
  for (let at = from; at < to; at++) {
    const one = whole(load<f64>(amounts() + ((<usize>at) << 3)))
    const year = (((<usize>window) << bits) + <usize>(load<u32>(firstWords() + ((<usize>at) << 2)) & maskOf(bits))) << 3
    addTo(totals + year, one)
    if (one > load<f64>(largest + year)) store<f64>(largest + year, one)
    addTo(cells + ((<usize>listed(ofMembers, listed(picks(), at))) << 3), one)
  }
}

function addTo(at: usize, one: f64): void {
  store<f64>(at, load<f64>(at) + one)
}
