import { describe, expect, test } from 'vitest'
import { boundsOf } from './bounds.ts'
import type { Gate } from './circuit.ts'
import { built, formula, probabilityOf, seeded, smallestStates, truthTable } from './formulas.test-data.ts'
import { failingPairs, failingTops, screenOf } from './screen.ts'
import { shortSets } from './short-sets.ts'

const screened = (events: number, gates: readonly Gate[], tops?: readonly number[]) => {
  const screen = screenOf(built(events, gates), tops)
  if (screen === undefined) throw new Error('not monotone')
  return screen
}

describe('formulas by chance', () => {
  test('each group fails what all states say it fails', () => {
    const below = seeded(3)
    for (let at = 0; at < 300; at++) {
      const events = 2 + below(8)
      const gates = formula(below, events, true)
      const table = truthTable(events, gates)
      const states = Array.from({ length: 70 }, () => below(1 << events))
      const groups = states.map((state) => Array.from({ length: events }, (_, event) => event).filter((event) => (state >> event) & 1))
      const top = events + gates.length - 1
      expect(Array.from(failingTops(screened(events, gates, [top]), groups, [top]))).toEqual(states.map((state) => table[state]))
    }
  })

  test('the short sets are the smallest states up to that size, with and without a diagram', () => {
    const below = seeded(4)
    for (let at = 0; at < 300; at++) {
      const events = 2 + below(8)
      const gates = formula(below, events, true)
      const maxOrder = 1 + below(4)
      const wanted = smallestStates(events, truthTable(events, gates)).filter((set) => set.length <= maxOrder)
      expect(shortSets(built(events, gates), events + gates.length - 1, { maxOrder })).toEqual({ sets: wanted, isComplete: true })
    }
  })

  test('pairs are those sets of two that fail the top where neither does alone', () => {
    const below = seeded(5)
    for (let at = 0; at < 100; at++) {
      const events = 2 + below(8)
      const gates = formula(below, events, true)
      const wanted = smallestStates(events, truthTable(events, gates)).filter((set) => set.length === 2)
      const groups = Array.from({ length: events }, (_, event) => [event])
      if (truthTable(events, gates)[0] === 1) continue
      expect(failingPairs(screened(events, gates), groups, events + gates.length - 1)).toEqual(wanted)
    }
  })

  test('bounds hold the probability', () => {
    const below = seeded(6)
    for (let at = 0; at < 500; at++) {
      const events = 2 + below(7)
      const gates = formula(below, events, true)
      const probabilities = Array.from({ length: events }, () => below(1000) / 999)
      const p = probabilityOf(events, truthTable(events, gates), probabilities)
      const { low, high } = boundsOf(built(events, gates), events + gates.length - 1, probabilities) ?? { low: 2, high: -1 }
      expect([low <= p + 1e-12, high >= p - 1e-12]).toEqual([true, true])
    }
  })
})

describe('rings', () => {
  /** 3 = 0 or 4, 4 = 3 or (1 and 2): each leans on the other. */
  const ring: readonly Gate[] = [
    { kind: 'or', children: [0, 4] },
    { kind: 'or', children: [3, 5] },
    { kind: 'and', children: [1, 2] },
  ]

  test('a ring that nothing breaks stands, and falls as a whole', () => {
    expect(Array.from(failingTops(screened(3, ring), [[], [0], [1], [1, 2]], [3, 4]))).toEqual([0, 0, 1, 1, 0, 0, 1, 1])
    expect(shortSets(built(3, ring), 4, { maxOrder: 3 })).toEqual({ sets: [[0], [1, 2]], isComplete: true })
    expect(boundsOf(built(3, ring), 4, [0.1, 0.1, 0.1])).toBe(undefined)
  })

  test('rings by chance come to what counting up from nothing gives', () => {
    const below = seeded(7)
    for (let at = 0; at < 200; at++) {
      const [events, many] = [6, 8]
      const gates = Array.from({ length: many }, (): Gate => {
        const children = Array.from({ length: 1 + below(4) }, () => below(events + many))
        return below(3) === 0 ? { kind: 'at-least', least: 1 + below(children.length), children } : { kind: below(2) === 0 ? 'and' : 'or', children }
      })
      const state = Array.from({ length: events + many }, (_, node) => node < events && below(2) === 0)
      const lost = state.flatMap((value, event) => (value && event < events ? [event] : []))
      for (let round = 0; round <= many; round++) {
        for (const [gate, { kind, children, least = 0 }] of gates.entries()) {
          const sum = children.filter((child) => state[child]).length
          state[events + gate] = kind === 'and' ? sum === children.length : sum >= (kind === 'or' ? 1 : least)
        }
      }
      const tops = gates.map((_, gate) => events + gate)
      expect(Array.from(failingTops(screened(events, gates), [lost], tops))).toEqual(tops.map((top) => Number(state[top])))
    }
  })
})

test('what is not monotone is not screened, and not searched', () => {
  const not: readonly Gate[] = [{ kind: 'not', children: [0] }]
  expect([screenOf(built(1, not)), shortSets(built(1, not), 1, { maxOrder: 1 }), boundsOf(built(1, not), 1, [0.1])]).toEqual([undefined, undefined, undefined])
})

test('a search that is cut short says so', () => {
  const pairs: readonly Gate[] = [
    { kind: 'or', children: [0, 1, 2, 3] },
    { kind: 'or', children: [4, 5, 6, 7] },
    { kind: 'and', children: [8, 9] },
  ]
  expect(shortSets(built(8, pairs), 10, { maxOrder: 2, limit: 3 })).toMatchObject({ isComplete: false, sets: { length: 3 } })
  expect(shortSets(built(8, pairs), 10, { maxOrder: 2, work: 0 })).toEqual({ sets: [], isComplete: false })
  expect(shortSets(built(8, [{ kind: 'constant', children: [], least: 1 }]), 8, { maxOrder: 2 })).toEqual({ sets: [[]], isComplete: true })
})
