import type { Diagnostic } from '#estate/diagnostic.ts'
import { groupBy } from '#lang/group.ts'
import { type Message, message, plain } from '#lang/message.ts'
import { catalogue } from '#words/index.ts'

/** What a diagnostic's sentence gets where the one who found it left a value out. */
const leftOut = { reason: 'unknown', expected: '…', found: '…', key: '…', near: 'unknown', what: '…', limit: '…', name: '…' }

/** A diagnostic as a sentence. Reasons and limits that have words of their own are said in them. */
export function diagnosticMessage(diagnostic: Diagnostic): Message {
  const values = { ...leftOut, ...diagnostic.values }
  const known = (key: string, fallback: Message): Message => (catalogue[key] ? message(key, values) : fallback)
  if (diagnostic.code === 'unreadable') return message('diagnostic.unreadable', { reason: known(`reason.${values.reason}`, plain(String(values.reason))) })
  if (diagnostic.code === 'limit') return message('diagnostic.limit', { what: known(`passed-over.${values.what}`, message('passed-over.other', values)) })
  return message(`diagnostic.${diagnostic.code}`, values)
}

const severities = ['error', 'warning', 'note']

/** Diagnostics by case, the gravest cases first and otherwise in the order they were found. */
export function diagnosticGroups(diagnostics: readonly Diagnostic[]): readonly { readonly code: string; readonly severity: string; readonly list: readonly Diagnostic[] }[] {
  return [...groupBy(diagnostics, (one) => `${severities.indexOf(one.severity)} ${one.code}`)]
    .sort(([a], [b]) => Number(a[0]) - Number(b[0]))
    .flatMap(([, list]) => (list[0] ? [{ code: list[0].code, severity: list[0].severity, list }] : []))
}

/** Where it is, as an editor opens it. */
export const diagnosticPlace = ({ file, line, pointer }: Diagnostic): string => (line !== undefined ? `${file}:${line}` : pointer ? `${file} ${pointer}` : file)
