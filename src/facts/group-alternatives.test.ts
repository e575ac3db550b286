import { expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { groupAlternatives } from './group-alternatives.ts'

const head = ['c0010', 'c0020', 'c0030', 'c0040', 'c0050', 'c0060', 'c0070', 'c0080', 'c0090', 'c0100', 'c0110', 'c0120'].join(',')
const providers = 'c0010,c0020,c0050,c0060,c0070,c0080\nF-NL,eba_qCO:qx2004,Faraway Nederland B.V.,,eba_CT:x212,eba_GA:NL\n'
const found = (files: Readonly<Record<string, string>>) =>
  groupAlternatives(subjectOfTexts(files)).map(({ service, alternative, parties }) => [service, typeof alternative === 'string' ? alternative : alternative.name, ...parties])

test('an alternative that a register names is told where it is of the group of the provider', () => {
  const judged = (names: string): string => `${head}\nCTR-1,F-NL,eba_qCO:qx2004,eba_TA:S17,,,,,,,eba_ZZ:x28,${names}\n`
  const files = (names: string) => ({ 'b_05.01.csv': providers, 'b_07.01.csv': judged(names) })
  expect(found(files('Far Mail; Nearby B.V.; Unheard Of'))).toEqual([['service:declared/ctr-1 s17', 'Far Mail', 'party:faraway-nl', 'party:faraway']])
  expect(found(files('Nearby B.V.'))).toEqual([])
})

test('of a group of alternatives two that one group runs are told, and once however often they are stated', () => {
  const plan = (needs: readonly string[]) => ({
    version: 1,
    functions: { desk: {} },
    workloads: { app: { serves: ['desk'], needs: [{ anyOf: needs }] }, other: { serves: ['desk'], needs: [{ anyOf: needs }] } },
    services: { a: { provider: 'party:faraway' }, b: { provider: 'party:faraway-nl' }, c: { provider: 'party:nearby' } },
  })
  expect(found({ 'deltaplan.yaml': yamlOf(plan(['a', 'b', 'c'])) })).toEqual([['service:declared/a', 'service:declared/b', 'party:faraway', 'party:faraway-nl']])
  expect(found({ 'deltaplan.yaml': yamlOf(plan(['a', 'c'])) })).toEqual([])
})
