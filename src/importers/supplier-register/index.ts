import type { Claim, FilePlace } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Fragment } from '#estate/fragment.ts'
import type { SourceFile } from '#estate/source-file.ts'
import type { Importer } from '../importer.ts'
import { firstOfEach } from '../told.ts'
import { contractClaims } from './contract.ts'
import { providerClaims, providerText } from './provider.ts'
import { odd, type Row, rowOf } from './row.ts'
import { dataClaims, placeClaims, useClaims } from './service.ts'
import { registerOf } from './table.ts'

export const supplierRegister: Importer = {
  id: 'supplier-register',
  title: 'Supplier register',
  spec: 'https://www.rfc-editor.org/rfc/rfc4180',
  recognises: (file) => fileName.test(file.path) || registerOf(file).register !== undefined,
  read,
}

/** Nobody has so many suppliers: more rows are passed over, and said to be. */
const mostRows = 100_000

const fileName = /(^|\/)suppliers\.csv$/i

function read(file: SourceFile): Fragment {
  const { register } = registerOf(file)
  if (!register) return { claims: [], diagnostics: [noRegister(file)] }
  const placeOf = (line: number): FilePlace => ({ file: file.path, pointer: `/line/${line}`, line })
  const broken = register.broken.map((line): Diagnostic => ({ code: 'unreadable', severity: 'error', ...placeOf(line), values: { reason: 'csv' } }))
  const providers = new Map<string, string>()
  const excess = register.rows[mostRows]
  const limit: readonly Diagnostic[] = excess === undefined ? [] : [{ code: 'limit', severity: 'warning', ...placeOf(excess.line), values: { what: 'rows', limit: mostRows } }]
  const parts = register.rows.slice(0, mostRows).map((cells): Fragment => {
    const row = rowOf(file.path, register, cells)
    if (row) return readRow(row, providers)
    return { claims: [], diagnostics: cells.cells.some((cell) => cell !== '') ? [odd(placeOf(cells.line), 'service', 'nothing')] : [] }
  })
  const claims = parts.flatMap((part) => part.claims)
  const empty: readonly Diagnostic[] = claims.length === 0 ? [{ code: 'nothing-inside', severity: 'note', file: file.path }] : []
  return { claims, diagnostics: firstOfEach([...broken, ...limit, ...parts.flatMap((part) => part.diagnostics), ...empty]) }
}

const noRegister = (file: SourceFile): Diagnostic =>
  file.text().trim() === ''
    ? { code: 'nothing-inside', severity: 'note', file: file.path }
    : { code: 'unexpected', severity: 'error', file: file.path, pointer: '/line/1', line: 1, values: { expected: 'service;provider;…', found: 'text' } }

/** One row. Of two rows that give one service different providers, the first holds, and the second is told. */
function readRow(row: Row, providers: Map<string, string>): Fragment {
  const provider = providerText(row)
  const first = providers.get(row.service) ?? provider
  if (provider !== '') providers.set(row.service, first)
  const differs = provider !== '' && first !== '' && first !== provider
  const claims: Claim[] = [
    { claim: 'thing', id: row.service, name: row.name, state: 'active', basis: 'declared', at: [row.at] },
    ...useClaims(row),
    ...(differs ? [] : providerClaims(row)),
    ...placeClaims(row),
    ...dataClaims(row),
    ...contractClaims(row),
  ]
  if (differs) row.diagnostics.push({ code: 'duplicate', severity: 'warning', ...row.at, values: { what: row.name } })
  return { claims, diagnostics: row.diagnostics }
}
