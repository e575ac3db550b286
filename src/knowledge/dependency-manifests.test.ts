import { join } from 'node:path'
import { expect, test } from 'vitest'
import { knowledgeFiles } from '#workspace/knowledge-files.ts'
import { readKnowledge } from './knowledge.ts'
import { matcherOf } from './rules.ts'

const matcher = matcherOf(readKnowledge(knowledgeFiles(join(import.meta.dirname, '../../data')).files).knowledge)
const familyOf = (name: string) => matcher.matches('spec-value', `dependency-manifest.name=${name}`).map((match) => match.owned.rule.to)

test.each([
  ['requirements.txt', 'pypi'],
  ['requirements-dev.txt', 'pypi'],
  ['pyproject.toml', 'pypi'],
  ['package-lock.json', 'npm'],
  ['pom.xml', 'maven'],
  ['go.mod', 'golang'],
  ['Cargo.lock', 'cargo'],
  ['Desk.Web.csproj', 'nuget'],
  ['desk.gemspec', 'gem'],
  ['composer.json', 'composer'],
])('a bill that names %s as a list of dependencies is of the family %s', (name, family) => expect(familyOf(name)).toEqual([`ecosystem:${family}`]))

test('other files are of no family', () => {
  for (const name of ['README.md', 'my-package.json', 'requirements.md', 'Dockerfile', 'go.modern']) expect(familyOf(name)).toEqual([])
})
