import { expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { agreements, withoutAgreement } from './agreements.ts'

const plan = {
  version: 1,
  home: 'NL',
  functions: { desk: { mtpd: 'PT4H' } },
  workloads: { app: { serves: ['desk'], needs: ['mail', 'shelf'] } },
  services: { mail: { provider: 'party:faraway' }, shelf: { provider: 'party:nearby' } },
  contracts: {
    post: { counterparty: 'party:faraway', covers: ['mail'], ends: '2027-03-31', notice: 'P6M', exitClause: 'export' },
    old: { covers: ['nothing of ours'], ends: '2020-01-01' },
  },
}

test('an agreement is told with the day for notice and the functions that lean on it', () => {
  const subject = subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) })
  expect(agreements(subject).map(({ id, parties, functions, noticeBy, standing, exit }) => ({ id, parties, functions, noticeBy, standing, exit }))).toEqual([
    { id: 'contract:old', parties: [], functions: [], noticeBy: undefined, standing: 'ended', exit: undefined },
    { id: 'contract:post', parties: ['party:faraway'], functions: ['function:desk'], noticeBy: '2026-09-30', standing: 'ends-12', exit: 'export' },
  ])
})

test('who runs something of which nothing was agreed is told, whoever owns them is not', () => {
  expect(withoutAgreement(subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) })).map(({ party, functions }) => ({ party, functions }))).toEqual([
    { party: 'party:nearby', functions: ['function:desk'] },
  ])
})
