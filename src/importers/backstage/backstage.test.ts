import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { assemble } from '#estate/assemble.ts'
import type { Claim } from '#estate/claim.ts'
import { selectionClaims } from '#estate/selections.ts'
import { alone, sourceFile } from '#estate/source-file.ts'
import { workloadClaims } from '#estate/workloads.ts'
import { checkImporter } from '../../../test/check-importer.ts'
import { importers } from '../index.ts'
import { backstage } from './index.ts'

const fixtures = 'src/importers/backstage/fixtures'
for (const name of ['smallest.yaml', 'catalog-info.yaml', 'broken.yaml']) checkImporter(backstage, `${fixtures}/${name}`)

interface Written {
  readonly kind?: string
  readonly name?: string
  readonly annotations?: Record<string, string>
  readonly spec?: Record<string, unknown>
  readonly relations?: readonly unknown[]
}
const entity = ({ kind = 'Component', name = 'a', annotations = {}, spec = {}, relations = [] }: Written = {}) =>
  stringify({ apiVersion: 'backstage.io/v1alpha1', kind, metadata: { name, annotations }, spec, relations })
const read = (...written: readonly Written[]) => backstage.read(sourceFile('x.yaml', written.map(entity).join('---\n')), alone)
const linksIn = (claims: readonly Claim[], ...roles: readonly string[]): readonly string[] =>
  claims.flatMap((claim) =>
    claim.claim === 'link' && roles.includes(claim.role) ? [`${claim.from.replace('unit:backstage/default/', '')} ${claim.to.replace('unit:backstage/default/', '')}`] : [],
  )
const knownAs = (text: string) => importers.filter((one) => one.recognises(sourceFile('x.yaml', text))).map((one) => one.id)

test('a catalog is no manifest, and a manifest is no catalog', () => {
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: x}]}\n'
  const operator = 'apiVersion: rhdh.redhat.com/v1alpha3\nkind: Backstage\nmetadata: {name: a}\n'
  expect(knownAs(entity())).toEqual(['backstage'])
  expect(knownAs(entity().replace('backstage.io/v1alpha1', 'scaffolder.backstage.io/v1beta3'))).toEqual(['backstage'])
  expect([pod, operator].map(knownAs)).toEqual([['kubernetes'], ['kubernetes']])
  expect(knownAs(`${entity()}---\n${pod}`)).toEqual(['kubernetes'])
  expect(knownAs('# see backstage.io/docs\nname: a\n')).toEqual([])
})

test('references take what they leave out from where they stand', () => {
  const spec = { dependsOn: ['resource:db', 'b', 'component:other/c', 'System:permits', 'user:jan'], consumesApis: ['pay'], providesApis: ['own'], subcomponentOf: 'whole' }
  expect(linksIn(read({ spec }).claims, 'needs')).toEqual([
    'component/a resource/db',
    'component/a component/b',
    'component/a unit:backstage/other/component/c',
    'component/a workload:permits',
    'component/a api/pay',
    'api/own component/a',
    'component/whole component/a',
  ])
})

test('relations that a running catalog adds say the same', () => {
  const relations = [
    { type: 'dependsOn', targetRef: 'resource:default/db' },
    { type: 'apiProvidedBy', targetRef: 'component:default/b' },
    { type: 'ownedBy', targetRef: 'group:default/builders' },
    { type: 'partOf', targetRef: 'system:default/permits' },
    { type: 'hasPart', targetRef: 'component:default/z' },
  ]
  const { claims } = read({ relations })
  expect(linksIn(claims, 'needs')).toEqual(['component/a resource/db', 'component/a component/b'])
  expect(linksIn(claims, 'supported-by')).toEqual(['component/a team:builders', 'workload:permits team:builders'])
})

test('people are counted and never copied', () => {
  const { claims } = read(
    { kind: 'User', name: 'anna.arends', spec: { profile: { email: 'anna@our-town.nl', displayName: 'Anna Arends' }, memberOf: ['counter', 'group:counter'] } },
    { kind: 'Group', name: 'counter', spec: { members: ['jan.jansen', 'piet.pieters'], profile: { email: 'x@our-town.nl' } } },
    { spec: { owner: 'user:default/jan.jansen' } },
    { name: 'b', spec: { owner: 'jan@our-town.nl' } },
  )
  expect(JSON.stringify(claims)).not.toMatch(/anna|jan|piet|@our/i)
  expect(claims.flatMap((claim) => (claim.claim === 'thing' && claim.id === 'team:counter' ? [claim.says] : []))).toEqual([{ 'head-count': 2 }])
})

test('values of annotations go no further, and a key to a door is told', () => {
  const annotations = { 'pagerduty.com/integration-key': 'abcdef0123456789', 'sentry.io/project-slug': 'town/permits', 'backstage.io/techdocs-ref': 'dir:.', plain: 'x' }
  const { claims, diagnostics } = read({ annotations })
  expect(linksIn(claims, 'shows')).toEqual(['component/a signal:annotation-key/pagerduty.com/integration-key', 'component/a signal:annotation-key/sentry.io/project-slug'])
  expect(JSON.stringify(claims)).not.toMatch(/abcdef|town\/permits/)
  expect(diagnostics.map((one) => [one.code, one.values?.['what']])).toEqual([['secret', 'access-key']])
})

test('links for people are no endpoints, and a remote is one', () => {
  const api = { kind: 'API', name: 'tools', spec: { type: 'mcp-server', remotes: [{ url: 'https://mcp.drawing-house.com/mcp' }], links: [{ url: 'https://a.people-read.com' }] } }
  expect(linksIn(read(api).claims, 'endpoint')).toEqual(['api/tools host:mcp.drawing-house.com'])
  const definition = { kind: 'API', spec: { definition: '{"swagger": "2.0", "host": "api.pay-house.com", "externalDocs": {"url": "https://docs.pay-house.com"}}' } }
  expect(linksIn(read(definition).claims, 'endpoint', 'shows')).toEqual(['api/a signal:host/api.pay-house.com'])
})

test('units of Kubernetes that bear a component’s id belong to its system, and the component needs them', () => {
  const how = { state: 'active', basis: 'observed', at: [{ file: 'k', pointer: '' }] } as const
  const pod: Claim = { claim: 'thing', id: 'unit:kubernetes/x/Deployment/y', name: 'y', says: { groups: ['label:backstage.io/kubernetes-id=web', 'namespace=x'] }, ...how }
  const estate = assemble([read({ annotations: { 'backstage.io/kubernetes-id': 'web' }, spec: { system: 'permits' } }), { claims: [pod] }])
  expect(linksIn(workloadClaims(estate), 'part-of')).toEqual(['component/a workload:permits', 'unit:kubernetes/x/Deployment/y workload:permits'])
  expect(linksIn(selectionClaims(estate), 'needs')).toEqual(['component/a unit:kubernetes/x/Deployment/y'])
})

test('a component without a system is a workload of its own, and what only others need goes with them', () => {
  const estate = assemble([read({ spec: { consumesApis: ['pay'] } }, { kind: 'API', name: 'pay' })])
  expect(linksIn(workloadClaims(estate), 'part-of')).toEqual(['api/pay workload:a', 'component/a workload:a'])
})

test('what is deprecated or an experiment is in use, and what is retired is not', () => {
  const stateOf = (lifecycle: string) => read({ spec: { lifecycle } }).claims[0]?.state
  expect(['production', 'experimental', 'deprecated', 'retired', 'End of life'].map(stateOf)).toEqual(['active', 'active', 'active', 'inactive', 'inactive'])
})

test.each([
  ['entities', Array.from({ length: 3000 }, (_, at) => entity({ name: `c${at}`, spec: { system: 's', dependsOn: [`c${at + 1}`] } })).join('---\n')],
  ['relations', entity({ spec: { dependsOn: Array.from({ length: 20_000 }, (_, at) => `resource:r${at}`) } })],
  ['a long reference', entity({ spec: { owner: 'a'.repeat(500_000), dependsOn: ['a/'.repeat(200_000)] } })],
  ['a long selector', entity({ annotations: { 'backstage.io/kubernetes-label-selector': 'a=b,'.repeat(100_000) } })],
  ['a long definition', entity({ kind: 'API', spec: { definition: `openapi: 3.0.0\nservers: [${'{url: "https://a.pay-house.com"},'.repeat(10_000)}]` } })],
])('%s without end are read in good time', (_, text) => {
  const from = performance.now()
  const file = sourceFile('x.yaml', text)
  expect(backstage.recognises(file)).toBe(true)
  expect(backstage.read(file, alone).claims.length).toBeGreaterThan(0)
  expect(performance.now() - from).toBeLessThan(10_000)
})
