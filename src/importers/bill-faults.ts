import type { Diagnostic } from '#estate/diagnostic.ts'
import { withoutSecrets } from '#redaction/secret.ts'
import type { Bill } from './bill.ts'

/** More of one kind per file would only repeat one fault of the tool that wrote it. */
const mostOfAKind = 100

/** That a value has another form than the format says. What was found is shown only as far as it is short and no secret. */
export function unexpected(bill: Bill, pointer: string, values: { readonly expected: string; readonly found: unknown }): void {
  sayOdd(bill, pointer, { code: 'unexpected', severity: 'warning', values: { expected: values.expected, found: shown(values.found) } })
}

export function duplicate(bill: Bill, pointer: string, what: string): void {
  sayOdd(bill, pointer, { code: 'duplicate', severity: 'note', values: { what: shown(what) } })
}

/** Says what is amiss at a place, until its kind has been said often enough. */
export function sayOdd(bill: Bill, pointer: string, what: Pick<Diagnostic, 'code' | 'severity' | 'values'>): void {
  const count = (bill.faults.get(what.code) ?? 0) + 1
  bill.faults.set(what.code, count)
  if (count <= mostOfAKind) bill.diagnostics.push({ ...what, ...bill.place(pointer) })
  else if (count === mostOfAKind + 1) bill.diagnostics.push({ code: 'limit', severity: 'note', file: bill.file, values: { what: 'faults', limit: mostOfAKind } })
}

/** A value of the file in a few words. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return withoutSecrets(value.slice(0, 2000)).slice(0, 60)
  return value === undefined ? '∅' : value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : String(value)
}
