import { expect, test } from 'vitest'
import { assemble } from './assemble.ts'
import type { Claim, Says, ThingId } from './claim.ts'
import { selectionClaims } from './selections.ts'
import { workloadClaims } from './workloads.ts'

const common = { state: 'active', basis: 'observed', at: [{ file: 'a', pointer: '' }] } as const
const unit = (name: string, groups: readonly string[], says: Says = {}): Claim => ({ claim: 'thing', id: `unit:${name}`, name, says: { groups, ...says }, ...common })
const part = (from: string, to: string): Claim => ({ claim: 'link', from: `unit:${from}`, to: `unit:${to}`, role: 'part-of', ...common })

const membership = (claims: readonly Claim[]): readonly string[] =>
  workloadClaims(assemble([{ claims }]))
    .flatMap((claim) => (claim.claim === 'link' && claim.role === 'part-of' ? [`${claim.from} > ${claim.to} ${claim.basis}`] : []))
    .sort()

test('a unit belongs to the workload that its strongest group names', () => {
  expect(membership([unit('a', ['label:app=x', 'namespace=town'])])).toEqual(['unit:a > workload:namespace/town inferred'])
  expect(membership([unit('a', ['label:app=x', 'namespace=-'])])).toEqual(['unit:a > workload:label:app/x inferred'])
})

test('settings go with what uses them, also where several do and through others', () => {
  const claims = [unit('a', ['label:app=x']), unit('b', ['label:app=y']), unit('map', ['label:app=z'], { runs: false }), unit('key', [], { runs: false })]
  expect(membership([...claims, part('map', 'a'), part('map', 'b'), part('key', 'map')])).toEqual([
    'unit:a > workload:label:app/x inferred',
    'unit:b > workload:label:app/y inferred',
    'unit:key > workload:label:app/x inferred',
    'unit:key > workload:label:app/y inferred',
    'unit:map > workload:label:app/x inferred',
    'unit:map > workload:label:app/y inferred',
  ])
})

test('a route goes with what it stands before, and a ring of such ends', () => {
  const route = unit('route', ['unit=unit:service'], { runs: false })
  expect(membership([unit('a', ['label:app=x']), unit('service', ['label:app=x'], { runs: false }), route])).toContain('unit:route > workload:label:app/x inferred')
  expect(membership([unit('one', ['unit=unit:two'], { runs: false }), unit('two', ['unit=unit:one'], { runs: false })])).toEqual([
    'unit:one > workload:ungrouped inferred',
    'unit:two > workload:ungrouped inferred',
  ])
})

test('a service goes with what it selects, and a route before it too', () => {
  const claims = [
    unit('a', ['label:application=shop', 'label:app=x']),
    unit('s', ['label:app=x'], { runs: false, selects: ['label:app=x'] }),
    unit('r', ['unit=unit:s'], { runs: false }),
  ]
  const estate = assemble([{ claims }])
  const found = workloadClaims(estate, selectionClaims(estate)).flatMap((claim) => (claim.claim === 'link' && claim.role === 'part-of' ? [`${claim.from} > ${claim.to}`] : []))
  expect(found.sort()).toEqual(['unit:a > workload:label:application/shop', 'unit:r > workload:label:application/shop', 'unit:s > workload:label:application/shop'])
})

test('what runs nothing founds no workload, and joins one that its labels name', () => {
  const rule = unit('rule', ['label:app.kubernetes.io/name=rules', 'label:app=x'], { runs: false })
  expect(membership([rule])).toEqual(['unit:rule > workload:ungrouped inferred'])
  expect(membership([rule, unit('a', ['label:app=x'])])).toContain('unit:rule > workload:label:app/x inferred')
})

test('a recipe and what it is built from go with what runs them, and stand for that where it is not shown', () => {
  const recipe = unit('recipe', ['build=web/Dockerfile'], { runs: false })
  const lock = unit('lock', ['purl=pkg:npm/desk', 'name=desk'], { runs: false })
  expect(membership([recipe, lock, part('lock', 'recipe')])).toEqual(['unit:lock > workload:build/web/Dockerfile inferred', 'unit:recipe > workload:build/web/Dockerfile inferred'])
  expect(membership([recipe, lock, part('lock', 'recipe'), unit('web', ['project=shop']), part('recipe', 'web')])).toEqual([
    'unit:lock > workload:project/shop inferred',
    'unit:recipe > workload:project/shop inferred',
    'unit:web > workload:project/shop inferred',
  ])
  expect(membership([lock])).toEqual(['unit:lock > workload:name/desk inferred'])
  expect(membership([lock, unit('bill', ['purl=pkg:npm/desk'])])).toContain('unit:lock > workload:purl/pkg:npm/desk inferred')
})

test('what the organisation declares comes first, for the parts too', () => {
  const declared: Claim = { claim: 'thing', id: 'workload:shop', name: 'Shop', says: { match: ['label:app=x'] }, state: 'active', basis: 'declared', at: common.at }
  expect(membership([declared, unit('a', ['label:app=x']), unit('map', [], { runs: false }), part('map', 'a')])).toEqual([
    'unit:a > workload:shop declared',
    'unit:map > workload:shop inferred',
  ])
})

test('a unit that is only mentioned, or only added to, belongs nowhere', () => {
  const mentioned: Claim = { claim: 'link', from: 'unit:a', to: 'unit:b', role: 'needs', ...common }
  const added: Claim = { claim: 'thing', id: 'unit:c', says: { autoscaled: true }, ...common }
  expect(membership([unit('a', ['label:app=x']), mentioned, added])).toEqual(['unit:a > workload:label:app/x inferred'])
})

test('a selection leads to all that runs and bears every label of it', () => {
  const select = unit('s', ['label:app=x'], { runs: false, selects: ['namespace=n', 'label:app=x'] })
  const others = [
    unit('both', ['label:app=x', 'label:tier=web', 'namespace=n']),
    unit('elsewhere', ['label:app=x', 'namespace=m']),
    unit('settings', ['label:app=x', 'namespace=n'], { runs: false }),
  ]
  const found = selectionClaims(assemble([{ claims: [select, ...others] }])).map((claim) =>
    claim.claim === 'link' ? `${claim.from} ${claim.role} ${claim.to} ${claim.basis}` : '',
  )
  expect(found).toEqual(['unit:s needs unit:both inferred'])
})

test('two claims about one selection are two selections', () => {
  const id: ThingId = 'unit:s'
  const one = (selects: readonly string[]): Claim => ({ claim: 'thing', id, name: 's', says: { selects, runs: false }, ...common })
  const estate = assemble([{ claims: [one(['label:app=x']), one(['label:app=y']), unit('a', ['label:app=x']), unit('b', ['label:app=y'])] }])
  expect(selectionClaims(estate).map((claim) => (claim.claim === 'link' ? claim.to : ''))).toEqual(['unit:a', 'unit:b'])
})

test('what no label puts anywhere goes with what it needs, or else with what needs it, or stands alone', () => {
  const needs = (from: string, to: string): Claim => ({ claim: 'link', from: `unit:${from}`, to: `unit:${to}`, role: 'needs', ...common })
  const claims = [
    unit('bucket', ['label:app=x']),
    unit('lock', []),
    unit('rule', []),
    unit('account', []),
    unit('alone', []),
    needs('lock', 'bucket'),
    needs('rule', 'lock'),
    needs('bucket', 'account'),
  ]
  expect(membership(claims)).toEqual([
    'unit:account > workload:label:app/x inferred',
    'unit:alone > workload:ungrouped inferred',
    'unit:bucket > workload:label:app/x inferred',
    'unit:lock > workload:label:app/x inferred',
    'unit:rule > workload:label:app/x inferred',
  ])
})

test('a bill of materials of an image goes with what runs the image', () => {
  const starts = (from: string): Claim => ({ claim: 'link', from: `unit:${from}`, to: 'image:web', role: 'image', ...common })
  expect(membership([unit('web', ['project=shop']), unit('bill', ['name=web']), starts('web'), starts('bill')])).toContain('unit:bill > workload:project/shop inferred')
  expect(membership([unit('bill', ['name=web']), starts('bill')])).toEqual(['unit:bill > workload:name/web inferred'])
})

test('thousands of declared workloads cost no more than their texts', () => {
  const count = 5000
  const declared = (at: number): Claim => ({
    claim: 'thing',
    id: `workload:w${at}`,
    name: `w${at}`,
    says: { match: [`label:id=${at}`, `unit=unit:x${at}`, `namespace=n${at}`] },
    ...common,
    basis: 'declared',
  })
  const claims = Array.from({ length: count }, (_, at) => [declared(at), unit(`u${at}`, [`label:id=${at}`]), unit(`x${at}`, [])]).flat()
  const from = performance.now()
  const found = membership(claims)
  expect(performance.now() - from).toBeLessThan(5000)
  expect([found.length, found[0]]).toEqual([2 * count, 'unit:u0 > workload:w0 declared'])
})
