import { expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { circlesOf } from './circles.ts'
import { idsOf } from './road.ts'

const circles = (workloads: object, more: object = {}) =>
  circlesOf(subjectOfTexts({ 'deltaplan.yaml': yamlOf({ version: 1, home: 'NL', functions: { desk: {} }, workloads, ...more }) })).map((one) => ({
    things: one.things,
    round: idsOf(one.road),
  }))

test('things that need each other are a circle, told with the way round', () => {
  const found = circles({ a: { serves: ['desk'], needs: ['b'] }, b: { needs: ['c'] }, c: { needs: ['a', 'post'] } }, { services: { post: {} } })
  expect(found).toEqual([{ things: ['workload:a', 'workload:b', 'workload:c'], round: ['workload:a', 'workload:b', 'workload:c', 'workload:a'] }])
})

test('two circles are told apart, the larger first, and what hangs on one is in none', () => {
  const found = circles({ a: { needs: ['b'] }, b: { needs: ['a'] }, c: { needs: ['d'] }, d: { needs: ['e'] }, e: { needs: ['c'] }, f: { serves: ['desk'], needs: ['a', 'c'] } })
  expect(found.map((one) => one.things)).toEqual([
    ['workload:c', 'workload:d', 'workload:e'],
    ['workload:a', 'workload:b'],
  ])
})

test('what leads on and never back, or only calls itself, is none', () => {
  expect(circles({ a: { serves: ['desk'], needs: ['b'] }, b: { needs: ['c'] }, c: {} })).toEqual([])
  const compose = 'services:\n  app:\n    image: example/app\n    environment: { OWN_URL: "http://app:8080" }\n'
  expect(circlesOf(subjectOfTexts({ 'compose.yaml': compose }))).toEqual([])
})
