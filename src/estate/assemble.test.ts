import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assemble } from './assemble.ts'
import { type Claim, dependencyRoles, idOf, type LinkClaim, type State, states } from './claim.ts'
import { linksFrom } from './estate.ts'

const place = fc.record({ file: fc.constantFrom('a.yaml', 'b.json'), pointer: fc.constantFrom('/x', '/y/0') })
const id = fc.constantFrom(idOf('unit', 'a'), idOf('unit', 'b'), idOf('host', 'c'))
const link: fc.Arbitrary<Claim> = fc.record({
  claim: fc.constant('link' as const),
  from: id,
  to: id,
  role: fc.constantFrom(...dependencyRoles),
  state: fc.constantFrom(...states),
  basis: fc.constantFrom('observed', 'declared', 'inferred'),
  at: fc.array(place, { minLength: 1, maxLength: 2 }),
})
const thing: fc.Arbitrary<Claim> = fc.record({
  claim: fc.constant('thing' as const),
  id,
  name: fc.constantFrom('one', 'two'),
  state: fc.constantFrom(...states),
  basis: fc.constantFrom('observed', 'declared'),
  at: fc.array(place, { minLength: 1, maxLength: 2 }),
})
const fragments = fc.array(fc.record({ claims: fc.array(fc.oneof(link, thing), { maxLength: 6 }) }), { maxLength: 4 })

test('the order of the fragments does not matter', () => {
  fc.assert(
    fc.property(fragments, (list) => {
      expect(assemble([...list].reverse())).toEqual(assemble(list))
    }),
  )
})

test('a fragment handed in twice changes nothing', () => {
  fc.assert(
    fc.property(fragments, (list) => {
      expect(assemble([...list, ...list])).toEqual(assemble(list))
    }),
  )
})

test('an estate joined again is the same estate', () => {
  fc.assert(
    fc.property(fragments, (list) => {
      expect(assemble([assemble(list)])).toEqual(assemble(list))
    }),
  )
})

test('a thing that is only mentioned in a link exists, as active as the link', () => {
  const mention = (state: State): LinkClaim => ({ claim: 'link', from: 'unit:a', to: 'host:x', role: 'endpoint', state, basis: 'observed', at: [{ file: 'f', pointer: '/e' }] })
  expect(assemble([{ claims: [mention('placeholder')] }]).things.get('host:x')?.state).toBe('placeholder')
  expect(assemble([{ claims: [mention('placeholder'), mention('active')] }]).things.get('host:x')?.state).toBe('active')
})

test('links are found from both ends, in the roles that are asked for', () => {
  const claims: Claim[] = [
    { claim: 'link', from: 'unit:a', to: 'host:x', role: 'endpoint', state: 'active', basis: 'observed', at: [{ file: 'f', pointer: '/e' }] },
    { claim: 'link', from: 'unit:a', to: 'image:y', role: 'image', state: 'active', basis: 'observed', at: [{ file: 'f', pointer: '/i' }] },
  ]
  const estate = assemble([{ claims }])
  expect(linksFrom(estate, 'unit:a').length).toBe(2)
  expect(linksFrom(estate, 'unit:a', 'image').map((one) => one.to)).toEqual(['image:y'])
})
