import { describe, expect, test } from 'vitest'
import type { Block } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import type { Outcome } from '#findings/outcome.ts'
import { readKnowledge } from '#knowledge/knowledge.ts'
import { stableJson } from '#lang/json.ts'
import { plain } from '#lang/message.ts'
import { requestOfTexts, smallWorld, yamlOf } from '../../test/subject-of-texts.ts'
import { assess } from './assess.ts'
import type { Assessment } from './assessment.ts'
import { diff } from './diff.ts'
import { diffKnowledge } from './diff-knowledge.ts'
import { NoAssessment, readAssessment } from './read-assessment.ts'

const plan = (needs: readonly unknown[]) => ({
  version: 1,
  home: 'NL',
  functions: { desk: { mtpd: 'PT8H' } },
  workloads: { app: { serves: ['desk'], needs } },
  services: { post: { provider: 'party:faraway' }, other: { provider: 'party:nearby' } },
})
const assessed = (needs: readonly unknown[], more: Readonly<Record<string, string>> = {}) => assess(requestOfTexts({ 'deltaplan.yaml': yamlOf(plan(needs)), ...more }))
const blocks = (outcome: Outcome): readonly Block[] => (outcome.status === 'answered' ? outcome.blocks : [])
const idsOf = (outcome: Outcome): readonly string[] => blocks(outcome).flatMap((block) => (block.kind === 'table' ? [block.id] : []))
const text = (outcome: Outcome): string => stableJson(blocks(outcome))

describe('what differs between two results', () => {
  test('is nothing between a result and itself, also after it was written and read', async () => {
    const one = await assessed(['post'])
    expect(blocks(diff(one, readAssessment(stableJson(one))))).toEqual([
      { kind: 'text', role: 'headline', text: { key: 'diff.nothing', values: { was: { date: one.asOf }, is: { date: one.asOf } } } },
    ])
  })

  test('a supplier that came stands in the tables of what is new, and the same the other way round is gone', async () => {
    const [was, is] = [await assessed(['other']), await assessed(['other', 'post'])]
    expect(idsOf(diff(was, is))).toContain('single-points-supplier-new')
    expect(idsOf(diff(is, was))).toContain('single-points-supplier-gone')
    expect(text(diff(was, is))).toContain('Faraway')
  })

  test('a file that is gone is said before any figure', async () => {
    const compose = yamlOf({ services: { web: { image: 'openbase:16' } } })
    const outcome = diff(await assessed(['post'], { 'shop/compose.yaml': compose }), await assessed(['post']))
    expect(blocks(outcome)[1]).toMatchObject({ kind: 'text', text: { key: 'diff.less-evidence', values: { count: 1 } } })
  })

  test('a lower end on the ladder is a warning', async () => {
    const outcome = diff(await assessed(['other']), await assessed([{ anyOf: ['other', 'post'] }]))
    const changed = blocks(outcome).filter((block) => block.kind === 'table' && block.id.endsWith('-changed'))
    expect(changed.length).toBeGreaterThan(0)
  })
})

describe('what differs between two results in money', () => {
  const known = (low: number) => ({ low, high: 90_000 })
  const losses = (low: number, parts: readonly string[]): readonly Block[] => [
    { kind: 'curve', id: 'loss-curve', title: plain('Losses'), unit: 'euros', series: [], marks: [{ label: plain('A bad year'), amount: known(low), chance: 0.01 }] },
    {
      kind: 'waterfall',
      id: 'loss-parts',
      title: plain('Parts'),
      unit: 'euros-per-year',
      parts: parts.map((name) => ({ label: plain(name), interval: known(low), proof: noProof })),
      total: known(low),
      totalLabel: plain('All'),
    },
  ]
  const withLosses = (assessment: Assessment, list: readonly Block[]): Assessment => ({
    ...assessment,
    outcomes: [{ id: 'losses', outcome: { status: 'answered', blocks: list } }],
  })

  test('is told by what has a name, and as nothing where it is the same', async () => {
    const one = await assessed(['post'])
    const [was, is] = [withLosses(one, losses(10, ['a', 'b'])), withLosses(one, losses(20, ['a', 'c']))]
    const outcome = diff(was, is)
    expect(idsOf(outcome)).toEqual(['loss-curve-changed', 'loss-parts-changed'])
    expect(blocks(outcome).flatMap((block) => (block.kind === 'table' ? [block.rows.length] : []))).toEqual([1, 2])
    expect(blocks(outcome).flatMap((block) => (block.kind === 'list' ? block.items.map((item) => item.text) : []))).toEqual([plain('c'), plain('b')])
    expect(blocks(diff(was, was))).toHaveLength(1)
  })
})

test('what is no assessment is told in one line', () => {
  for (const one of ['', '{', '[]', '{}', '{"schemaVersion":"99","outcomes":[]}', '{"schemaVersion":"1","outcomes":[]}']) expect(() => readAssessment(one)).toThrow(NoAssessment)
})

describe('what differs between two knowledge bases', () => {
  const sources = [{ url: 'https://example.org/register', read: '2026-10-02', level: 'verified' }]
  const withParty = (party: object) => readKnowledge([{ path: 'parties/nearby.yaml', value: { ...party, sources } }], smallWorld).knowledge

  test('a new owner is told with what it was, and another day of reading is no change', () => {
    const sold = withParty({ title: 'Nearby B.V.', kind: 'company', seat: 'nl', parents: [{ party: 'faraway', share: 100 }] })
    const same = withParty({ title: 'Nearby B.V.', kind: 'company', seat: 'nl', parents: [{ party: 'town', share: 100 }] })
    expect(text(diffKnowledge(smallWorld, sold))).toMatch(/party: town[\s\S]*party: faraway/)
    expect(idsOf(diffKnowledge(smallWorld, same))).toEqual([])
  })
})
