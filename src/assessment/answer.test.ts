import { describe, expect, test } from 'vitest'
import { speaker } from '#words/say.ts'
import { worldWithFrameworks } from '../../test/published-frameworks.ts'
import { choices, type NewAnswer, withAnswer } from './answer.ts'
import { entryIn } from './plan-text.ts'

const { say } = speaker('en')
const before = 'version: 1\nworkloads:\n  app: {}\nservices:\n  mail: {}\n'
const wanted: NewAnswer = { key: 'dora/exit-plan', value: 'yes', by: 'CISO', evidence: 'exit plan of May', expires: '2027-05-31', on: ['mail'] }

const written = (text: string, answer: Partial<NewAnswer> = {}): string => {
  const answered = withAnswer(worldWithFrameworks, text, { ...wanted, ...answer })
  return answered.status === 'written' ? answered.text : say(answered.reason)
}

describe('an answer', () => {
  test('is written with what stands behind it', () =>
    expect(entryIn(written(before), 'answers', 'dora/exit-plan')).toEqual({ value: 'yes', on: ['mail'], by: 'CISO', evidence: 'exit plan of May', expires: '2027-05-31' }))

  test('is written by its word, also where its number is given', () => expect(entryIn(written(before, { value: '1' }), 'answers', 'dora/exit-plan')).toMatchObject({ value: 'no' }))

  test('of the same things takes the place of the former, and one of others stands beside it', () => {
    const twice = written(written(before), { value: 'no' })
    expect(entryIn(twice, 'answers', 'dora/exit-plan')).toMatchObject({ value: 'no', on: ['mail'] })
    expect(entryIn(written(twice, { on: ['app'] }), 'answers', 'dora/exit-plan')).toMatchObject([
      { value: 'no', on: ['mail'] },
      { value: 'yes', on: ['app'] },
    ])
  })

  test('makes a file where there is none', () => expect(written('', { on: [] })).toMatch(/^version: 1\n\nanswers:\n {2}dora\/exit-plan:\n {4}value: yes\n/))
})

describe('is refused', () => {
  test('for a criterion that is not there, with the nearest that are', () => expect(written(before, { key: 'dora/exit-pan' })).toContain('dora/exit-plan'))
  test('for a framework that is not there, with those that are', () => expect(written(before, { key: 'xyz/zzz' })).toMatch(/frameworks .*secnumcloud-3\.2/))
  test('for an answer that the criterion has not', () => expect(written(before, { value: 'maybe' })).toContain('no and yes'))
  test('without anybody behind it', () => expect(written(before, { by: undefined, evidence: undefined })).toContain('--by'))
  test('for a day that is none', () => expect(written(before, { expires: 'May' })).toContain('2026-11-24'))
  test('for things that the plan does not name, and for an address of a person', () => {
    expect(written(before, { on: ['nothing of ours'] })).toContain('nothing of ours')
    expect(written(before, { by: 'jan@example.org' })).toContain('Not written')
  })
})

test('the answers to choose from stand from the lowest, with number and word', () => {
  const outcome = choices(worldWithFrameworks, 'dora/substitutability')
  const table = outcome.status === 'answered' ? outcome.blocks.find((block) => block.kind === 'table') : undefined
  const words = table?.kind === 'table' ? table.rows.map((row) => row.cells.slice(0, 2).map((cell) => ('text' in cell ? say(cell.text) : ''))) : []
  expect(words).toEqual([
    ['1', 'not-substitutable'],
    ['2', 'highly-complex'],
    ['3', 'medium'],
    ['4', 'easy'],
  ])
  expect(choices(worldWithFrameworks, 'dora/nothing').status).toBe('too-little-evidence')
})
