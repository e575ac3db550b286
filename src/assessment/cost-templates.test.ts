import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { saidList, saidText } from '#estate/said.ts'
import { smallWorld, subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { costTemplate, functionKinds } from './cost-templates.ts'
import { init } from './init.ts'

/** A template as somebody fills it in. */
const filled = (lines: readonly string[]): string =>
  lines
    .map((line) =>
      line
        .replaceAll('low: …', 'low: 0.2')
        .replaceAll('high: …', 'high: 0.4')
        .replace('priceLevel: …', 'priceLevel: 2026')
        .replace('PT…H', 'PT8H')
        .replace('P…D', 'P2D')
        .replace('what: …', 'what: visits put off')
        .replace('most: …', 'most: 100000'),
    )
    .join('\n')

describe.each(functionKinds)('the template of kind %s', (kind) => {
  test('brings no number along, and asks somebody for each', () => {
    const open = costTemplate(kind).filter((line) => line.includes('…'))
    expect(open.filter((line) => !/ # [\w ]+: [^?]+\?/.test(line))).toEqual([])
    expect(costTemplate(kind).filter((line) => /(low|high|most|priceLevel): \d/.test(line))).toEqual([])
  })

  test('is read to the last line once it is filled in', () => {
    const { cost, affects } = parse(filled(costTemplate(kind))) as { readonly cost: object; readonly affects?: object }
    const subject = subjectOfTexts({ 'deltaplan.yaml': yamlOf({ version: 1, functions: { desk: { rpo: 'PT4H', cost, ...(affects ? { affects } : {}) } } }) }, smallWorld)
    const desk = subject.estate.things.get('function:desk')
    const perEvent = 'perEvent' in cost ? (cost.perEvent as readonly unknown[]).length : 0
    const perHour = 'perHour' in cost ? (cost.perHour as readonly unknown[]).length : 0
    const single = Object.keys(cost).filter((key) => !['currency', 'priceLevel', 'perEvent', 'perHour'].includes(key)).length
    expect(saidList(desk, 'cost')).toHaveLength(single + perEvent + perHour)
    expect(saidText(desk, 'affected-people') !== undefined).toBe(affects !== undefined)
  })
})

describe('a first deltaplan.yaml', () => {
  const subject = subjectOfTexts({ 'shop/compose.yaml': 'services: { web: { image: "nginx:1.27" } }\n' })

  test('holds all kinds at its end, or the one that was asked for under each function', () => {
    for (const kind of functionKinds) {
      expect(init(subject)).toContain(`\n# ${kind}: `)
      const text = init(subject, kind)
      for (const line of costTemplate(kind)) expect(text).toContain(`\n    # ${line}\n`)
      expect(text).not.toContain(`\n# ${kind}: `)
    }
  })

  test('is read as it stands, and with the lines of a kind taken over', () => {
    expect(parse(init(subject))).toEqual(parse(init(subject, 'care')))
    const taken = init(subject, 'care').replaceAll(/^ {4}# (cost|affects|rpo| {2})/gm, '    $1')
    const { functions } = parse(filled(taken.split('\n'))) as { readonly functions: Readonly<Record<string, { readonly cost: object }>> }
    expect(Object.values(functions).map((one) => Object.keys(one.cost))).toEqual([['currency', 'priceLevel', 'care', 'staff', 'lostData', 'perEvent', 'most']])
  })
})
