import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Assessment } from '#assessment/assessment.ts'
import { horizonHours } from '#lang/duration.ts'
import { languages } from '#words/say.ts'
import { sampleAssessment } from '../sample-assessment.test-data.ts'
import { html } from './index.ts'
import { breakable, html as markup } from './markup.ts'
import { share } from './timeline.ts'

const rendered = new Map(languages.map((language) => [language, html.render(sampleAssessment, { language })]))
const tags = (text: string): readonly string[] => [...text.matchAll(/<\/?[a-z][a-z0-9]*/gi)].map(([tag]) => tag)

describe.each(languages)('the report in %s', (language) => {
  const text = rendered.get(language) ?? ''

  test('holds no script and loads nothing', () => {
    const ours = [...text.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag)
    expect(ours.filter((tag) => /^<(script|iframe|object|embed|link|img|base|form)\b/i.test(tag))).toEqual([])
    expect(ours.filter((tag) => /\s(src|srcset|action|data|ping|on\w+)=/i.test(tag))).toEqual([])
    expect(/url\(|@import/.test(text)).toBe(false)
    expect(text.includes("default-src 'none'")).toBe(true)
  })

  test('leads out of the page only through links that a reader follows', () => {
    const links = [...text.matchAll(/<a [^>]*href="([^"]*)"[^>]*>/g)]
    expect(links.length).toBeGreaterThan(5)
    for (const [tag, address] of links) expect(address?.startsWith('#') === true || (/^https?:\/\//.test(address ?? '') && tag.includes('rel="noreferrer'))).toBe(true)
  })

  test('names each element once, and every name that is referred to is there', () => {
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const referred = [...text.matchAll(/ (?:popovertarget|aria-labelledby|href)="#?([a-z][^":]*)"/g)].flatMap(([, names]) => (names ?? '').split(' '))
    expect(referred.filter((name) => !ids.includes(name) && !name.startsWith('http'))).toEqual([])
  })

  test('is the same, byte for byte, when it is made again', () => expect(html.render(sampleAssessment, { language }) === text).toBe(true))

  test('shows every question, the answered and the others', () => {
    expect(text.match(/<section id="question-\d+"/g)?.length).toBe(9)
    expect(text.includes('class="flow" role="img"')).toBe(true)
  })

  test('draws a curve for a wide and for a narrow screen, each with a name of its own, and its table beside it', () => {
    expect(text.match(/<svg class="curve (wide|narrow)" role="img" aria-labelledby="[^"]+"/g)).toHaveLength(2)
    expect(text.match(/<desc id="curve-description-\d"/g)).toHaveLength(2)
    expect(text).toContain(language === 'en' ? '<th role="rowheader" scope="row">1% (once in 100 years)<' : '<th role="rowheader" scope="row">1% (eens in de 100 jaar)<')
  })

  test('shows a whole in parts as bars, and the figures in the same table', () => {
    const table = /<table role="table" class="waterfall"[\s\S]*?<\/table>/.exec(text)?.[0] ?? ''
    expect(table.match(/<tr role="row"/g)).toHaveLength(7)
    expect(table.match(/class="certain"/g)).toHaveLength(5)
    expect(table.match(/class="possible"/g)).toHaveLength(5)
  })
})

test('a name cannot add a tag, whatever it is', () => {
  const named = (name: string): Assessment => ({
    ...sampleAssessment,
    diagnostics: [{ code: 'unmatched-name', severity: 'note', file: name, values: { name } }],
    workloads: [{ id: 'workload:x', name, serves: [{ id: `function:${name}`, name }], units: 1, groupedBy: name }],
    dependencies: [],
    outcomes: [
      {
        id: name,
        outcome: {
          status: 'answered',
          blocks: [
            {
              kind: 'text',
              role: 'headline',
              text: { plain: name },
              proof: {
                steps: [],
                at: [
                  { file: name, pointer: name },
                  { fact: name, url: name, read: name, verified: true },
                ],
              },
            },
            {
              kind: 'flow',
              title: { plain: name },
              layers: [{ plain: name }, { plain: name }],
              nodes: [
                { id: 'a', label: { plain: name }, layer: 0 },
                { id: 'b', label: { plain: name }, layer: 1 },
              ],
              links: [{ from: 'a', to: 'b', weight: 1 }],
            },
            {
              kind: 'curve',
              id: 'c',
              title: { plain: name },
              unit: 'euros',
              series: [
                {
                  label: { plain: name },
                  points: [
                    { amount: 10, chance: 0.5 },
                    { amount: 1000, chance: 0.01 },
                  ],
                },
              ],
              marks: [{ label: { plain: name }, amount: { low: 10, high: 20 }, chance: 0.1 }],
            },
            {
              kind: 'waterfall',
              id: 'w',
              title: { plain: name },
              unit: 'euros',
              parts: [{ label: { plain: name }, interval: { low: 1, high: 2 }, proof: { steps: [], at: [] } }],
              total: { low: 1, high: 2 },
              totalLabel: { plain: name },
            },
          ],
        },
      },
    ],
  })
  const plainTags = tags(html.render(named('x'), { language: 'en' }))
  const pieces = fc.constantFrom('<', '>', '"', "'", '&', '</text>', '<b>', ']]>', '<!--', '<style>', '</style>', 'javascript:', 'https:', '{', '}', 'fill="#010101"', '\u202e')
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 5 }), (name) => {
      // A place to break a long name is ours, and holds nothing of it.
      const found = tags(html.render(named(`x${name.join('')}`), { language: 'en' }).replaceAll('<wbr>', ''))
      expect(found).toEqual(plainTags)
    }),
    { numRuns: 40 },
  )
})

test('an assessment of nothing is a page too', () => {
  const nothing: Assessment = { ...sampleAssessment, inputs: [], diagnostics: [], dependencies: [], workloads: [], thresholds: [], outcomes: [] }
  expect(html.render(nothing, { language: 'en' })).toContain('Everything that was shown could be read.')
})

describe('markup', () => {
  test('breaks a very long word behind its signs alone, and an honest word nowhere', () => {
    expect(breakable('at a-very-long-name.of.some.host.example').markup).toBe('at a-<wbr>very-<wbr>long-<wbr>name.<wbr>of.<wbr>some.<wbr>host.<wbr>example')
    expect(breakable('Gegevensbescherming, <b>').markup).toBe('Gegevensbescherming, &lt;b&gt;')
  })

  test('escapes text and keeps markup', () =>
    expect(markup`<p title="${'"'}">${'<b>'}${markup`<i>`}${[1, ' & ']}${undefined}</p>`.markup).toBe('<p title="&quot;">&lt;b&gt;<i>1 &amp; </p>'))
})

describe('the axis of the timeline', () => {
  test('puts each horizon at the end of its step', () => expect(horizonHours.map((hours) => Math.round(share(horizonHours, hours)))).toEqual([14, 29, 43, 57, 71, 86, 100]))

  test('never runs backwards, and never leaves its room', () => {
    const hours = fc.double({ min: 0, max: 20_000, noNaN: true })
    fc.assert(
      fc.property(hours, hours, (one, other) => {
        const [low, high] = [share(horizonHours, Math.min(one, other)), share(horizonHours, Math.max(one, other))]
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(100)
        expect(low).toBeLessThanOrEqual(high)
      }),
    )
  })
})
