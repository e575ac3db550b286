import type { Block, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import type { Outcome } from '#findings/outcome.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'
import { type Folder, folders } from '#knowledge/schema.ts'
import { byCodePoint } from '#lang/compare.ts'
import { isRecord, stableJson } from '#lang/json.ts'
import { type Message, message, plain } from '#lang/message.ts'

/** What differs between two knowledge bases: entries that came and went, and every fact that reads differently. Sources by themselves are no facts. */
export function diffKnowledge(was: Knowledge, is: Knowledge): Outcome {
  const blocks = folders.flatMap((folder) => folderChanges(folder, was, is))
  const headline: Block = { kind: 'text', role: 'headline', text: message(blocks.length === 0 ? 'diff.knowledge-same' : 'diff.knowledge-differs') }
  return { status: 'answered', blocks: [headline, ...blocks] }
}

function folderChanges(folder: Folder, was: Knowledge, is: Knowledge): readonly Block[] {
  const [before, after] = [was[folder] as ReadonlyMap<string, unknown>, is[folder] as ReadonlyMap<string, unknown>]
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort(byCodePoint)
  const rows = ids.flatMap((id): readonly Row[] => {
    const [old, now] = [before.get(id), after.get(id)]
    if (old === undefined || now === undefined) {
      return [
        {
          cells: [{ text: titleOf(now ?? old, id) }, { text: plain('') }, valueCell(old === undefined ? undefined : id), valueCell(now === undefined ? undefined : id)],
          proof: noProof,
        },
      ]
    }
    return fieldChanges(old, now).map((one) => ({ cells: [{ text: titleOf(now, id) }, { text: plain(one.field) }, valueCell(one.was), valueCell(one.is)], proof: noProof }))
  })
  if (rows.length === 0) return []
  const columns = ['what', 'field', 'was', 'is'].map((column) => message(`diff.column.${column}`))
  return [{ kind: 'table', id: `knowledge-${folder}`, title: message(`diff.folder.${folder}`), columns, rows, empty: message('figure.none') }]
}

/** The title of an entry in both languages, or its id where it has none. */
function titleOf(entry: unknown, id: string): Message {
  const title = isRecord(entry) ? entry['title'] : undefined
  if (isRecord(title)) return message('name.both', { en: String(title['en']), nl: String(title['nl']) })
  return plain(typeof title === 'string' ? title : id)
}

const valueCell = (text: string | undefined) => (text === undefined ? { text: message('diff.absent'), tone: 'unknown' as const } : { text: plain(text) })

interface FieldChange {
  readonly field: string
  readonly was: string | undefined
  readonly is: string | undefined
}

/** Where facts come from and when they were read; a change of these alone changes no fact. */
const aside = new Set(['sources', 'source', 'read', 'reviewBy', 'note'])

/** Every field that reads differently, by its path; lists are compared as sets, so that an order changes nothing. */
function fieldChanges(was: unknown, is: unknown, path: readonly string[] = []): readonly FieldChange[] {
  if (stableJson(was ?? null) === stableJson(is ?? null)) return []
  if (isRecord(was) && isRecord(is)) {
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((key) => !aside.has(key))
      .sort(byCodePoint)
      .flatMap((key) => fieldChanges(was[key], is[key], [...path, key]))
  }
  const field = path.join('.')
  if (Array.isArray(was) && Array.isArray(is)) {
    const [old, now] = [new Set(was.map(textOf)), new Set(is.map(textOf))]
    return [
      ...[...old].filter((one) => !now.has(one)).map((one) => ({ field, was: one, is: undefined })),
      ...[...now].filter((one) => !old.has(one)).map((one) => ({ field, was: undefined, is: one })),
    ]
  }
  return [{ field, was: was === undefined ? undefined : textOf(was), is: is === undefined ? undefined : textOf(is) }]
}

/** A value in a line, without where it was read. */
function textOf(value: unknown): string {
  if (!isRecord(value)) return typeof value === 'string' ? value : stableJson(value ?? null).replaceAll(/\s+/g, ' ')
  return Object.entries(value)
    .filter(([key]) => !aside.has(key))
    .map(([key, one]) => `${key}: ${textOf(one)}`)
    .join(', ')
}
