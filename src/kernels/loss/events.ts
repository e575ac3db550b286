import { expWithin } from '../maths/exp.ts'
import { type Fill, fillWords, type Words } from '../random/block-of-words.ts'
import { normalOf } from '../random/normal-draw.ts'
import { type BlockDraws, countOf } from './block-draws.ts'
import { blockYears, durationKinds, hoursPerYear, periodOf } from './model.ts'
import { type Plan, pertCells } from './plan.ts'
import { purposes } from './purposes.ts'

/** The events of a block in the order of their years and times; those of a year stand at `offsets[year]` up to `offsets[year + 1]`. */
export interface Events {
  readonly offsets: Int32Array
  readonly year: Int32Array
  /** Hours since the beginning of the year. */
  readonly time: Float64Array
  readonly source: Int32Array
  /** The event's own key: what it strikes is drawn under it. */
  readonly key0: Int32Array
  readonly key1: Int32Array
  /** Hours; infinite for those that do not end. */
  readonly duration: Float64Array
  /** Where between its ends every delay of this event lies, from 0 to 1. */
  readonly share: Float64Array
}

/** Rounds to 2^−20 hours (3 milliseconds), so that sums and differences of times are exact and a day lasts a day wherever it begins. */
export const onGrid = (hours: number): number => hours + 6442450944 - 6442450944

/** The time of year has 22 bits, below the 10 of the year. */
const hoursPerStep = hoursPerYear / 4194304

/**
 * The events of the sources that strike, in one block.
 *
 * @param wanted by year of the block, 1 for those to make; all where it is left out. The events of a year are the same either way.
 * @returns lists in the room, good until it is used again
 */
export function eventsOf(plan: Plan, draws: BlockDraws, room: EventRoom, wanted?: Uint8Array): Events {
  const { sources } = plan.model
  const { seed, block } = draws
  const { bars, stride } = plan.bars.endless
  const counts = Array.from(plan.full, (source) => countOf(draws.meanPerBlock[source] as number, draws, sources.stream[source] as number))
  const all = counts.reduce((sum, count) => sum + count, 0)
  const { made, sorted, drawn, kept, order } = roomFor(
    room,
    all,
    counts.reduce((most, count) => Math.max(most, count), 0),
  )
  let to = 0
  for (const [at, source] of plan.full.entries()) {
    const fill: Fill = { key0: seed, key1: block, counter1: 0, from: 0, to: 0, count: counts[at] as number }
    const stream = sources.stream[source] as number
    const sums = draws.years[at]
    fillWords(drawn.when, { ...fill, counter1: purposes.event | stream })
    let count = 0
    for (let event = 0; event < fill.count; event++) {
      const first = drawn.when.first[event] as number
      const year = sums === undefined ? first >>> 22 : yearOf(sums, first)
      if (wanted !== undefined && wanted[year] !== 1) continue
      made.year[to + count] = year
      kept[count++] = event
    }
    fill.count = count
    fillWords(drawn.more, { ...fill, counter1: purposes.eventMore | stream }, kept)
    fillWords(drawn.key, { ...fill, counter1: purposes.eventKey | stream }, kept)
    if (sums !== undefined) fillWords(drawn.time, { ...fill, counter1: purposes.eventTime | stream }, kept)
    const mayLast = (sources.endless[source] as number) > 0
    if (mayLast) fillWords(drawn.endless, { ...fill, counter1: purposes.eventEndless | stream }, kept)
    for (let event = 0; event < count; event++) {
      const step = sums === undefined ? (drawn.when.first[kept[event] as number] as number) & 0x3fffff : (drawn.time.first[event] as number) >>> 10
      made.time[to + event] = onGrid(step * hoursPerStep)
      made.source[to + event] = source
      made.key0[to + event] = drawn.key.first[event] as number
      made.key1[to + event] = drawn.key.second[event] as number
      made.share[to + event] = ((drawn.more.first[event] as number) >>> 0) / 4294967296
      const isLasting = mayLast && (drawn.endless.first[event] as number) >>> 0 < (bars[periodOf(made.year[to + event] as number) * stride + source] as number)
      const [word, extension] = [drawn.when.second[kept[event] as number] as number, drawn.more.second[event] as number]
      made.duration[to + event] = isLasting ? Number.POSITIVE_INFINITY : durationOf(plan, source, word, extension)
    }
    to += count
  }
  return inOrder(made, to, { sorted, order })
}

function durationOf({ model: { sources }, pert }: Plan, source: number, word: number, extension: number): number {
  const kind = sources.kind[source]
  const first = sources.first[source] as number
  if (kind === durationKinds.lognormal) {
    const x = first + (sources.second[source] as number) * normalOf(word, extension)
    return expWithin(Math.min(700, Math.max(-700, x)))
  }
  if (kind === durationKinds.constant) return first
  if (kind === durationKinds.endless) return Number.POSITIVE_INFINITY
  const table = pert[source] as Float64Array
  const cell = Math.floor(((word >>> 0) / 4294967296) * pertCells)
  const from = table[cell] as number
  return from + ((word & 0x3fffff) / 4194304) * ((table[cell + 1] as number) - from)
}

/** The year whose part of the sum a random word falls into: the last one that begins at or below it. */
function yearOf(sums: Float64Array, word: number): number {
  const point = ((word >>> 0) / 4294967296) * (sums[blockYears] as number)
  let year = 0
  for (let step = blockYears / 2; step >= 1; step /= 2) if ((sums[year + step] as number) <= point) year += step
  return year
}

/** By year, then time; those at one time in the order in which they were made, by source. */
function inOrder(made: Events, count: number, { sorted, order }: Pick<Rooms, 'sorted' | 'order'>): Events {
  const offsets = new Int32Array(blockYears + 1)
  for (let at = 0; at < count; at++) offsets[(made.year[at] as number) + 1] = (offsets[(made.year[at] as number) + 1] as number) + 1
  for (let year = 0; year < blockYears; year++) offsets[year + 1] = (offsets[year + 1] as number) + (offsets[year] as number)
  const next = offsets.slice()
  for (let at = 0; at < count; at++) {
    const year = made.year[at] as number
    order[next[year] as number] = at
    next[year] = (next[year] as number) + 1
  }
  for (let year = 0; year < blockYears; year++) {
    if ((offsets[year + 1] as number) - (offsets[year] as number) > 1) sortByTime(order.subarray(offsets[year], offsets[year + 1]), made.time)
  }
  for (let at = 0; at < count; at++) {
    const from = order[at] as number
    sorted.year[at] = made.year[from] as number
    sorted.time[at] = made.time[from] as number
    sorted.source[at] = made.source[from] as number
    sorted.key0[at] = made.key0[from] as number
    sorted.key1[at] = made.key1[from] as number
    sorted.duration[at] = made.duration[from] as number
    sorted.share[at] = made.share[from] as number
  }
  const cut = <T extends { subarray(from: number, to: number): T }>(list: T): T => list.subarray(0, count)
  return {
    offsets,
    year: cut(sorted.year),
    time: cut(sorted.time),
    source: cut(sorted.source),
    key0: cut(sorted.key0),
    key1: cut(sorted.key1),
    duration: cut(sorted.duration),
    share: cut(sorted.share),
  }
}

/** By insertion where there are few, as mostly; those at one time stay in their order. */
function sortByTime(order: Int32Array, time: Float64Array): void {
  if (order.length > 64) {
    order.sort((a, b) => (time[a] as number) - (time[b] as number) || a - b)
    return
  }
  for (let at = 1; at < order.length; at++) {
    const event = order[at] as number
    let place = at
    for (; place > 0 && (time[order[place - 1] as number] as number) > (time[event] as number); place--) order[place] = order[place - 1] as number
    order[place] = event
  }
}

function emptyEvents(count: number): Events {
  const [year, source, key0, key1] = [new Int32Array(count), new Int32Array(count), new Int32Array(count), new Int32Array(count)]
  return { offsets: new Int32Array(0), year, time: new Float64Array(count), source, key0, key1, duration: new Float64Array(count), share: new Float64Array(count) }
}

/** Room for the events of a block, kept from one to the next: made anew for each it would be most of what a simulation throws away. */
export interface EventRoom {
  rooms?: Rooms
}

interface Rooms {
  readonly made: Events
  readonly sorted: Events
  readonly order: Int32Array
  readonly kept: Int32Array
  readonly drawn: Readonly<Record<'when' | 'more' | 'key' | 'time' | 'endless', Words>>
}

/** @param all events of the block; @param most of one source */
function roomFor(room: EventRoom, all: number, most: number): Rooms {
  if (room.rooms !== undefined && room.rooms.order.length >= all && room.rooms.kept.length >= most) return room.rooms
  // A quarter more than asked for, so that the next somewhat busier block finds room as well.
  const [events, ofOne] = [Math.ceil(1.25 * all), Math.ceil(1.25 * most)]
  const words = (): Words => ({ first: new Int32Array(ofOne), second: new Int32Array(ofOne) })
  room.rooms = {
    made: emptyEvents(events),
    sorted: emptyEvents(events),
    order: new Int32Array(events),
    kept: new Int32Array(ofOne),
    drawn: { when: words(), more: words(), key: words(), time: words(), endless: words() },
  }
  return room.rooms
}
