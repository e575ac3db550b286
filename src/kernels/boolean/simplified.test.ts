import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Gate } from './circuit.ts'
import { gatesBelow, type Simple, simplified } from './simplified.ts'

const events = 4

/** Monotone gates, each over events and gates before it. */
const circuits = fc
  .array(fc.record({ kind: fc.constantFrom('and', 'or', 'at-least', 'constant'), picks: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), least: fc.nat(3) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) =>
    parts.map(({ kind, picks, least }, at): Gate => {
      if (kind === 'constant') return { kind, children: [], least: least % 2 }
      const children = picks.map((pick) => pick % (events + at))
      return kind === 'at-least' ? { kind, children, least: 1 + (least % children.length) } : { kind: kind as 'and' | 'or', children }
    }),
  )

function valuesOf(gates: readonly Gate[], happened: number): readonly boolean[] {
  const values = Array.from({ length: events }, (_, event) => ((happened >> event) & 1) === 1)
  for (const { kind, children, least = 0 } of gates) {
    const true_ = children.filter((child) => values[child] === true).length
    values.push(kind === 'constant' ? least === 1 : kind === 'and' ? true_ === children.length : true_ >= (kind === 'or' ? 1 : least))
  }
  return values
}
const isTrue = (values: readonly boolean[], node: Simple): boolean => (typeof node === 'boolean' ? node : values[node] === true)

describe('gates made simpler', () => {
  test('say what they said, whatever happens', () =>
    fc.assert(
      fc.property(circuits, (gates) => {
        const { gates: simple, nodeOf } = simplified(events, gates)
        for (let happened = 0; happened < 1 << events; happened++) {
          const [before, after] = [valuesOf(gates, happened), valuesOf(simple, happened)]
          expect(nodeOf.map((node) => isTrue(after, node))).toEqual(before.slice(events))
        }
      }),
      { seed: 11, numRuns: 500 },
    ))

  test('hold no constant, no gate over one child but those that count twice, and none twice', () =>
    fc.assert(
      fc.property(circuits, (gates) => {
        const { gates: simple } = simplified(events, gates)
        for (const { kind, children } of simple) {
          expect(kind).not.toBe('constant')
          if (kind === 'and') expect(new Set(children).size).toBeGreaterThan(1)
        }
      }),
      { seed: 12, numRuns: 200 },
    ))

  test('are gathered below a node, each behind what it reads', () => {
    const gates: readonly Gate[] = [
      { kind: 'or', children: [0, 1] },
      { kind: 'and', children: [2, 3] },
      { kind: 'and', children: [4, 2] },
    ]
    expect(gatesBelow(events, gates, 6)).toEqual([4, 6])
    expect(gatesBelow(events, gates, 1)).toEqual([])
  })
})
