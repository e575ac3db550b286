import { describe, expect, test } from 'vitest'
import type { Gate } from './circuit.ts'
import { built, formula, probabilityOf, seeded, smallestStates, truthTable } from './formulas.test-data.ts'
import { fussellVesely } from './fussell-vesely.ts'
import { groupValue, importances } from './importance.ts'
import { listSets } from './list-sets.ts'
import { birnbaum, evaluator } from './probability.ts'
import { rareEvent } from './rare-event.ts'
import { setCounts } from './set-counts.ts'
import { type SmallestSets, smallestSets } from './smallest-sets.ts'
import { type Solved, solve } from './solve.ts'
import { probabilityWithin } from './unknown.ts'

const modelOf = (events: number, gates: readonly Gate[], top = events + gates.length - 1) => {
  const solved: Solved = solve(built(events, gates), top)
  if (solved.status !== 'solved') throw new Error(solved.status)
  return solved.model
}
const setsOf = (model: ReturnType<typeof modelOf>): SmallestSets => {
  const sets = smallestSets(model)
  if (sets === undefined) throw new Error('too large')
  return sets
}

/** Equal but for rounding: to a share of the larger, and to nothing at all where both are as good as nought. */
const isNear = (a: number, b: number, share = 1e-12): boolean => Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b)) + 1e-15

/** Formulas by chance; of every hundred one is over fourteen events. */
const many = 5000
const sizeOf = (at: number, below: (bound: number) => number): number => (at % 100 === 99 ? 14 : at % 10 === 9 ? 9 + below(3) : 2 + below(7))

describe.each([
  ['coherent', true, 1],
  ['any', false, 2],
])('%s formulas by chance', (_, isCoherent, seed) => {
  test('count, sets, probability and Birnbaum are those of all states', () => {
    const below = seeded(seed)
    const wrong: unknown[] = []
    for (let at = 0; at < many; at++) {
      const events = sizeOf(at, below)
      const gates = formula(below, events, isCoherent)
      const table = truthTable(events, gates)
      const probabilities = Array.from({ length: events }, () => below(1000) / 999)
      const model = modelOf(events, gates)
      const sets = setsOf(model)
      const smallest = smallestStates(events, table)
      const counts = Array.from({ length: (smallest.at(-1)?.length ?? -1) + 1 }, (__, order) => smallest.filter((set) => set.length === order).length)
      const evaluation = evaluator(model)(probabilities)
      const slopes = birnbaum(model, evaluation)
      // Every event of a small formula, a few of a large one: each costs two looks at every state.
      const asked = probabilities.map((__, event) => event).filter((event) => events <= 7 || event % 5 === at % 5)
      const bySlope = asked.map((event) => probabilityOf(events, table, withAt(probabilities, event, 1)) - probabilityOf(events, table, withAt(probabilities, event, 0)))
      const isRight =
        JSON.stringify(listSets(sets, {}).sets) === JSON.stringify(smallest) &&
        setCounts(sets).join() === counts.join() &&
        isNear(evaluation.top, probabilityOf(events, table, probabilities)) &&
        bySlope.every((slope, place) => Math.abs(slope - (slopes[asked[place] as number] as number)) < 1e-12)
      if (!isRight) wrong.push({ at, gates })
    }
    expect(wrong).toEqual([])
  })

  test('importances are what the whole is with and without an event', () => {
    const below = seeded(seed + 10)
    const wrong: unknown[] = []
    for (let at = 0; at < 500; at++) {
      const events = 2 + below(7)
      const gates = formula(below, events, isCoherent)
      const table = truthTable(events, gates)
      const probabilities = Array.from({ length: events }, () => (1 + below(998)) / 999)
      const model = modelOf(events, gates)
      const top = probabilityOf(events, table, probabilities)
      if (top === 0) continue
      const all = importances(model, evaluator(model)(probabilities))
      const shares = fussellVesely(model, setsOf(model), probabilities)
      const smallest = smallestStates(events, table)
      for (const [event, p] of probabilities.entries()) {
        const [on, off] = [1, 0].map((value) => probabilityOf(events, table, withAt(probabilities, event, value))) as [number, number]
        const holding = smallest.filter((set) => set.includes(event)).map((set) => set.reduce((state, one) => state | (1 << one), 0))
        const covered = Uint8Array.from(table, (__, state) => Number(holding.some((set) => (state & set) === set)))
        const isRight =
          Math.abs((all.birnbaum[event] as number) - (on - off)) < 1e-12 &&
          Math.abs((all.criticality[event] as number) * top - (on - off) * p) < 1e-12 &&
          Math.abs((all.diagnosis[event] as number) * top - p * on) < 1e-12 &&
          Math.abs((all.achievement[event] as number) * top - on) < 1e-12 &&
          (off < 1e-12 * top ? all.reduction[event] === Number.POSITIVE_INFINITY : Math.abs(top / (all.reduction[event] as number) - off) < 1e-12) &&
          isNear(shares[event] as number, probabilityOf(events, covered, probabilities) / top, 1e-10)
        if (!isRight) wrong.push({ at, event, gates, fv: [shares[event], probabilityOf(events, covered, probabilities) / top] })
      }
    }
    expect(wrong).toEqual([])
  })

  test('an unknown probability gives bounds that hold every value it may have', () => {
    const below = seeded(seed + 20)
    for (let at = 0; at < 500; at++) {
      const events = 2 + below(6)
      const gates = formula(below, events, isCoherent)
      const table = truthTable(events, gates)
      const model = modelOf(events, gates)
      const stated = Array.from({ length: events }, () => (below(3) === 0 ? Number.NaN : below(1000) / 999))
      const { low, high } = probabilityWithin(model, stated)
      const values = Array.from({ length: 8 }, () =>
        probabilityOf(
          events,
          table,
          stated.map((p) => (Number.isNaN(p) ? below(2) : p)),
        ),
      )
      for (const value of values) expect(value >= low - 1e-12 && value <= high + 1e-12).toBe(true)
      if (!isCoherent) continue
      expect(
        isNear(
          low,
          probabilityOf(
            events,
            table,
            stated.map((p) => (Number.isNaN(p) ? 0 : p)),
          ),
        ),
      ).toBe(true)
      expect(
        isNear(
          high,
          probabilityOf(
            events,
            table,
            stated.map((p) => (Number.isNaN(p) ? 1 : p)),
          ),
        ),
      ).toBe(true)
    }
  })
})

const withAt = (numbers: readonly number[], at: number, value: number): readonly number[] => numbers.map((one, place) => (place === at ? value : one))

describe('what books give', () => {
  test('k of n at 0.1', () => {
    const of = (n: number, least: number): number =>
      evaluator(modelOf(n, [{ kind: 'at-least', least, children: Array.from({ length: n }, (_, at) => at) }]))(new Array(n).fill(0.1)).top
    expect(of(3, 2)).toBeCloseTo(0.028, 14)
    expect(of(5, 3)).toBeCloseTo(0.00856, 14)
  })

  test('the bridge works with 2r² + 2r³ − 5r⁴ + 2r⁵', () => {
    const roads = [
      [0, 1],
      [2, 3],
      [0, 4, 3],
      [2, 4, 1],
    ]
    const cuts: readonly Gate[] = [...roads.map((children): Gate => ({ kind: 'or', children })), { kind: 'and', children: [5, 6, 7, 8] }]
    const model = modelOf(5, cuts)
    expect(1 - evaluator(model)(new Array(5).fill(0.1)).top).toBeCloseTo(0.97848, 14)
    expect(listSets(setsOf(model), {}).sets).toEqual([
      [0, 2],
      [1, 3],
      [0, 3, 4],
      [1, 2, 4],
    ])
  })

  test('two pumps of 0.7 and two valves of 0.5 fail both trains with 0.7225, where the sum of sets says more than 1', () => {
    const model = modelOf(4, [
      { kind: 'or', children: [0, 2] },
      { kind: 'or', children: [1, 3] },
      { kind: 'and', children: [4, 5] },
    ])
    const exact = evaluator(model)([0.5, 0.5, 0.7, 0.7]).top
    expect(exact).toBeCloseTo(0.7225, 14)
    const sum = rareEvent(setsOf(model), [0.5, 0.5, 0.7, 0.7], exact)
    expect([sum.sum, sum.error]).toEqual([expect.closeTo(1.44, 12), expect.closeTo(0.7175, 12)])
  })

  test('a group of events is worth what the whole is with all of them and with none', () => {
    const model = modelOf(3, [{ kind: 'at-least', least: 2, children: [0, 1, 2] }])
    expect(groupValue(evaluator(model), [0.1, 0.1, 0.1], [0, 1])).toEqual({ all: 1, none: 0 })
  })
})

describe('large numbers', () => {
  /** An AND of so many ORs: a set for every choice. */
  const choices = (groups: number, size: number): readonly Gate[] => [
    ...Array.from({ length: groups }, (_, group): Gate => ({ kind: 'or', children: Array.from({ length: size }, (__, at) => group * size + at) })),
    { kind: 'and', children: Array.from({ length: groups }, (_, group) => groups * size + group) },
  ]

  test('counts are exact beyond what a float holds', () => {
    const sets = setsOf(modelOf(40 * 9, choices(40, 9)))
    expect(setCounts(sets).at(-1)).toBe(9n ** 40n)
    expect(setCounts(setsOf(modelOf(10 * 9, choices(10, 9)))).at(-1)).toBe(9 ** 10)
  })

  test('a few sets of a family of billions are listed at once, the likeliest by a cut-off', () => {
    const sets = setsOf(modelOf(40 * 9, choices(40, 9)))
    const { sets: few, isCut } = listSets(sets, { limit: 5 })
    expect([few.length, few[0]?.length, isCut]).toEqual([5, 40, true])
    const probabilities = Array.from({ length: 360 }, (_, event) => (event % 9 === 4 ? 0.9 : 0.01))
    expect(listSets(sets, { cutOff: 0.01, probabilities }).sets).toEqual([Array.from({ length: 40 }, (_, group) => group * 9 + 4)])
    expect(listSets(sets, { maxOrder: 39 })).toEqual({ sets: [], isCut: false })
  })

  test('a chain of 50,000 gates is worked out without running out of stack', () => {
    const depth = 50_000
    const chain = Array.from({ length: depth }, (_, at): Gate => ({ kind: at % 2 === 0 ? 'and' : 'or', children: [at === 0 ? depth : depth + at, at] }))
    const model = modelOf(depth + 1, chain)
    expect(evaluator(model)(new Float64Array(depth + 1).fill(0.5)).top).toBeCloseTo(2 / 3, 12)
  })
})

describe('what cannot be worked out', () => {
  test('a cycle is answered with its gates', () => {
    const gates: readonly Gate[] = [
      { kind: 'or', children: [0, 2] },
      { kind: 'or', children: [1] },
    ]
    expect(solve(built(1, gates), 1)).toEqual({ status: 'cyclic', cycle: [0, 1] })
  })

  test('a budget that is too small is said, and throws nothing', () => {
    const below = seeded(5)
    const gates: readonly Gate[] = [
      ...Array.from({ length: 60 }, (): Gate => ({ kind: 'or', children: Array.from({ length: 3 }, () => below(40)) })),
      { kind: 'and', children: Array.from({ length: 60 }, (_, at) => 40 + at) },
    ]
    expect(solve(built(40, gates), 100, 500)).toEqual({ status: 'too-large', nodes: 500 })
    const solved = solve(built(40, gates), 100)
    expect(solved.status === 'solved' && smallestSets(solved.model, 50)).toBe(undefined)
  })

  test('a top that is an event or a constant is worked out like any other', () => {
    expect(evaluator(modelOf(2, [{ kind: 'or', children: [0] }], 1))([0.2, 0.3]).top).toBe(0.3)
    const sure = modelOf(1, [{ kind: 'constant', children: [], least: 1 }])
    expect([evaluator(sure)([0]).top, setCounts(setsOf(sure)), listSets(setsOf(sure), {}).sets]).toEqual([1, [1], [[]]])
    const never = modelOf(1, [
      { kind: 'constant', children: [], least: 0 },
      { kind: 'and', children: [0, 1] },
    ])
    expect([evaluator(never)([1]).top, setCounts(setsOf(never)), listSets(setsOf(never), {}).sets]).toEqual([0, [], []])
  })
})
