import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { attributes } from '#estate/attribute.ts'
import { bases, type Claim, dependencyRoles, keyOf, kindOf, states, structuralRoles, thingKinds } from '#estate/claim.ts'
import { type Diagnostic, diagnosticCodes } from '#estate/diagnostic.ts'
import { signKinds } from '#estate/signal.ts'

const fragments = globSync('src/importers/*/fixtures/**/*.expected.json').map(
  (path) => JSON.parse(readFileSync(path, 'utf8')) as { readonly claims: readonly Claim[]; readonly diagnostics: readonly Diagnostic[] },
)
const claims = fragments.flatMap((fragment) => fragment.claims)
const outside = (words: readonly string[], known: readonly string[]) => [...new Set(words.filter((word) => !known.includes(word)))].sort()

test('every format has its fixtures', () => expect(fragments.length).toBeGreaterThan(20))

test('claims use the words that all rooms know, and no others', () => {
  expect(
    outside(
      claims.flatMap((claim) => Object.keys(claim.says ?? {})),
      attributes,
    ),
  ).toEqual([])
  const ids = claims.flatMap((claim) => (claim.claim === 'thing' ? [claim.id] : [claim.from, claim.to]))
  expect(outside(ids.map(kindOf), thingKinds)).toEqual([])
  expect(
    outside(
      claims.flatMap((claim) => (claim.claim === 'link' ? [claim.role] : [])),
      [...dependencyRoles, ...structuralRoles],
    ),
  ).toEqual([])
  const signs = ids.filter((id) => id.startsWith('signal:')).map((id) => keyOf(id).split('/')[0] ?? '')
  expect(outside(signs, signKinds)).toEqual([])
  expect(
    outside(
      claims.map((claim) => claim.basis),
      bases,
    ),
  ).toEqual([])
  expect(
    outside(
      claims.map((claim) => claim.state),
      states,
    ),
  ).toEqual([])
})

test('diagnostics are of the cases that have words', () => {
  const codes = fragments.flatMap((fragment) => fragment.diagnostics.map((one) => one.code))
  expect(outside(codes, diagnosticCodes)).toEqual([])
})

test('an importer neither knows nor infers more than the file says outright', () => {
  // What follows from the form of a file alone may be inferred; what the knowledge base says, or a scenario, never stands here.
  expect(claims.filter((claim) => claim.basis === 'known' || claim.basis === 'supposed')).toEqual([])
})
