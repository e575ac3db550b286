import { normalTable } from '../maths/normal-table.ts'
import { isMoving as isMovingBar } from './bars.ts'
import type { BlockSizes, Engine, Kernels, Tally } from './engine.ts'
import { blockYears } from './model.ts'
import type { Plan } from './plan.ts'
import { staticLayout } from './wasm-layout.ts'
import { type Arena, arenaOf, type WasmMemory } from './wasm-memory.ts'

/** What the compiled loops of `assembly/` export. */
export interface LossModule {
  readonly memory: WasmMemory
  setLumps(at: number): void
  lumps(seed: number, block: number, count: number, wanted: number): void
  setStrikes(at: number): void
  setBlock(at: number): void
  strikes(): void
}

/** The loops in WebAssembly, four words or two numbers at a time. @param instantiate makes a module with a memory of its own, one per model */
export const wasmEngine = (instantiate: () => LossModule): Engine => ({ name: 'wasm', open: (plan) => kernelsOf(plan, instantiate()) })

function kernelsOf(plan: Plan, module: LossModule): Kernels {
  const arena = arenaOf(module.memory)
  const fixed = staticLayout(plan, arena, normalTable)
  module.setLumps(fixed.lumps)
  module.setStrikes(fixed.strikes)
  const { scales, items } = plan.model
  const { pools } = plan
  const isRepriced = plan.model.terms.point.length > 0
  const isMoving = pools.uncertain.length + pools.large.length > 0
  const base = arena.used()
  let block = blockLayout(arena, { events: 0, most: 0, given: 0 }, 0)
  let key = { seed: 0, block: 0 }
  return {
    begin(draws, sizes) {
      key = draws
      arena.reset(base)
      block = blockLayout(arena, sizes, fixed.widest)
      arena.fit()
      writeBlock(arena, block)
      module.setBlock(block.struct)
      if (isRepriced) arena.write(fixed.points, plan.curves.points)
      if (isMovingBar(plan.bars.failOver)) arena.write(fixed.failOverBar, plan.bars.failOver.bars)
      if (isMoving) for (const name of ['mean', 'mode', 'chance', 'upTo', 'count', 'table'] as const) arena.write(fixed[name], pools[name])
      const tally: Tally = {
        totals: arena.floats(fixed.totals, scales * blockYears),
        largest: arena.floats(fixed.largest, blockYears),
        cells: arena.floats(fixed.cells, scales * plan.cells.count),
        breaches: arena.floats(fixed.breaches, items.limit.length),
        eventLoss: arena.floats(block.eventLoss, sizes.events),
      }
      for (const list of [tally.totals, tally.largest, tally.eventLoss]) list.fill(0)
      return tally
    },
    lumps(wanted) {
      if (wanted) arena.write(block.wanted, wanted)
      module.lumps(key.seed, key.block, pools.mean.length, wanted ? block.wanted : 0)
    },
    strikes(events, given) {
      for (const name of ['offsets', 'time', 'source', 'key0', 'key1', 'duration', 'share'] as const) arena.write(block.events[name], events[name])
      for (const name of ['offsets', 'item', 'from', 'to', 'event', 'cell'] as const) arena.write(block.given[name], given[name])
      module.strikes()
    },
  }
}

/** Addresses of what one block brings. */
interface BlockLayout {
  readonly struct: number
  readonly events: Record<'offsets' | 'time' | 'source' | 'key0' | 'key1' | 'duration' | 'share', number>
  readonly given: Record<'offsets' | 'item' | 'from' | 'to' | 'event' | 'cell', number>
  readonly eventLoss: number
  readonly words: number
  readonly most: number
  readonly outages: number
  readonly wanted: number
}

function blockLayout({ take }: Arena, { events, most, given }: BlockSizes, widest: number): BlockLayout {
  const [four, eight] = [events * 4, events * 8]
  const offsets = (blockYears + 1) * 4
  return {
    struct: take(68),
    events: { offsets: take(offsets), time: take(eight), source: take(four), key0: take(four), key1: take(four), duration: take(eight), share: take(eight) },
    given: { offsets: take(offsets), item: take(given * 4), from: take(given * 8), to: take(given * 8), event: take(given * 4), cell: take(given * 4) },
    eventLoss: take(eight),
    words: take((widest + 16) * 24 + 16),
    most: widest + 16,
    outages: take(most * 32),
    wanted: take(blockYears),
  }
}

function writeBlock(arena: Arena, { struct, events, given, eventLoss, words, most, outages }: BlockLayout): void {
  const ofEvents = [events.offsets, events.time, events.source, events.key0, events.key1, events.duration, events.share, eventLoss]
  arena.write(struct, Int32Array.of(...ofEvents, given.offsets, given.item, given.from, given.to, given.event, given.cell, words, most, outages))
}
