import { expect, test } from 'vitest'
import { coverage } from '#facts/coverage.ts'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { isPassedOver } from './passed-over.ts'

test.each(['README.md', 'docs/readme', 'README.nl.md', 'LICENSE', 'LICENSE-MIT', 'LICENCE.txt', '.gitignore', 'a/.gitattributes', 'plan.png', 'CHANGELOG.md'])(
  '%s is passed over',
  (path) => expect(isPassedOver(path)).toBe(true),
)

test.each(['notes.md', 'suppliers.csv', 'readme.csv', 'license.json', 'security.yaml', 'contract.pdf', 'licences.xlsx', 'notice-periods.csv', 'network.vsdx', '.env'])(
  '%s may be evidence, and is not',
  (path) => expect(isPassedOver(path)).toBe(false),
)

test('a file about its folder is listed, and counts neither as read nor as not understood', () => {
  const subject = subjectOfTexts({ 'README.md': 'What lies here', 'notes.txt': 'nothing', 'compose.yaml': yamlOf({ services: { db: { image: 'openbase:16' } } }) })
  expect(subject.inputs.map(({ file, format }) => [file, format])).toEqual([
    ['README.md', 'passed-over'],
    ['compose.yaml', 'compose'],
    ['notes.txt', ''],
  ])
  expect(coverage(subject)).toMatchObject({ filesRead: 1, filesNotUnderstood: 1 })
  expect(subject.diagnostics.filter((one) => one.code === 'not-understood').map((one) => one.file)).toEqual(['notes.txt'])
})

test('a name hides nothing: what an importer knows is read whatever it is called', () => {
  const subject = subjectOfTexts({ README: yamlOf({ services: { db: { image: 'openbase:16' } } }) })
  expect(subject.inputs.map((one) => one.format)).toEqual(['compose'])
})
