import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkParties } from './check-parties.ts'
import { readKnowledge } from './knowledge.ts'

const sources = [{ url: 'https://example.org/register', read: '2026-10-01', level: 'verified' }]

/** What is wrong with these parties, as `id where: message`. A company with a seat, unless it says otherwise. */
function faultsOf(parties: Readonly<Record<string, object>>): readonly string[] {
  const files = Object.entries(parties).map(([id, party]) => ({
    path: `parties/${id}.yaml`,
    value: { title: id, kind: 'company', ...('noSeat' in party ? {} : { seat: 'nl' }), sources, ...party },
  }))
  const { knowledge, faults } = readKnowledge(files)
  expect(faults).toEqual([])
  return checkParties(knowledge).map((fault) => `${fault.path.slice('parties/'.length)} ${fault.where}: ${fault.message}`)
}

test('a sound chain of owners up to a listed company has no faults', () => {
  const chain = {
    town: { kind: 'government' },
    mother: { listed: 'Euronext Amsterdam' },
    daughter: {
      parents: [
        { party: 'mother', share: 60 },
        { party: 'town', share: 40 },
      ],
    },
  }
  expect(faultsOf(chain)).toEqual([])
})

test('a name means one party, without regard to case and blanks', () => {
  expect(faultsOf({ one: { title: 'Far Mail' }, other: { names: ['far  mail'] } })).toEqual(['other names: "far mail" means parties/one as well'])
  expect(faultsOf({ one: { names: ['One', 'one'] } })).toEqual([])
})

test('a number means one party, and its check digits hold', () => {
  const lei = '5493001KJTIIGC8Y1R12'
  expect(faultsOf({ one: { lei }, other: { lei } })).toEqual([`other lei: "${lei}" means parties/one as well`])
  expect(faultsOf({ one: { lei: '5493001KJTIIGC8Y1R21' } })).toEqual(['one lei: the check digits of 5493001KJTIIGC8Y1R21 do not hold'])
})

test('no two digits of a register number can be swapped unseen', () => {
  const lei = '5493001KJTIIGC8Y1R12'
  fc.assert(
    fc.property(fc.nat(lei.length - 2), (at) => {
      const swapped = lei.slice(0, at) + lei[at + 1] + lei[at] + lei.slice(at + 2)
      fc.pre(swapped !== lei && /\d\d$/.test(swapped))
      expect(faultsOf({ one: { lei: swapped } })).toHaveLength(1)
    }),
  )
})

test('a steward holds nothing, and a community has nobody but stewards', () => {
  expect(faultsOf({ project: { kind: 'community', parents: [{ party: 'keeper', role: 'stewards' }] } })).toEqual([])
  expect(faultsOf({ project: { kind: 'community', parents: [{ party: 'keeper', role: 'stewards', votes: 51 }] } })).toHaveLength(1)
  expect(faultsOf({ project: { kind: 'community', parents: [{ party: 'keeper' }] } })).toEqual(['project parents: nobody owns a community: keeper can only be its steward'])
})

test('shares of stewards, of former owners and of announced deals are not added up', () => {
  const parents = [
    { party: 'a', share: 100 },
    { party: 'b', share: 100, until: '2025-01-01' },
    { party: 'c', share: 100, announced: true },
  ]
  expect(faultsOf({ one: { parents } })).toEqual([])
  expect(
    faultsOf({
      one: {
        parents: [
          { party: 'a', share: 60 },
          { party: 'b', share: 60 },
        ],
      },
    }),
  ).toEqual(['one parents: shares add up to 120 %'])
  expect(
    faultsOf({
      one: {
        parents: [
          { party: 'a', votes: 60 },
          { party: 'b', votes: 60 },
        ],
      },
    }),
  ).toEqual(['one parents: votes add up to 120 %'])
})

test('an announced deal has no day since when it is so', () => {
  expect(faultsOf({ one: { parents: [{ party: 'a', announced: true, from: '2026-01-01' }] } })).toHaveLength(1)
})

test('what is traded is not owned by one, and only companies are traded', () => {
  expect(faultsOf({ one: { listed: 'Nasdaq', parents: [{ party: 'a', share: 100 }] } })).toEqual(['one listed: traded, and owned by one party for 100 %'])
  expect(faultsOf({ one: { kind: 'foundation', listed: 'Nasdaq' } })).toEqual(['one listed: the capital of a foundation is not traded'])
})

test('a missing seat has a reason', () => {
  expect(faultsOf({ one: { seat: undefined } })).toEqual(['one seat: a seat, or in noSeat why there is none'])
  expect(faultsOf({ one: { noSeat: 'not-found' }, person: { kind: 'person', seat: undefined } })).toEqual([])
  expect(faultsOf({ one: { seat: 'nl', noSeat: 'not-found' } })).toEqual(['one noSeat: a seat is given as well'])
})

test('a ring of parents is told once', () => {
  const ring = { a: { parents: [{ party: 'b' }] }, b: { parents: [{ party: 'c' }] }, c: { parents: [{ party: 'a' }] }, d: { parents: [{ party: 'a' }] } }
  expect(faultsOf(ring)).toEqual(['a parents: a ring of parents: a < b < c < a'])
})
