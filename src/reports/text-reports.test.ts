import fc from 'fast-check'
import type { Log } from 'sarif'
import { describe, expect, test } from 'vitest'
import type { Assessment } from '#assessment/assessment.ts'
import { csvRows } from '#estate/source/csv-rows.ts'
import { languages } from '#words/say.ts'
import { csv } from './csv.ts'
import { markdown } from './markdown.ts'
import { sampleAssessment } from './sample-assessment.test-data.ts'
import { sarif } from './sarif.ts'

/** An assessment in which every name is one and the same. */
const named = (name: string): Assessment => ({
  ...sampleAssessment,
  diagnostics: [{ code: 'unmatched-name', severity: 'note', file: `${name}.yaml`, line: 3, values: { name } }],
  outcomes: [
    {
      id: 'overview',
      outcome: {
        status: 'answered',
        blocks: [
          { kind: 'text', role: 'headline', text: { plain: name } },
          {
            kind: 'table',
            id: 'points',
            title: { plain: name },
            columns: [{ plain: name }, { plain: name }],
            rows: [
              {
                cells: [
                  { text: { plain: name }, tone: 'warning' },
                  { interval: { low: 1, high: Number.POSITIVE_INFINITY }, unit: 'hours' },
                ],
                proof: { steps: [], at: [{ file: name, pointer: '/a', line: 7 }] },
              },
            ],
            empty: { plain: name },
            primary: true,
          },
        ],
      },
    },
  ],
})
const nasty = fc
  .array(fc.constantFrom('|', '`', '<', '>', '&', '*', '_', '[', ']', '(', ')', '\n', '#', '"', ',', '=', '+', '-', '@', '\\', '</details>', '---', 'x', ' ', '\r\n'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => `x${parts.join('')}`)

describe.each(languages)('Markdown in %s', (language) => {
  const text = markdown.render(sampleAssessment, { language })

  test('opens with the first page and folds each question', () => {
    expect(text).toMatch(/^# /)
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length)
    expect(text.match(/<details>/g)?.length).toBeGreaterThan(4)
  })

  test('a name adds no row, no heading and no tag, whatever it is', () => {
    const shape = (one: string) => ({
      lines: one.split('\n').length,
      bars: [...one.replaceAll(/\\\|/g, '')].filter((sign) => sign === '|').length,
      tags: [...one.matchAll(/<\/?[a-z]/g)].length,
      headings: [...one.matchAll(/^#/gm)].length,
    })
    const plain = shape(markdown.render(named('x'), { language }))
    fc.assert(
      fc.property(nasty, (name) => {
        expect(shape(markdown.render(named(name), { language }))).toEqual(plain)
      }),
      { seed: 20261124, numRuns: 60 },
    )
  })
})

describe('CSV', () => {
  test('is a table of eleven columns, with the figure behind the words', () => {
    const { rows, broken } = csvRows(csv.render(sampleAssessment, { language: 'en' }), ',')
    expect(broken).toEqual([])
    expect(new Set(rows.map((row) => row.cells.length))).toEqual(new Set([11]))
    expect(rows.some((row) => row.cells[8] === 'hours' && row.cells[6] !== '')).toBe(true)
    expect(rows.length).toBeGreaterThan(50)
  })

  test('holds no formula, whatever a name is', () => {
    fc.assert(
      fc.property(nasty, (name) => {
        const { rows, broken } = csvRows(csv.render(named(name.slice(1)), { language: 'nl' }), ',')
        expect(broken).toEqual([])
        expect(rows.flatMap((row) => row.cells).filter((cell) => /^[=+@]|^-\D/.test(cell))).toEqual([])
      }),
      { seed: 20261124, numRuns: 60 },
    )
  })
})

describe('SARIF', () => {
  const log = JSON.parse(sarif.render(sampleAssessment, { language: 'nl' })) as Log
  const [run] = log.runs

  test('tells each finding with its rule, its place and a fingerprint of its own', () => {
    const rules = run?.tool.driver.rules ?? []
    const results = run?.results ?? []
    expect(results.length).toBeGreaterThan(5)
    for (const one of results) expect(rules[one.ruleIndex ?? -1]?.id).toBe(one.ruleId)
    expect(new Set(results.map((one) => one.partialFingerprints?.['deltaplan/v1'])).size).toBe(results.length)
    expect(results.flatMap((one) => one.locations ?? []).every((one) => !/^(\/|[a-z]+:)/.test(one.physicalLocation?.artifactLocation?.uri ?? ''))).toBe(true)
  })

  test('a row that asks for action stands on its line', () => {
    const found = (JSON.parse(sarif.render(named('a b.yaml'), { language: 'en' })) as Log).runs[0]?.results?.find((one) => one.ruleId === 'overview/points')
    expect(found?.level).toBe('warning')
    expect(found?.locations?.[0]?.physicalLocation).toEqual({ artifactLocation: { uri: 'a%20b.yaml', uriBaseId: '%SRCROOT%' }, region: { startLine: 7 } })
  })
})
