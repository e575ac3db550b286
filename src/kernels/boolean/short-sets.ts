import { byEvents } from './by-events.ts'
import type { Circuit } from './circuit.ts'
import { safePath } from './safe-path.ts'
import { type Screen, screenOf } from './screen.ts'
import { topologicalOrder } from './topological-order.ts'

/** Smallest sets up to a size, found without a diagram. */
export interface ShortSets {
  readonly sets: readonly (readonly number[])[]
  /** Whether these are all there are of that size; not where the limit or the work allowed ended the search. */
  readonly isComplete: boolean
}

/** Evaluations of 32 scenarios after which the search ends. */
const mostEvaluations = 2_000_000

/**
 * The smallest sets of at most so many events that make one node of a monotone circuit true, for circuits whose diagrams are too large. Rings
 * are allowed.
 *
 * Every such set meets every safe path (events whose absence keeps the node false), so the search branches on the events of one, to a
 * depth of `maxOrder`; the last event of each set is found by trying all, 32 at a time. An event that was branched on is left out of the branches
 * that follow, so nothing is met twice.
 *
 * @returns nothing where the circuit is not monotone
 */
export function shortSets(
  circuit: Circuit,
  top: number,
  { maxOrder, limit = Number.POSITIVE_INFINITY, work = mostEvaluations }: { readonly maxOrder: number; readonly limit?: number; readonly work?: number },
): ShortSets | undefined {
  const screen = screenOf(circuit, [top])
  if (screen === undefined) return undefined
  const { order } = topologicalOrder(circuit, [top])
  const sets: (readonly number[])[] = []
  const search = searcher(screen, top)
  if (search.isTrue([])) return { sets: [[]], isComplete: true }
  const events = eventsBelow(circuit, top)
  const stack: Branch[] = [{ set: [], out: new Set() }]
  for (let branch = stack.pop(); branch !== undefined; branch = stack.pop()) {
    const { set } = branch
    if (search.evaluations() > work) return { sets: sorted(sets), isComplete: false }
    const out = new Set(branch.out)
    for (const event of search.completing(
      set,
      events.filter((one) => !out.has(one) && !set.includes(one)),
    )) {
      out.add(event)
      if (!search.isSmallest([...set, event])) continue
      if (sets.length >= limit) return { sets: sorted(sets), isComplete: false }
      sets.push([...set, event].sort((a, b) => a - b))
    }
    if (set.length + 1 >= maxOrder) continue
    const path = order ? safePath(circuit, order, top, { lost: new Set(set), kept: out }) : events.filter((one) => !out.has(one) && !set.includes(one))
    for (const event of path) {
      stack.push({ set: [...set, event], out: new Set(out) })
      out.add(event)
    }
  }
  return { sets: sorted(sets), isComplete: true }
}

interface Branch {
  readonly set: readonly number[]
  /** Events that no set of this branch holds. */
  readonly out: ReadonlySet<number>
}

/** Fewest events first, then by number. */
const sorted = (sets: readonly (readonly number[])[]): readonly (readonly number[])[] => sets.toSorted((a, b) => a.length - b.length || byEvents(a, b))

function searcher({ words, events, evaluate }: Screen, top: number) {
  let evaluations = 0
  const asked = (): number => {
    evaluations++
    evaluate()
    return words[top] as number
  }
  const base = (set: readonly number[]): void => {
    words.fill(0, 0, events)
    for (const event of set) words[event] = -1
  }
  return {
    evaluations: () => evaluations,
    isTrue: (set: readonly number[]): boolean => {
      base(set)
      return (asked() & 1) === 1
    },
    /** Those of some events that make the node true together with a set. */
    completing: (set: readonly number[], others: readonly number[]): readonly number[] => {
      base(set)
      const found: number[] = []
      for (let first = 0; first < others.length; first += 32) {
        const few = others.slice(first, first + 32)
        for (const [lane, event] of few.entries()) words[event] = 1 << lane
        const word = asked()
        for (const [lane, event] of few.entries()) {
          if ((word >>> lane) & 1) found.push(event)
          words[event] = 0
        }
      }
      return found
    },
    /** Whether no event can be left out. Sets are short, so each way of leaving one out has its own lane. */
    isSmallest: (set: readonly number[]): boolean => {
      for (let first = 0; first < set.length; first += 32) {
        base(set)
        const few = set.slice(first, first + 32)
        for (const [lane, event] of few.entries()) words[event] = ~(1 << lane)
        const lanes = few.length === 32 ? -1 : (1 << few.length) - 1
        if ((asked() & lanes) !== 0) return false
      }
      return true
    },
  }
}

function eventsBelow({ events, offsets, children }: Circuit, top: number): readonly number[] {
  const met = new Set([top])
  for (const node of met) {
    if (node < events) continue
    for (let at = offsets[node - events] as number; at < (offsets[node - events + 1] as number); at++) met.add(children[at] as number)
  }
  return [...met].filter((node) => node < events).sort((a, b) => a - b)
}
