import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Claim } from '#estate/claim.ts'
import { type Beside, defaultSettings, type SourceFile, sourceFile } from '#estate/source-file.ts'
import { checkImporter } from '../../../test/check-importer.ts'
import { doraRegister } from './index.ts'
import { alternatives, criticalities, impacts, plans, reasonsAgainst, reintegrations, substitutabilities } from './lists.ts'
import { templates } from './templates.ts'

const fixtures = 'src/importers/dora-register/fixtures'
const tables = ['01.01', '01.02', '02.01', '02.02', '05.01', '05.02', '06.01', '07.01']
for (const table of tables) checkImporter(doraRegister, `${fixtures}/b_${table}.csv`)
for (const name of ['FilingIndicators.csv', 'parameters.csv']) checkImporter(doraRegister, `${fixtures}/${name}`)
for (const name of ['b_02.02.csv', 'b_06.01.csv']) checkImporter(doraRegister, `${fixtures}/broken/${name}`)

/** A register of the fixture's tables, with some of them written anew or left out. */
function read(table: string, changed: Readonly<Record<string, string | undefined>> = {}) {
  const text = (name: string): string | undefined => (name in changed ? changed[name] : readFileSync(`${fixtures}/${name}`, 'utf8'))
  const files = new Map<string, SourceFile>(
    tables.flatMap((one) => {
      const own = text(`b_${one}.csv`)
      return own === undefined ? [] : [[`reports/b_${one}.csv`, sourceFile(`reports/b_${one}.csv`, own)] as const]
    }),
  )
  const beside: Beside = { settings: defaultSettings, file: (path) => files.get(path) }
  return doraRegister.read(files.get(`reports/b_${table}.csv`) ?? sourceFile(`reports/${table}`, text(table) ?? ''), beside)
}

const links = (claims: readonly Claim[], ...roles: readonly string[]): readonly string[] =>
  claims.flatMap((claim) => (claim.claim === 'link' && roles.includes(claim.role) ? [`${claim.from} ${claim.role} ${claim.to}`] : []))
const says = (claims: readonly Claim[], id: string) =>
  Object.assign({}, ...claims.flatMap((claim) => (claim.claim === 'thing' && claim.id === id ? [claim.says ?? {}] : []))) as unknown
const told = (diagnostics: readonly { readonly code: string; readonly line?: number; readonly values?: object }[]) =>
  diagnostics.map((one) => [one.code, one.line, ...Object.values(one.values ?? {})].join(' '))

test('a function says what it tolerates, and that nobody judged it is said as well', () => {
  const { claims } = read('06.01')
  expect(says(claims, 'function:f1')).toMatchObject({ critical: true, 'rto-hours': 4, 'rpo-hours': 1, impact: 'high', assessed: '2026-05-08' })
  expect(says(claims, 'function:f2')).toMatchObject({ 'rto-hours': 24, impact: 'not-assessed', critical: 'not-assessed' })
})

test('one service under one arrangement, however many functions use it, and each function leans on it', () => {
  expect(links(read('02.02').claims, 'external-service')).toEqual([
    'function:f1 external-service service:declared/ctr-1 s17',
    'function:f2 external-service service:declared/ctr-1 s17',
    'function:f2 external-service service:declared/ctr-2 s13',
  ])
})

test('two providers of the same under one arrangement give two services', () => {
  const text = 'c0010,c0020,c0030,c0040,c0050,c0060\nCTR-1,L,A,eba_qCO:qx2001,F1,eba_TA:S17\nCTR-1,L,B,eba_qCO:qx2001,F1,eba_TA:S17\n'
  expect(links(read('02.02', { 'b_02.02.csv': text }).claims, 'external-service')).toEqual([
    'function:f1 external-service service:declared/ctr-1 s17 a',
    'function:f1 external-service service:declared/ctr-1 s17 b',
  ])
})

test('functions of one name in two entities are two functions', () => {
  const text = 'c0010,c0040,c0030\nF1,LEIA,Payments\nF1,LEIB,Savings\nF2,LEIA,Ledger\n'
  expect(read('06.01', { 'b_06.01.csv': text }).claims.map((claim) => (claim.claim === 'thing' ? claim.id : ''))).toEqual(['function:leia/f1', 'function:leib/f1', 'function:f2'])
})

test('that there is no end is said, and a country that does not apply and a list that does not say anything are left out', () => {
  const { claims } = read('02.02')
  expect(says(claims, 'contract:ctr-1')).toMatchObject({ since: '2024-01-01', notice: 'P180D', 'governing-law': 'IE' })
  expect(says(claims, 'contract:ctr-1')).toHaveProperty('ends', '9999-12-31')
  expect(links(claims, 'runs-in', 'stored-in').filter((text) => text.includes('ctr-2'))).toEqual([])
  expect(says(read('07.01').claims, 'service:declared/ctr-2 s13')).not.toHaveProperty('reintegration')
})

test('who stands above a provider controls it, and every table means the same party', () => {
  const [, provider] = /supported-by (party:lei\/\S+)/.exec(links(read('02.02').claims, 'supported-by').join('\n')) ?? []
  expect(links(read('05.01').claims, 'controlled-by')).toEqual([`${provider} controlled-by party:named/reports/b_05.01.csv/faraway cloud inc.`])
  expect(links(read('02.02').claims, 'supported-by')).toContain('contract:ctr-2 supported-by party:kvk/12345678')
})

test('a sub-contractor works for the service, with its rank; the direct provider is none', () => {
  const chain = read('05.02').claims.flatMap((claim) => (claim.claim === 'link' ? [[claim.from, claim.role, claim.says?.['rank']]] : []))
  expect(chain).toEqual([['service:declared/ctr-1 s17', 'subcontracts-to', 2]])
})

test('of an individual in business neither name nor number is copied', () => expect(JSON.stringify(read('05.01').claims)).not.toMatch(/somebody in person|123456789/i))

test('a register is checked for what the EBA rejects', () => {
  expect(told(read('02.02', { 'b_02.01.csv': 'c0010,c0020\nCTR-2,eba_CO:x1\n' }).diagnostics)).toEqual([
    'unknown-reference 2 c0010 → B_02.01 (EBA 807)',
    'unknown-reference 3 c0010 → B_02.01 (EBA 807)',
  ])
  expect(read('02.02', { 'b_02.01.csv': undefined }).diagnostics).toEqual([])
  expect(told(read('06.01', { 'b_06.01.csv': 'c0010,c0040\nF1,L\nF1,L\n,L\n' }).diagnostics).filter((text) => /80[56]/.test(text))).toEqual([
    'unexpected 4 c0010 (EBA 805) nothing',
    'duplicate 3 c0010, c0040 (EBA 806)',
  ])
  expect(told(read('FilingIndicators.csv').diagnostics)).toEqual([])
  expect(told(read('FilingIndicators.csv', { 'b_07.01.csv': 'c0010,c0020,c0040\n' }).diagnostics)).toEqual(['unexpected 15 false (EBA 808) true'])
})

test('every code of a list is one word, and every word one code', () => {
  for (const list of [impacts, substitutabilities, reasonsAgainst, reintegrations, plans, alternatives, criticalities])
    expect(new Set(Object.values(list)).size).toBe(Object.keys(list).length)
})

test('there are fifteen tables, and each has its keys', () => {
  expect(Object.keys(templates)).toHaveLength(15)
  for (const [name, { keys }] of Object.entries(templates)) expect([name, keys.length > 0]).toEqual([name, true])
})

test('a CSV of that name without the headings is something else, and so are other reports in XBRL', () => {
  const recognised = (path: string, text: string) => doraRegister.recognises(sourceFile(path, text))
  expect(recognised('b_01.01.csv', 'name,value\n')).toBe(false)
  expect(recognised('c.csv', 'c0010,c0020\n')).toBe(false)
  expect(recognised('parameters.csv', 'name,value\nspeed,3\n')).toBe(false)
  expect(recognised('report.json', '{"documentInfo":{"documentType":"https://xbrl.org/2021/xbrl-csv","extends":["http://www.eba.europa.eu/x/fws/corep/4.0/mod/of.json"]}}')).toBe(
    false,
  )
  expect(recognised('report.json', '{"documentInfo":{"documentType":"https://xbrl.org/2021/xbrl-csv","extends":["http://www.eba.europa.eu/x/fws/dora/4.0/mod/dora.json"]}}')).toBe(
    true,
  )
})
