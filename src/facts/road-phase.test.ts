import { expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { phaseOfRoad } from './road-phase.ts'
import { singlePoints } from './single-points.ts'

const subject = subjectOfTexts({
  'deltaplan.yaml': yamlOf({
    version: 1,
    home: 'NL',
    functions: { desk: { mtpd: 'P30D' } },
    workloads: { counter: { serves: ['desk'], needs: ['post', { on: 'parts', phase: 'build', grace: 'P1D' }] } },
    services: { post: { provider: 'party:faraway' }, parts: { provider: 'party:nearby-us' } },
  }),
})
const phaseOf = (thing: string) => {
  const point = singlePoints(subject).find((one) => one.thing === thing) ?? expect.unreachable()
  return phaseOfRoad(subject, point.road)
}

test('the latest phase of its steps is that of a road', () => {
  expect(phaseOf('service:declared/post')).toBe('run')
  expect(phaseOf('party:faraway')).toBe('run')
  expect(phaseOf('service:declared/parts')).toBe('build')
  expect(phaseOf('party:nearby-us')).toBe('build')
})
