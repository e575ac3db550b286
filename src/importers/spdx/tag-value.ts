import type { FilePlace } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { stepsOf } from '#lang/pointer.ts'
import { shown } from '../bill-faults.ts'
import { type TagLine, tagLines } from './tag-lines.ts'
import { documentTags, listTags, openers, plainTags, type Section, silentTags, tagsOf } from './tags.ts'

/** What a document in tag-value says, in the shape that its JSON form would parse to, and where each part of it stands. */
interface TagValueRead {
  readonly value: Record<string, unknown>
  /** The place of a pointer into the value: `/line/<n>`. A key without a line of its own stands where its part begins. */
  place(pointer: string): FilePlace
  readonly diagnostics: readonly Diagnostic[]
}

/** How many lines that are no tags, and tags that are not known, are told per file. */
const mostTold = 20

/** Reads a document in tag-value. What stands before a package belongs to the document, and what follows it to that package. */
export function readTagValue(file: string, text: string): TagValueRead {
  const reading = startReading(file)
  for (const line of tagLines(text, (at, reason) => tell(reading, { code: 'unreadable', severity: 'error', line: at, values: { reason } }))) take(reading, line)
  return { value: reading.value, place: (pointer) => placeOf(reading, text, pointer), diagnostics: reading.diagnostics }
}

interface Reading {
  readonly file: string
  readonly value: Record<string, unknown>
  readonly parts: Readonly<Record<Section, Record<string, unknown>[]>>
  readonly relationships: Record<string, unknown>[]
  readonly creators: string[]
  /** The part that is being read, and where the parts of each list begin. */
  section: Section
  part: Record<string, unknown>
  readonly begins: ReadonlyMap<string, TagLine[]>
  readonly documentLines: Map<string, number>
  readonly diagnostics: Diagnostic[]
}

function startReading(file: string): Reading {
  const parts = { document: [], packages: [], files: [], snippets: [], licences: [] }
  const relationships: Record<string, unknown>[] = []
  const creators: string[] = []
  const value: Record<string, unknown> = { packages: parts.packages, files: parts.files, snippets: parts.snippets, relationships, creationInfo: { creators } }
  const begins = new Map([...Object.keys(parts), 'relationships'].map((key) => [key, [] as TagLine[]]))
  return { file, value, parts, relationships, creators, section: 'document', part: value, begins, documentLines: new Map(), diagnostics: [] }
}

function take(reading: Reading, line: TagLine): void {
  const { tag, value } = line
  const opened = openers.get(tag)
  if (opened) open(reading, opened, line)
  else if (tag === 'Relationship') relate(reading, line)
  else if (tag === 'Creator') reading.creators.push(value)
  else if (tag === 'Created') Object.assign(reading.value['creationInfo'] as object, { created: value })
  else if (plainTags.has(tag)) set(reading, line, plainTags.get(tag) ?? tag)
  else if (listTags.has(tag)) push(reading, line, listTags.get(tag) ?? tag)
  else if (!silentTags.has(tag) && !documentTags.has(tag)) tell(reading, { code: 'unknown-key', severity: 'note', line: line.number, values: { key: shown(tag), near: 'unknown' } })
}

function open(reading: Reading, [section, key]: readonly [Section, string], line: TagLine): void {
  reading.section = section
  reading.part = { [key]: line.value }
  reading.parts[section].push(reading.part)
  reading.begins.get(section)?.push(line)
}

/** Of a tag that stands twice in one part, the first holds. */
function set(reading: Reading, { tag, value, number }: TagLine, key: string): void {
  const part = documentTags.has(tag) ? reading.value : reading.part
  if (part === reading.value && !reading.documentLines.has(key)) reading.documentLines.set(key, number)
  if (!(key in part)) part[key] = value
}

function push({ part }: Reading, { tag, value }: TagLine, key: string): void {
  const list = part[key]
  const item = tag === 'ExternalRef' ? externalRef(value) : value
  if (Array.isArray(list)) list.push(item)
  else part[key] = [item]
}

/** `<category> <type> <locator>`. */
function externalRef(text: string): unknown {
  const [, referenceCategory, referenceType, referenceLocator] = /^(\S+)\s+(\S+)\s+(.*)$/.exec(text) ?? []
  return referenceLocator === undefined ? text : { referenceCategory, referenceType, referenceLocator }
}

/** `<id> <type> <id>`. What is not of this form is kept as it is, and told when relationships are read. */
function relate(reading: Reading, line: TagLine): void {
  const [, spdxElementId, relationshipType, relatedSpdxElement] = /^(\S+)\s+(\S+)\s+(\S+)/.exec(line.value) ?? []
  reading.relationships.push(relatedSpdxElement === undefined ? { relationshipType: line.value } : { spdxElementId, relationshipType, relatedSpdxElement })
  reading.begins.get('relationships')?.push(line)
}

function tell(reading: Reading, what: Omit<Diagnostic, 'file'>): void {
  if (reading.diagnostics.length < mostTold) reading.diagnostics.push({ ...what, file: reading.file, ...(what.line === undefined ? {} : { pointer: `/line/${what.line}` }) })
}

function placeOf(reading: Reading, text: string, pointer: string): FilePlace {
  const [list = '', at, key] = stepsOf(pointer)
  const lines = reading.begins.get(list)
  const begin = at === undefined ? undefined : lines?.[Number(at)]
  const number = begin === undefined ? (reading.documentLines.get(list) ?? lines?.[0]?.number ?? 1) : key === undefined ? begin.number : lineOfKey(text, begin, key)
  return { file: reading.file, pointer: `/line/${number}`, line: number }
}

/** The line of a key's tag in the part that begins at a line; that line itself where the part does not have it. Asked of few parts, so it is looked for when asked. */
function lineOfKey(text: string, begin: TagLine, key: string): number {
  const tags = tagsOf(key)
  let number = begin.number
  for (let from = begin.offset; from < text.length; number++) {
    const end = text.indexOf('\n', from)
    const line = text.slice(from, end < 0 ? text.length : end)
    const tag = line.slice(0, Math.max(0, line.indexOf(':'))).trim()
    if (tags.includes(tag)) return number
    if (number > begin.number && openers.has(tag)) break
    if (end < 0) break
    from = end + 1
  }
  return begin.number
}
