import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { DiagnosticCode } from '#estate/diagnostic.ts'
import { diagnosticCodes } from '#estate/diagnostic.ts'
import type { Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { stableJson } from '#lang/json.ts'
import { catalogue } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import { foldRows } from './cell-text.ts'
import { diagnosticMessage } from './diagnostic-words.ts'
import { firstScreen, laterBlocks } from './first-screen.ts'
import { reports } from './index.ts'
import { sampleAssessment } from './sample-assessment.test-data.ts'

describe('the register of reports', () => {
  test.each(Object.keys(reports))('%s goes by its own id', async (id) => expect((await reports[id]?.())?.id).toBe(id))

  test('json is the assessment itself', async () => {
    const text = (await reports['json']?.())?.render(sampleAssessment, { language: 'nl' }) ?? ''
    expect(text).toBe(stableJson(sampleAssessment))
    expect(text.startsWith('{\n  "asOf": "2026-11-24",')).toBe(true)
  })
})

describe('the first screen', () => {
  const first = firstScreen(sampleAssessment)

  test('is made of headlines, the figures beside them, and what calls itself primary, in order', () => {
    expect(first.headlines).toHaveLength(1)
    expect(first.measures.flatMap((block) => block.measures)).toHaveLength(5)
    expect(first.primary.map(({ outcome, block }) => `${outcome} ${block.kind}`)).toEqual(['overview table', 'overview list', 'spectrum bands', 'spectrum list', 'losses curve'])
  })

  test('what it shows is not shown again', () => {
    const overview = sampleAssessment.outcomes[0]?.outcome
    expect(overview?.status === 'answered' && laterBlocks(overview.blocks, first)).toEqual([])
  })
})

test('rows that say nothing are named and not shown', () => {
  const row = (name: string, list: readonly string[], count: number): Row => ({
    cells: [{ text: { plain: name } }, { list: list.map((one) => ({ plain: one })) }, { interval: { low: count, high: count }, unit: 'count' }],
    proof: noProof,
  })
  const { shown, folded } = foldRows(speaker('en'), [row('A', [], 0), row('B', ['x'], 0), row('C', [], 0)])
  expect(shown).toHaveLength(1)
  expect(folded).toEqual(['A', 'C'])
})

test('a row that says "at once" or "rung 0" says something', () => {
  const rows: Row[] = (['hours', 'level'] as const).map((unit) => ({ cells: [{ text: { plain: unit } }, { interval: { low: 0, high: 0 }, unit }], proof: noProof }))
  expect(foldRows(speaker('en'), rows).shown).toHaveLength(2)
})

test('every diagnostic can be said, also when a value was left out', () => {
  const say = (code: DiagnosticCode) => speaker('nl').say(diagnosticMessage({ code, severity: 'note', file: 'x' }))
  expect(diagnosticCodes.map(say).filter((text) => text.includes('{') || text.startsWith('diagnostic'))).toEqual([])
  expect(speaker('nl').say(diagnosticMessage({ code: 'unreadable', severity: 'error', file: 'x', values: { reason: 'too-deep' } }))).toContain('te diep genest')
})

test('every key that a report says stands in the catalogues', () => {
  const sources = globSync('src/reports/**/*.ts').filter((path) => !path.includes('.test'))
  const text = sources.map((path) => readFileSync(path, 'utf8')).join('\n')
  const subjects = [...new Set(Object.keys(catalogue).map((key) => key.slice(0, key.indexOf('.'))))]
  const keys = [...text.matchAll(/['`]([a-z-]+\.[a-z$][\w.${}?! ()[\]-]*)['`]/g)].flatMap(([, key = '']) => (subjects.includes(key.split('.')[0] ?? '') ? [key] : []))
  expect(keys.length).toBeGreaterThan(60)
  const starts = (key: string) => Object.keys(catalogue).some((known) => known.startsWith(key.slice(0, key.indexOf('$'))))
  expect(keys.filter((key) => (key.includes('$') ? !starts(key) : catalogue[key] === undefined))).toEqual([])
})
