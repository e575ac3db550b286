import type { Claim } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { emptyFragment, type Fragment } from '#estate/fragment.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import type { Importer } from '../importer.ts'
import { firstOfEach } from '../told.ts'
import { assessmentClaims } from './assessments.ts'
import { chainClaims } from './chain.ts'
import { functionClaims } from './functions.ts'
import { entityClaims, maintainerClaims } from './organisation.ts'
import { isPackageFile, packageFaults } from './package.ts'
import { providerClaims } from './providers.ts'
import type { Reading } from './reading.ts'
import { ruleFaults } from './rules.ts'
import { arrangementClaims, serviceClaims } from './services.ts'
import { type Row, tableOf } from './table.ts'

export const doraRegister: Importer = {
  id: 'dora-register',
  title: 'DORA register of information',
  spec: 'https://eur-lex.europa.eu/eli/reg_impl/2024/2956/oj',
  recognises: (file) => tableOf(file).table !== undefined || isPackageFile(file),
  read,
}

/** What is read of each table. The others only tie these together once more, or define words. */
const readers: Readonly<Record<string, (reading: Reading, row: Row) => readonly Claim[]>> = {
  '01.01': maintainerClaims,
  '01.02': entityClaims,
  '02.01': arrangementClaims,
  '02.02': serviceClaims,
  '05.01': providerClaims,
  '05.02': chainClaims,
  '06.01': functionClaims,
  '07.01': assessmentClaims,
}

function read(file: SourceFile, beside: Beside): Fragment {
  const { table } = tableOf(file)
  if (!table) return { ...emptyFragment, diagnostics: packageFaults(file, beside) }
  const reading: Reading = { table, path: file.path, beside, diagnostics: [] }
  const broken = table.broken.map((line): Diagnostic => ({ code: 'unreadable', severity: 'error', file: file.path, pointer: `/line/${line}`, line, values: { reason: 'csv' } }))
  const claims = table.rows.flatMap((row) => readers[table.template]?.(reading, row) ?? [])
  const empty: readonly Diagnostic[] = table.rows.length === 0 ? [{ code: 'nothing-inside', severity: 'note', file: file.path }] : []
  return { claims, diagnostics: firstOfEach([...broken, ...ruleFaults(reading), ...reading.diagnostics, ...empty]) }
}
