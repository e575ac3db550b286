import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Fragment } from '#estate/fragment.ts'
import { documentsOf } from '#estate/source/documents.ts'
import type { SourceFile } from '#estate/source-file.ts'
import type { Importer } from '../importer.ts'
import { firstOfEach } from '../told.ts'
import { isChart, readChart } from './chart.ts'
import { isKustomization, patchesIn, readKustomization } from './kustomization.ts'
import { objectsIn } from './object.ts'
import { readObjects } from './objects.ts'
import { isKubernetes, isTemplate } from './recognised.ts'
import { joined, type Read } from './unit.ts'

export const kubernetes: Importer = {
  id: 'kubernetes',
  title: 'Kubernetes',
  spec: 'https://kubernetes.io/docs/reference/kubernetes-api/',
  recognises: isKubernetes,
  read,
}

function read(file: SourceFile): Fragment {
  const { documents, diagnostics } = documentsOf(file)
  if (isTemplate(file)) return { claims: [], diagnostics: [{ code: 'unreadable', severity: 'warning', file: file.path, values: { reason: 'template' } }] }
  const said = documents.length === 0 ? joined([]) : content(file)
  const empty: readonly Diagnostic[] =
    said.claims.length === 0 && said.diagnostics.length === 0 && diagnostics.length === 0 ? [{ code: 'nothing-inside', severity: 'note', file: file.path }] : []
  return { claims: said.claims, diagnostics: firstOfEach([...diagnostics, ...said.diagnostics, ...empty]) }
}

function content(file: SourceFile): Read {
  const { documents } = documentsOf(file)
  const first = documents[0]
  if (first && isChart(file)) return readChart(first)
  if (first && isKustomization(file)) return joined([readKustomization(file, first), readObjects(objectsIn(patchesIn(file, first)))])
  return readObjects(objectsIn(documents))
}
