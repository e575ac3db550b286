import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type CheckedEntries, entriesOf, type Knowledge, type KnowledgeFault, knowledgeOf, readKnowledge } from '#knowledge/knowledge.ts'
import { readOwn } from '#knowledge/own.ts'
import { folders } from '#knowledge/schema.ts'
import { stableJson } from '#lang/json.ts'
import { knowledgeFiles } from './knowledge-files.ts'
import { withKnowledgeLines } from './knowledge-lines.ts'

/** The knowledge base as one run uses it, and the digest that names it in every result. */
export interface LoadedKnowledge {
  readonly knowledge: Knowledge
  readonly digest: string
  readonly faults: readonly KnowledgeFault[]
}

/** Our knowledge as it is kept between runs: checked, with the digest of its content. */
export interface CompiledKnowledge {
  readonly digest: string
  readonly entries: CheckedEntries
}

/**
 * Reads our knowledge, and a user's own after it.
 *
 * Some thousand small YAML files cost more than everything else together at every start, one checked JSON file hardly anything; so
 * ours are kept compiled beside the checkout and made anew when a file has changed.
 *
 * @param own a user's own knowledge folder, if any
 * @param check what can be wrong with the whole; ours was checked before it was published
 */
export function readBase(own: string | undefined, check: (knowledge: Knowledge) => readonly KnowledgeFault[]): LoadedKnowledge {
  const ours = kept()
  const knowledge = knowledgeOf(ours.entries)
  if (own === undefined) return { knowledge, digest: ours.digest, faults: [] }
  const theirs = knowledgeFiles(own)
  const read = readOwn(theirs.files, knowledge, check)
  return { knowledge: read.knowledge, digest: sha256(`${ours.digest}\n${stableJson(theirs.files)}`), faults: withKnowledgeLines(own, [...theirs.faults, ...read.faults]) }
}

/** Reads and checks all of `data/`. Files with faults are left out and told by the data check, which no release passes without. */
export function compileKnowledge(data: string): CompiledKnowledge {
  const { files } = knowledgeFiles(data)
  return { digest: sha256(stableJson(files)), entries: entriesOf(readKnowledge(files).knowledge) }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const root = join(import.meta.dirname, '..', '..')

/** In a bundle the compiled file lies beside the program; in a checkout it is made from `data/`. */
function kept(): CompiledKnowledge {
  const beside = join(import.meta.dirname, 'knowledge.json')
  if (existsSync(beside)) return JSON.parse(readFileSync(beside, 'utf8')) as CompiledKnowledge
  const data = join(root, 'data')
  const cache = join(root, '.cache', 'knowledge.json')
  const stamp = stampOf(data)
  if (existsSync(cache)) {
    const old = JSON.parse(readFileSync(cache, 'utf8')) as CompiledKnowledge & { readonly stamp: string }
    if (old.stamp === stamp) return old
  }
  const fresh = { stamp, ...compileKnowledge(data) }
  keep(cache, JSON.stringify(fresh))
  return fresh
}

/** Whole or not at all: another run may be reading it at this moment. Where nothing can be written, the next run does it all again. */
function keep(cache: string, text: string): void {
  try {
    mkdirSync(dirname(cache), { recursive: true })
    writeFileSync(`${cache}.${process.pid}`, text)
    renameSync(`${cache}.${process.pid}`, cache)
  } catch {
    // a checkout that belongs to somebody else, or a full disk
  }
}

/** Names, sizes and times of all files, and of the code that checks them: changes when any of them does. */
function stampOf(data: string): string {
  const hash = createHash('sha256')
  for (const folder of [...folders.map((one) => join(data, one)), join(root, 'src', 'knowledge')]) {
    if (!existsSync(folder)) continue
    for (const name of readdirSync(folder).sort()) {
      const { size, mtimeMs } = statSync(join(folder, name))
      hash.update(`${folder}/${name} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}
