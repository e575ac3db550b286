import { describe, expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { consequencesOf } from './consequences.ts'
import { harmOf } from './harm.ts'
import type { Source } from './source.ts'

const subjectOf = (needs: readonly unknown[], more: object = {}) =>
  subjectOfTexts({
    'deltaplan.yaml': yamlOf({
      version: 1,
      home: 'NL',
      functions: { desk: { mtpd: 'PT8H', ...more } },
      workloads: { counter: { serves: ['desk'], needs } },
      services: { a: { provider: 'party:faraway' }, b: { provider: 'party:nearby' }, c: { provider: 'party:halfway' } },
    }),
  })
const loss = (thing: Source['thing']): Source => ({ id: `lost@${thing}`, scenario: 'lost', thing, struck: [{ thing, hours: { low: 0, high: 0 } }] })
const three = [loss('party:faraway'), loss('party:nearby'), loss('party:town')]

describe('harm', () => {
  test('comes from what a function cannot do without, after its grace', () => {
    const { harms, joint } = harmOf(subjectOf([{ on: 'a', grace: { low: 'PT1H', high: 'PT3H' } }]), three)
    expect(harms).toEqual([
      {
        source: 0,
        function: 'function:desk',
        hours: { low: 1, high: 3 },
        covered: false,
        inUse: { best: true, worst: true },
        via: ['workload:counter', 'service:declared/a', 'party:faraway'],
      },
    ])
    expect(joint).toEqual([])
  })

  test('is covered where an alternative takes over, and comes when both are gone', () => {
    const { harms, joint } = harmOf(subjectOf([{ anyOf: ['a', 'b'] }]), three)
    expect(harms.filter((one) => one.covered).map((one) => one.source)).toEqual([0, 1, 2])
    expect(harms.filter((one) => !one.covered)).toEqual([])
    expect(joint).toContainEqual({ sources: [0, 1], function: 'function:desk', hours: { low: 0, high: 0 } })
  })

  test('of work by hand is not counted off, since who prices it does that', () => {
    const subject = subjectOf(['a'], { fallback: { what: 'paper', lasts: 'PT5H', tested: '2026-05-01' } })
    expect(harmOf(subject, three).harms[0]?.hours).toEqual({ low: 0, high: 0 })
    expect(consequencesOf(subject, three.slice(0, 1)).find((one) => one.thing === 'function:desk')?.hours).toEqual({ low: 5, high: 5 })
  })

  test('that is contested has no high end', () => {
    const { harms } = harmOf(subjectOf(['c']), [loss('party:faraway')])
    expect(harms).toMatchObject([{ source: 0, function: 'function:desk', hours: { low: 0, high: Number.POSITIVE_INFINITY }, covered: false }])
  })

  test('of a source that strikes users comes without the thing itself', () => {
    const strikes: Source = { id: 'x', scenario: 'x', thing: 'party:faraway', struck: [{ thing: 'service:declared/a', hours: { low: 2, high: 4 } }] }
    expect(harmOf(subjectOf(['a']), [strikes]).harms[0]?.hours).toEqual({ low: 2, high: 4 })
  })
})
