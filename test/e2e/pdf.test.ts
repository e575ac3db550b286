import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Assessment } from '#assessment/assessment.ts'
import { pdf } from '#reports/pdf/index.ts'
import { sampleAssessment } from '#reports/sample-assessment.test-data.ts'
import { languages } from '#words/say.ts'
import { typesetPdf } from '#workspace/typeset.ts'

const setAs = async (assessment: Assessment, language: 'en' | 'nl') => Buffer.from(await typesetPdf(pdf.render(assessment, { language }), assessment.asOf))

test.each(languages)(
  'the PDF in %s is tagged for reading aloud, bears its title, and is the same twice',
  async (language) => {
    const [one, two] = [await setAs(sampleAssessment, language), await setAs(sampleAssessment, language)]
    expect(one.subarray(0, 5).toString()).toBe('%PDF-')
    const text = one.toString('latin1')
    expect(text).toContain('/MarkInfo')
    expect(text).toContain('pdfuaid')
    expect(text).toContain(`/Lang (${language})`)
    expect(two.equals(one)).toBe(true)
  },
  60_000,
)

test('a name ends no string of the document, whatever it is', async () => {
  const name = fc
    .array(fc.constantFrom('"', '\\', '#', '[', ']', '$', '*', '\n', '\u0000', '`', '//', '/*', 'é', '\u{1F600}'), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join(''))
  await fc.assert(
    fc.asyncProperty(name, async (text) => {
      const named: Assessment = { ...sampleAssessment, outcomes: [{ id: text, outcome: { status: 'too-little-evidence', reason: { plain: text } } }] }
      expect((await setAs(named, 'en')).length).toBeGreaterThan(1000)
    }),
    { seed: 20261124, numRuns: 20 },
  )
}, 60_000)
