import { describe, expect, test } from 'vitest'
import { subjectOfTexts } from '../../test/subject-of-texts.ts'
import { clashes, exposureOf } from './exposure.ts'
import { idsOf } from './road.ts'

const plan = (services: string, needs: string): string => `
version: 1
home: NL
functions: { desk: { mtpd: PT8H } }
workloads: { counter: { serves: [desk], needs: [${needs}] } }
services: ${services}
`
const exposed = (services: string, needs: string) => {
  const subject = subjectOfTexts({ 'deltaplan.yaml': plan(services, needs) })
  return { subject, exposure: exposureOf(subject)('workload:counter') }
}
const powers = (services: string, needs: string): readonly string[] =>
  exposed(services, needs)
    .exposure.laws.filter((reach) => reach.law.startsWith('law:us-'))
    .map((reach) => `${reach.law.slice(4)} ${reach.power} ${reach.grip} ${reach.contested ? 'contested' : 'settled'}`)

describe('the exposure of a workload', () => {
  test('a party seated abroad is reached by its seat', () =>
    expect(powers('{ post: { provider: party:faraway } }', 'post')).toEqual([
      'us-access access seated settled',
      'us-export export-control seated contested',
      'us-sanctions cut-off seated settled',
    ]))

  test('a daughter at home is reached through its owner: access surely, cut-off contestedly', () =>
    expect(powers('{ post: { provider: party:faraway-nl } }', 'post')).toEqual([
      'us-access access controlled settled',
      'us-export export-control controlled contested',
      'us-sanctions cut-off controlled contested',
    ]))

  test('a cut-off through an owner is settled where the owner also runs something for the workload', () =>
    expect(powers('{ post: { provider: party:faraway-nl }, chat: { provider: party:faraway } }', 'post, chat')).toContain('us-sanctions cut-off seated settled'))

  test('an owner of thirty percent is contested, and of less than a quarter nothing', () =>
    expect(powers('{ post: { provider: party:halfway } }', 'post').every((one) => one.endsWith('contested'))).toBe(true))

  test('a daughter abroad makes access to her parent contested, and nothing more', () =>
    expect(powers('{ post: { provider: party:nearby } }', 'post')).toEqual(['us-access access seated contested']))

  test('the soil on which something lies is reached whoever runs it', () =>
    expect(powers('{ post: { provider: party:town, place: US } }', 'post')).toEqual(['us-access access placed settled']))

  test('each reach is proved by a road from the workload to the law', () => {
    const { exposure } = exposed('{ post: { provider: party:faraway-nl } }', 'post')
    expect(exposure.laws.filter((reach) => reach.law === 'law:us-access').flatMap((reach) => idsOf(reach.road))).toEqual([
      'workload:counter',
      'service:declared/post',
      'party:faraway-nl',
      'party:faraway',
      'jurisdiction:us',
      'law:us-access',
    ])
  })

  test('laws that clash are told as pairs where both reach', () => {
    const { subject, exposure } = exposed('{ post: { provider: party:faraway-nl } }', 'post')
    expect(clashes(subject, exposure).map(({ one, other }) => `${one.law} ${other.law}`)).toEqual(['law:us-access law:eu-secrecy'])
  })
})

describe('the exposure through software', () => {
  const compose = (image: string): string => `services:\n  db:\n    image: ${image}\n`
  const laws = (image: string): readonly string[] => {
    const subject = subjectOfTexts({ 'shop/compose.yaml': compose(image) })
    return exposureOf(subject)('workload:project/shop')
      .laws.filter((reach) => idsOf(reach.road).some((id) => id.startsWith('platform:')))
      .map((reach) => `${reach.power} ${reach.grip} ${reach.phase}`)
  }

  test('closed software is reached by export control and cut-off where it comes from, and holds no data there', () =>
    expect(laws('registry.faraway.io/closedbase:9')).toEqual(['export-control origin build', 'cut-off origin build']))

  test('publishing source is no export, and a steward is no exposure', () => expect(laws('openbase:16')).toEqual([]))

  test('a registry brings no access to data', () => {
    const subject = subjectOfTexts({ 'shop/compose.yaml': compose('registry.faraway.io/app:1') })
    const reached = exposureOf(subject)('workload:project/shop').laws.map((reach) => `${reach.power} ${reach.phase}`)
    expect(reached).toEqual(['export-control deploy', 'cut-off deploy'])
  })
})
