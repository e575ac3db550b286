import { buffer } from './pool-lists'

/** How many draws are worked on at a time, and how many more the buffers hold. */
export const chunk: i32 = 4096
const room: usize = 4096 + 16

/** The buffers, each for 4,112 numbers: amounts, then words, event numbers and who was picked, then segments, notes, the words of counts. */
export function amounts(): usize {
  return buffer
}
export function firstWords(): usize {
  return buffer + room * 8
}
export function secondWords(): usize {
  return buffer + room * 12
}
export function eventNumbers(): usize {
  return buffer + room * 16
}
export function picks(): usize {
  return buffer + room * 20
}
/** Of 16 bytes each: pool, window, where its draws end. */
export function segments(): usize {
  return buffer + room * 24
}
/** Places of draws that need another. */
export function notes(): usize {
  return buffer + room * 40
}
export function countWords(which: usize): usize {
  return buffer + room * (44 + which * 4)
}

export function poolOf(segment: i32): i32 {
  return load<i32>(segments() + ((<usize>segment) << 4))
}
export function windowOf(segment: i32): i32 {
  return load<i32>(segments() + ((<usize>segment) << 4), 4)
}
export function endOf(segment: i32): i32 {
  return load<i32>(segments() + ((<usize>segment) << 4), 8)
}

/** Which block it is, and by year 1 for those that count; 0 for all. */
export let key0: i32 = 0
export let key1: i32 = 0
export let wanted: usize = 0

export function begin(seed: i32, block: i32, wantedYears: usize): void {
  key0 = seed
  key1 = block
  wanted = wantedYears
}
