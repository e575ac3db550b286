/** Checks every file of data/: its form, its references, its rules. `npm run check` calls it; exits 1 when something is wrong. */
import { join } from 'node:path'
import { checkWhole } from '#assessment/check-whole.ts'
import { readKnowledge } from '#knowledge/knowledge.ts'
import { folders } from '#knowledge/schema.ts'
import { knowledgeFiles } from '#workspace/knowledge-files.ts'

const { files, faults } = knowledgeFiles(join(import.meta.dirname, '..', 'data'))
const { knowledge, faults: wrong } = readKnowledge(files)
const all = [...faults, ...wrong, ...checkWhole(knowledge)]
for (const fault of all) console.error(`data/${fault.path} ${fault.where}: ${fault.message}`)
console.log(`data: ${folders.map((folder) => `${knowledge[folder].size} ${folder}`).join(', ')}; ${all.length} faults`)
process.exitCode = all.length === 0 ? 0 : 1
