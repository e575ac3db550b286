/** Lists what in data/ is past its review date, oldest first: `npm run knowledge:stale`, or with a date to look from. */
import { join } from 'node:path'
import { readKnowledge, reviewDate } from '#knowledge/knowledge.ts'
import { folders } from '#knowledge/schema.ts'
import { knowledgeFiles } from '#workspace/knowledge-files.ts'

const asOf = process.argv[2] ?? new Date().toISOString().slice(0, 10)
const { knowledge } = readKnowledge(knowledgeFiles(join(import.meta.dirname, '..', 'data')).files)
const entries = folders.flatMap((folder) => [...knowledge[folder]].map(([id, entry]) => ({ path: `data/${folder}/${id}.yaml`, review: reviewDate(entry) })))
const stale = entries.filter((entry) => entry.review < asOf).sort((a, b) => (a.review < b.review ? -1 : a.review > b.review ? 1 : a.path < b.path ? -1 : 1))
for (const { path, review } of stale) console.log(`${review}  ${path}`)
console.log(`${stale.length} of ${entries.length} facts were to be looked at again before ${asOf}`)
