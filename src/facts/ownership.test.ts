import { describe, expect, test } from 'vitest'
import { readKnowledge } from '#knowledge/knowledge.ts'
import { smallWorld, subjectOfTexts } from '../../test/subject-of-texts.ts'
import { ownersOf, thresholdsOf } from './ownership.ts'

const sources = [{ url: 'https://example.org/register', read: '2026-10-01', level: 'verified' }]
const party = (id: string, more: object) => ({ path: `parties/${id}.yaml`, value: { title: id, kind: 'company', seat: 'nl', sources, ...more } })

/** What is known of a supplier in a world with these parties added. */
function about(supplier: string, ...parties: readonly ReturnType<typeof party>[]) {
  const { knowledge, faults } = readKnowledge(parties, smallWorld)
  expect(faults).toEqual([])
  const plan = `version: 1\nservices: { s: { provider: party:${supplier}, serves: [f] } }\nfunctions: { f: {} }\n`
  const subject = subjectOfTexts({ 'deltaplan.yaml': plan }, knowledge)
  return { owners: ownersOf(subject)(`party:${supplier}`), limits: thresholdsOf(subject, `party:${supplier}`) }
}

describe('owners', () => {
  test('shares multiply along the chain, and control needs every link', () => {
    const { owners } = about(
      'low',
      party('top', { seat: 'us' }),
      party('middle', { parents: [{ party: 'top', share: 60 }] }),
      party('low', { parents: [{ party: 'middle', share: 40 }] }),
    )
    expect(owners.map((one) => [one.party, one.sharePercent.low, one.controls, one.ultimate])).toEqual([
      ['party:middle', 40, false, false],
      ['party:top', 24, false, true],
    ])
  })

  test('a share that nobody knows is anything from nothing to all', () => {
    const { owners } = about('low', party('top', { seat: 'us' }), party('low', { parents: [{ party: 'top' }] }))
    expect(owners[0]?.sharePercent).toEqual({ low: 0, high: 100 })
  })

  test('what a register says of owners joins what is known of them, under the names by which they are known', () => {
    const { knowledge } = readKnowledge([party('top', { seat: 'us' }), party('middle', { parents: [{ party: 'top', share: 100 }] }), party('low', {})], smallWorld)
    const table = [
      'c0010,c0020,c0030,c0040,c0050,c0060,c0070,c0080,c0090,c0100,c0110,c0120',
      'A-1,qx2003,,,low,low,x212,NL,,,A-2,qx2003',
      'A-2,qx2003,,,middle,middle,x212,NL,,,,',
    ].join('\n')
    const plan = 'version: 1\nservices: { s: { provider: party:middle, serves: [f] } }\nfunctions: { f: {} }\n'
    const subject = subjectOfTexts({ 'b_05.01.csv': table, 'deltaplan.yaml': plan }, knowledge)
    expect(ownersOf(subject)('party:low').map((one) => [one.party, one.controls, one.ultimate])).toEqual([
      ['party:middle', true, false],
      ['party:top', true, true],
    ])
  })

  test('a deal that is only announced counts for nothing', () => {
    const { owners } = about('low', party('top', { seat: 'us' }), party('low', { parents: [{ party: 'top', share: 100, announced: true }] }))
    expect(owners).toEqual([])
  })

  test('companies that own one another are walked once', () => {
    const { owners } = about('one', party('one', { parents: [{ party: 'other', share: 51 }] }), party('other', { parents: [{ party: 'one', share: 10 }] }))
    expect(owners.map((one) => one.party)).toEqual(['party:other'])
  })
})

describe('the thresholds of SecNumCloud and of sanctions', () => {
  test('twenty-four percent in one hand outside is within, and a little more is beyond', () => {
    const held = (share: number) =>
      about(
        'low',
        party('far', { seat: 'us' }),
        party('near', { kind: 'government' }),
        party('low', {
          parents: [
            { party: 'far', share },
            { party: 'near', share: 100 - share },
          ],
        }),
      ).limits
    expect(held(24).single24).toBe('within')
    expect(held(24.1).single24).toBe('beyond')
    expect(held(24.1).half50).toBe('within')
    expect(held(50).half50).toBe('beyond')
  })

  test('several hands outside are added up', () => {
    const shares = [20, 15, 10]
    const far = shares.map((_, at) => party(`far${at}`, { seat: 'us' }))
    const { limits } = about(
      'low',
      ...far,
      party('near', { kind: 'foundation' }),
      party('low', { parents: [...shares.map((share, at) => ({ party: `far${at}`, share })), { party: 'near', share: 55 }] }),
    )
    expect([limits.single24, limits.together39]).toEqual(['within', 'beyond'])
  })

  test('a listed company may be anybody’s, so it is never within', () =>
    expect(about('low', party('low', { listed: 'XAMS' })).limits).toEqual({ single24: 'unknown', together39: 'unknown', half50: 'unknown', control: 'unknown' }))

  test('what a state owns wholly is within', () =>
    expect(about('low', party('state', { kind: 'government' }), party('low', { parents: [{ party: 'state', share: 100 }] })).limits).toEqual({
      single24: 'within',
      together39: 'within',
      half50: 'within',
      control: 'within',
    }))

  test('control through a board is beyond, whatever the shares', () =>
    expect(
      about(
        'low',
        party('far', { seat: 'us' }),
        party('near', { kind: 'government' }),
        party('low', {
          parents: [
            { party: 'far', share: 10, appointsBoard: true },
            { party: 'near', share: 90 },
          ],
        }),
      ).limits.control,
    ).toBe('beyond'))

  test('a party seated outside is beyond', () => expect(about('faraway').limits.single24).toBe('beyond'))
})
