import { describe, expect, test } from 'vitest'
import { type CutsAnswer, cuts } from './cuts.ts'
import type { Cuts } from './cuts-below.ts'
import { cutsOutcome } from './cuts-outcome.ts'

const document = (inside: string): string => `<opsa-mef>${inside}</opsa-mef>`
const event = (name: string, p?: number): string => `<define-basic-event name="${name}">${p === undefined ? '' : `<float value="${p}"/>`}</define-basic-event>`
/** Two of three hosts, or the mains. */
const hosts = document(`<define-gate name="down"><or><atleast min="2"><event name="a"/><event name="b"/><event name="c"/></atleast><event name="mains"/></or></define-gate>
${['a', 'b', 'c'].map((name) => event(name, 0.1)).join('')}${event('mains', 0.01)}`)

const only = (answer: CutsAnswer): Cuts => {
  if (answer.status === 'failed') throw new Error(JSON.stringify(answer.reason))
  return answer.tops[0] as Cuts
}

describe('one top', () => {
  test('counts by order from one event up, and the exact probability; sets only where asked for', () => {
    expect(only(cuts({ text: hosts }))).toEqual({
      top: 'down',
      products: 4,
      byOrder: [1, 3],
      probability: expect.closeTo(1 - 0.972 * 0.99, 14),
      exact: true,
      coherent: true,
      rareEvent: { sum: expect.closeTo(0.04, 14), error: expect.closeTo(0.04 - (1 - 0.972 * 0.99), 14) },
    })
  })

  test('lists the sets of fewest events first, up to an order, a number or a probability', () => {
    expect(only(cuts({ text: hosts, maxOrder: 1 })).cutSets).toEqual([{ order: 1, probability: 0.01, events: ['mains'] }])
    expect(only(cuts({ text: hosts, limit: 2 }))).toMatchObject({ cutSets: [{ events: ['mains'] }, { events: ['a', 'b'] }], leftOut: true })
    expect(only(cuts({ text: hosts, limit: 9, cutOff: 0.0101 })).cutSets).toEqual([])
  })

  test('says how much each event matters', () => {
    const [mains] = (only(cuts({ text: hosts, importance: true })).importance ?? []).filter((one) => one.event === 'mains')
    expect(mains).toMatchObject({ birnbaum: expect.closeTo(0.972, 14), fussellVesely: expect.closeTo(0.01 / (1 - 0.972 * 0.99), 12) })
  })

  test('what has no probability is neither nought nor one', () => {
    const text = document(`<define-gate name="t"><or><event name="a"/><event name="b"/></or></define-gate>${event('a', 0.2)}${event('b')}`)
    const found = only(cuts({ text, limit: 5, importance: true }))
    expect([found.probability, found.exact, found.rareEvent, found.importance, found.cutSets?.[1]]).toEqual([
      [0.2, 1],
      true,
      undefined,
      undefined,
      { order: 1, probability: null, events: ['b'] },
    ])
  })

  test('a count beyond what a number of JSON holds is written in digits', () => {
    const groups = Array.from({ length: 20 }, (_, group) => `<or>${Array.from({ length: 9 }, (__, at) => `<event name="e${group}-${at}"/>`).join('')}</or>`)
    expect(only(cuts({ text: document(`<define-gate name="t"><and>${groups.join('')}</and></define-gate>`) })).products).toBe(String(9n ** 20n))
  })

  test('gates that lean on each other are searched and bounded, and not called exact', () => {
    const text = document(`<define-gate name="t"><gate name="x"/></define-gate><define-gate name="x"><or><event name="a"/><gate name="y"/></or></define-gate>
<define-gate name="y"><or><and><event name="b"/><event name="c"/></and><gate name="x"/></or></define-gate>${['a', 'b', 'c'].map((name) => event(name, 0.1)).join('')}`)
    expect(only(cuts({ text, maxOrder: 2 }))).toEqual({
      top: 't',
      products: null,
      byOrder: [1, 1],
      probability: [expect.closeTo(0.109, 14), 1],
      exact: false,
      cyclic: ['x', 'y'],
      leftOut: true,
      cutSets: [
        { order: 1, probability: 0.1, events: ['a'] },
        { order: 2, probability: expect.closeTo(0.01, 14), events: ['b', 'c'] },
      ],
    })
  })
})

describe('several tops, or none', () => {
  const two = document(`<define-gate name="one"><event name="a"/></define-gate><define-gate name="other"><event name="b"/></define-gate>${event('a', 0.1)}${event('b', 0.2)}`)
  const topsOf = (answer: CutsAnswer) => (answer.status === 'answered' ? answer.tops.map(({ top, probability }) => [top, probability]) : answer.reason)

  test('each top is answered, or the one that is named', () => {
    expect(topsOf(cuts({ text: two }))).toEqual([
      ['one', 0.1],
      ['other', 0.2],
    ])
    expect(topsOf(cuts({ text: two, top: 'other' }))).toEqual([['other', 0.2]])
  })

  test('a name that is not there, and a text that is no model, are answered with the reason', () => {
    expect(topsOf(cuts({ text: two, top: 'othre' }))).toMatchObject({ key: 'cuts.unknown-top', values: { known: [{ plain: 'other' }] } })
    expect(topsOf(cuts({ text: 'no model' }))).toMatchObject({ key: 'cuts.no-model' })
    expect(topsOf(cuts({ text: document('') }))).toMatchObject({ key: 'cuts.no-top' })
  })
})

test('a person is shown the sentence, the orders, the sets and the importances', () => {
  const outcome = cutsOutcome(cuts({ text: hosts, limit: 9, importance: true }))
  expect(outcome.status === 'answered' && outcome.blocks.map((block) => (block.kind === 'table' ? `${block.id} ${block.rows.length}` : block.kind))).toEqual([
    'text',
    'text',
    'cuts-orders 2',
    'cuts-sets 4',
    'cuts-importance 4',
  ])
  expect(cutsOutcome(cuts({ text: 'no model' })).status).toBe('too-little-evidence')
})
