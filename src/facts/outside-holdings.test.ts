import { describe, expect, test } from 'vitest'
import { readKnowledge } from '#knowledge/knowledge.ts'
import { smallWorld, subjectOfTexts } from '../../test/subject-of-texts.ts'
import { outsideHoldings } from './outside-holdings.ts'
import { thresholdsOf } from './ownership.ts'

const sources = [{ url: 'https://example.org/register', read: '2026-10-01', level: 'verified' }]
const party = (id: string, more: object) => ({ path: `parties/${id}.yaml`, value: { title: id, kind: 'company', seat: 'nl', sources, ...more } })
const state = party('state', { kind: 'government' })

/** Who holds a supplier from outside the EU, in a world with these parties added. */
function about(...parties: readonly ReturnType<typeof party>[]) {
  const { knowledge, faults } = readKnowledge(parties, smallWorld)
  expect(faults).toEqual([])
  const plan = 'version: 1\nservices: { s: { provider: party:low, serves: [f] } }\nfunctions: { f: {} }\n'
  const subject = subjectOfTexts({ 'deltaplan.yaml': plan }, knowledge)
  const holdings = outsideHoldings(subject, 'party:low', 'eu').map(({ holder, percent }) => [holder?.slice('party:'.length) ?? 'nobody knows', percent.low, percent.high] as const)
  return { holdings, limits: thresholdsOf(subject, 'party:low') }
}

const owns = (...parents: readonly (readonly [string, number])[]) => ({ parents: parents.map(([name, share]) => ({ party: name, share })) })

describe('chains of shares (SecNumCloud 19.6 b)', () => {
  test('a share multiplies along the chain: thirty percent of a company that is held for ninety are twenty-seven', () => {
    const found = about(state, party('far', { seat: 'us' }), party('holding', owns(['far', 90], ['state', 10])), party('low', owns(['holding', 30], ['state', 70])))
    expect(found.holdings).toEqual([['far', 27, 27]])
    expect(found.limits.single24).toBe('beyond')
    expect(found.limits.together39).toBe('within')
  })

  test('and twenty-six of them are twenty-three point four, which is within', () =>
    expect(about(state, party('far', { seat: 'us' }), party('holding', owns(['far', 90], ['state', 10])), party('low', owns(['holding', 26], ['state', 74]))).limits.single24).toBe(
      'within',
    ))

  test('two chains to one holder add up', () => {
    const found = about(
      state,
      party('far', { seat: 'us' }),
      party('one', owns(['far', 100])),
      party('two', owns(['far', 100])),
      party('low', owns(['one', 15], ['two', 15], ['state', 70])),
    )
    expect(found.holdings).toEqual([['far', 30, 30]])
    expect(found.limits.single24).toBe('beyond')
  })

  test('a holder outside holds what it holds, even where somebody inside stands behind it', () =>
    expect(about(state, party('far', { seat: 'us', ...owns(['state', 100]) }), party('low', owns(['far', 30], ['state', 70]))).limits.single24).toBe('beyond'))

  test('three holders of twenty are within one by one, and beyond together', () => {
    const far = ['a', 'b'].map((name) => party(`far-${name}`, { seat: 'us' }))
    const { limits } = about(state, ...far, party('low', owns(['far-a', 20], ['far-b', 20], ['state', 60])))
    expect([limits.single24, limits.together39]).toEqual(['within', 'beyond'])
  })

  test('votes count where they are more than the shares', () =>
    expect(
      about(
        state,
        party('far', { seat: 'us' }),
        party('low', {
          parents: [
            { party: 'far', share: 10, votes: 40 },
            { party: 'state', share: 60 },
          ],
        }),
      ).limits.single24,
    ).toBe('beyond'))

  test('shares that nobody accounts for may be anybody’s', () => {
    const found = about(state, party('low', owns(['state', 60])))
    expect(found.holdings).toEqual([['nobody knows', 0, 40]])
    expect([found.limits.single24, found.limits.together39]).toEqual(['unknown', 'unknown'])
    expect(about(state, party('low', owns(['state', 80]))).limits).toMatchObject({ single24: 'within', together39: 'within' })
  })

  test('companies that own one another leave open whose they are in the end', () =>
    expect(about(party('other', owns(['low', 100])), party('low', owns(['other', 100]))).limits.single24).toBe('unknown'))
})
