import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ThingId } from '#estate/claim.ts'
import { type Knowledge, readKnowledge } from '#knowledge/knowledge.ts'
import { smallWorld, subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { answerDifferences } from './answer-differences.ts'
import { levelOf, standingOf } from './frameworks/standing.ts'
import { gradesOf } from './grades.ts'

const sources = [{ url: 'https://example.org/register', read: '2026-10-01', level: 'verified' }]
const app: ThingId = 'workload:app'

/** A framework of criteria, each a list of levels from low to high; asked of the workload and answered by the organisation, unless it says otherwise. */
const frameworkOf = (criteria: readonly (readonly number[])[], more: Readonly<Record<number, object>> = {}) => ({
  title: 'Grid',
  short: 'Grid',
  publisher: 'Somebody',
  version: '1',
  date: '2026-01-01',
  licence: 'Free',
  levels: [0, 1, 2, 3, 4].map((level) => ({ level, title: `L${level}`, meaning: `Level ${level}` })),
  objectives: [{ id: 'all', title: 'All' }],
  criteria: criteria.map((levels, at) => ({
    id: `c${at}`,
    objective: 'all',
    title: `Criterion ${at}`,
    ask: 'Ask',
    rungs: levels.map((level, rung) => ({ id: `r${rung}`, level, title: `Rung ${rung}` })),
    ...more[at],
  })),
  sources,
})

function worldWith(framework: object): Knowledge {
  const { knowledge, faults } = readKnowledge([{ path: 'frameworks/grid.yaml', value: framework }], smallWorld)
  expect(faults).toEqual([])
  return knowledge
}

interface Given {
  readonly answers?: object
  readonly complete?: boolean
  readonly provider?: string
  readonly plan?: object
}

function gradesIn(framework: object, { answers = {}, complete = false, provider = 'party:nearby', plan: more = {} }: Given = {}) {
  const knowledge = worldWith(framework)
  const plan = {
    version: 1,
    home: 'NL',
    functions: { desk: { mtpd: 'PT4H', ...(complete ? { complete: { by: 'Head of IT', date: '2026-10-01', inputs: '{digest}' } } : {}) } },
    workloads: { app: { serves: ['desk'], needs: ['mail'] } },
    services: { mail: { provider } },
    answers,
    ...more,
  }
  const subject = subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) }, knowledge)
  const named = { id: 'grid', framework: knowledge.frameworks.get('grid') ?? (framework as never) }
  return { subject, grades: gradesOf(subject, app, named), standing: standingOf(subject)(app, named) }
}

const by = { by: 'Head of IT', evidence: 'file' }

const rising = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 5 }).map((levels) => levels.toSorted((a, b) => a - b))

describe('the fold', () => {
  test('without an answer everything is open, and a workload is as low as its lowest criterion may be', () =>
    fc.assert(
      fc.property(fc.array(rising, { minLength: 1, maxLength: 5 }), (criteria) => {
        const { standing } = gradesIn(frameworkOf(criteria), { complete: true })
        const deciding = criteria.filter((levels) => new Set(levels).size > 1)
        expect(standing.level).toEqual(
          deciding.length === 0 ? { low: 0, high: 4 } : { low: Math.min(...deciding.map((one) => one[0] ?? 0)), high: Math.min(...deciding.map((one) => one.at(-1) ?? 4)) },
        )
      }),
      { numRuns: 40, seed: 20261124 },
    ))

  test('answering a criterion never leads out of what was possible before', () =>
    fc.assert(
      fc.property(fc.array(rising, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (criteria, pick, where) => {
        const at = pick % criteria.length
        const rung = where % (criteria[at]?.length ?? 1)
        const before = gradesIn(frameworkOf(criteria)).standing.level
        const after = gradesIn(frameworkOf(criteria), { answers: { [`grid/c${at}`]: { value: `r${rung}`, ...by } } }).standing.level
        expect(after.low).toBeGreaterThanOrEqual(before.low)
        expect(after.high).toBeLessThanOrEqual(before.high)
      }),
      { numRuns: 40, seed: 20261124 },
    ))

  test('all answers together give one level: the lowest', () =>
    fc.assert(
      fc.property(fc.array(rising, { minLength: 1, maxLength: 5 }), fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (criteria, picks) => {
        const chosen = criteria.map((levels, at) => (picks[at] ?? 0) % levels.length)
        const answers = Object.fromEntries(chosen.map((rung, at) => [`grid/c${at}`, { value: rung + 1, ...by }]))
        const { standing } = gradesIn(frameworkOf(criteria), { answers })
        const deciding = criteria.flatMap((levels, at) => (new Set(levels).size > 1 ? [levels[chosen[at] ?? 0] ?? 0] : []))
        const level = Math.min(...deciding)
        expect(standing.level).toEqual(deciding.length === 0 ? { low: 0, high: 4 } : { low: level, high: level })
      }),
      { numRuns: 40, seed: 20261124 },
    ))

  test('what is ruled out narrows a question, and what is settled or rules nothing out does not', () => {
    const fact = (value: string) => ({
      fact: 'continuity.targets',
      rungs: [0, 1, 2].map((level) => ({ id: `r${level}`, level, title: `Rung ${level}`, ...(level === 2 ? {} : { when: value }) })),
    })
    const told = (framework: object, answers: object = {}) => gradesIn(framework, { answers }).grades.map(({ answered, narrowed }) => ({ answered, narrowed }))
    expect(told(frameworkOf([[0, 1, 2]]))).toEqual([{ answered: false, narrowed: false }])
    expect(told(frameworkOf([[0, 1, 2]]), { 'grid/c0': { value: 'r1', ...by } })).toEqual([{ answered: true, narrowed: false }])
    const given = { functions: { desk: { mtpd: 'PT4H', rto: 'PT2H' } } }
    expect(gradesIn(frameworkOf([[0, 1, 2]], { 0: fact('value == 1.0') }), { plan: given }).grades).toMatchObject([{ answered: false, narrowed: true }])
  })

  test('a criterion whose rungs are all of one level never decides', () =>
    expect(
      gradesIn(
        frameworkOf([
          [1, 1],
          [2, 4],
        ]),
        { complete: true },
      ).standing.level,
    ).toEqual({ low: 2, high: 4 }))

  test('with nothing to decide, everything is open', () => expect(levelOf(frameworkOf([]) as never, [])).toEqual({ low: 0, high: 4 }))
})

describe('answers', () => {
  const entity = {
    per: 'entity',
    fact: 'entity.control',
    rungs: [
      { id: 'outside', level: 0, title: 'Outside', when: 'value == "wholly-outside" || value == "mostly-outside"' },
      { id: 'inside', level: 3, title: 'Inside', when: 'value == "mostly-inside" || value == "wholly-inside"' },
      { id: 'sealed', level: 4, title: 'Sealed', when: 'value == "wholly-inside"' },
    ],
  }
  const one = frameworkOf([[0, 4]], { 0: entity })
  const first = (given: Given) => gradesIn(one, given).grades[0]?.items[0]

  test('narrow what could not be read for sure', () => {
    expect(first({ provider: 'party:nearby' })).toMatchObject({ rungs: { low: 1, high: 2 }, by: 'read' })
    expect(first({ provider: 'party:nearby', answers: { 'grid/c0': { value: 'sealed', ...by } } })).toMatchObject({ rungs: { low: 2, high: 2 }, by: 'both' })
  })

  test('never go before what was read, and the difference is told', () => {
    const given = { provider: 'party:faraway-nl', answers: { 'grid/c0': { value: 'sealed', ...by } } }
    expect(first(given)).toMatchObject({ rungs: { low: 0, high: 0 }, by: 'read' })
    expect(answerDifferences(gradesIn(one, given).subject).map(({ about, answer, read }) => [about, answer.value, read])).toEqual([
      ['party:faraway-nl', 'sealed', { low: 0, high: 0 }],
    ])
  })

  test('of one party go before those of the workload, and those before those of the whole', () => {
    const answers = (on: readonly (readonly string[] | undefined)[]) => ({
      'grid/c0': on.map((things, at) => ({ value: ['outside', 'inside', 'sealed'][at], ...(things ? { on: things } : {}), ...by })),
    })
    const unknown = { provider: 'Nobody Known' }
    const party = 'party:named/deltaplan.yaml/nobody known'
    expect(first({ ...unknown, answers: answers([[party], ['app'], undefined]) })).toMatchObject({ rungs: { low: 0, high: 0 }, by: 'answered' })
    expect(first({ ...unknown, answers: answers([undefined, ['app'], [party]]) })).toMatchObject({ rungs: { low: 2, high: 2 } })
    expect(first({ ...unknown, answers: answers([undefined, ['app']]) })).toMatchObject({ rungs: { low: 1, high: 1 } })
  })

  test('count only with somebody behind them, until their day, and to questions that there are', () => {
    const rungs = (answer: object, key = 'grid/c0') => gradesIn(frameworkOf([[0, 4]]), { answers: { [key]: answer } }).grades[0]?.items[0]?.by
    expect(rungs({ value: 'r1', ...by })).toBe('answered')
    expect(rungs({ value: 2, by: 'Head of IT' })).toBe('answered')
    expect(rungs({ value: 'r1' })).toBe('nobody')
    expect(rungs({ value: 'r1', ...by, expires: '2026-01-01' })).toBe('nobody')
    expect(rungs({ value: 'r9', ...by })).toBe('nobody')
    expect(rungs({ value: 3, ...by })).toBe('nobody')
    expect(rungs({ value: 'r1', ...by }, 'grid/c7')).toBe('nobody')
  })

  test('of the whole hold for what nobody showed, where only the organisation can answer', () => {
    const { standing } = gradesIn(frameworkOf([[0, 2, 4]]), { answers: { 'grid/c0': { value: 'r2', ...by } } })
    expect(standing.level).toEqual({ low: 4, high: 4 })
  })

  test('and a lower one of any one thing holds them down, since it may be part of what was not shown', () => {
    const answers = {
      'grid/c0': [
        { value: 'r2', ...by },
        { value: 'r1', on: ['party:town'], ...by },
      ],
    }
    expect(gradesIn(frameworkOf([[0, 2, 4]], { 0: { per: 'entity' } }), { answers }).standing.level).toEqual({ low: 2, high: 4 })
  })
})

describe('what a criterion is asked of', () => {
  const perEntity = frameworkOf(
    [
      [0, 4],
      [1, 4],
    ],
    { 0: { per: 'entity' }, 1: { per: 'entity', standing: 'subcontractor' } },
  )
  test('a criterion that applies to nothing found stays open, and drops out once somebody vouches for all', () => {
    expect(gradesIn(perEntity).grades.map((grade) => [grade.items.length, grade.applies])).toEqual([
      [1, true],
      [0, true],
    ])
    expect(gradesIn(perEntity, { complete: true }).grades.map((grade) => grade.applies)).toEqual([true, false])
    expect(gradesIn(perEntity, { complete: true }).standing.level).toEqual({ low: 0, high: 4 })
  })
})
