import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { meanLoss } from '#kernels/loss/measures.ts'
import { modelOf } from '#kernels/loss/model-of.ts'
import { plainEngine } from '#kernels/loss/plain-engine.ts'
import { openModel, simulateBlocks } from '#kernels/loss/simulate-blocks.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { allSources } from '#scenarios/sources.ts'
import { smallWorld, subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { lossesOf, lossModelOf } from './loss-model.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/costs.md'), 'utf8')
const stated = parse(/```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '') as { readonly functions: { readonly practice: { readonly cost: Readonly<Record<string, unknown>> } } }
const euros = (text: string): number => Number(/€ ([\d,]+) *\|?$/.exec(text)?.[1]?.replaceAll(',', ''))

describe('the example of docs/costs.md', () => {
  const sure = (value: number) => ({ low: value, high: value })
  const known = smallWorld.scenarios.get('goes-away') ?? expect.unreachable()
  const scenario = { ...known, perYear: sure(0.1), hours: sure(24), lasting: sure(0), noticeDays: sure(0), losesData: sure(0.2), together: undefined }
  const knowledge: Knowledge = { ...smallWorld, scenarios: new Map([['goes-away', scenario]]) }

  /** The average year with some lines of the cost, in euros. */
  function meanOf(lines: readonly string[]): { readonly value: number; readonly error: number } {
    const { cost, ...rest } = stated.functions.practice
    const some = Object.fromEntries(Object.entries(cost).filter(([key]) => key === 'currency' || lines.includes(key)))
    const plan = {
      version: 1,
      home: 'NL',
      functions: { practice: { ...rest, cost: some } },
      workloads: { records: { serves: ['practice'], needs: ['x'] } },
      services: { x: { provider: 'party:faraway' } },
    }
    const subject = subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) }, knowledge)
    const { parts } = lossModelOf(subject, lossesOf(subject, allSources(subject)), 'worst')
    const { value, error } = meanLoss(simulateBlocks(openModel(modelOf(parts), plainEngine), { seed: 1, first: 0, count: 100 }))
    return { value: value / 100, error: error / 100 }
  }

  const rows = new Map(
    page.split('\n').flatMap((line) => (/^\| (`\w+`|fine|letters|together) \|.*€/.test(line) ? [[line.split('|')[1]?.trim().replaceAll('`', '') ?? '', euros(line)]] : [])),
  )

  test('adds up', () => {
    const parts = [...rows].filter(([name]) => name !== 'together').map(([, amount]) => amount)
    expect(parts).toHaveLength(5)
    expect(parts.reduce((sum, one) => sum + one, 0)).toBe(rows.get('together'))
    expect(page).toContain(`€ ${((rows.get('together') ?? 0) / 10).toLocaleString('en')} a year`)
  })

  test.each([
    ['care', ['care']],
    ['staff', ['staff']],
    ['lostData', ['lostData']],
    ['together', ['care', 'staff', 'lostData', 'perEvent']],
  ])('comes out of the simulation: %s', (row, lines) => {
    const { value, error } = meanOf(lines)
    expect(Math.abs(value - (rows.get(row) ?? Number.NaN) / 10)).toBeLessThan(4 * error)
  })

  test('comes out of the simulation: fine and letters', () => {
    const { value, error } = meanOf(['perEvent'])
    expect(Math.abs(value - ((rows.get('fine') ?? Number.NaN) + (rows.get('letters') ?? Number.NaN)) / 10)).toBeLessThan(4 * error)
  })
})
