/** Addresses, in the order in which they are handed in: by pool, */
export let firstPlace: usize = 0
export let windowBits: usize = 0
export let slotBits: usize = 0
export let firstSlot: usize = 0
export let count0: usize = 0
export let count1: usize = 0
export let event1: usize = 0
export let outer1: usize = 0
export let mean: usize = 0
export let mode: usize = 0
export let chance: usize = 0
export let upTo: usize = 0
export let given: usize = 0
/** by place, */
export let cell: usize = 0
export let amount: usize = 0
/** by slot, */
export let slots: usize = 0
/** and what the loop works on. */
export let totals: usize = 0
export let largest: usize = 0
export let cells: usize = 0
export let table: usize = 0
export let buffer: usize = 0

export function readAddresses(at: usize): void {
  firstPlace = load<u32>(at)
  windowBits = load<u32>(at, 4)
  slotBits = load<u32>(at, 8)
  firstSlot = load<u32>(at, 12)
  count0 = load<u32>(at, 16)
  count1 = load<u32>(at, 20)
  event1 = load<u32>(at, 24)
  outer1 = load<u32>(at, 28)
  mean = load<u32>(at, 32)
  mode = load<u32>(at, 36)
  chance = load<u32>(at, 40)
  upTo = load<u32>(at, 44)
  given = load<u32>(at, 48)
  cell = load<u32>(at, 52)
  amount = load<u32>(at, 56)
  slots = load<u32>(at, 60)
  totals = load<u32>(at, 64)
  largest = load<u32>(at, 68)
  cells = load<u32>(at, 72)
  table = load<u32>(at, 76)
  buffer = load<u32>(at, 80)
}

export function listed(list: usize, at: i32): i32 {
  return load<i32>(list + ((<usize>at) << 2))
}

export function maskOf(bits: i32): u32 {
  return (1 << bits) - 1
}

/** How far up in the first word the year stands: at the top where there is one member, and else at the bottom, below the slot. */
export function shiftOf(pool: i32): i32 {
  return listed(slotBits, pool) === 0 ? 32 - listed(windowBits, pool) : 0
}
