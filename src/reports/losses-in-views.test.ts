import { describe, expect, test } from 'vitest'
import { assessmentForm } from '#assessment/assessment-schema.ts'
import type { Block } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { plain } from '#lang/message.ts'
import { languages } from '#words/say.ts'
import { csv } from './csv.ts'
import { html } from './html/index.ts'
import { markdown } from './markdown.ts'
import { pdf } from './pdf/index.ts'
import { sampleAssessment } from './sample-assessment.test-data.ts'
import { sampleCurve, sampleLosses, sampleWaterfall } from './sample-losses.test-data.ts'
import { sarif } from './sarif.ts'
import { widthOf } from './terminal/fit.ts'
import { outcomeText } from './terminal/outcome.ts'

const holding = (blocks: readonly Block[]) => ({ ...sampleAssessment, outcomes: [{ id: 'losses', outcome: { status: 'answered' as const, blocks } }] })

/** Each view of some blocks, without the marks of its form that could stand between two words. */
const views = (blocks: readonly Block[], language: 'en' | 'nl') => ({
  html: html.render(holding(blocks), { language }).replaceAll('\u00a0', ' ').replaceAll('<wbr>', ''),
  markdown: markdown.render(holding(blocks), { language }).replaceAll('\\', ''),
  csv: csv.render(holding(blocks), { language }),
  pdf: pdf.render(holding(blocks), { language }),
  terminal: outcomeText({ status: 'answered', blocks }, { language, width: 100 }),
})

const infinite = Number.POSITIVE_INFINITY
const oneLine: Block = { ...sampleCurve, series: sampleCurve.series.slice(1), marks: [{ label: plain('without end'), amount: { low: 500_000, high: infinite }, chance: 0.02 }] }
const openEnd: Block = {
  ...sampleWaterfall,
  parts: [
    { label: plain('without end'), interval: { low: 60_000, high: infinite }, proof: noProof },
    { label: plain('known'), interval: { low: 4000, high: 4000 }, proof: noProof },
  ],
  total: { low: 64_000, high: infinite },
}

describe.each(languages)('in %s every view', (language) => {
  const words = {
    en: ['between € 270,000 and € 2 million', 'between € 18,000 and € 140,000 a year', '€ 2,600 a year', 'once in 5 to 20 years', 'between 36% and 71% a year'],
    nl: ['tussen € 270.000 en € 2 miljoen', 'tussen € 18.000 en € 140.000 per jaar', '€ 2.600 per jaar', 'eens in de 5 tot 20 jaar', 'tussen 36 en 71% per jaar'],
  }
  test('says the figures of a curve, of a whole in parts, and of what happens in a year', () => {
    for (const [view, text] of Object.entries(views(sampleLosses, language)))
      expect({ view, missing: words[language].filter((word) => !text.includes(word)) }).toEqual({ view, missing: [] })
  })

  test('shows one line alone and an end that is not known', () => {
    const wanted =
      language === 'en' ? ['at least € 500,000', 'at least € 60,000 a year', '€ 4,000 a year'] : ['minstens € 500.000', 'minstens € 60.000 per jaar', '€ 4.000 per jaar']
    for (const [view, text] of Object.entries(views([oneLine, openEnd], language))) {
      expect({ view, missing: wanted.filter((word) => !text.includes(word)) }).toEqual({ view, missing: [] })
      expect(text).not.toMatch(/Infinity|NaN/)
    }
  })

  test('says of a curve without points and of a whole without parts that nothing was found', () => {
    const empty: readonly Block[] = [
      { ...sampleCurve, series: [], marks: [] },
      { ...sampleWaterfall, parts: [], total: { low: 0, high: 0 } },
    ]
    const { csv: rows, ...told } = views(empty, language)
    for (const text of Object.values(told)) expect(text).toContain(language === 'en' ? 'none found' : 'niets gevonden')
    expect(rows.trim().split('\n')).toHaveLength(1)
  })
})

test('the terminal keeps within forty columns', () => {
  const lines = outcomeText({ status: 'answered', blocks: [...sampleLosses, oneLine, openEnd] }, { language: 'nl', width: 40 }).split('\n')
  expect(lines.filter((line) => widthOf(line) > 40)).toEqual([])
})

test('in the terminal a curve is drawn in dots and a part in blocks, full where it is certain', () => {
  const text = outcomeText({ status: 'answered', blocks: sampleLosses }, { language: 'en', width: 100 })
  expect(text).toMatch(/50% ┤[\u2800-\u28ff]+/)
  expect(text).toMatch(/▕█+▒+·+▏ between € 9,200 and € 71,000 a year/)
  expect(text).toMatch(/▕·+▒+·+▏ between € 0 and € 29,000 a year/)
})

test('a row of a curve or of a whole bears its figure in CSV, and an endless one has no high end', () => {
  const rows = csv.render(holding([oneLine, openEnd]), { language: 'en' }).split('\r\n')
  expect(rows.filter((row) => row.includes(',"at least € 60,000 a year",60000,,euros-per-year,'))).toHaveLength(1)
  expect(rows.filter((row) => row.includes(',"at least € 500,000",500000,,euros,'))).toHaveLength(1)
})

test('SARIF has nothing to say of either', () => expect(sarif.render(holding([sampleCurve, sampleWaterfall]), { language: 'en' })).not.toContain('losses/'))

test('the published form of the assessment holds both', () => {
  const told = JSON.parse(JSON.stringify(holding([...sampleLosses, oneLine, openEnd]))) as unknown
  expect(assessmentForm.safeParse(told).error?.issues ?? []).toEqual([])
})
