import type { Claim, FilePlace } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Beside } from '#estate/source-file.ts'
import { isRecord } from '#lang/json.ts'
import { secretIn } from '#redaction/secret.ts'
import { pathFrom } from '../paths.ts'
import { readSettings, type Setting } from '../settings.ts'
import { readEnvFile } from './env-file.ts'
import type { Lookup } from './interpolate.ts'
import { type Row, rowsOf, type Service } from './service.ts'
import type { Unit } from './unit.ts'

interface Read {
  readonly rows: readonly Row[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The variables a service is started with: its env files in their order, and `environment` over them. */
export function environmentOf(service: Service, beside: Beside, lookup: Lookup): Read {
  const rows = new Map<string, Row>()
  const diagnostics: Diagnostic[] = []
  for (const named of envFilesOf(service)) {
    const path = pathFrom(named.folder, named.path)
    const file = path === undefined ? undefined : beside.file(path)
    if (!file) {
      diagnostics.push({ code: 'missing-file', severity: 'note', ...named.at, values: { what: named.path } })
      continue
    }
    // A file sees what the project and the files before it set.
    const before: Lookup = (name) => rows.get(name)?.value ?? lookup(name)
    for (const entry of readEnvFile(file.text(), before, named.raw)) {
      const at = { file: file.path, pointer: `/line/${entry.line}`, line: entry.line }
      rows.set(entry.name, { name: entry.name, at, ...(entry.value === undefined ? taken(entry.name, lookup) : { value: entry.value }) })
    }
  }
  for (const row of rowsOf(service, 'environment')) rows.set(row.name, row.value === undefined ? { ...row, ...taken(row.name, lookup) } : row)
  return { rows: [...rows.values()], diagnostics }
}

/** The value of a variable that is only named: taken over from whoever starts Compose, so nothing of it stands here. */
function taken(name: string, lookup: Lookup): { readonly value?: string; readonly bare?: string } {
  const value = lookup(name)
  return value === undefined ? {} : { value, bare: '' }
}

interface EnvFile {
  readonly path: string
  readonly raw: boolean
  readonly folder: string
  readonly at: FilePlace
}

function envFilesOf(service: Service): readonly EnvFile[] {
  return (service.fields.get('env_file') ?? []).flatMap((field) => {
    const items = Array.isArray(field.value) ? field.value : [field.value]
    return items.flatMap((item, index): readonly EnvFile[] => {
      const path = isRecord(item) ? item['path'] : item
      if (typeof path !== 'string') return []
      return [{ path, raw: isRecord(item) && item['format'] === 'raw', folder: field.folder, at: field.at(Array.isArray(field.value) ? [index] : []) }]
    })
  })
}

/** What the variables say. One that is taken over from a shell we do not see may be anything, or nothing. */
export function environmentClaims(unit: Unit, rows: readonly Row[]): { readonly claims: readonly Claim[]; readonly diagnostics: readonly Diagnostic[] } {
  return readSettings(
    unit.id,
    rows.map((row): Setting => {
      // A secret that a variable brings in lies where the variable is set.
      const secretElsewhere = row.bare !== undefined && secretIn(row.name, row.bare) === undefined
      const common = { name: row.name, at: row.at, inside: unit.insideNames, secretElsewhere }
      return row.value === undefined ? { ...common, state: unit.state === 'inactive' ? 'inactive' : 'placeholder' } : { ...common, value: row.value, state: unit.state }
    }),
  )
}
