import type { CsvRow } from '#estate/source/csv-rows.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { once } from '#lang/once.ts'
import { sharedTexts, sheetOf } from './sheet.ts'
import { unzipped } from './unzipped.ts'
import { walkXml } from './xml-walk.ts'

export interface NamedSheet {
  readonly name: string
  readonly rows: readonly CsvRow[]
}

/** The sheets of a workbook, and what was wrong with it. */
export interface Workbook {
  readonly sheets: readonly NamedSheet[]
  readonly broken: boolean
  readonly excess: boolean
}

const mostSheets = 200

/** Whether bytes begin like a zip whose first entries are those of a workbook. */
export function looksLikeWorkbook(file: SourceFile): boolean {
  const bytes = file.size > 4 && file.size < largest ? file.bytes() : new Uint8Array()
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4) return false
  return holds(bytes.subarray(0, 200_000), 'xl/') || holds(bytes.subarray(-200_000), 'xl/workbook.xml')
}

/** A workbook larger than this, packed, is not opened. */
const largest = 200_000_000

function holds(bytes: Uint8Array, text: string): boolean {
  const codes = [...text].map((sign) => sign.charCodeAt(0))
  const [first = 0] = codes
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) if (codes.every((code, offset) => bytes[at + offset] === code)) return true
  return false
}

/** Reads a workbook (ECMA-376, SpreadsheetML) once, however many ask. */
export const workbookOf: (file: SourceFile) => Workbook = once((file) => {
  const { parts, broken, excess } = unzipped(file.bytes(), (name) => /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedstrings\.xml|worksheets\/[^/]+\.xml)$/.test(name))
  const texts = sharedTexts(parts.get('xl/sharedstrings.xml') ?? [])
  const named = sheetNames(parts)
  const read = named.slice(0, mostSheets).map(({ name, part }) => ({ name, ...sheetOf(parts.get(part) ?? [], texts.texts) }))
  const faulty = broken || (!texts.sound && parts.has('xl/sharedstrings.xml')) || named.length === 0 || read.some((sheet) => !sheet.sound)
  return { sheets: read, broken: faulty && !excess, excess: excess || named.length > mostSheets || read.some((sheet) => sheet.excess) }
})

/** The sheets in their order, each with the part it stands in; where the book does not say, in the order of their numbers. */
function sheetNames(parts: ReadonlyMap<string, readonly Uint8Array[]>): readonly { readonly name: string; readonly part: string }[] {
  const targets = new Map<string, string>()
  walkXml(parts.get('xl/_rels/workbook.xml.rels') ?? [], {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, Target.replace(/^\/?(xl\/)?/, 'xl/').toLowerCase())
    },
    close() {},
    text() {},
  })
  const named: { readonly name: string; readonly part: string }[] = []
  walkXml(parts.get('xl/workbook.xml') ?? [], {
    open(element, attributes) {
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1]
      const part = element === 'sheet' && id !== undefined ? targets.get(id) : undefined
      if (part !== undefined && parts.has(part)) named.push({ name: attributes['name'] ?? part, part })
    },
    close() {},
    text() {},
  })
  if (named.length > 0) return named
  const all = [...parts.keys()].filter((part) => part.startsWith('xl/worksheets/')).map((part) => ({ name: part.slice('xl/worksheets/'.length, -'.xml'.length), part }))
  return all.sort((a, b) => a.part.length - b.part.length || (a.part < b.part ? -1 : 1))
}
