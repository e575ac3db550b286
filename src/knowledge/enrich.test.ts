import { expect, test } from 'vitest'
import { assemble } from '#estate/assemble.ts'
import { idOf, type LinkClaim } from '#estate/claim.ts'
import { signClaim } from '#estate/signal.ts'
import { enrich } from './enrich.ts'
import { type KnowledgeFile, readKnowledge } from './knowledge.ts'

const sources = [{ url: 'https://example.org/', read: '2026-11-26', level: 'verified' }]
const knowing = (...files: readonly KnowledgeFile[]) => readKnowledge(files.map((file) => ({ ...file, value: { ...(file.value as object), sources } }))).knowledge

const unit = idOf('unit', 'a')
const at = { file: 'a.yaml', pointer: '' }
const inferred = (claims: readonly unknown[]) =>
  (claims as readonly LinkClaim[]).filter((claim) => claim.claim === 'link' && claim.basis === 'inferred').map((claim) => `${claim.from} ${claim.role} ${claim.to}`)

test('a region may have a slash in its name', () => {
  const knowledge = knowing({ path: 'signals/a.yaml', value: { title: 'a', foundBy: [{ on: 'env-name', is: ['CLOUD_REGION'], place: 'ionos:$value' }] } })
  const shows = (value: string) => enrich(assemble([{ claims: [signClaim(unit, { on: 'env-name', text: 'CLOUD_REGION' }, { state: 'active', at, value })] }]), knowledge).claims
  expect(inferred(shows('de/fra'))).toEqual(['unit:a region place:ionos:de/fra'])
  expect(inferred(shows('DE/FRA/2'))).toEqual(['unit:a region place:ionos:de/fra/2'])
  expect(inferred(shows('//de'))).toEqual([])
  expect(inferred(shows('de fra'))).toEqual([])
})

test('components without a purl are known by their title and by their CPE, also where a file lists them in bulk', () => {
  const knowledge = knowing({
    path: 'platforms/base.yaml',
    value: {
      title: 'Base',
      kind: 'database',
      foundBy: [
        { on: 'component-name', matches: ['^Base Server (\\d+)'], version: '$1' },
        { on: 'cpe', matches: ['^cpe:2\\.3:a:maker:base:'] },
      ],
    },
  })
  const key = (name: string) => `named/sbom/a.json/${name}`
  const packages = [
    { key: key('Base Server 12@12.1'), name: 'Base Server 12', pointer: '/0' },
    { key: key('unheard-of@1'), name: 'unheard-of', pointer: '/1', says: { cpe: 'cpe:2.3:a:maker:base:12:*' } },
    { key: key('based@1'), name: 'based', pointer: '/2' },
    { key: 'pkg:npm/base@1', name: 'base', pointer: '/3', says: { cpe: 'cpe:2.3:a:maker:base:1:*' } },
  ]
  const listed = { of: unit, state: 'active', basis: 'observed', file: 'sbom/a.json', packages } as const
  const claims = enrich(assemble([{ claims: [], contents: [listed] }]), knowledge).claims
  expect(inferred(claims)).toEqual(['package:named/sbom/a.json/Base Server 12@12.1 contains platform:base', 'package:named/sbom/a.json/unheard-of@1 contains platform:base'])
})

test('what a sign means is needed when the sign is shown', () => {
  const knowledge = knowing({
    path: 'services/archive.yaml',
    value: { title: 'Archive', category: 'packages', role: 'run-by', foundBy: [{ on: 'command', is: ['fetch it'], role: 'runtime-download' }] },
  })
  const shown = signClaim(unit, { on: 'command', text: 'fetch it' }, { state: 'active', at })
  const phases = (claim: LinkClaim) =>
    enrich(assemble([{ claims: [claim] }]), knowledge).claims.flatMap((one) => (one.claim === 'link' && one.role === 'runtime-download' ? [one.phase] : []))
  expect(phases(shown)).toEqual([undefined])
  expect(phases({ ...shown, phase: 'build' })).toEqual(['build'])
})

test('a sign with which nothing is lost means a service with which nothing is lost', () => {
  const knowledge = knowing({
    path: 'services/letters.yaml',
    value: { title: 'Letters', category: 'mail', role: 'external-service', foundBy: [{ on: 'spec-value', is: ['dns.proof=letters'] }] },
  })
  const shown = signClaim(unit, { on: 'spec-value', text: 'dns.proof=letters' }, { state: 'active', at })
  const says = (claim: LinkClaim) =>
    enrich(assemble([{ claims: [claim] }]), knowledge).claims.flatMap((one) => (one.claim === 'link' && one.role === 'external-service' ? [one.says] : []))
  expect([says(shown), says({ ...shown, says: { idle: true } })]).toEqual([[undefined], [{ idle: true }]])
})

test('a name that nobody knows means one party in all files, and numbers keep parties apart', () => {
  const named = (id: string) => ({ claim: 'thing', id: idOf('party', id), name: 'Small Vendor B.V.', state: 'active', basis: 'declared', at: [at] }) as const
  const parties = ['named/a.csv/small vendor b.v.', 'named/b.csv/small vendor b.v.', 'kvk/12345678', 'kvk/87654321']
  expect(inferred(enrich(assemble([{ claims: parties.map(named) }]), knowing()).claims)).toEqual([`party:${parties[1]} same-as party:${parties[0]}`])
})
