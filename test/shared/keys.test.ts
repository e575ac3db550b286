import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { assess } from '#assessment/assess.ts'
import { requestOf } from '#workspace/assess-folder.ts'
import { isShared, named, shared } from './shared-folder.ts'

/** Keys over formats that no importer reads yet. */
const notYet: readonly string[] = ['mlbom-owid-dataset.json', 'mlbom-sentiment-demo.json', 'mlbom-simplehtr.json']

interface Tally {
  readonly rows: number
  readonly found: number
  readonly missing: readonly unknown[]
}
interface Score {
  readonly must: Tally
  readonly should: Tally
  readonly trap: { readonly missed: readonly unknown[] }
  readonly unknown: { readonly missed: readonly unknown[] }
  readonly problems: readonly string[]
}

const keys = isShared ? readdirSync(join(shared, 'keys')).filter((name) => name.endsWith('.json') && !notYet.includes(name)) : []

/** What a careful reader finds in estates of others: nothing of theirs is copied here, and no file of theirs is known to the product. */
describe.skipIf(!isShared)(named('the public estates'), () => {
  const scores = new Map<string, Score>()

  test.each(keys)('%s: no trap is taken for a dependency, and nothing is said outside the contract', async (name) => {
    const { score } = (await import(pathToFileURL(join(shared, 'tools', 'score.mjs')).href)) as { score(key: unknown, assessment: unknown): Score }
    const key = JSON.parse(readFileSync(join(shared, 'keys', name), 'utf8')) as { readonly estate: string }
    const assessment = await assess(requestOf({ root: join(shared, 'corpus', key.estate), asOf: '2026-11-24', ownKnowledge: undefined }))
    const result = score(key, assessment)
    scores.set(name, result)
    expect({ traps: result.trap.missed, problems: result.problems }).toEqual({ traps: [], problems: [] })
  })

  const total = (of: 'must' | 'should'): number => {
    const all = [...scores.values()].map((score) => score[of])
    return all.reduce((sum, one) => sum + one.found, 0) / all.reduce((sum, one) => sum + one.rows, 0)
  }

  test('of what must be found at least 97 of 100 are', () => {
    expect(scores.size).toBe(keys.length)
    expect({ recall: total('must') >= 0.97, missing: [...scores.values()].flatMap((score) => score.must.missing) }).toMatchObject({ recall: true })
  })

  test('of what follows by a well-known mapping at least 90 of 100 are found', () => {
    expect({ recall: total('should') >= 0.9, missing: [...scores.values()].flatMap((score) => score.should.missing) }).toMatchObject({ recall: true })
  })

  test('where the files are silent, nothing is answered', () => expect([...scores.values()].flatMap((score) => score.unknown.missed)).toEqual([]))
})
