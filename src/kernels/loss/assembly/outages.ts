const years: i32 = 1024

/** By item, and by item · scales + scale, as addresses: */
let limit: usize = 0
let curveOffsets: usize = 0
let points: usize = 0
let cap: usize = 0
/** What is added up. */
let totals: usize = 0
let cells: usize = 0
let breaches: usize = 0
/** By item the first and the last outage, as addresses; 0 for none. And the items that were met. */
let ends: usize = 0
let met: usize = 0
let scales: i32 = 0
let cellCount: i32 = 0
/** Where the points of the first period stand, and how many bytes lie from one period to the next. */
let firstPoint: usize = 0
let pointStride: usize = 0
/** By event of the block. */
let eventLoss: usize = 0

/** Takes addresses, 4 bytes each, in the order above; at 40 and 44 the numbers of scales and cells. */
export function setOutages(at: usize): void {
  limit = load<u32>(at)
  curveOffsets = load<u32>(at, 4)
  firstPoint = load<u32>(at, 8)
  cap = load<u32>(at, 12)
  totals = load<u32>(at, 16)
  cells = load<u32>(at, 20)
  breaches = load<u32>(at, 24)
  ends = load<u32>(at, 28)
  met = load<u32>(at, 32)
  scales = load<i32>(at, 40)
  cellCount = load<i32>(at, 44)
}

export function setPointStride(bytes: usize): void {
  pointStride = bytes
}

export function setEventLoss(at: usize): void {
  eventLoss = at
}

/** Where the next outage goes: 32 bytes each, from, to (8 bytes each), next, event, cell (4 bytes each). */
let free: usize = 0
let metCount: i32 = 0

export function beginYear(room: usize, period: i32): void {
  points = firstPoint + <usize>period * pointStride
  free = room
  metCount = 0
}

/** Joins and costs the outages of the year. */
export function settleYear(year: i32): void {
  for (let one = 0; one < metCount; one++) settle(load<i32>(met + ((<usize>one) << 2)), year)
}

/** `outage-lists.ts`: puts an outage among those of its item, in the order of their beginnings. */
export function addOutage(which: i32, from: f64, to: f64, event: i32, cell: i32): void {
  const place = free
  free += 32
  store<f64>(place, from)
  store<f64>(place, to, 8)
  store<u32>(place, 0, 16)
  store<i32>(place, event, 20)
  store<i32>(place, cell, 24)
  const list = ends + ((<usize>which) << 3)
  const head = <usize>load<u32>(list)
  if (head === 0) {
    store<i32>(met + ((<usize>metCount) << 2), which)
    metCount++
    store<u32>(list, <u32>place)
    store<u32>(list, <u32>place, 4)
    return
  }
  const tail = <usize>load<u32>(list, 4)
  if (load<f64>(tail) <= from) {
    store<u32>(tail, <u32>place, 16)
    store<u32>(list, <u32>place, 4)
  } else if (load<f64>(head) > from) {
    store<u32>(place, <u32>head, 16)
    store<u32>(list, <u32>place)
  } else {
    let before = head
    while (load<f64>(<usize>load<u32>(before, 16)) <= from) before = <usize>load<u32>(before, 16)
    store<u32>(place, load<u32>(before, 16), 16)
    store<u32>(before, <u32>place, 16)
  }
}

/** `settle.ts`: joins what overlaps, costs it and lays the cost to its causes. */
function settle(which: i32, year: i32): void {
  const list = ends + ((<usize>which) << 3)
  const bound = load<f64>(limit + ((<usize>which) << 3))
  let at = <usize>load<u32>(list)
  store<u32>(list, 0)
  let begin = load<f64>(at)
  let end = begin
  let breached: f64 = 0
  let paid0: f64 = 0
  let paid1: f64 = 0
  let paid2: f64 = 0
  const curve = which * scales
  do {
    const from = load<f64>(at)
    const to = load<f64>(at, 8)
    const cell = load<i32>(at, 24)
    if (from > end) {
      begin = from
      paid0 = 0
      paid1 = 0
      paid2 = 0
    }
    if (from > end || to > end) {
      end = to
      const hours = end - begin
      if (hours > bound) breached = 1
      const cost = costOf(curve, hours)
      const part = cost - paid0
      if (part !== 0) {
        const event = eventLoss + ((<usize>load<i32>(at, 20)) << 3)
        store<f64>(event, load<f64>(event) + part)
        charge(0, year, cell, part)
        paid0 = cost
      }
      if (scales > 1) {
        const second = costOf(curve + 1, hours)
        charge(1, year, cell, second - paid1)
        paid1 = second
        if (scales > 2) {
          const third = costOf(curve + 2, hours)
          charge(2, year, cell, third - paid2)
          paid2 = third
        }
      }
    }
    at = <usize>load<u32>(at, 16)
  } while (at !== 0)
  if (breached !== 0) {
    const count = breaches + ((<usize>which) << 3)
    store<f64>(count, load<f64>(count) + 1)
  }
}

function charge(scale: i32, year: i32, cell: i32, part: f64): void {
  const sum = cells + ((<usize>(scale * cellCount + cell)) << 3)
  store<f64>(sum, load<f64>(sum) + part)
  const total = totals + ((<usize>(scale * years + year)) << 3)
  store<f64>(total, load<f64>(total) + part)
}

function costOf(curve: i32, hours: f64): f64 {
  const at = (<usize>curve) << 2
  const first = load<i32>(curveOffsets + at)
  for (let one = load<i32>(curveOffsets + at, 4) - 1; one >= first; one--) {
    const point = points + <usize>one * 24
    const from = load<f64>(point)
    if (from >= hours) continue
    const cost = load<f64>(point, 8) + load<f64>(point, 16) * (hours - from)
    return min(min(cost, load<f64>(cap + ((<usize>curve) << 3))), <f64>4311231547115195) + 4503599627370496 - 4503599627370496
  }
  return 0
}
