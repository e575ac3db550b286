import { type AliasScratch, aliasScratch, fillAliasTable } from '../random/alias-table.ts'
import { meanForRejection, poissonStart } from '../random/poisson.ts'
import { blockYears, type LossModel } from './model.ts'
import { purposes } from './purposes.ts'

/**
 * Sources whose events are one amount and nothing else: no time, no outage, no yearly factor. They have a road of their own, in pools.
 *
 * While there are few of them each is a pool of its own, with random numbers that stay when others come and go. Of a great many, pools are made of some
 * thousands: then so much happens in every year that a year can be drawn by itself, and which source an event is of is drawn with it.
 *
 * Of a pool, Poisson counts are drawn by window: a number of years that is a power of two. Where it has one member that is the whole block.
 */
export interface Pools {
  /** By pool: its first place and, one further, where it ends. */
  readonly first: Int32Array
  /** The base 2 logarithms of a window's years and of how many slots its table has; of one member there is none. */
  readonly windowBits: Int32Array
  readonly slotBits: Int32Array
  /** Where its slots begin and, one further, where they end. */
  readonly slot: Int32Array
  /** The counter of the count of its first window: those of the others follow on in the first word. */
  readonly count0: Int32Array
  readonly count1: Int32Array
  /** The second counter word of the first window's events, and of what extends their draws: those of the others follow on. */
  readonly event1: Int32Array
  readonly outer1: Int32Array
  /** Events per window, chance included, and where the search for their count starts. */
  readonly mean: Float64Array
  readonly mode: Int32Array
  readonly chance: Float64Array
  readonly upTo: Float64Array
  /** −1, or the count of the block where it is too large for that search: only of pools of one. */
  readonly count: Int32Array
  /** The pools whose rates change with the block, and those whose count is drawn apart. */
  readonly uncertain: Int32Array
  readonly large: Int32Array
  /** By place: the source, which sum it adds to, μ and σ by turns, and what it has in a usual block. */
  readonly source: Int32Array
  readonly cell: Int32Array
  readonly amount: Float64Array
  readonly usual: Float64Array
  /** By slot, as `fillAliasTable` makes them: of which member an event is. */
  readonly table: Int32Array
  readonly scratch: AliasScratch
}

/** Up to so many sources of one amount have pools of their own. */
export const mostAlone = 4096
/** How many members a pool has at most, and how many events a year. */
const mostMembers = 4096
const mostEvents = 2048
/** Who has more events in a year stays alone. */
const mostOfOne = 4
/** Windows are as short as leaves them this many events. */
const eventsPerWindow = 24
/** The base 2 logarithms of the years of a block and of how many streams there are. */
const blockBits = 31 - Math.clz32(blockYears)
const streamBits = 24

/** Which places make a pool, and how its draws are told apart: as `Pools` has it. */
interface Pool {
  readonly from: number
  readonly to: number
  readonly windowBits: number
  readonly slotBits: number
  readonly count0: number
  readonly count1: number
  readonly event1: number
  readonly outer1: number
}

/** @param which the sources that are to be pooled; @param firstCell the sum of the first lump */
export function poolsOf({ sources, lumps }: LossModel, which: readonly number[], firstCell: number): Pools {
  const lumpOf = (one: number): number => lumps.offsets[one] as number
  const eventsOf = (one: number): number => (sources.rate[one] as number) * (lumps.chance[lumpOf(one)] as number) * blockYears
  const isLone = (one: number): boolean => which.length <= mostAlone || eventsOf(one) > mostOfOne * blockYears
  const together = which.filter((one) => !isLone(one)).sort((a, b) => (sources.stream[a] as number) - (sources.stream[b] as number))
  const source = Int32Array.from([...together, ...which.filter(isLone)])
  const usual = Float64Array.from(source, eventsOf)
  const stream = source.map((one) => sources.stream[one] as number)
  const pools: Pool[] = []
  addRanges(pools, { from: 0, to: together.length, start: 0, bits: streamBits }, { usual, stream })
  for (let place = together.length; place < source.length; place++) pools.push(poolOfOne(place, stream))
  return laidOut(pools, {
    ...{ source, usual, cell: source.map((one) => firstCell + lumpOf(one)) },
    amount: Float64Array.from([...source].flatMap((one) => [lumps.mu[lumpOf(one)] as number, lumps.sigma[lumpOf(one)] as number])),
    isUncertain: (place) => (sources.rateSigma[source[place] as number] as number) > 0,
  })
}

/** The places whose streams lie within 2^bits from a start, a multiple of that. */
interface Range {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly bits: number
}

/**
 * A pool of a range, or of its halves where that would be too much for one. A pool is known by the start of its range: who comes or goes elsewhere does not
 * touch it. Ranges of as many streams as a block has years are not halved any more: window and start share a counter word.
 */
function addRanges(pools: Pool[], range: Range, by: { readonly usual: Float64Array; readonly stream: Int32Array }): void {
  const { from, to, start, bits } = range
  if (from === to) return
  const events = sumOf(by.usual.subarray(from, to))
  if (bits > blockBits && (to - from > mostMembers || events > mostEvents * blockYears)) {
    const half = start + 2 ** (bits - 1)
    let middle = from
    while (middle < to && (by.stream[middle] as number) < half) middle++
    addRanges(pools, { from, to: middle, start, bits: bits - 1 }, by)
    addRanges(pools, { from: middle, to, start: half, bits: bits - 1 }, by)
    return
  }
  if (to - from === 1) {
    pools.push(poolOfOne(from, by.stream))
    return
  }
  let windowBits = 0
  while (windowBits < blockBits && events < eventsPerWindow * (blockYears >> windowBits)) windowBits++
  const counters = { count0: 0, count1: purposes.poolCount | start, event1: purposes.poolEvent | start, outer1: purposes.poolOuter | start }
  pools.push({ from, to, windowBits, slotBits: 32 - Math.clz32(to - from - 1), ...counters })
}

function poolOfOne(place: number, streams: Int32Array): Pool {
  const stream = streams[place] as number
  const counters = { count0: stream, count1: purposes.count, event1: purposes.event | stream, outer1: purposes.eventOuter | stream }
  return { from: place, to: place + 1, windowBits: blockBits, slotBits: 0, ...counters }
}

/** By place, what is known of the sources. */
interface Places extends Pick<Pools, 'source' | 'cell' | 'amount' | 'usual'> {
  isUncertain(place: number): boolean
}

function laidOut(list: readonly Pool[], { isUncertain, ...places }: Places): Pools {
  const byPool = (value: (pool: Pool) => number): Int32Array => Int32Array.from(list, value)
  const reals = (): Float64Array => new Float64Array(list.length)
  const slots = byPool((pool) => slotsOf(pool.slotBits))
  const slot = new Int32Array(list.length + 1)
  for (let pool = 0; pool < list.length; pool++) slot[pool + 1] = (slot[pool] as number) + (slots[pool] as number)
  const changes = byPool((pool) => (places.source.subarray(pool.from, pool.to).some((_, at) => isUncertain(pool.from + at)) ? 1 : 0))
  const numbers = slots.map((_, pool) => pool)
  const isLarge = (pool: number): boolean => slots[pool] === 0 && (changes[pool] === 1 || (places.usual[list[pool]?.from as number] as number) > meanForRejection)
  const pools: Pools = {
    ...places,
    first: Int32Array.from([0, ...list.map((pool) => pool.to)]),
    slot,
    windowBits: byPool((pool) => pool.windowBits),
    slotBits: byPool((pool) => pool.slotBits),
    count0: byPool((pool) => pool.count0),
    count1: byPool((pool) => pool.count1),
    event1: byPool((pool) => pool.event1),
    outer1: byPool((pool) => pool.outer1),
    ...{ mean: reals(), mode: byPool(() => 0), chance: reals(), upTo: reals(), count: byPool(() => -1) },
    uncertain: numbers.filter((pool) => changes[pool] === 1),
    large: numbers.filter(isLarge),
    table: new Int32Array(2 * (slot.at(-1) as number)),
    scratch: aliasScratch(mostMembers),
  }
  for (const [pool, { from, to }] of list.entries()) setPool(pools, pool, places.usual.subarray(from, to))
  return pools
}

/** Sets what hangs on the rates of a pool. @param events what each member has in the block */
export function setPool({ windowBits, slotBits, slot, mean, mode, chance, upTo, table, scratch }: Pools, pool: number, events: Float64Array): void {
  const sum = sumOf(events)
  const expected = sum / (blockYears >> (windowBits[pool] as number))
  mean[pool] = expected
  if (slotBits[pool] !== 0 && sum > 0) {
    fillAliasTable(events, table.subarray(2 * (slot[pool] as number), 2 * (slot[pool + 1] as number)), scratch)
  } else if (expected > meanForRejection) return
  const start = poissonStart(expected)
  mode[pool] = start.mode
  chance[pool] = start.chance
  upTo[pool] = start.upTo
}

/** A pool of one has none. */
const slotsOf = (bits: number): number => (bits === 0 ? 0 : 1 << bits)

const sumOf = (list: Float64Array): number => list.reduce((sum, one) => sum + one, 0)
