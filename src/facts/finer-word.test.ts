import { expect, test } from 'vitest'
import { smallWorld, subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { singlePoints } from './single-points.ts'

const register = {
  'register/b_06.01.csv': 'c0010,c0020,c0030,c0040,c0050,c0060,c0070,c0080,c0090,c0100\nF1,,Paying,,,,,,,\n',
  'register/b_02.02.csv': [
    'c0010,c0020,c0030,c0040,c0050,c0060,c0070,c0080,c0090,c0100,c0110,c0120,c0130,c0140,c0150,c0160,c0170,c0180',
    'ONE,,A-1,qx2003,F1,S10,,,,,,,,,,,,',
    'TWO,,A-2,qx2003,F1,S10,,,,,,,,,,,,',
  ].join('\n'),
}

/** The services that stop a function for sure, where its register names two lines and its plan says this of them. */
function stoppedBy(plan: object): readonly string[] {
  const subject = subjectOfTexts({ ...register, 'deltaplan.yaml': yamlOf({ version: 1, functions: { F1: { mtpd: 'PT4H' } }, ...plan }) }, smallWorld)
  return singlePoints(subject)
    .filter((point) => point.level === 'service' && point.verdict === 'certain')
    .map((point) => point.thing)
}

const [one, two] = ['service:declared/one s10', 'service:declared/two s10']

test('a register alone makes each service that it names a single point', () => expect(stoppedBy({})).toEqual([one, two]))

test('a plan that says how one of them is needed leaves the other as it is', () =>
  expect(stoppedBy({ workloads: { pay: { serves: ['F1'], needs: [{ on: one, grace: 'P7D' }] } } })).toEqual([two]))

test('alternatives that a plan states hold, also by way of another workload', () => {
  expect(stoppedBy({ workloads: { pay: { serves: ['F1'], needs: [{ anyOf: [one, two] }] } } })).toEqual([])
  expect(stoppedBy({ workloads: { pay: { serves: ['F1'], needs: ['lines'] }, lines: { needs: [{ anyOf: [one, two] }] } } })).toEqual([])
})

test('of a workload that serves another function a plan says nothing of this one', () =>
  expect(stoppedBy({ functions: { F1: { mtpd: 'PT4H' }, F2: { mtpd: 'PT4H' } }, workloads: { pay: { serves: ['F2'], needs: [{ anyOf: [one, two] }] } } })).toEqual([one, two]))
