import { describe, expect, test } from 'vitest'
import { type CommonCauseGroup, jointChance, withCommonCauses } from './common-cause.ts'
import { built } from './formulas.test-data.ts'
import { evaluator } from './probability.ts'
import { solve } from './solve.ts'

/** Two trains, each of a valve and a pump; the valves, and the pumps, may fail of one cause. */
const trains = [
  { kind: 'or', children: [0, 2] },
  { kind: 'or', children: [1, 3] },
  { kind: 'and', children: [4, 5] },
] as const

const pairOf = (model: CommonCauseGroup['model'], factors: readonly number[]): readonly CommonCauseGroup[] => [
  { model, members: [0, 1], total: 0.1, factors },
  { model, members: [2, 3], total: 0.1, factors },
]

describe('two trains with common causes', () => {
  test.each([
    ['beta-factor', [0.2], 0.062258678784],
    ['MGL', [0.2], 0.062258678784],
    ['alpha-factor', [0.9, 0.1], 0.0597764],
    ['phi-factor', [0.9, 0.1], 0.0488616],
  ] as const)('%s', (model, factors, wanted) => {
    const { events, gates, probabilities, joint } = withCommonCauses(4, trains, new Array(4).fill(0.1), pairOf(model, factors))
    const solved = solve(built(events, gates), events + 2)
    expect(solved.status === 'solved' && evaluator(solved.model)(probabilities).top).toBeCloseTo(wanted, model === 'beta-factor' || model === 'MGL' ? 13 : 7)
    expect(joint).toEqual([[0], [1], [0, 1], [2], [3], [2, 3]])
  })
})

test.each([
  ['beta-factor', [0.3]],
  ['MGL', [0.3, 0.5, 0.2]],
  ['alpha-factor', [0.7, 0.2, 0.06, 0.04]],
] as const)('%s: what can fail a member adds up to the chance it was given', (model, factors) => {
  const group: CommonCauseGroup = { model, members: [0, 1, 2, 3], total: 0.05, factors }
  const ways = [1, 3, 3, 1]
  expect(ways.reduce((sum, many, at) => sum + many * jointChance(group, at + 1), 0)).toBeCloseTo(0.05, 14)
})
