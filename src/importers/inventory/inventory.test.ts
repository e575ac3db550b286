import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Claim } from '#estate/claim.ts'
import { alone, type Beside, defaultSettings, type SourceFile, sourceFile } from '#estate/source-file.ts'
import { checkImporter } from '../../../test/check-importer.ts'
import { importers } from '../index.ts'
import { classIn } from './classes.ts'
import { fitsPattern } from './file-pattern.ts'
import { inventory } from './index.ts'
import { relationIn } from './relation-words.ts'
import { stateIn } from './status.ts'
import { unzipped } from './unzipped.ts'

const fixtures = 'src/importers/inventory/fixtures'
for (const name of ['smallest.csv', 'configuration-items.csv', 'middelen.csv', 'relations.csv', 'application-import.csv', 'broken.csv', 'town.xlsx', 'cut-off.xlsx'])
  checkImporter(inventory, `${fixtures}/${name}`)

const read = (text: string, path = 'x.csv', beside: Beside = alone) => inventory.read(sourceFile(path, text), beside)
const knownAs = (text: string, path = 'x.csv') => importers.filter((one) => one.recognises(sourceFile(path, text))).map((one) => one.id)
const linksIn = (claims: readonly Claim[], ...roles: readonly string[]): readonly string[] =>
  claims.flatMap((claim) =>
    claim.claim === 'link' && roles.includes(claim.role) ? [`${claim.from.replace('unit:inventory/', '')} ${claim.to.replace('unit:inventory/', '')}`] : [],
  )
const thingsIn = (claims: readonly Claim[]) => claims.flatMap((claim) => (claim.claim === 'thing' ? [claim.id] : []))
const codes = (text: string) => read(text).diagnostics.map((one) => [one.code, one.line])

describe('which tables are read here', () => {
  test.each([
    'name,sys_class_name,os\na,b,c', // ServiceNow
    'cmdb_ci.name,cmdb_ci_server.os_version,u_environment\na,b,c',
    'Naam;Middelsoort;Merk;Model\na;b;c;d', // TOPdesk
    'Name,CI sub-class,OS family->Name,Status\na,b,c,d', // iTop
    'id,type,name,businessCriticality,lifecycle\n1,Application,a,x,y', // LeanIX
    'Record Type 1,Application Name,Business Service\n1,a,b', // Konveyor
    'VM,Powerstate,DNS Name,Host,Datacenter\na,poweredOn,,b,c', // RVTools
    'Applicatienaam;Leverancier;BBN-niveau\na;b;2',
    'Title of the list\n\nserver name\toperating system\tstatus\na\tb\tc',
    'parent,relationship type,child\na,Depends on::Used by,b',
  ])('%s', (text) => expect(knownAs(text)).toEqual(['inventory']))

  test.each([
    ['service,provider,place\na,b,NL', ['supplier-register']],
    ['dienst;leverancier;kvk;omgeving\na;b;c;d', ['supplier-register']],
    ['name,type,ttl,value\nwww,CNAME,300,a.cdn-house.net', ['dns']],
    ['name,owner,criticality\na,b,c', []],
    ['name,type,status,location\na,b,c,d', []],
    ['first name,last name,department,location\na,b,c,d', []],
    ['from,to,amount\na,b,1', []],
    ['const words = /name|os|host|serial_number|environment/\nconst more = 1', []],
    ["name: ['name', 'host', 'hostname', 'fqdn', 'os'],\ntype: ['type']", []],
    ['Application Name,Description,Comments\na,b,c', []],
  ])('%s is left to others', (text, who) => expect(knownAs(text)).toEqual(who))

  test('a list of machines that also names services and suppliers is one list, read once', () => {
    expect(knownAs('name,service,supplier,location,operating system\na,b,c,d,e')).toEqual(['inventory'])
    expect(knownAs('name,service,supplier,location,operating system\na,b,c,d,e', 'suppliers.csv')).toEqual(['supplier-register'])
  })
})

test('headings that nobody knows are read as deltaplan.yaml says', () => {
  const text = 'Ding;Wat;Waarop;Wie;Baas\nzaak;Applicatie;srv1;Team Zaken;Jan\n'
  const settings = { ...defaultSettings, inventory: [{ file: 'lijsten/*.csv', columns: { name: 'ding', class: 'Wat', runsOn: 'Waarop', supportGroup: 'Wie' } }] }
  const file = sourceFile('lijsten/dingen.csv', text)
  expect([inventory.recognises(file), inventory.recognises(file, settings), inventory.recognises(sourceFile('x.csv', text), settings)]).toEqual([false, true, false])
  const { claims } = inventory.read(file, { ...alone, settings })
  expect(linksIn(claims, 'needs', 'supported-by')).toEqual(['zaak team:team zaken', 'workload:zaak team:team zaken', 'zaak srv1'])
  expect(JSON.stringify(claims)).not.toMatch(/Jan|Baas/)
})

test('a mapping may make relations of any three columns, and headings that are known need none', () => {
  const settings = { ...defaultSettings, inventory: [{ file: '*.csv', columns: { parent: 'A', relation: 'R', child: 'B' } }] }
  expect(linksIn(inventory.read(sourceFile('x.csv', 'A,R,B\nweb,draait op,srv1'), { ...alone, settings }).claims, 'needs')).toEqual(['web srv1'])
})

test('people stand in no column that is read, and in those that are they are left out', () => {
  const text = 'name,class,os,assigned_to,owned_by,email,phone,last logged in,support group\nweb,server,Debian 12,Jan Jansen,Piet,p@our-town.nl,0612345678,Anna,anna@our-town.nl'
  expect(JSON.stringify(read(text))).not.toMatch(/jan|piet|anna|@|0612/i)
})

test('what is retired, in stock or switched off is not in use, and what is in repair is', () => {
  const states = ['Retired', 'In stock', 'poweredOff', 'Afgevoerd', 'Buiten gebruik', 'Gepland', 'Decommissioned'].map((text) => stateIn(text, 'status'))
  expect(new Set(states)).toEqual(new Set(['inactive']))
  expect(['In use', 'In maintenance', 'Pending repair', 'DR standby', 'Phase out', 'Actief', ''].map((text) => stateIn(text, 'status'))).toEqual(Array(7).fill('active'))
  expect([stateIn('7', 'install_status'), stateIn('1', 'install_status'), stateIn('6', 'operational_status'), stateIn('7', 'status')]).toEqual([
    'inactive',
    'active',
    'inactive',
    'active',
  ])
  expect(read('name,class,os,install_status,operational_status\na,server,x,Installed,Retired').claims[0]?.state).toBe('inactive')
})

test('classes are told by their words, the narrower first', () => {
  const words = {
    cmdb_ci_linux_server: 'part',
    'Application Server': 'part',
    'Business Application': 'application',
    Applicatie: 'application',
    'SaaS application': 'service',
    Laptop: 'still',
    Printer: 'still',
    ITComponent: 'part',
    UserGroup: 'none',
    Leverancier: 'none',
    Zeppelin: undefined,
  }
  expect(Object.keys(words).map(classIn)).toEqual(Object.values(words))
})

test('people, processes and contracts that a register keeps are no parts', () => {
  expect(read('id,type,name,businessCriticality\n1,UserGroup,Clerks,x\n2,Process,Permits,y').claims).toEqual([])
})

test('an application is a workload of its own or of its business service, and a server goes with what runs on it', () => {
  const { claims } = read('name,class,business service,runs on,os\nweb,Application,,srv1,\nmail,Application,Citizens,srv1,\nsrv1,Server,,,Debian 12')
  const matches = claims.flatMap((claim) => (claim.claim === 'thing' && claim.id.startsWith('workload:') ? [[claim.id, claim.says?.['match']]] : []))
  expect(matches).toEqual([
    ['workload:web', ['unit=unit:inventory/web']],
    ['workload:citizens', ['label:business-service=citizens']],
  ])
  expect(linksIn(claims, 'needs')).toEqual(['web srv1', 'mail srv1'])
})

test('what others run is a service of theirs, and its address is called', () => {
  const { claims } = read(
    'name,class,vendor,url,environment\nLetters,SaaS,Letters House,letters.letters-house.com,x\nPermits,Application,Software House,https://permits.our-town.nl/,x',
  )
  expect(linksIn(claims, 'external-service', 'operated-by', 'endpoint', 'domain', 'supported-by')).toEqual([
    'letters service:declared/letters',
    'service:declared/letters party:named/x.csv/letters house',
    'letters host:letters.letters-house.com',
    'permits party:named/x.csv/software house',
    'permits domain:permits.our-town.nl',
  ])
})

test('countries and regions of clouds are places, and other words stay words', () => {
  const { claims } = read(
    'name,class,location,region,cloud provider,environment\na,server,NL,,,x\nb,server,,eu-west-1,AWS,x\nc,server,,West Europe,Azure,x\nd,server,The cellar,,,x',
  )
  expect(linksIn(claims, 'runs-in')).toEqual(['a jurisdiction:nl', 'b place:aws:eu-west-1', 'c place:azure:westeurope'])
  expect(claims.flatMap((claim) => (claim.claim === 'thing' && claim.says?.['place-name'] ? [claim.says['place-name']] : []))).toEqual(['The cellar'])
})

test('lists in a cell are parted, unless the whole is the name of an item', () => {
  const { claims } = read('name,class,depends on,os\nweb,server,"db, main; cache,queue\nb",x\n"db, main",server,,x')
  expect(linksIn(claims, 'needs')).toEqual(['web db, main', 'web cache', 'web queue', 'web b'])
})

test('relations are read in both readings and both languages', () => {
  expect(['Depends on::Used by', 'Runs on', 'Contains::Contained by', 'draait op', 'maakt gebruik van'].map(relationIn)).toEqual(Array(5).fill('needs'))
  expect(['Used by::Depends on', 'Hosts::Hosted on', 'Member of::Members', 'ondersteunt'].map(relationIn)).toEqual(Array(4).fill('needed-by'))
  expect(['Likes::Liked by', 'in love with', ''].map(relationIn)).toEqual(['none', undefined, undefined])
})

test('two items of one name and class are one, and of two classes are two', () => {
  const { claims, diagnostics } = read('name,class,os\na,Server,x\na,Server,y\na,Application,\n')
  expect(thingsIn(claims).filter((id) => id.startsWith('unit:'))).toEqual(['unit:inventory/a', 'unit:inventory/a', 'unit:inventory/a (application)'])
  expect(diagnostics.map((one) => [one.code, one.line])).toEqual([['duplicate', 3]])
})

test('faults are told with their line, and cost their row alone', () => {
  expect(codes('name,class,os\n,server,x\n"open,server,x\nok,server,x')).toEqual([
    ['unreadable', 3],
    ['unexpected', 2],
  ])
  expect(codes('name,class,os\n')).toEqual([['nothing-inside', undefined]])
})

test('patterns of files know stars and folders, and no star costs more than the path', () => {
  const fits = (pattern: string) => fitsPattern('lists/2026/Servers.xlsx', pattern)
  expect(['*.xlsx', 'servers.xlsx', 'lists/*/servers.*', '**/servers.xlsx', 'lists/**', 'lists/2026/server?.xlsx', './lists/2026/servers.xlsx'].map(fits)).toEqual(
    Array(7).fill(true),
  )
  expect(['*.csv', 'lists/*.xlsx', 'lists/2026', 'erver*', '*servers'].map(fits)).toEqual(Array(5).fill(false))
  const from = performance.now()
  expect(fitsPattern('a'.repeat(5000), `${'*a'.repeat(2000)}b`)).toBe(false)
  expect(performance.now() - from).toBeLessThan(3000)
})

describe('workbooks', () => {
  const file = (bytes: Uint8Array): SourceFile => ({
    ...sourceFile('a.xlsx', ''),
    size: bytes.length,
    bytes: () => bytes,
    text: () => new TextDecoder('windows-1252').decode(bytes),
  })
  const book = (sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
    zipSync({
      'xl/workbook.xml': strToU8('<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="A/B" r:id="rId9"/></x:sheets></x:workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId9" Target="/xl/worksheets/Sheet1.xml"/></Relationships>'),
      'xl/worksheets/Sheet1.xml': strToU8(sheet),
      ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
    })
  const row = (number: number, ...cells: readonly string[]) => `<row r="${number}">${cells.map((cell) => `<c t="str"><v>${cell}</v></c>`).join('')}</row>`
  const heading = row(1, 'name', 'class', 'os')

  test('cells stand where their letters say, and rows bear their numbers', () => {
    const sheet = `<worksheet><sheetData>${heading}<row r="7"><c r="C7" t="inlineStr"><is><t>Debian</t></is></c><c r="A7" t="str"><v>a</v></c></row></sheetData></worksheet>`
    const { claims } = inventory.read(file(book(sheet)), alone)
    expect(claims[0]).toMatchObject({ id: 'unit:inventory/a', at: [{ pointer: '/A~1B/7', line: 7 }] })
  })

  test('a bomb is stopped, and told', () => {
    const bytes = book(`<worksheet><sheetData>${heading}${' '.repeat(60_000_000)}</sheetData></worksheet>`)
    expect(bytes.length).toBeLessThan(100_000)
    expect(unzipped(bytes, () => true).excess).toBe(true)
    expect(inventory.recognises(file(bytes))).toBe(true)
    expect(inventory.read(file(bytes), alone).diagnostics.map((one) => one.code)).toContain('limit')
  })

  test('a directory that lies about sizes does not help it', () => {
    const bytes = book(`<worksheet>${' '.repeat(60_000_000)}</worksheet>`)
    const lying = bytes.map((byte, at) => (bytes[at - 22] === 0x50 && bytes[at - 21] === 0x4b ? 1 : byte))
    expect(unzipped(lying, () => true).parts).toBeInstanceOf(Map)
  })

  test.each([
    ['entities that grow', '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>'],
    ['nesting without end', '<a>'.repeat(100_000)],
    ['a column beyond all columns', `<worksheet><sheetData>${heading}<row r="2"><c r="ZZZ2" t="str"><v>x</v></c></row></sheetData></worksheet>`],
    ['a row beyond all rows', `<worksheet><sheetData>${heading}<row r="9999999"><c t="str"><v>x</v></c></row></sheetData></worksheet>`],
    ['rows without end', `<worksheet><sheetData>${heading}${row(2, 'a', 'server', 'Debian').repeat(50_000)}`],
    ['no XML', 'hello'],
    ['nothing', ''],
  ])('%s: reading ends, and throws nothing', (_, sheet) => {
    const from = performance.now()
    const read = file(book(sheet))
    inventory.recognises(read)
    expect(inventory.read(read, alone).diagnostics.length).toBeGreaterThan(0)
    expect(performance.now() - from).toBeLessThan(10_000)
  })

  test.each([0, 4, 30, 100, 300, 500])('a workbook that is cut off after %i bytes throws nothing', (length) => {
    const bytes = book(`<worksheet><sheetData>${heading}</sheetData></worksheet>`).slice(0, length)
    inventory.recognises(file(bytes))
    expect(inventory.read(file(bytes), alone).claims).toEqual([])
  })
})

const many = 50_000
test.each([
  ['rows', `name,class,os,runs on\n${Array.from({ length: many }, (_, at) => `srv-${at},server,Debian 12,esx-${at % 100}`).join('\n')}`],
  ['one name', `name,class,os\n${'a,server,b\n'.repeat(many)}`],
  ['a list without end', `name,class,depends on,os\na,server,"${'b;'.repeat(many)}",x`],
  ['a cell without end', `name,class,os\n${'x'.repeat(20 * many)},server,x`],
  ['headings without end', `name,class,os,${'x,'.repeat(many)}\na,b,c`],
  ['quotes', `name,class,os\n${'"'.repeat(20 * many + 1)}`],
  ['lines', `name,class,os\n${'\n'.repeat(20 * many)}a,b,c`],
])('%s without end are read in good time', (_, text) => {
  const from = performance.now()
  const file = sourceFile('x.csv', text)
  inventory.recognises(file)
  const fragment = inventory.read(file, alone)
  expect(fragment.claims.length + fragment.diagnostics.length).toBeGreaterThan(0)
  expect(performance.now() - from).toBeLessThan(10_000)
})
