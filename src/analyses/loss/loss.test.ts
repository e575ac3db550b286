import { describe, expect, test } from 'vitest'
import { lossesOf } from '#facts/loss-model.ts'
import { meanLoss } from '#kernels/loss/measures.ts'
import { plainEngine } from '#kernels/loss/plain-engine.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { allSources } from '#scenarios/sources.ts'
import { smallWorld, subjectOfTexts, yamlOf } from '../../../test/subject-of-texts.ts'
import { lossBlocks } from './blocks.ts'
import { offOf, verdictOf } from './chance.ts'
import { figuresOf } from './figures.ts'
import { lossAnalysis } from './index.ts'
import { modelsOf, runHere } from './run.ts'
import { cellsOf, cutBy } from './shares.ts'
import { groupOf, supplierOf } from './who.ts'

const eur = { currency: 'EUR', priceLevel: 2026 }
const subjectOf = (desk: object, more: object = {}) =>
  subjectOfTexts({
    'deltaplan.yaml': yamlOf({
      version: 1,
      home: 'NL',
      functions: { desk: { mtpd: 'PT8H', ...desk }, archive: {} },
      workloads: { counter: { serves: ['desk', 'archive'], needs: ['post', { anyOf: ['one', 'other'] }] } },
      services: { post: { provider: 'party:faraway' }, one: { provider: 'party:faraway-nl' }, other: { provider: 'party:nearby-us' } },
      ...more,
    }),
    'compose.yaml': 'services:\n  db:\n    image: openbase:16\n',
  })
const priced = { cost: { ...eur, perHour: [{ from: 'PT0H', low: 1000, high: 5000 }], most: 2_000_000 }, affects: { people: { low: 10, high: 20 } } }
const run = (subject: ReturnType<typeof subjectOf>, blocks = 8) => {
  const losses = lossesOf(subject, allSources(subject))
  return { losses, runs: runHere(modelsOf(subject, losses), { seed: 1, blocks, engine: plainEngine }) }
}

describe('the parts of a year', () => {
  const subject = subjectOf(priced)
  const { losses, runs } = run(subject)
  const cells = { best: cellsOf(losses, runs.best), worst: cellsOf(losses, runs.worst) }

  test('add up to the average year, however it is cut', () => {
    const mean = meanLoss(runs.worst.loss).value / 100
    expect(mean).toBeGreaterThan(1000)
    for (const key of [(cell: (typeof cells.worst)[number]) => cell.source.scenario, (cell: (typeof cells.worst)[number]) => supplierOf(subject, cell.source.thing)])
      expect(cutBy({ best: [], worst: cells.worst }, key).reduce((sum, one) => sum + one.euros.high, 0)).toBeCloseTo(mean, 4)
  })

  test('of the worst years add up to their mean', () => {
    const tail = runs.worst.tail ?? expect.unreachable()
    expect(cells.worst.reduce((sum, one) => sum + one.inTail, 0)).toBeCloseTo(tail.tail.tvar.value / 100, 2)
  })

  test('of the worst years add up to their mean as figures, too, and what was never met is not settled', () => {
    const { shares, valueAtRisk } = figuresOf(subject, losses, runs.worst)
    const beyond = valueAtRisk.find((one) => one.share === 0.99)?.meanBeyond.value ?? expect.unreachable()
    for (const parts of Object.values(shares)) expect(parts.reduce((sum, one) => sum + (one.inWorstHundredth?.value ?? 0), 0) / beyond).toBeCloseTo(1, 6)
    expect(verdictOf(offOf({ value: 0, error: 0 }))).toBe('too-few')
  })

  test('of the better reading are no dearer than those of the worse', () => expect(meanLoss(runs.best.loss).value).toBeLessThanOrEqual(meanLoss(runs.worst.loss).value))

  test('belong to the group above a supplier', () => {
    expect(supplierOf(subject, 'service:declared/one')).toBe('party:faraway-nl')
    expect(groupOf(subject, 'service:declared/one')).toBe('party:faraway')
  })
})

describe('what is said of a year', () => {
  const textsOf = (subject: ReturnType<typeof subjectOf>): string => {
    const { losses, runs } = run(subject, 4)
    return JSON.stringify(lossBlocks(subject, losses, runs))
  }

  test('is money where somebody stated a cost, with what is not priced beside it', () => {
    const text = textsOf(subjectOf(priced))
    for (const key of ['loss.headline-of"', 'loss-curve', 'loss-by-scenario', 'loss-inputs', 'loss.not-priced', 'loss.measure.people']) expect(text).toContain(key)
  })

  test('is hours, and no euros, where nobody did', () => {
    const text = textsOf(subjectOf({}))
    expect(text).toContain('loss.headline-hours')
    for (const key of ['"euros', 'loss-curve', 'figure.euros']) expect(text).not.toContain(key)
  })

  test('tells that an amount is in another currency', () => {
    const dollars = { cost: { currency: 'USD', perHour: [{ from: 'PT0H', low: 1, high: 2 }] } }
    expect(textsOf(subjectOf(dollars))).toContain('loss.other-currency')
  })

  test('is the same for the same evidence', () => expect(JSON.stringify(lossAnalysis.answer(subjectOf(priced)))).toBe(JSON.stringify(lossAnalysis.answer(subjectOf(priced)))))

  test('is nothing where no function is declared', () => {
    const bare = subjectOfTexts({ 'compose.yaml': 'services:\n  db:\n    image: openbase:16\n' })
    expect(lossAnalysis.answer(bare)).toMatchObject({ status: 'too-little-evidence' })
  })
})

describe('the example of docs/believe-the-figure.md, by hand', () => {
  const scenario = {
    ...(smallWorld.scenarios.get('goes-away') ?? expect.unreachable()),
    perYear: { low: 0.1, high: 0.1 },
    hours: { low: 24, high: 24 },
    lasting: { low: 0, high: 0 },
    noticeDays: { low: 0, high: 0 },
    together: undefined,
  }
  const knowledge: Knowledge = { ...smallWorld, scenarios: new Map([['goes-away', scenario]]) }
  const meanOf = (needs: readonly unknown[]): { readonly value: number; readonly error: number } => {
    const plan = {
      version: 1,
      home: 'NL',
      functions: { post: { mtpd: 'P1D', cost: { ...eur, perHour: [{ from: 'PT0H', low: 1000, high: 1000 }] } } },
      workloads: { mail: { serves: ['post'], needs } },
      services: { x: { provider: 'party:faraway' }, spare: { provider: 'party:nearby' }, y: { provider: 'party:nearby-us' }, z: { provider: 'party:faraway-nl' } },
    }
    const { runs } = run(subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) }, knowledge), 100)
    const { value, error } = meanLoss(runs.worst.loss)
    return { value: value / 100, error: error / 100 }
  }

  test('one supplier: 0.1 × 24 × € 1,000', () => {
    const { value, error } = meanOf(['x'])
    expect(Math.abs(value - 2400)).toBeLessThan(4 * error)
  })

  test('with a second that takes over within an hour nine times out of ten: 0.1 × (0.9 × 1 + 0.1 × 24) × € 1,000', () => {
    const { value, error } = meanOf([{ anyOf: ['x', 'spare'], takesOver: { within: 'PT1H', tested: '2026-01-01' } }])
    expect(Math.abs(value - 330)).toBeLessThan(4 * error)
  })

  test('more alternatives, each of which may fall away, never cost more', () => {
    const anyOf = (...names: readonly string[]) => meanOf([{ anyOf: names, takesOver: { within: 'PT1H', tested: '2026-01-01' } }])
    const [one, two, three] = [meanOf(['x']), anyOf('x', 'y'), anyOf('x', 'y', 'z')]
    expect(two.value).toBeLessThan(one.value / 2)
    expect(three.value).toBeLessThan(two.value + 2 * Math.hypot(two.error, three.error))
  })

  test('an alternative that takes over at once costs less than one that takes an hour', () => {
    const within = (duration: string) => meanOf([{ anyOf: ['x', 'spare'], takesOver: { within: duration, tested: '2026-01-01' } }]).value
    expect(within('PT0S')).toBeLessThan(within('PT1H'))
    expect(within('PT0S')).toBeGreaterThan(0)
  })
})
