import type { FilePlace } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Fragment } from '#estate/fragment.ts'
import { documentsOf, type SourceDocument } from '#estate/source/documents.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { isRecord } from '#lang/json.ts'
import type { Importer } from '../importer.ts'
import { secretFound } from '../settings.ts'
import { firstOfEach } from '../told.ts'
import { answerClaims, dataClaims, mitigationClaims, teamClaims } from './answerable.ts'
import { contractClaims } from './contracts.ts'
import { faultDiagnostic } from './fault-diagnostic.ts'
import { functionClaims, organisationClaims } from './functions.ts'
import { readable } from './readable.ts'
import type { Reading } from './reading.ts'
import { isDeltaplan } from './recognised.ts'
import { deltaplan } from './schema.ts'
import { withoutSecrets } from './secrets.ts'
import { serviceClaims } from './services.ts'
import { dependsOnClaims, workloadClaims } from './workloads.ts'

export const deltaplanYaml: Importer = {
  id: 'deltaplan-yaml',
  title: 'deltaplan.yaml',
  spec: 'https://json-schema.org/draft/2020-12/schema',
  vouches: true,
  recognises: isDeltaplan,
  read,
}

function read(file: SourceFile): Fragment {
  const { documents, diagnostics } = documentsOf(file)
  const [first, second] = documents
  if (!first) return { claims: [], diagnostics: diagnostics.length > 0 ? diagnostics : [{ code: 'nothing-inside', severity: 'note', file: file.path }] }
  const more: readonly Diagnostic[] = second ? [{ code: 'limit', severity: 'warning', ...second.place([]), values: { what: 'documents', limit: 1 } }] : []
  const fragment = readDocument(first)
  return { claims: fragment.claims, diagnostics: firstOfEach([...diagnostics, ...more, ...fragment.diagnostics]) }
}

function readDocument(document: SourceDocument): Fragment {
  const whole = document.value
  const version = isRecord(whole) ? whole['version'] : undefined
  // A file of another version, or of none, is read all the same: as much of it as has the form we know.
  const oddVersion = isRecord(whole) && version !== 1 ? [faultDiagnostic(whole, { path: ['version'], expected: '1' }, document)] : []
  const { value: open, found } = withoutSecrets(whole)
  const { value: plan, original, faults } = readable(deltaplan, isRecord(open) ? { ...open, version: 1 } : open)
  const secrets = found.map(({ path, what }) => secretFound(document.place(path), what))
  const diagnostics: Diagnostic[] = [...secrets, ...oddVersion, ...faults.map((fault) => faultDiagnostic(whole, fault, document))]
  if (!plan) return { claims: [], diagnostics }
  const place = (path: readonly (string | number)[]): FilePlace => document.place(original(path))
  const reading: Reading = { plan, place, diagnostics }
  const claims = [
    ...organisationClaims(reading, whole),
    ...functionClaims(reading),
    ...workloadClaims(reading),
    ...serviceClaims(reading),
    ...dependsOnClaims(reading),
    ...dataClaims(reading),
    ...teamClaims(reading),
    ...contractClaims(reading),
    ...mitigationClaims(reading),
    ...answerClaims(reading),
  ]
  return { claims, diagnostics }
}
