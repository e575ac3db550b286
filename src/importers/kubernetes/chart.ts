import type { Claim } from '#estate/claim.ts'
import { documentsOf, type SourceDocument } from '#estate/source/documents.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { isRecord, listAt, textAt } from '#lang/json.ts'
import { originClaims, originsIn } from './fetched.ts'
import { fileUnit } from './file-unit.ts'
import { placeOf, type Read } from './unit.ts'
import { wayTo } from './way.ts'

/** Helm asks for this name (https://helm.sh/docs/topics/charts/). */
const fileName = /(^|\/)Chart\.ya?ml$/

/** Whether a file describes a chart of Helm. */
export function isChart(file: SourceFile): boolean {
  if (!fileName.test(file.path)) return false
  const top = documentsOf(file).documents[0]?.value
  return isRecord(top) && textAt(top, 'name') !== undefined && /^v[12]$/.test(String(top['apiVersion'])) && !('kind' in top)
}

/** Where the charts that a chart is made of are fetched from. Its templates are not known before they are rendered. */
export function readChart(document: SourceDocument): Read {
  const value = isRecord(document.value) ? document.value : {}
  const unit = fileUnit('Chart', textAt(value, 'name') ?? '-', document)
  const claims = listAt(value, 'dependencies').flatMap((dependency, index): readonly Claim[] => {
    const repository = textAt(dependency, 'repository')
    const at = placeOf(unit, wayTo('dependencies', index, 'repository'))
    return repository === undefined ? [] : originsIn(repository).flatMap((origin) => originClaims(unit, origin, { at, state: 'active', phase: 'deploy' }))
  })
  return { claims: claims.length === 0 ? [] : [unit.claim, ...claims], diagnostics: [] }
}
