import { expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { leaningGraph } from './leaning.ts'

const compose = yamlOf({ services: { web: { image: 'nginx', environment: { MAIL: 'https://mail.faraway.example-cloud.com', CALLS: 'https://calls.elsewhere.nl' } } } })
const web = 'unit:compose/shop/web'
const host = 'host:mail.faraway.example-cloud.com'

/** What the part leans on, with the hours from loss to harm. */
function graces(dependsOn: readonly object[]): Readonly<Record<string, readonly [number, number]>> {
  const plan = { version: 1, functions: { desk: {} }, workloads: { app: { serves: ['desk'], match: [{ project: 'shop' }] } }, dependsOn }
  const graph = leaningGraph(subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan), 'shop/compose.yaml': compose }))
  const pairs = (graph.from.get(web) ?? []).map(({ to, graceHours }) => [to, [graceHours.low, graceHours.high]] as const)
  return Object.fromEntries(pairs.toSorted(([, a], [, b]) => b[0] - a[0]))
}

// A second link, as a setting that knowledge reads would make it: the part leans on the service under its own name.
const direct = { from: web, to: 'service:far-mail' }

test('a grace that is stated for a host holds for the service behind it, and for nothing else', () => {
  const found = graces([{ from: web, to: host, grace: 'P14D' }, direct])
  expect(found).toMatchObject({ [host]: [336, 336], 'service:far-mail': [336, 336], 'host:calls.elsewhere.nl': [0, 0] })
})

test('one that is stated for a service holds for the host that it answers at', () => {
  expect(graces([{ ...direct, grace: 'P2D' }])).toMatchObject({ [host]: [48, 48], 'service:far-mail': [48, 48] })
})

test('what a link says of itself goes first', () => {
  const found = graces([
    { from: web, to: host, grace: 'P14D' },
    { ...direct, grace: 'P1D' },
  ])
  expect(found).toMatchObject({ 'service:far-mail': [24, 24] })
})
