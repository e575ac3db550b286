import type { Block, Row } from '#findings/block.ts'
import type { Outcome } from '#findings/outcome.ts'
import { type Knowledge, reviewDate } from '#knowledge/knowledge.ts'
import { type Folder, folders, type Source } from '#knowledge/schema.ts'
import { isRecord } from '#lang/json.ts'
import { message, plain } from '#lang/message.ts'

/** What the knowledge base knows of something, and who says so: each file whose id, title or names fit the word. */
export function explainKnowledge(knowledge: Knowledge, wanted: string, asOf: string): Outcome {
  const word = wanted.trim().toLowerCase()
  const all = folders.flatMap((folder) => [...knowledge[folder]].map(([id, entry]) => ({ folder, id, entry: entry as Entry })))
  const exact = all.filter(({ id, entry }) => id === word || namesOf(entry).includes(word))
  const found = exact.length > 0 ? exact : all.filter(({ id, entry }) => id.includes(word) || namesOf(entry).some((name) => name.includes(word)))
  if (found.length === 0) return { status: 'too-little-evidence', reason: message('explain.unknown-to-us', { wanted }) }
  return { status: 'answered', blocks: found.slice(0, 12).flatMap(({ folder, id, entry }) => blocksOf(folder, id, { entry, asOf })) }
}

interface Entry {
  readonly title: string | { readonly en: string; readonly nl: string }
  readonly names?: readonly string[]
  readonly sources: readonly Source[]
  readonly review?: string
}

const namesOf = (entry: Entry): readonly string[] =>
  [...(typeof entry.title === 'string' ? [entry.title] : [entry.title.en, entry.title.nl]), ...(entry.names ?? [])].map((name) => name.toLowerCase())

function blocksOf(folder: Folder, id: string, { entry, asOf }: { readonly entry: Entry; readonly asOf: string }): readonly Block[] {
  const review = reviewDate(entry)
  const rows = Object.entries(entry)
    .filter(([key, value]) => key !== 'sources' && !(Array.isArray(value) && value.length === 0))
    .flatMap(([key, value]) => rowsOf(key, value))
  const sources = entry.sources.map(
    (one): Row => ({
      cells: [
        { text: plain(one.url) },
        { date: one.read },
        { text: message(`level.${one.level}`), tone: one.level === 'unverified' ? 'unknown' : 'plain' },
        { text: plain(one.note ?? '') },
      ],
      proof: { steps: [], at: [{ fact: `${folder}/${id}`, url: one.url, read: one.read, verified: one.level !== 'unverified' }] },
    }),
  )
  return [
    {
      kind: 'table',
      id: `knowledge-${folder}-${id}`,
      title: plain(`data/${folder}/${id}.yaml`),
      columns: ['what', 'value'].map((column) => message(`explain.column.${column}`)),
      rows,
      empty: message('explain.none'),
      primary: true,
    },
    {
      kind: 'table',
      id: `sources-${folder}-${id}`,
      title: message('explain.sources'),
      columns: ['source', 'read', 'level', 'note'].map((column) => message(`explain.column.${column}`)),
      rows: sources,
      empty: message('explain.none'),
      primary: true,
    },
    { kind: 'text', role: 'note', tone: review < asOf ? 'warning' : 'plain', text: message(review < asOf ? 'explain.past-review' : 'explain.review', { date: { date: review } }) },
  ]
}

/** One row per plain value; what is nested is written as one line each. */
function rowsOf(key: string, value: unknown): readonly Row[] {
  const row = (text: string): Row => ({ cells: [{ text: plain(key) }, { text: plain(text) }], proof: { steps: [], at: [] } })
  if (Array.isArray(value)) return value.map((item) => row(lineOf(item)))
  return [row(lineOf(value))]
}

function lineOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(lineOf).join(', ')
  if (!isRecord(value)) return String(value)
  return Object.entries(value)
    .filter(([key]) => key !== 'source')
    .map(([key, item]) => `${key}: ${lineOf(item)}`)
    .join(' · ')
}
