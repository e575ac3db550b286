import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { bases, dependencyRoles, phases, states, structuralRoles, thingKinds } from '#estate/claim.ts'
import { diagnosticCodes } from '#estate/diagnostic.ts'
import { rings } from '#facts/ring.ts'
import { thresholdNames } from '#facts/thresholds.ts'
import { pillars } from '#findings/block.ts'
import { powers } from '#knowledge/schema.ts'
import { isRecord } from '#lang/json.ts'
import { message } from '#lang/message.ts'
import { catalogue, subjects } from './index.ts'
import { languages, speaker } from './say.ts'

/** The arguments of a sentence, each with the way it is written (plain, number, plural, select). */
function argumentsOf(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(argumentsOf)
  if (!isRecord(part)) return []
  const own = typeof part['value'] === 'string' && typeof part['type'] === 'number' && part['type'] !== 0 ? [part['value']] : []
  return [...own, ...Object.values(isRecord(part['options']) ? part['options'] : {}).flatMap((option) => argumentsOf(isRecord(option) ? option['value'] : undefined))]
}

const argumentsIn = (text: string): readonly string[] => [...new Set(argumentsOf(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst()))].sort()
const all = Object.entries(catalogue)

describe('the catalogues', () => {
  test('every sentence stands in both languages', () => expect(all.filter(([, one]) => languages.some((language) => one[language].trim() === ''))).toEqual([]))

  test('every sentence parses and wants the same values in both languages', () => {
    const differing = all.filter(([key, one]) => key !== 'name.both' && argumentsIn(one.en).join() !== argumentsIn(one.nl).join())
    expect(differing.map(([key]) => key)).toEqual([])
  })

  test('every sentence can be said', () => {
    for (const language of languages) {
      for (const [key, one] of all) {
        const values = Object.fromEntries([...argumentsIn(one.en), ...argumentsIn(one.nl)].map((name) => [name, 2]))
        expect(speaker(language).say(message(key, values))).not.toMatch(/\{\w+(, \w+)?\}/)
      }
    }
  })

  test('no key belongs to two subjects', () => expect(all.length).toBe(subjects.reduce((sum, one) => sum + Object.keys(one).length, 0)))

  test.each([
    ['role', [...dependencyRoles, ...structuralRoles]],
    ['dependency', dependencyRoles],
    ['kind', thingKinds],
    ['state', states],
    ['basis', bases],
    ['phase', phases],
    ['power', powers],
    ['ring', rings],
    ['pillar', pillars],
    ['threshold', thresholdNames],
    ['diagnostic', diagnosticCodes],
    ['diagnostic-title', diagnosticCodes],
  ])('every %s has its words', (subject, names) => expect(names.filter((name) => catalogue[`${subject}.${name}`] === undefined)).toEqual([]))

  test('no verdict is among the words', () => {
    const verdicts = /\b(compliant|conform de wet|foreign|buitenlands|safe|unsafe|\d+\/100)\b/i
    expect(all.filter(([, one]) => verdicts.test(`${one.en} ${one.nl}`)).map(([key]) => key)).toEqual([])
  })
})

describe('a speaker', () => {
  const values = { date: { date: '2026-11-24' }, all: message('overview.critical-functions', { count: 3 }), certain: 1, possible: 0, open: 2 }

  test('writes dates and plurals as the language does', () => {
    expect(speaker('en').say(message('overview.sentence', values))).toContain('As of 24 November 2026: of 3 critical functions, 1 is certain to stop')
    expect(speaker('nl').say(message('overview.sentence', values))).toContain('Per 24 november 2026: van 3 kritieke functies')
  })

  test('joins a list of messages with a last "and"', () => {
    expect(speaker('nl').say(message('report.folded', { names: [{ plain: 'A' }, { plain: 'B' }, { plain: 'C' }] }))).toBe('Niets gevonden voor: A, B en C')
  })

  test('says a key without a sentence as the key', () => expect(speaker('en').say(message('no.such.key'))).toBe('no.such.key'))
})
