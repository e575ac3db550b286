import type { FilePlace } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { SourceDocument } from '#estate/source/documents.ts'
import { isRecord, recordAt } from '#lang/json.ts'
import { nearest } from '#lang/nearest.ts'
import { once } from '#lang/once.ts'
import type { Path } from '#lang/pointer.ts'
import { secretIn } from '#redaction/secret.ts'
import type { Fault } from './readable.ts'
import { deltaplanSchema } from './schema.ts'

/** A fault as it is told: where, what was expected there, and what was found, as far as that may be shown. */
export function faultDiagnostic(whole: unknown, fault: Fault, document: SourceDocument): Diagnostic {
  const place = placeOf(document, fault.path)
  if (fault.key === undefined) return { code: 'unexpected', severity: 'error', ...place, values: { expected: fault.expected, found: shown(whole, fault.path) } }
  const near = nearest(fault.key, knownKeys(fault.path.slice(0, -1)))
  return { code: 'unknown-key', severity: 'error', ...place, values: { key: shownKey(fault.path), near: near ?? 'unknown' } }
}

/** Where a fault stands. A key that may be somebody's name is left out of the pointer; the line is enough to find it. */
function placeOf(document: SourceDocument, path: Path): FilePlace {
  const until = path.findIndex((_, depth) => shownKey(path.slice(0, depth + 1)) === '…')
  const place = document.place(path)
  return until < 0 ? place : { ...place, pointer: document.place(path.slice(0, until)).pointer }
}

/** Where people are described, an unknown key may be somebody's name. It is told without it. */
function shownKey(path: Path): string {
  const key = String(path.at(-1) ?? '')
  if (typeof path.at(-1) === 'number') return key
  const mayBePerson = path[0] === 'teams' && !/^[a-z][A-Za-z-]{0,30}$/.test(key)
  return mayBePerson || key.includes('@') || key.length > 60 ? '…' : key
}

/** What stands there, in one word: short plain values as they are, everything else by its kind. Secrets and people never. */
function shown(whole: unknown, path: Path): string {
  let at = whole
  for (const step of path) at = isRecord(at) ? at[String(step)] : Array.isArray(at) ? at[Number(step)] : undefined
  if (at === undefined) return 'nothing'
  if (at === null) return 'null'
  if (Array.isArray(at)) return 'list'
  if (isRecord(at)) return 'mapping'
  const text = String(at)
  const fit = text.length <= 40 && !/[@\r\n]/.test(text) && path[0] !== 'teams' && secretIn(String(path.at(-1) ?? ''), text) === undefined
  return fit ? text : typeof at === 'string' ? 'text' : typeof at
}

const published = once((_: typeof deltaplanSchema) => deltaplanSchema())

/** The keys that the published form knows at some place, in whichever of several forms may stand there. */
function knownKeys(path: Path): readonly string[] {
  let forms: readonly Record<string, unknown>[] = [published(deltaplanSchema)]
  for (const step of path) forms = forms.flatMap(choices).flatMap((form) => below(form, step))
  return [...new Set(forms.flatMap(choices).flatMap((form) => Object.keys(recordAt(form, 'properties'))))]
}

function choices(form: Record<string, unknown>): readonly Record<string, unknown>[] {
  const many = form['anyOf']
  return Array.isArray(many) ? many.filter(isRecord).flatMap(choices) : [form]
}

function below(form: Record<string, unknown>, step: string | number): readonly Record<string, unknown>[] {
  const own = typeof step === 'number' ? form['items'] : (recordAt(form, 'properties')[step] ?? form['additionalProperties'])
  return isRecord(own) ? [own] : []
}
