import type { FilePlace } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { type Entry, entriesOf, type Token } from './entries.ts'
import { type DnsRecord, fitsType, fullName, isType, rankOf, targetOf } from './record.ts'

export interface RecordsRead {
  readonly records: readonly DnsRecord[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What of a zone file is remembered from one line to the next. */
interface State {
  readonly records: DnsRecord[]
  readonly diagnostics: Diagnostic[]
  readonly beside: Beside
  /** Files that are being read, so that none includes itself. */
  readonly open: readonly string[]
  origin: string | undefined
  owner: string | undefined
  /** Whether it was told already that names have nothing to hang below. */
  told: boolean
}

/** Files that include files deeper than this are passed over. */
const deepest = 8

/**
 * Reads a zone file (RFC 1035, 5; RFC 2308 for `$TTL`) and what `dig` and `drill` print, which has the same form. Names are written
 * out in full, below `$ORIGIN`; `$INCLUDE` is followed where the file lies beside this one.
 *
 * @param origin what names hang below before the file says so, where something outside of the text tells
 */
export function zoneFileRecords(file: SourceFile, beside: Beside, origin: string | undefined): RecordsRead {
  const state: State = { records: [], diagnostics: [], beside, open: [file.path], origin, owner: undefined, told: false }
  readInto(state, file)
  return state
}

function readInto(state: State, file: SourceFile): void {
  const { entries, broken } = entriesOf(file.text())
  for (const line of broken) state.diagnostics.push({ code: 'unreadable', severity: 'error', ...placeOf(file, line), values: { reason: 'dns' } })
  for (const entry of entries) {
    const at = placeOf(file, entry.line)
    const [first] = entry.tokens
    if (first?.text.startsWith('$') && !first.quoted && !entry.indented) directive(state, file, entry)
    else record(state, entry, at)
  }
}

const placeOf = (file: SourceFile, line: number): FilePlace => ({ file: file.path, pointer: `/line/${line}`, line })

function directive(state: State, file: SourceFile, entry: Entry): void {
  const [{ text: name } = { text: '' }, value, given] = entry.tokens
  const at = placeOf(file, entry.line)
  switch (name.toUpperCase()) {
    case '$ORIGIN':
      if (value === undefined) state.diagnostics.push(odd(at, '$ORIGIN name.'))
      else state.origin = fullName(value.text, state.origin) ?? fullName(`${value.text}.`, undefined)
      return
    case '$INCLUDE':
      include(state, file, { name: value?.text, origin: given?.text, at })
      return
    case '$TTL':
    case '$GENERATE': // names and addresses by number: nobody outside is named by them
      return
    default:
      state.diagnostics.push(odd(at, '$ORIGIN | $TTL | $INCLUDE'))
  }
}

interface Included {
  readonly name: string | undefined
  readonly origin: string | undefined
  readonly at: FilePlace
}

/** The origin of what is included ends with it; the last name before it goes on behind it (RFC 1035, 5.1). */
function include(state: State, file: SourceFile, { name, origin, at }: Included): void {
  const path = name === undefined ? undefined : besidePath(file.path, name)
  const other = path === undefined ? undefined : state.beside.file(path)
  if (path === undefined || !other || state.open.includes(path) || state.open.length > deepest) {
    const isLoop = other !== undefined
    state.diagnostics.push({
      code: isLoop ? 'limit' : 'missing-file',
      severity: 'warning',
      ...at,
      values: { what: name?.slice(0, 200) ?? '$INCLUDE', ...(isLoop ? { limit: deepest } : {}) },
    })
    return
  }
  const inner: State = { ...state, open: [...state.open, path], origin: origin === undefined ? state.origin : fullName(origin, state.origin) }
  readInto(inner, other)
  state.told = inner.told
}

/** A path as seen from a file's folder; nothing when it leads out of the root, or is one of the machine that serves the zone. */
function besidePath(from: string, to: string): string | undefined {
  if (to.startsWith('/') || to.includes('\\')) return undefined
  const steps = from.split('/').slice(0, -1)
  for (const step of to.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined
    } else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

function record(state: State, entry: Entry, at: FilePlace): void {
  const parts = partsOf(entry)
  if (!parts || (parts.owner === undefined && state.owner === undefined)) {
    // Without a type it is no record; what stands there may be anybody's words, and is not shown.
    state.diagnostics.push(odd(at, 'name TTL class type data'))
    return
  }
  const { type, data, owner } = parts
  if (owner !== undefined) state.owner = fullName(owner, state.origin) ?? state.owner
  const full = owner === undefined ? state.owner : fullName(owner, state.origin)
  const pointed = targetOf(type, data)
  const target = pointed === undefined ? undefined : fullName(pointed, state.origin)
  if (full === undefined || (pointed !== undefined && target === undefined)) {
    if (!state.told) state.diagnostics.push({ code: 'unresolved', severity: 'warning', ...at, values: { what: '$ORIGIN' } })
    state.told = true
    if (full === undefined) return
  }
  if (!fitsType(type, data)) {
    state.diagnostics.push(odd(at, `${type} record`))
    return
  }
  // Whoever starts an authority writes the zone's own name before it.
  if (type === 'SOA') state.origin ??= full
  const rank = rankOf(type, data)
  const text = target === undefined && keepsText.test(type) ? data.map((token) => token.text).join(joinedBy(type)) : ''
  state.records.push({ owner: full, type, text, at, ...(target === undefined ? {} : { target }), ...(rank === undefined ? {} : { rank }) })
}

const keepsText = /^(TXT|SPF|CAA|URI)$/
/** The pieces of a text are one text without anything between them (RFC 7208, 3.3). */
const joinedBy = (type: string): string => (type === 'TXT' || type === 'SPF' ? '' : ' ')

/** The words of an entry by what they are: the name, unless it is that of the record before; then time to live and class in any order; then the type. */
export function partsOf(entry: Entry): { readonly owner?: string; readonly type: string; readonly data: readonly Token[]; readonly hasClass: boolean } | undefined {
  const { tokens, indented } = entry
  let at = indented ? 0 : 1
  let hasClass = false
  for (let skipped = 0; skipped < 2; skipped++) {
    const word = tokens[at]
    if (!word || word.quoted) break
    const isClass = /^(IN|CH|HS|CS)$/i.test(word.text)
    if (!isClass && !/^\d[\dsmhdw]*$/i.test(word.text)) break
    hasClass ||= isClass
    at++
  }
  const type = tokens[at]
  if (!type || type.quoted || !isType(type.text)) return undefined
  const owner = indented ? undefined : tokens[0]?.text
  return { ...(owner === undefined ? {} : { owner }), type: type.text.toUpperCase(), data: tokens.slice(at + 1), hasClass }
}

const odd = (at: FilePlace, expected: string): Diagnostic => ({ code: 'unexpected', severity: 'warning', ...at, values: { expected, found: 'text' } })
