import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withAnswer } from '#assessment/answer.ts'
import { assess } from '#assessment/assess.ts'
import { checkCriteria } from '#assessment/check-criteria.ts'
import { frameworkStanding, listFrameworks } from '#assessment/frameworks.ts'
import { checkFrameworks } from '#knowledge/check-frameworks.ts'
import { readKnowledge } from '#knowledge/knowledge.ts'
import { published } from './published-frameworks.ts'
import { requestOfTexts, smallWorld, subjectOfTexts, yamlOf } from './subject-of-texts.ts'

/** Adding a framework touches one file of `data/`: here is one, and everything that a framework gets works for it. */
const file = {
  path: 'frameworks/example-grid.yaml',
  value: {
    title: { en: 'Example grid', nl: 'Voorbeeldraster' },
    short: 'Example',
    publisher: 'Somebody',
    version: '1.0',
    date: '2026-06-03',
    licence: 'Free to use',
    profiles: ['general'],
    levels: [
      { level: 1, title: 'UAL1', meaning: 'The least' },
      { level: 2, title: 'UAL2', meaning: 'More' },
    ],
    objectives: [{ id: 'place', title: 'Place' }],
    criteria: [
      {
        id: 'b',
        objective: 'place',
        title: { en: 'In the Union', nl: 'In de Unie' },
        ask: 'State where it runs',
        per: 'block',
        fact: 'data.location',
        rungs: [
          { id: 'outside', level: 1, title: 'Outside', when: 'value == "outside" || value == "mixed"' },
          { id: 'inside', level: 2, title: 'Inside', when: 'value == "inside"' },
        ],
      },
      {
        id: 'd',
        objective: 'place',
        title: 'Staff',
        ask: 'Ask who works there',
        rungs: [
          { id: 'any', level: 1, title: 'Anybody' },
          { id: 'screened', level: 2, title: 'Screened' },
        ],
      },
    ],
    notes: ['A proposal, and not law.'],
    sources: [{ url: 'https://example.org/grid', read: '2026-10-01', level: 'verified' }],
  },
}

const { knowledge, faults } = readKnowledge([file], smallWorld)
const plan = { version: 1, home: 'NL', functions: { desk: {} }, workloads: { app: { serves: ['desk'], needs: ['mail'] } }, services: { mail: { place: 'US' } } }

test('it is read and checked', () => expect([...faults, ...checkFrameworks(knowledge), ...checkCriteria(knowledge)]).toEqual([]))

test('it is listed, and the estate is held against it', () => {
  expect(JSON.stringify(listFrameworks(knowledge))).toContain('Example grid')
  const outcome = frameworkStanding(subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) }, knowledge), 'example-grid', undefined)
  const table = outcome.status === 'answered' ? outcome.blocks.find((block) => block.kind === 'table' && block.id === 'example-grid-workloads') : undefined
  expect(table?.kind === 'table' ? table.rows[0]?.cells[1] : undefined).toMatchObject({ interval: { low: 1, high: 1 } })
})

test('it is part of an assessment, by profile or by choice', async () => {
  const ids = async (more: object) =>
    JSON.stringify((await assess(requestOfTexts({ 'deltaplan.yaml': yamlOf({ ...plan, ...more }) }, knowledge))).outcomes.find((one) => one.id === 'frameworks'))
  expect(await ids({})).toContain('example-grid-criteria')
  expect(await ids({ frameworks: ['example-grid'] })).toContain('A proposal, and not law.')
  expect(await ids({ frameworks: ['deltaplan-ladder'] })).not.toContain('example-grid-criteria')
  expect(await ids({ frameworks: ['no-such-grid'] })).toContain('frameworks.none-known')
})

test('its criteria can be answered', () => {
  const answered = withAnswer(knowledge, yamlOf({ version: 1 }).replace(/[{}"]/g, '').trim(), {
    key: 'example-grid/d',
    value: 'screened',
    by: 'CISO',
    evidence: undefined,
    expires: undefined,
    on: [],
  })
  expect(answered).toMatchObject({ status: 'written' })
})

test('no code knows a published framework by its name', () => {
  const names = [...published.keys()].filter((id) => id !== 'deltaplan-ladder')
  const sources = globSync('src/**/*.ts').filter((path) => !path.endsWith('.test.ts'))
  const found = sources.flatMap((path) =>
    names.filter((id) => new RegExp(`['"\`]${id.replaceAll('.', '\\.')}['"\`]`).test(readFileSync(path, 'utf8'))).map((id) => `${path}: ${id}`),
  )
  expect(found).toEqual([])
})
