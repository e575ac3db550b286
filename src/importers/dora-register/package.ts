import type { Diagnostic } from '#estate/diagnostic.ts'
import { csvRows } from '#estate/source/csv-rows.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord, listAt, recordAt } from '#lang/json.ts'
import { tableBeside } from './table.ts'
import { templates } from './templates.ts'

/** The files of a report package that are no tables: what report it is, its parameters, and which tables were filled. */

const filing = 'templateID,reported'
const parameters = 'name,value'

/** Whether a file is one of them: by its heading, or by the type that a JSON document states. */
export function isPackageFile(file: SourceFile): boolean {
  const head = file
    .text()
    .slice(0, 400)
    .replace(/^\uFEFF/, '')
  const line = head.split(/\r\n|\n|\r/)[0]?.trim()
  if (line === filing) return true
  if (line === parameters) return /^\s*entityID,rs:/m.test(head)
  return /xbrl\.org\/(2021\/xbrl-csv|report-package\/)/.test(head) && isReport(file)
}

function isReport(file: SourceFile): boolean {
  const info = recordAt(parsed(file), 'documentInfo')
  const type = String(info['documentType'] ?? '')
  return (
    /^https?:\/\/xbrl\.org\/report-package\//.test(type) ||
    (/^https?:\/\/xbrl\.org\/2021\/xbrl-csv$/.test(type) && listAt(info, 'extends').some((one) => /\/dora\//.test(String(one))))
  )
}

function parsed(file: SourceFile): unknown {
  try {
    const value: unknown = JSON.parse(file.text())
    return isRecord(value) ? value : {}
  } catch {
    return {} // not JSON: then it is none of these files
  }
}

/** A table that is said to be filled and is not there, or the other way round (EBA rule 808). Only the list of tables can be wrong in that way. */
export function packageFaults(file: SourceFile, beside: Beside): readonly Diagnostic[] {
  if (
    !file
      .text()
      .replace(/^\uFEFF/, '')
      .startsWith(filing)
  )
    return []
  return csvRows(file.text(), ',')
    .rows.slice(1)
    .flatMap(({ cells, line }): readonly Diagnostic[] => {
      const template = /^B_(\d\d\.\d\d)$/i.exec(cells[0] ?? '')?.[1]
      const at = { file: file.path, pointer: `/line/${line}`, line }
      if (template === undefined || templates[template] === undefined)
        return [{ code: 'unexpected', severity: 'warning', ...at, values: { expected: 'B_01.01 … B_99.01', found: (cells[0] ?? '').slice(0, 40) } }]
      const filled = (tableBeside(beside, file.path, template)?.rows.length ?? 0) > 0
      const said = cells[1]?.toLowerCase() === 'true'
      if (said === filled) return []
      return [{ code: 'unexpected', severity: 'warning', ...at, values: { expected: `${filled} (EBA 808)`, found: said ? 'true' : (cells[1] ?? 'nothing').slice(0, 10) } }]
    })
}
