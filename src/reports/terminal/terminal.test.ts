import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noProof } from '#findings/evidence.ts'
import { plain } from '#lang/message.ts'
import { languages } from '#words/say.ts'
import { outcomeMarkdown } from '../markdown.ts'
import { sampleAssessment } from '../sample-assessment.test-data.ts'
import { hostileName } from '../sample-parts.test-data.ts'
import { columnWidths, widthOf, wrapped } from './fit.ts'
import { terminal } from './index.ts'
import { outcomeText } from './outcome.ts'

const colours = new RegExp(String.raw`${String.fromCharCode(27)}\[[\d;]*m`, 'g')

describe('the terminal report', () => {
  test('keeps within its width, whatever the names', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 120 }), fc.constantFrom(...languages), (width, language) => {
        const lines = terminal.render(sampleAssessment, { language, width }).split('\n')
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  test('says the same without colour as with it', () => {
    const coloured = terminal.render(sampleAssessment, { language: 'en', colour: true })
    expect(coloured).toMatch(colours)
    expect(coloured.replaceAll(colours, '')).toBe(terminal.render(sampleAssessment, { language: 'en' }))
  })

  test('hands no control character of a name to the terminal', () => {
    const signs = [...terminal.render(sampleAssessment, { language: 'en' }), ...sampleAssessment.outcomes.flatMap(({ outcome }) => [...outcomeText(outcome, { language: 'en' })])]
    expect(signs.filter((sign) => sign !== '\n' && /\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(sign))).toEqual([])
  })

  test('opens with the date and the headline', () => {
    const text = terminal.render(sampleAssessment, { language: 'nl' })
    expect(text.slice(0, 200)).toContain('Per 24 november 2026: van 3 kritieke functies')
    expect(text).toContain('1–3  doel 3: nog open  4 van 9 beantwoord')
  })

  test('cuts no figure, however long the names and however narrow the screen', () => {
    const measures = [
      { label: plain('Loss in a year, in the middle and in a bad year of which one in a hundred is as bad'), interval: { low: 2_300_000, high: 5_300_000 }, unit: 'euros' },
      { label: plain('Chance'), interval: { low: 0.1, high: 0.2 }, unit: 'share-per-year' },
    ] as const
    const blocks = [{ kind: 'measures' as const, measures: measures.map((one) => ({ ...one, basis: 'inferred' as const, proof: noProof })) }]
    for (const width of [40, 60, 80]) {
      const text = outcomeText({ status: 'answered', blocks }, { language: 'en', width })
      expect(text).not.toContain('…')
      expect(text.split('\n').filter((line) => widthOf(line) > width)).toEqual([])
      for (const part of ['€ 2.3', '€ 5.3', 'as bad', '10%', '20%']) expect(text).toContain(part)
    }
    expect(outcomeText({ status: 'answered', blocks }, { language: 'en', width: 60 })).toContain('between € 2.3 million and € 5.3 million')
  })

  test('a band tells what is narrowed beside what is answered, under the rest where the line is full', () => {
    const band = { pillar: 'platform', interval: { low: 0, high: 2 }, cap: 4, answered: 0, narrowed: 3, of: 7, target: 3, proof: noProof } as const
    const blocks = [{ kind: 'bands' as const, title: plain('Bands'), rows: [{ label: plain('Desk'), level: 'function' as const, bands: [band] }] }]
    expect(outcomeText({ status: 'answered', blocks }, { language: 'en', width: 100 })).toContain('0–2  target 3: not reached  0 of 7 answered, 3 narrowed')
    expect(outcomeText({ status: 'answered', blocks }, { language: 'en', width: 64 })).toMatch(/target 3: not reached\n +0 of 7 answered, 3 narrowed/)
    expect(outcomeMarkdown({ status: 'answered', blocks }, 'nl')).toContain('0 van 7 criteria beantwoord, 3 ingeperkt')
  })

  test('fits on three screens of forty lines', () => expect(terminal.render(sampleAssessment, { language: 'en' }).split('\n').length).toBeLessThan(120))
})

describe('an outcome by itself', () => {
  test('is shown in full, every row of it', () => {
    const text = sampleAssessment.outcomes.map(({ outcome }) => outcomeText(outcome, { language: 'en' })).join('')
    expect(text).toContain('Supplier 16 B.V.')
    expect(text).toContain('workload-18')
    expect(text).toContain(hostileName.slice(0, 30))
  })
})

describe('fitting text', () => {
  test('wrapping loses no sign but blanks', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (text, width) => {
        const lines = wrapped(text, width)
        expect(lines.every((line) => widthOf(line) <= width)).toBe(true)
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
      }),
    )
  })

  test('columns never take more than the room there is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 6 }), fc.integer({ min: 30, max: 200 }), (needs, room) => {
        expect(columnWidths(needs, room).reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(room)
      }),
    )
  })
})
