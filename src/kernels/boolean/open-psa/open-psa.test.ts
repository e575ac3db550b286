import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { built, formula, seeded } from '../formulas.test-data.ts'
import { evaluator } from '../probability.ts'
import { solve } from '../solve.ts'
import { type FaultTrees, readOpenPsa } from './read-open-psa.ts'
import { writeOpenPsa } from './write-open-psa.ts'

const document = (inside: string): string => `<?xml version="1.0"?>\n<opsa-mef>\n${inside}\n</opsa-mef>\n`
const read = (inside: string) => readOpenPsa(document(inside))
const modelOf = (inside: string): FaultTrees => {
  const { model, diagnostics } = read(inside)
  if (model === undefined) throw new Error(JSON.stringify(diagnostics))
  return model
}
const chanceOf = ({ events, gates, probabilities }: FaultTrees, top: number): number => {
  const solved = solve(built(events.length, gates), top)
  return solved.status === 'solved' ? evaluator(solved.model)(probabilities).top : Number.NaN
}
const told = (inside: string) => read(inside).diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`)
const reckoned = (expression: string): number =>
  modelOf(`<define-basic-event name="x">${expression}</define-basic-event><define-gate name="t"><basic-event name="x"/></define-gate>`).probabilities[0] as number

/** A small theatre: the lights go out when the mains fail and so does the generator, or the relay that calls it. */
const theatre = `<define-fault-tree name="hall">
  <define-gate name="dark"><and><gate name="no-spare"/><event name="mains"/></and></define-gate>
  <define-gate name="no-spare"><label>No spare power</label><or><event name="generator"/><event name="relay"/></or></define-gate>
</define-fault-tree>
<model-data>
  <define-basic-event name="mains"><float value="0.03"/></define-basic-event>
  <define-basic-event name="generator"><float value="0.02"/></define-basic-event>
  <define-basic-event name="relay"><parameter name="relay-chance"/></define-basic-event>
  <define-parameter name="relay-chance"><mul><float value="0.5"/><float value="0.1"/></mul></define-parameter>
</model-data>`

describe('reading', () => {
  test('gates, events and parameters, in any order', () => {
    const model = modelOf(theatre)
    expect([model.events, model.gateNames, model.tops]).toEqual([['mains', 'generator', 'relay'], ['dark', 'no-spare'], [3]])
    expect(chanceOf(model, 3)).toBeCloseTo(0.00207, 14)
  })

  test('formulas within formulas, house events and constants', () => {
    const model =
      modelOf(`<define-gate name="t"><or><and><event name="a"/><not><event name="b"/></not></and><atleast min="2"><event name="a"/><event name="b"/><house-event name="on"/></atleast><constant value="false"/></or></define-gate>
<define-basic-event name="a"><float value="0.5"/></define-basic-event><define-basic-event name="b"><float value="0.25"/></define-basic-event>
<define-house-event name="on"><constant value="true"/></define-house-event>`)
    expect(chanceOf(model, model.tops[0] as number)).toBeCloseTo(0.625, 14)
  })

  test('a private name means what is nearest; a path leads inside', () => {
    const model = modelOf(`<define-fault-tree name="ft">
<define-gate name="t"><or><gate name="one.part"/><gate name="two.part"/></or></define-gate>
<define-component name="one" role="private"><define-gate name="part"><event name="x"/></define-gate><define-basic-event name="x"><float value="0.1"/></define-basic-event></define-component>
<define-component name="two" role="private"><define-gate name="part"><event name="x"/></define-gate><define-basic-event name="x"><float value="0.2"/></define-basic-event></define-component>
</define-fault-tree>`)
    expect(model.events).toEqual(['ft.one.x', 'ft.two.x'])
    expect(chanceOf(model, model.tops[0] as number)).toBeCloseTo(0.28, 14)
  })

  test('a group of common cause defines its members', () => {
    const { model, diagnostics } = read(`<define-gate name="t"><and><event name="p"/><event name="q"/></and></define-gate>
<define-CCF-group name="g" model="beta-factor"><members><basic-event name="p"/><basic-event name="q"/></members><distribution><float value="0.1"/></distribution><factor level="2"><float value="0.2"/></factor></define-CCF-group>`)
    expect([diagnostics, model?.groups]).toEqual([[], [{ model: 'beta-factor', members: [0, 1], total: 0.1, factors: [0.2] }]])
  })
})

describe('expressions', () => {
  test.each([
    ['<exponential><float value="1e-4"/><system-mission-time/></exponential>', 1 - Math.exp(-0.876)],
    ['<exponential><float value="1e-12"/><float value="1"/></exponential>', 1e-12],
    ['<GLM><float value="0.1"/><float value="0.01"/><float value="0.09"/><float value="10"/></GLM>', 0.1],
    ['<GLM><float value="0"/><float value="0.01"/><float value="0.09"/><float value="10"/></GLM>', 0.1 * (1 - Math.exp(-1))],
    ['<Weibull><float value="100"/><float value="2"/><float value="5"/><float value="55"/></Weibull>', 1 - Math.exp(-0.25)],
    ['<Weibull><float value="100"/><float value="2"/><float value="5"/><float value="5"/></Weibull>', 0],
    ['<periodic-test><float value="0.01"/><float value="10"/><float value="5"/><float value="18"/></periodic-test>', 1 - Math.exp(-0.03)],
    ['<periodic-test><float value="0.01"/><float value="10"/><float value="5"/><float value="15"/></periodic-test>', 1 - Math.exp(-0.1)],
    ['<lognormal-deviate><float value="0.02"/><float value="3"/><float value="0.95"/></lognormal-deviate>', 0.02],
    ['<uniform-deviate><float value="0.1"/><float value="0.3"/></uniform-deviate>', 0.2],
    ['<sub><int value="1"/><div><float value="1"/><float value="4"/></div></sub>', 0.75],
  ])('%s', (expression, wanted) => expect(reckoned(expression)).toBeCloseTo(wanted, 14))
})

describe('what is wrong is told with its place, and the rest goes on', () => {
  test.each([
    ['something not defined is an event of unknown probability', '<define-gate name="t"><event name="nobody"/></define-gate>', ['undefined 3:23']],
    ['a threshold that cannot be met', '<define-gate name="t"><atleast min="3"><event name="a"/></atleast></define-gate><define-basic-event name="a"/>', ['gate 3:23']],
    ['an event tree', '<define-event-tree name="e"/>', ['unsupported 3:1']],
    ['an unknown operator', '<define-gate name="t"><maybe><event name="a"/></maybe></define-gate>', ['unsupported 3:23']],
    ['a second definition', '<define-basic-event name="a"/>\n<define-basic-event name="a"/>', ['redefined 4:1']],
    [
      'a parameter that leads back to itself',
      '<define-gate name="t"><event name="a"/></define-gate><define-basic-event name="a"><parameter name="p"/></define-basic-event><define-parameter name="p"><neg><parameter name="p"/></neg></define-parameter>',
      ['cycle 3:157'],
    ],
    ['a probability of 2', '<define-gate name="t"><event name="a"/></define-gate>\n<define-basic-event name="a"><float value="2"/></define-basic-event>', ['probability 4:30']],
    ['a number that is none', '<define-gate name="t"><event name="a"/></define-gate>\n<define-basic-event name="a"><float value="x"/></define-basic-event>', ['bad-value 4:30']],
    ['a group of one', '<define-CCF-group name="g" model="MGL"><members><basic-event name="p"/></members></define-CCF-group>', ['group 3:1']],
    ['times in hours and in years', '<define-parameter name="a" unit="hours"/>\n<define-parameter name="b" unit="years"/>', ['units 4:1']],
    ['a name that is missing', '<define-gate><event name="a"/></define-gate>', ['missing-attribute 3:1']],
  ])('%s', (_, inside, wanted) => expect(told(inside)).toEqual(wanted))

  test('unknown stays unknown', () => expect(modelOf('<define-gate name="t"><event name="nobody"/></define-gate>').probabilities).toEqual(new Float64Array([Number.NaN])))

  test('another kind of XML is no model', () => expect(readOpenPsa('<html/>')).toEqual({ diagnostics: [expect.objectContaining({ code: 'not-open-psa' })] }))

  test('entities are not expanded', () => {
    const text = '<!DOCTYPE opsa-mef [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opsa-mef><define-gate name="&b;"><event name="x"/></define-gate></opsa-mef>'
    expect(readOpenPsa(text).diagnostics[0]?.code).toBe('xml')
  })

  test('a cut or scribbled copy never throws', () => {
    const text = document(theatre)
    fc.assert(
      fc.property(fc.nat(text.length), fc.string({ maxLength: 6 }), fc.nat(8), (at, noise, gone) => {
        expect(readOpenPsa(text.slice(0, at) + noise + text.slice(at + gone)).diagnostics).toBeInstanceOf(Array)
      }),
      { seed: 1 },
    )
  })
})

describe('writing', () => {
  test('what is written reads as the same model', () => {
    const below = seeded(9)
    for (let at = 0; at < 200; at++) {
      const events = 2 + below(6)
      const gates = formula(below, events, false)
      const names = Array.from({ length: events }, (_, event) => (event === 1 ? 'a & b <c>' : `event-${event}`))
      const model: FaultTrees = {
        events: names,
        probabilities: Float64Array.from(names, (_, event) => 0.1 + event / 20),
        gates,
        gateNames: gates.map((_, gate) => (gate % 2 === 0 || gate === gates.length - 1 ? `gate-${gate}` : undefined)),
        tops: [],
        groups: [],
      }
      const again = readOpenPsa(writeOpenPsa(model))
      expect(again.diagnostics.filter(({ code }) => code !== 'duplicate-child')).toEqual([])
      const top = again.model?.gateNames.indexOf(`gate-${gates.length - 1}`) ?? -1
      expect(chanceOf(again.model as FaultTrees, (again.model?.events.length ?? 0) + top)).toBeCloseTo(chanceOf(model, events + gates.length - 1), 12)
    }
  })

  test('groups, labels and unknown probabilities go out as they came in', () => {
    const model: FaultTrees = {
      events: ['p', 'q', 'who knows'],
      probabilities: new Float64Array([0.1, 0.1, Number.NaN]),
      gates: [{ kind: 'and', children: [0, 1, 2] }],
      gateNames: ['both'],
      tops: [3],
      groups: [{ model: 'MGL', members: [0, 1], total: 0.1, factors: [0.2] }],
    }
    const text = writeOpenPsa(model, { treeName: 'pair' })
    expect(text).toContain('<define-basic-event name="who-knows">\n      <label>who knows</label>\n    </define-basic-event>')
    const again = readOpenPsa(text).model
    expect([again?.groups, again?.probabilities, again?.events]).toEqual([model.groups, new Float64Array([Number.NaN, Number.NaN, Number.NaN]), ['p', 'q', 'who-knows']])
  })

  test('names become such as every program accepts, no two of them alike, and stand in full in a label', () => {
    const events = ['service:declared/mail', 'service:declared mail', 'Zürich: één', '3', 'почта', 'SERVICE-declared-mail']
    const model: FaultTrees = {
      events,
      probabilities: new Float64Array(6).fill(0.1),
      gates: [{ kind: 'or', children: [0, 1, 2, 3, 4, 5] }],
      gateNames: ['e4'],
      tops: [6],
      groups: [],
    }
    const text = writeOpenPsa(model, { labels: ['Mail & more'] })
    expect(readOpenPsa(text).model?.events).toEqual(['service-declared-mail-2', 'service-declared-mail-3', 'Zurich-een', 'n3', 'e4-2', 'SERVICE-declared-mail'])
    for (const label of ['Mail &amp; more', 'service:declared mail', 'Zürich: één', 'почта']) expect(text).toContain(`<label>${label}</label>`)
  })

  test('what nobody knows gets the number that is assumed, and says so', () => {
    const model: FaultTrees = {
      events: ['a', 'b'],
      probabilities: new Float64Array([0.1, Number.NaN]),
      gates: [{ kind: 'or', children: [0, 1] }],
      gateNames: ['top'],
      tops: [2],
      groups: [],
    }
    const text = writeOpenPsa(model, { assumed: 0.25 })
    expect([...(readOpenPsa(text).model?.probabilities ?? [])]).toEqual([0.1, 0.25])
    expect(text.match(/<attribute name="probability" value="assumed"\/>/g)).toHaveLength(1)
  })
})
