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
    always: { covers: ['nothing of ours'], ends: '9999-12-31', notice: 'P1M' },
    old: { covers: ['nothing of ours'], ends: '2020-01-01' },
  },
}

test('an agreement is told with the day for notice and the functions that lean on it', () => {
  const subject = subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) })
  expect(agreements(subject).map(({ id, parties, functions, noticeBy, standing, exit }) => ({ id, parties, functions, noticeBy, standing, exit }))).toEqual([
    { id: 'contract:old', parties: [], functions: [], noticeBy: undefined, standing: 'ended', exit: undefined },
    { id: 'contract:post', parties: ['party:faraway'], functions: ['function:desk'], noticeBy: '2026-09-30', standing: 'ends-12', exit: 'export' },
    { id: 'contract:always', parties: [], functions: [], noticeBy: undefined, standing: 'open-ended', exit: undefined },
  ])
})

test('who runs something of which nothing was agreed is told, whoever owns them is not', () => {
  expect(withoutAgreement(subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) })).map(({ party, functions }) => ({ party, functions }))).toEqual([
    { party: 'party:nearby', functions: ['function:desk'] },
  ])
})

test('beside a party without an agreement stands who of its group has one', () => {
  const services = { mail: { provider: 'party:faraway' }, files: { provider: 'party:faraway-nl' }, shelf: { provider: 'party:nearby' } }
  const workloads = { app: { serves: ['desk'], needs: ['mail', 'files', 'shelf'] } }
  const contracts = { files: { counterparty: 'Faraway Nederland B.V.', covers: ['files'] } }
  const found = withoutAgreement(subjectOfTexts({ 'deltaplan.yaml': yamlOf({ ...plan, services, workloads, contracts }) }))
  expect(found.map(({ party, groupAgreed }) => ({ party, groupAgreed }))).toEqual([
    { party: 'party:faraway', groupAgreed: ['party:faraway-nl'] },
    { party: 'party:nearby', groupAgreed: [] },
  ])
})
