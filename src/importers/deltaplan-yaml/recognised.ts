import { documentsOf } from '#estate/source/documents.ts'
import { opensWithBracket, type SourceFile } from '#estate/source-file.ts'
import { isRecord } from '#lang/json.ts'
import { topKeys } from './schema.ts'

const fileName = /(^|\/)deltaplan\.ya?ml$/i
/** Words at the top that few other formats have; `services`, `data` and the like alone say too little. */
const tellingKeys = /^(functions|workloads|dependsOn|teams|contracts|mitigations|answers|thresholds):/m

/** Whether a file is the organisation's own word: by its name, or by its version and the words at its top. */
export function isDeltaplan(file: SourceFile): boolean {
  if (fileName.test(file.path)) return true
  if (opensWithBracket(file)) return false // what is written as JSON or XML has no line that says `version: 1`
  const text = file.text()
  if (!/^version:\s*1\s*(#.*)?$/m.test(text) || !tellingKeys.test(text)) return false
  const top = documentsOf(file).documents[0]?.value
  if (!isRecord(top) || top['version'] !== 1) return false
  const keys = Object.keys(top)
  return keys.filter((key) => topKeys.includes(key)).length > keys.length / 2
}
