import { blockYears } from './model.ts'
import type { Plan } from './plan.ts'
import type { Arena } from './wasm-memory.ts'

/** Addresses of what stays through all blocks. */
export interface StaticLayout {
  readonly lumps: number
  readonly strikes: number
  readonly mean: number
  readonly mode: number
  readonly chance: number
  readonly upTo: number
  readonly count: number
  readonly table: number
  /** The points of the curves. */
  readonly points: number
  /** The bars of fail-overs. */
  readonly failOverBar: number
  readonly totals: number
  readonly largest: number
  readonly cells: number
  readonly breaches: number
  /** How many strikes the widest source has. */
  readonly widest: number
}

type List = Int32Array | Uint8Array | Float64Array

/** The buffers of the lumps: 52 bytes for each of 4,112 draws. */
const lumpBuffer = 52 * 4112

/** Lays out a plan in a memory and writes it there, with the two lists of addresses in the order of `assembly/lumps.ts` and `assembly/strikes.ts`. */
export function staticLayout(plan: Plan, arena: Arena, normalTable: Float64Array): StaticLayout {
  const { model, pools, cells } = plan
  const { scales, items } = model
  const writes: (readonly [at: number, list: List])[] = []
  const put = (list: List): number => {
    const at = arena.take(list.byteLength)
    writes.push([at, list])
    return at
  }
  const sums = {
    totals: arena.take(scales * blockYears * 8),
    largest: arena.take(blockYears * 8),
    cells: arena.take(scales * cells.count * 8),
    breaches: arena.take(items.limit.length * 8),
  }
  const table = put(normalTable)
  const fixed = [pools.first, pools.windowBits, pools.slotBits, pools.slot, pools.count0, pools.count1, pools.event1, pools.outer1].map(put)
  const moving = { mean: put(pools.mean), mode: put(pools.mode), chance: put(pools.chance), upTo: put(pools.upTo), count: put(pools.count) }
  const byPlace = [put(pools.cell), put(pools.amount)]
  const slots = put(pools.table)
  const lumps = put(Int32Array.of(...fixed, ...Object.values(moving), ...byPlace, slots, sums.totals, sums.largest, sums.cells, table, arena.take(lumpBuffer)))
  const ofStrikes = strikeLists(plan).map(put)
  const ofCurves = { limit: put(items.limit), offsets: put(plan.curves.offsets), points: put(plan.curves.points), cap: put(items.cap) }
  const strides = [plan.bars.failOver.stride, plan.curves.stride]
  const ends = [arena.take(items.limit.length * 8), arena.take(items.limit.length * 4)]
  const strikes = put(strikeStruct([...ofStrikes, ...Object.values(ofCurves), sums.totals, sums.cells, sums.breaches, ...ends, table, scales, cells.count], model.longest, strides))
  arena.fit()
  for (const [at, list] of writes) arena.write(at, list)
  const widest = plan.full.reduce((most, source) => Math.max(most, (model.strikes.offsets[source + 1] as number) - (model.strikes.offsets[source] as number)), 0)
  return { lumps, strikes, ...moving, table: slots, ...sums, points: ofCurves.points, failOverBar: ofStrikes[14] as number, widest }
}

/** By strike: an exit whose time is known is taken with the others, one that has to be drawn later. */
function strikeLists({ model: { strikes }, strikes: ready, bars }: Plan): readonly List[] {
  const isDrawn = (at: number): boolean => (strikes.exitSigma[at] as number) > 0 && (ready.exitAt[at] as number) < Number.POSITIVE_INFINITY
  const fixedExit = ready.exitAt.map((hours, at) => (isDrawn(at) ? Number.POSITIVE_INFINITY : hours))
  const draws = Uint8Array.from(fixedExit, (_, at) => (isDrawn(at) ? 1 : 0) | ((ready.failOverAt[at] as number) < Number.POSITIVE_INFINITY ? 2 : 0))
  const times = [strikes.noticeLow, ready.noticeWidth, strikes.delayLow, ready.delayWidth, strikes.spread, fixedExit, ready.exitAt, strikes.exitSigma]
  const failOver = [ready.failOverAt, strikes.failOverSigma, bars.failOver.bars]
  return [strikes.offsets, strikes.item, ready.counter, ready.bar, ...times, ...failOver, draws]
}

/** @param strides from one period to the next, in numbers: of the bars of fail-overs, and of the points */
function strikeStruct(words: readonly number[], longest: number, strides: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(128)
  new Int32Array(bytes.buffer).set(words)
  new Int32Array(bytes.buffer, 120).set(strides.map((stride) => stride * 8))
  new Float64Array(bytes.buffer, 112, 1)[0] = longest
  return bytes
}
