import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readKnowledge } from '#knowledge/knowledge.ts'
import { knowledgeFiles } from '#workspace/knowledge-files.ts'
import { lawNamed } from './law-named.ts'

const { knowledge } = readKnowledge(knowledgeFiles(join(import.meta.dirname, '..', '..', 'data')).files.filter((file) => file.path.startsWith('jurisdictions/')))

test.each([
  ['NL', 'nl'],
  ['Nederland', 'nl'],
  ['Nederlands recht', 'nl'],
  ['het Nederlandse recht.', 'nl'],
  ['Dutch law', 'nl'],
  ['Netherlands law', 'nl'],
  ['the laws of the  Netherlands', 'nl'],
  ['Recht van Nederland', 'nl'],
  ['Engels recht', 'gb'],
  ['the laws of England and Wales', 'gb'],
  ['Duits recht', 'de'],
  ['Laws of the State of Delaware', 'us'],
  ['Georgia', 'ge'],
])('"%s" is the law of %s', (text, code) => expect(lawNamed(knowledge, text)).toBe(code))

test.each(['', 'law', 'Dutch law or English law', 'as in the master agreement', 'Low Dutch', 'conflict of laws', 'Roman law', undefined])('"%s" names no jurisdiction', (text) =>
  expect(lawNamed(knowledge, text)).toBeUndefined(),
)

test('a name or an adjective stands for one jurisdiction, so that none is taken for another', () => {
  const spelt = [...knowledge.jurisdictions].flatMap(([id, { title, names, adjectives }]) =>
    [...new Set([id, ...(typeof title === 'string' ? [title] : [title.en, title.nl]), ...names, ...adjectives].map((word) => word.toLowerCase()))].map((word) => [word, id]),
  )
  expect(spelt.filter(([word, id]) => spelt.some(([other, its]) => other === word && its !== id))).toEqual([])
})
