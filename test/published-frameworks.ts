import { readKnowledge } from '#knowledge/knowledge.ts'
import type { Framework } from '#knowledge/schema-frameworks.ts'
import { knowledgeFiles } from '#workspace/knowledge-files.ts'
import { smallWorld } from './subject-of-texts.ts'

/** The published frameworks as `data/` has them, and the small world of made-up parties with them in it. */
const { files } = knowledgeFiles('data')
const { knowledge } = readKnowledge(files.filter((file) => file.path.startsWith('frameworks/')))

export const published: ReadonlyMap<string, Framework> = knowledge.frameworks

export const worldWithFrameworks = { ...smallWorld, frameworks: new Map([...published, ...[...smallWorld.frameworks].filter(([id]) => !published.has(id))]) }

/** One of them by its id. */
export function publishedFramework(id: string): { readonly id: string; readonly framework: Framework } {
  const framework = published.get(id)
  if (!framework) throw new Error(`there is no framework ${id}`)
  return { id, framework }
}
