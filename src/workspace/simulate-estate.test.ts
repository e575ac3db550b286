import { expect, test } from 'vitest'
import { assess } from '#assessment/assess.ts'
import { requestOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { simulateInThreads } from './simulate-estate.ts'

const request = requestOfTexts({
  'deltaplan.yaml': yamlOf({
    version: 1,
    home: 'NL',
    functions: { desk: { mtpd: 'PT8H', cost: { currency: 'EUR', priceLevel: 2026, perHour: [{ from: 'PT0H', low: 1000, high: 5000 }] } } },
    workloads: { counter: { serves: ['desk'], needs: ['post'] } },
    services: { post: { provider: 'party:faraway' } },
  }),
})
const lossOf = async (more: object) => (await assess({ ...request, ...more })).outcomes.find((one) => one.id === 'loss')

test('years that threads simulate for an assessment are those that are simulated on the spot', async () => {
  const here = await lossOf({})
  expect(here?.outcome.status).toBe('answered')
  expect(await lossOf({ simulate: simulateInThreads })).toEqual(here)
})

test('an assessment simulates as many years as were asked for, in whole blocks, and says so', async () => {
  expect(JSON.stringify(await lossOf({ years: 3000 }))).toContain('"years":3072')
  expect(JSON.stringify(await lossOf({}))).toContain('"years":65536')
  expect((await assess({ ...request, years: 3000 })).options).toEqual({ years: 3000 })
  expect((await assess(request)).options).toEqual({})
})

test('the share that is done never falls, and ends near the whole', async () => {
  const told: number[] = []
  await lossOf({ simulate: simulateInThreads, told: (step: { readonly kind: string; readonly share: number }) => void (step.kind === 'analysis' && told.push(step.share)) })
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(told.at(-1)).toBeGreaterThan(0.9)
})
