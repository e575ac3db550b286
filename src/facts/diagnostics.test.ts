import { expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { diagnosticsDestinations } from './diagnostics.ts'

const compose = { 'shop/compose.yaml': yamlOf({ services: { web: { image: 'openbase:16', environment: { FAR_LOGS_KEY: '$KEY' } } } }) }

test('an exporter that is set names who gets the data, and whose law reaches it there', () => {
  const set = { 'shop/compose.yaml': yamlOf({ services: { web: { image: 'openbase:16', environment: { FAR_LOGS_KEY: 'see-vault' } } } }) }
  const [one, ...others] = diagnosticsDestinations(subjectOfTexts(set))
  expect(others).toEqual([])
  expect(one).toMatchObject({ to: 'service:far-logs', workloads: ['workload:project/shop'], basis: 'inferred', parties: ['party:faraway'], jurisdictions: ['jurisdiction:us'] })
  expect(one?.at.length).toBeGreaterThan(0)
})

test('an exporter whose key nobody filled in sends nothing that we know of', () => expect(diagnosticsDestinations(subjectOfTexts(compose))).toEqual([]))

test('where a team sends its bundles is a destination too', () => {
  const plan = {
    version: 1,
    functions: { desk: {} },
    workloads: { app: { serves: ['desk'], team: 'night' } },
    services: { shelf: { provider: 'party:nearby' } },
    teams: { night: { diagnosticsTo: ['shelf', 'US'] } },
  }
  expect(diagnosticsDestinations(subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) })).map(({ to, workloads, basis }) => ({ to, workloads, basis }))).toEqual([
    { to: 'jurisdiction:us', workloads: ['workload:app'], basis: 'declared' },
    { to: 'service:declared/shelf', workloads: ['workload:app'], basis: 'declared' },
  ])
})
