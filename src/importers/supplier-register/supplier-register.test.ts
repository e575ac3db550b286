import { expect, test } from 'vitest'
import type { Claim } from '#estate/claim.ts'
import { alone, sourceFile } from '#estate/source-file.ts'
import { checkImporter } from '../../../test/check-importer.ts'
import { dateIn, periodIn, subcontractorsIn } from './cells.ts'
import { supplierRegister } from './index.ts'

const fixtures = 'src/importers/supplier-register/fixtures'
for (const name of ['smallest.csv', 'nederlands.csv', 'broken.csv', 'tabs.tsv']) checkImporter(supplierRegister, `${fixtures}/${name}`)

const readAs = (path: string, text: string) => supplierRegister.read(sourceFile(path, text), alone)
const read = (text: string) => readAs('suppliers.csv', text)
const linksIn = (claims: readonly Claim[]): readonly string[] => claims.flatMap((claim) => (claim.claim === 'link' ? [`${claim.from} ${claim.role} ${claim.to}`] : []))

test('a register is known by its headings, in either language and with any separator', () => {
  const heads = ['service,provider,functions', 'Dienst;Leverancier;KvK-nummer', '"dienst"\t"provider"\t"plaats"', 'sep=;\nDienst;Leverancier;Plaats']
  expect(heads.map((text) => supplierRegister.recognises(sourceFile('x.csv', text)))).toEqual([true, true, true, true])
  const others = ['name,owner,criticality\nx,y,z', 'service,provider\na,b', 'De dienst, de leverancier en de plaats', '{"service": 1}', '']
  expect(others.map((text) => supplierRegister.recognises(sourceFile('x.csv', text)))).toEqual([false, false, false, false, false])
})

test('a service that nobody is named for is an active dependency all the same', () => {
  expect(linksIn(read('service,provider,functions\nMail,,').claims)).toEqual(['unit:stated/mail external-service service:declared/mail'])
})

test('functions and workloads that a row names lean on the service in its role', () => {
  const { claims } = read('service,provider,functions,workloads,role\nSign-in,,"Care; Mail",portal,identity-provider')
  expect(linksIn(claims)).toEqual([
    'function:care identity-provider service:declared/sign-in',
    'function:mail identity-provider service:declared/sign-in',
    'workload:portal identity-provider service:declared/sign-in',
  ])
})

test('persons are copied from no column, whichever one they stand in', () => {
  const text = 'service,provider,contact,email,reseller\nMail,Postbode,Jan Jansen,jan@postbode.nl,piet@postbode.nl'
  expect(JSON.stringify(read(text))).not.toMatch(/jansen|jan@|piet/i)
})

test('dates are read as spreadsheets write them, and others are told', () => {
  const dates = ['2027-01-31', '31-01-2027', '31/1/2027', '1.2.2027', '31-01-2027 00:00', '2027-02-30', '31-01-27', 'soon']
  expect(dates.map(dateIn)).toEqual(['2027-01-31', '2027-01-31', '2027-01-31', '2027-02-01', '2027-01-31', undefined, undefined, undefined])
  expect(read('service,provider,einddatum\nMail,X,soon').diagnostics.map((one) => one.values)).toEqual([{ expected: '2027-01-31 | 31-01-2027', found: 'soon' }])
  expect(read('service,provider,einddatum\nMail,X,onbekend').diagnostics).toEqual([])
})

test.each(['onbepaald', 'voor onbepaalde tijd', 'Doorlopend', 'open-ended', 'rolling'])('an end that is %s is none, and said to be', (end) => {
  const { claims, diagnostics } = read(`service,provider,einddatum\nMail,X,${end}`)
  expect(claims.flatMap((claim) => claim.says?.['ends'] ?? [])).toEqual(['9999-12-31'])
  expect(diagnostics).toEqual([])
})

test('a period is written as ISO 8601 does, or kept as it stands', () => {
  expect(['3 maanden', '90 days', '1 jaar', 'P6M', 'in overleg', 'n.v.t.'].map(periodIn)).toEqual(['P3M', 'P90D', 'P1Y', 'P6M', 'in overleg', undefined])
})

test('subcontractors keep their rank and country where those are given', () => {
  expect(subcontractorsIn('2: Een (NL); 3. Twee Ltd (gb) ; Drie; geen')).toEqual([
    { name: 'Een', rank: 2, country: 'nl' },
    { name: 'Twee Ltd', rank: 3, country: 'gb' },
    { name: 'Drie' },
  ])
})

test('of two providers for one service the first holds, and the second is told', () => {
  const { claims, diagnostics } = read('service,provider,functions\nMail,Een,a\nmail,Twee,b')
  expect(linksIn(claims).filter((text) => text.includes('operated-by'))).toEqual(['service:declared/mail operated-by party:named/suppliers.csv/een'])
  expect(diagnostics.map((one) => [one.code, one.line])).toEqual([['duplicate', 3]])
})

test('several countries in one cell are several places, and words are kept as words', () => {
  const places = (cell: string) => linksIn(read(`service,provider,place\nMail,,"${cell}"`).claims).filter((text) => text.includes('runs-in'))
  expect(places('NL, uk')).toEqual(['service:declared/mail runs-in jurisdiction:nl', 'service:declared/mail runs-in jurisdiction:gb'])
  expect(places('aws:eu-west-1')).toEqual(['service:declared/mail runs-in place:aws:eu-west-1'])
  expect(places('EU')).toEqual([])
  expect(places('NL en elders')).toEqual([])
})

test('a row with broken quotes costs that row alone, and is told with its line', () => {
  const { claims, diagnostics } = read('service,provider,functions\nMail,"open,a\nWiki,Een,b\nChat,"x"y,c\nLast,Twee,d')
  expect(claims.flatMap((claim) => (claim.claim === 'thing' && claim.id.startsWith('service:') ? [claim.name] : []))).toEqual(['Wiki', 'Last'])
  expect(diagnostics.map((one) => [one.code, one.line])).toEqual([
    ['unreadable', 2],
    ['unreadable', 4],
  ])
})

test('a register without any heading is told, and an empty one too', () => {
  expect(read('hello').diagnostics.map((one) => one.code)).toEqual(['unexpected'])
  expect(read(' ').diagnostics.map((one) => one.code)).toEqual(['nothing-inside'])
  expect(readAs('suppliers.csv', 'dienst;leverancier;plaats\n').diagnostics.map((one) => one.code)).toEqual(['nothing-inside'])
})
