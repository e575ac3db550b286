import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withKnowledgeLines } from './knowledge-lines.ts'

const root = mkdtempSync(join(tmpdir(), 'knowledge-'))
const text = 'title: Mine\nperYear:\n  low: 1\n  high: 2\nsources:\n  - url: here\n    read: 2026-11-01\nregions:\n  eu.west: {}\ncriteria:\n  - id: c-1\n    title: x\n'
beforeAll(() => {
  mkdirSync(join(root, 'scenarios'))
  writeFileSync(join(root, 'scenarios', 'mine.yaml'), text)
  writeFileSync(join(root, 'scenarios', 'broken.yaml'), 'title: a\nwhat: [1, 2\neffect: x\n')
})
afterAll(() => rmSync(root, { recursive: true }))

const placeOf = (where: string, path = 'scenarios/mine.yaml') => withKnowledgeLines(root, [{ path, where, message: '' }])[0]?.path

test.each([
  ['perYear.high', 4],
  ['sources.0.read', 7],
  ['sources.0.level', 6],
  ['regions.eu.west.country', 9],
  ['c-1', 11],
  ['hours', 1],
  ['file', 1],
])('%s stands on line %i, or what it is missed by does', (where, line) => expect(placeOf(where)).toBe(`scenarios/mine.yaml:${line}`))

test('a file that is no YAML has the line where it breaks', () => expect(placeOf('file', 'scenarios/broken.yaml')).toMatch(/^scenarios\/broken\.yaml:[34]$/))

test('a file that cannot be read has no line', () => expect(placeOf('file', 'scenarios/gone.yaml')).toBe('scenarios/gone.yaml'))
