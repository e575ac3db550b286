import { expect, test } from 'vitest'
import { lossesOf } from '#facts/loss-model.ts'
import { meanLoss } from '#kernels/loss/measures.ts'
import { plainEngine } from '#kernels/loss/plain-engine.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import { allSources } from '#scenarios/sources.ts'
import { smallWorld, subjectOfTexts, yamlOf } from '../../../test/subject-of-texts.ts'
import { modelsOf, runHere } from './run.ts'
import { cellsOf } from './shares.ts'
import { swingsOf } from './swings.ts'

const around = { low: 0.02, high: 0.1 }
const goesAway: Scenario = {
  ...(smallWorld.scenarios.get('goes-away') ?? expect.unreachable()),
  perYear: around,
  hours: { low: 10, high: 200 },
  lasting: { low: 0.1, high: 0.4 },
  reach: { low: 0.3, high: 0.9 },
  noticeDays: { low: 0, high: 10 },
  together: undefined,
}

const plan = (needs: readonly unknown[], exit = { low: 'P20D', high: 'P80D' }) => ({
  version: 1,
  home: 'NL',
  functions: { desk: { mtpd: 'PT8H', cost: { currency: 'EUR', priceLevel: 2026, perHour: [{ from: 'PT0H', low: 1000, high: 3000 }] } } },
  workloads: { counter: { serves: ['desk'], needs, exit: { takes: exit } } },
  services: { post: { provider: 'party:faraway' }, spare: { provider: 'party:nearby' } },
})

function simulated(scenario: Scenario, content: object, blocks = 80) {
  const subject = subjectOfTexts({ 'deltaplan.yaml': yamlOf(content) }, { ...smallWorld, scenarios: new Map([['goes-away', scenario]]) })
  const losses = lossesOf(subject, allSources(subject))
  const { worst } = runHere(modelsOf(subject, losses), { seed: 1, blocks, engine: plainEngine })
  const { value, error } = meanLoss(worst.loss)
  return { value: value / 100, error: error / 100, swings: swingsOf(subject, losses, cellsOf(losses, worst)) }
}

const sure = (value: number) => ({ low: value, high: value })
const alone = ['post']
const withSpare = [{ anyOf: ['post', 'spare'], takesOver: { within: { low: 'PT2H', high: 'PT20H' } } }]

test.each([
  ['rate', 'perYear', alone],
  ['reach', 'reach', alone],
  ['lasting', 'lasting', alone],
  ['hours', 'hours', alone],
  ['hours', 'hours', withSpare],
] as const)('%s at its ends costs what years that are simulated with it cost', (input, field, needs) => {
  const usual = simulated(goesAway, plan(needs))
  const swing = usual.swings.find((one) => JSON.stringify(one.label).includes(`loss.input.${input}"`)) ?? expect.unreachable()
  for (const end of ['low', 'high'] as const) {
    const { value, error } = simulated({ ...goesAway, [field]: sure((goesAway[field] as { low: number; high: number })[end]) }, plan(needs))
    expect(Math.abs(usual.value + swing[end] - value)).toBeLessThan(4 * Math.hypot(error, usual.error))
  }
})

test('of pairs that stop a function only together, rate and reach at their ends cost what years that are simulated with them cost', () => {
  const often: Scenario = { ...goesAway, perYear: { low: 0.3, high: 1.2 }, lasting: sure(0), strikes: { ...goesAway.strikes, when: 'operates' } }
  const needs = [{ anyOf: ['post', 'spare'], takesOver: { within: 'PT1H', tested: '2026-01-01' } }]
  const usual = simulated(often, plan(needs), 60)
  for (const [input, field] of [
    ['rate', 'perYear'],
    ['reach', 'reach'],
  ] as const) {
    const swing = usual.swings.find((one) => JSON.stringify(one.label).includes(`loss.input.${input}"`)) ?? expect.unreachable()
    for (const end of ['low', 'high'] as const) {
      const { value, error } = simulated({ ...often, [field]: sure(often[field][end]) }, plan(needs), 60)
      // What two pairs have in common, and a reach above one, are not in it: a twentieth.
      expect(Math.abs(usual.value + swing[end] - value)).toBeLessThan(4 * Math.hypot(error, usual.error) + value / 20)
    }
  }
})

test('how long leaving takes, at its ends, costs what years that are simulated with it cost', () => {
  const usual = simulated(goesAway, plan(alone))
  const swing = usual.swings.find((one) => JSON.stringify(one.label).includes('loss.input.exit')) ?? expect.unreachable()
  const low = simulated(goesAway, plan(alone, { low: 'P20D', high: 'P20D' }))
  const high = simulated(goesAway, plan(alone, { low: 'P80D', high: 'P80D' }))
  for (const [one, moved] of [
    [low, swing.low],
    [high, swing.high],
  ] as const)
    expect(Math.abs(usual.value + moved - one.value)).toBeLessThan(4 * Math.hypot(one.error, usual.error))
  expect(swing.low).toBeLessThan(0)
  expect(swing.high).toBeGreaterThan(0)
})

test('the more likely an alternative takes over, the less a year costs; what is known is no assumption', () => {
  const { swings } = simulated({ ...goesAway, reach: sure(1), noticeDays: sure(0) }, plan(withSpare), 20)
  const named = (input: string) => swings.find((one) => JSON.stringify(one.label).includes(`loss.input.${input}`))
  expect(named('takes-over')?.low).toBeGreaterThan(0)
  expect(named('takes-over')?.high).toBeLessThan(0)
  expect([named('reach'), named('notice')]).toEqual([undefined, undefined])
})
