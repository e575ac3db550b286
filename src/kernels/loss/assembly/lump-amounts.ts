import { amounts, endOf, eventNumbers, firstWords, key0, key1, notes, picks, poolOf, secondWords, wanted, windowOf } from './lump-buffers'
import { isOuter, normal2, outerNormal } from './normal'
import { amount, firstPlace, firstSlot, listed, maskOf, outer1, slotBits, slots, table, windowBits } from './pool-lists'
import { twoWords } from './threefry'

/** Which member of the pool each event is of. @returns how many were noted because they fall right at a bar */
export function pick(pool: i32, from: i32, to: i32): i32 {
  const windowed = listed(windowBits, pool)
  const slotMask = maskOf(listed(slotBits, pool))
  const mask = maskOf(windowed + listed(slotBits, pool))
  const entries = slots + ((<usize>listed(firstSlot, pool)) << 3)
  const firsts = firstWords()
  const picked = picks()
  let noted = 0
  for (let at = from; at < to; at++) {
    const word = load<u32>(firsts + ((<usize>at) << 2))
    const slot = (word >>> windowed) & slotMask
    const entry = load<u64>(entries + ((<usize>slot) << 3))
    store<u32>(picked + ((<usize>at) << 2), select<u32>(slot, <u32>(entry >>> 32), word < <u32>entry))
    if (((word ^ <u32>entry) | mask) === mask) note(noted++, at)
  }
  // The loops that work on two at a time read one more.
  store<u32>(picked + ((<usize>to) << 2), 0)
  return noted
}

/** μ + σ z for the draws of a pool of one. @returns how many were noted because they lie in the outermost cells */
export function logarithms(pool: i32, from: i32, to: i32): i32 {
  const params = amount + ((<usize>listed(firstPlace, pool)) << 4)
  const centers = v128.load64_splat(params)
  const widths = v128.load64_splat(params, 8)
  const xs = amounts()
  const seconds = secondWords()
  const normals = table
  let noted = 0
  for (let at = from; at < to; at += 2) {
    const words = seconds + ((<usize>at) << 2)
    const a = load<u32>(words)
    const b = load<u32>(words, 4)
    v128.store(xs + ((<usize>at) << 3), f64x2.add(centers, f64x2.mul(widths, normal2(normals, a, b))))
    if (isOuter(a)) note(noted++, at)
    if (isOuter(b) && at + 1 < to) note(noted++, at + 1)
  }
  return noted
}

/** The same where each draw has its own. */
export function logarithmsOfMany(pool: i32, from: i32, to: i32): i32 {
  const params = amount + ((<usize>listed(firstPlace, pool)) << 4)
  const xs = amounts()
  const seconds = secondWords()
  const members = picks()
  const normals = table
  let noted = 0
  for (let at = from; at < to; at += 2) {
    const picked = members + ((<usize>at) << 2)
    const words = seconds + ((<usize>at) << 2)
    const wordA = load<u32>(words)
    const wordB = load<u32>(words, 4)
    const a = v128.load(params + ((<usize>load<u32>(picked)) << 4))
    const b = v128.load(params + ((<usize>load<u32>(picked, 4)) << 4))
    const x = f64x2.add(v128.shuffle<f64>(a, b, 0, 2), f64x2.mul(v128.shuffle<f64>(a, b, 1, 3), normal2(normals, wordA, wordB)))
    v128.store(xs + ((<usize>at) << 3), x)
    if (isOuter(wordA)) note(noted++, at)
    if (isOuter(wordB) && at + 1 < to) note(noted++, at + 1)
  }
  return noted
}

function note(which: i32, at: i32): void {
  store<i32>(notes() + ((<usize>which) << 2), at)
}
function noted(which: i32): i32 {
  return load<i32>(notes() + ((<usize>which) << 2))
}

/** The draw that extends those of an event. */
function extension(segment: i32, at: i32): u64 {
  const pool = poolOf(segment)
  const from = segment === 0 ? 0 : endOf(segment - 1)
  const numbers = eventNumbers()
  const isRow = wanted === 0 || listed(windowBits, pool) === 0
  const event = isRow ? load<i32>(numbers + ((<usize>from) << 2)) + at - from : load<i32>(numbers + ((<usize>at) << 2))
  return twoWords(key0, key1, event, listed(outer1, pool) + windowOf(segment))
}

/** Tells of those that were noted on which side of the bar they fall. @param segment the first that they may be of */
export function extendSides(segment: i32, count: i32): void {
  for (let which = 0; which < count; which++) {
    const at = noted(which)
    while (endOf(segment) <= at) segment++
    const pool = poolOf(segment)
    const windowed = listed(windowBits, pool)
    const mask = maskOf(windowed + listed(slotBits, pool))
    const word = load<u32>(firstWords() + ((<usize>at) << 2))
    const slot = (word & mask) >>> windowed
    const entry = slots + ((<usize>(listed(firstSlot, pool) + slot)) << 3)
    const side = (word & ~mask) | (<u32>extension(segment, at) & mask)
    store<u32>(picks() + ((<usize>at) << 2), side < load<u32>(entry) ? slot : load<u32>(entry, 4))
  }
}

/** Draws again those that were noted, with their extension. @param isOfMany 1 where it was picked whose they are */
export function extendOuter(segment: i32, count: i32, isOfMany: i32): void {
  for (let which = 0; which < count; which++) {
    const at = noted(which)
    while (endOf(segment) <= at) segment++
    const member = isOfMany ? load<i32>(picks() + ((<usize>at) << 2)) : 0
    const own = amount + ((<usize>(listed(firstPlace, poolOf(segment)) + member)) << 4)
    const z = outerNormal(load<u32>(secondWords() + ((<usize>at) << 2)), <u32>(extension(segment, at) >>> 32))
    store<f64>(amounts() + ((<usize>at) << 3), load<f64>(own) + load<f64>(own, 8) * z)
  }
}
