import { expect, test } from 'vitest'
import { languages } from '#words/say.ts'
import { sampleLosses } from '../sample-losses.test-data.ts'
import { outcomeHtml } from './outcome.ts'

test.each(languages)('one answer is a page of its own, with the look of the report, in %s', (language) => {
  const text = outcomeHtml({ question: 'loss', asOf: '2026-11-24', blocks: sampleLosses }, language)
  expect(text).toContain(language === 'en' ? '<h1>What does the state of things cost us a year?</h1>' : '<h1>Wat kost het ons per jaar zoals het nu is?</h1>')
  expect(text.match(/<svg class="curve (wide|narrow)"/g)).toHaveLength(2)
  expect(text).toContain("default-src 'none'")
  expect(text).not.toMatch(/<script|<nav/)
})
