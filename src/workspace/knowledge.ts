import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Knowledge, type KnowledgeFault, type KnowledgeFile, readKnowledge } from '#knowledge/knowledge.ts'
import { folders } from '#knowledge/schema.ts'
import { stableJson } from '#lang/json.ts'
import { knowledgeFiles } from './knowledge-files.ts'

/** The knowledge base as one run uses it, and the digest that names it in every result. */
export interface LoadedKnowledge {
  readonly knowledge: Knowledge
  readonly digest: string
  readonly faults: readonly KnowledgeFault[]
}

/**
 * Reads our knowledge, and a user's own after it.
 *
 * Some hundreds of small YAML files cost a quarter of a second at every start, one JSON file hardly anything; so ours are
 * kept compiled beside the checkout and made anew when a file has changed.
 *
 * @param own a user's own knowledge folder, if any
 */
export function loadKnowledge(own: string | undefined): LoadedKnowledge {
  const ours = compiled()
  const theirs = own === undefined ? { files: [], faults: [] } : knowledgeFiles(own)
  const files = [...ours.files, ...theirs.files]
  const { knowledge, faults } = readKnowledge(files)
  const digest = createHash('sha256').update(stableJson(files)).digest('hex')
  return { knowledge, digest, faults: [...theirs.faults, ...faults] }
}

const root = join(import.meta.dirname, '..', '..')

/** In a bundle the compiled file lies beside the program; in a checkout it is made from `data/`. */
function compiled(): { readonly files: readonly KnowledgeFile[] } {
  const beside = join(import.meta.dirname, 'knowledge.json')
  if (existsSync(beside)) return JSON.parse(readFileSync(beside, 'utf8')) as { files: KnowledgeFile[] }
  const data = join(root, 'data')
  const kept = join(root, '.cache', 'knowledge.json')
  const stamp = stampOf(data)
  if (existsSync(kept)) {
    const old = JSON.parse(readFileSync(kept, 'utf8')) as { stamp: string; files: KnowledgeFile[] }
    if (old.stamp === stamp) return old
  }
  const fresh = { stamp, files: knowledgeFiles(data).files }
  mkdirSync(dirname(kept), { recursive: true })
  writeFileSync(kept, JSON.stringify(fresh))
  return fresh
}

/** Names, sizes and times of all files: changes when any of them does. */
function stampOf(data: string): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const path = join(data, folder)
    if (!existsSync(path)) continue
    for (const name of readdirSync(path).sort()) {
      const { size, mtimeMs } = statSync(join(path, name))
      hash.update(`${folder}/${name} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}
