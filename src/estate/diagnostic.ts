/**
 * Something wrong with the input or with a fact, said to the person who can mend it. Never thrown, never only logged.
 *
 * `code` names the case (the words are in the catalogues under `diagnostic.<code>`), `values` fill its sentence.
 * `not-understood` and `unreadable` files count against the evidence.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: 'error' | 'warning' | 'note'
  readonly file: string
  readonly pointer?: string
  readonly line?: number
  readonly values?: Readonly<Record<string, string | number>>
}

export const diagnosticCodes = [
  'unreadable', // {reason}: not well-formed from this place on; what came before was read
  'not-understood', // no importer knows this file
  'nothing-inside', // recognised, and it holds nothing that we read
  'unexpected', // {expected, found}: a value has another form than the format says
  'unknown-key', // {key, near}: a key the schema does not know
  'unknown-reference', // {what}: names something that is not there
  'missing-file', // {what}: a file that this one names is not there
  'unresolved', // {what}: a variable without a value
  'limit', // {what, limit}: more than we read
  'secret', // {what}: a secret lies here in the open; it was not copied
  'unmatched-name', // {name}: no party in the knowledge base bears exactly this name
  'no-dependency', // {what}: a file of this kind adds no dependency (VEX)
  'defect', // {what}: breaks its own format in a way that is known, and was read all the same
  'duplicate', // {what}: said twice, differently; the first holds
  'unknown-type', // {what}: a resource type or kind that the knowledge base does not know
  'withdrawn', // {what}: a user's knowledge withdraws this fact
] as const
export type DiagnosticCode = (typeof diagnosticCodes)[number]
