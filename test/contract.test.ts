import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyses } from '#analyses/index.ts'
import { checkCriteria } from '#assessment/check-criteria.ts'
import { importers } from '#importers/index.ts'
import { checkKnowledge } from '#knowledge/check.ts'
import { readKnowledge } from '#knowledge/knowledge.ts'
import { folders as knowledgeFolders } from '#knowledge/schema.ts'
import { reports } from '#reports/index.ts'
import { catalogue } from '#words/index.ts'
import { knowledgeFiles } from '#workspace/knowledge-files.ts'
import { referencePages } from '../tools/reference-pages.ts'

const foldersIn = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
const headings = (path: string): readonly string[] => readFileSync(path, 'utf8').match(/^## .*$/gm) ?? []

describe('the importers', () => {
  test('every folder has its line in the register, under its own name', () => expect(importers.map((one) => one.id)).toEqual(foldersIn('src/importers')))

  test.each(importers.map((one) => one.id))('%s says what it reads, what it passes over and what its format cannot tell', (id) =>
    expect(headings(`src/importers/${id}/README.md`)).toEqual(['## What is read', '## What is passed over', '## What the format cannot tell']),
  )

  test.each(importers.map((one) => one.id))('%s has at least three fixtures and names its definition', (id) => {
    const fixtures = globSync(`src/importers/${id}/fixtures/*.expected.json`)
    expect(fixtures.length).toBeGreaterThanOrEqual(3)
    expect(importers.find((one) => one.id === id)?.spec).toMatch(/^https:\/\//)
  })
})

describe('the analyses', () => {
  test('every folder has its line in the register, under its own name', () => expect(analyses.map((one) => one.id).sort()).toEqual(foldersIn('src/analyses')))

  test.each(analyses.map((one) => one.id))('%s tells its method, and its question in both languages', (id) => {
    expect(headings(`src/analyses/${id}/METHOD.md`)).toEqual(['## Question', '## How', '## Sources', '## Assumptions', '## Limits', '## What would make it wrong'])
    expect(catalogue[`question.${id}`]).toBeDefined()
  })
})

describe('the words', () => {
  const sources = globSync('src/{analyses,assessment,reports,cli}/**/*.ts').filter((path) => !/\.test(-data)?\.ts$/.test(path))
  /** Keys that stand whole in a call; those with a variable part are held by the tests of their lists. */
  const said = sources.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/(?:message|said|say)\((?:page, )?'([a-z][\w.-]*\.[\w.-]+)'/g)].map(([, key = '']) => ({ path, key })),
  )

  test('every sentence that is said has its words', () => expect(said.filter(({ key }) => catalogue[key] === undefined)).toEqual([]))

  test('every sentence is said somewhere', () => {
    const all = sources.map((path) => readFileSync(path, 'utf8')).join('\n')
    // A key may be put together: `role.${link.role}` says every key of that form.
    const forms = [...new Set([...all.matchAll(/`((?:[\w.-]|\$\{[^{}]*\})+)`/g)].map(([, form = '']) => form))]
      .filter((form) => /^[\w-]*\.[\w.-]*$/.test(form.replaceAll(/\$\{[^}]*\}/g, '')))
      .map(
        (form) =>
          new RegExp(
            `^${form
              .replaceAll(/\$\{[^}]*\}/g, '\u0000')
              .replaceAll('.', '\\.')
              .replaceAll('\u0000', '[\\w.-]*')}$`,
          ),
      )
    // The glossary shows every term it has.
    const keys = Object.keys(catalogue).filter((key) => !/^(term|gloss)\./.test(key))
    expect(keys.filter((key) => !all.includes(`'${key}'`) && !forms.some((form) => form.test(key)))).toEqual([])
  })
})

describe('the reports', () => {
  test('each is registered under its own id', async () => {
    for (const [id, load] of Object.entries(reports)) expect((await load()).id).toBe(id)
  })
})

describe('the knowledge base', () => {
  const { files, faults } = knowledgeFiles('data')
  const { knowledge, faults: wrong } = readKnowledge(files)

  test('every file is well-formed, has its form, and refers to what is there', () => expect([...faults, ...wrong, ...checkKnowledge(knowledge)]).toEqual([]))

  test('every folder is one that somebody reads', () => expect(foldersIn('data').filter((name) => !(knowledgeFolders as readonly string[]).includes(name))).toEqual([]))

  test('every criterion names a fact that speaks of what it asks, every rule is CEL, and every table is there', () => expect(checkCriteria(knowledge)).toEqual([]))

  test('every profile has a grace for what leanings ask for', () => {
    const wanted = ['run', 'sign-in', 'dns', 'tls', 'deploy', 'build', 'support', 'licence', 'monitor', 'recover', 'leave']
    for (const [id, profile] of knowledge.profiles) expect(wanted.filter((key) => !(key in profile.grace)).map((key) => `${id} ${key}`)).toEqual([])
  })
})

describe('the documents', () => {
  test('each has one title, and each file it names is there', () => {
    const documents = globSync('{*.md,docs/**/*.md,src/**/*.md}')
    for (const path of documents) {
      const text = readFileSync(path, 'utf8').replaceAll(/```[\s\S]*?```/g, '')
      expect([path, text.match(/^# .*$/gm)?.length ?? 0]).toEqual([path, 1])
      for (const [, to = ''] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)) expect([path, to, existsSync(join(dirname(path), to))]).toEqual([path, to, true])
    }
  })

  test('the reference is what the product says today (npm run reference)', () => {
    for (const [name, text] of referencePages()) expect([name, readFileSync(join('docs/reference', name), 'utf8') === text]).toEqual([name, true])
  })

  test('an importer’s folder holds nothing but itself', () => {
    const strangers = globSync('src/importers/*/*').filter((path) => !/(\.ts|README\.md|fixtures)$/.test(path) && basename(path) !== 'fixtures')
    expect(strangers).toEqual([])
  })
})
