import type { Claim } from '#estate/claim.ts'
import { documentsOf, type SourceDocument } from '#estate/source/documents.ts'
import { type SourceFile, sourceFile } from '#estate/source-file.ts'
import { isRecord, listAt, textAt } from '#lang/json.ts'
import { readSettings, secretFound } from '../settings.ts'
import { originClaims, originsIn } from './fetched.ts'
import { fileUnit } from './file-unit.ts'
import { imageIn, imageInParts } from './images.ts'
import { joined, placeOf, type Read, type Unit } from './unit.ts'
import { wayTo } from './way.ts'

/** Kustomize looks for these names (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/). */
const fileName = /(^|\/)(kustomization\.ya?ml|Kustomization)$/
const keys =
  /^(resources|bases|components|images|patches|patchesStrategicMerge|patchesJson6902|namespace|namePrefix|nameSuffix|labels|commonLabels|configMapGenerator|secretGenerator|helmCharts|generators|transformers|crds|replicas|vars)$/

/** Whether a file is a kustomization: by its kind, or by its name where it leaves the kind out. */
export function isKustomization(file: SourceFile): boolean {
  const isNamed = fileName.test(file.path)
  if (!isNamed && !/kustomize\.config\.k8s\.io/.test(file.text())) return false
  const top = documentsOf(file).documents[0]?.value
  if (!isRecord(top)) return false
  const isKind = /^kustomize\.config\.k8s\.io\//.test(String(top['apiVersion'])) && /^(Kustomization|Component)$/.test(String(top['kind']))
  return isKind || (isNamed && !('kind' in top) && Object.keys(top).some((key) => keys.test(key)))
}

/** What a kustomization fetches from elsewhere, which images it puts in the place of others, which settings it makes. */
export function readKustomization(file: SourceFile, document: SourceDocument): Read {
  const value = isRecord(document.value) ? document.value : {}
  const folder = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '-'
  const unit = fileUnit('Kustomization', folder, document)
  const remote = ['resources', 'bases', 'components', 'crds'].flatMap((key) =>
    listAt(value, key).flatMap((item, index) => (typeof item === 'string' ? remoteClaims(unit, item, [key, index]) : [])),
  )
  const charts = listAt(value, 'helmCharts').flatMap((chart, index) => remoteClaims(unit, textAt(chart, 'repo') ?? '', ['helmCharts', index, 'repo']))
  const read = joined([{ claims: [...remote, ...charts, ...imageClaimsOf(unit, value)], diagnostics: [] }, generated(unit, value)])
  return { claims: read.claims.length === 0 ? [] : [unit.claim, ...read.claims], diagnostics: read.diagnostics }
}

/** `github.com/owner/repository//path?ref=v1` without a scheme is a remote, too. */
function remoteClaims(unit: Unit, text: string, path: readonly (string | number)[]): readonly Claim[] {
  const bare = /^(?:git::)?((?:[a-z0-9-]+\.)+[a-z]{2,})\/[\w.-]+\/[\w.-]/i.exec(text)?.[1]
  const origins = bare !== undefined && !text.includes('://') ? originsIn(`https://${bare}/`) : originsIn(text.replace(/^git::/, ''))
  return origins.flatMap((origin) => originClaims(unit, origin, { at: placeOf(unit, wayTo(...path)), state: 'active', phase: 'deploy' }))
}

/** `images` replaces names in the objects; where it gives a new name, that one is pulled. */
const imageClaimsOf = (unit: Unit, value: Record<string, unknown>): readonly Claim[] =>
  listAt(value, 'images').flatMap((image, index) => {
    const name = textAt(image, 'newName')
    const tag = isRecord(image) ? image['newTag'] : undefined
    const text = name === undefined ? undefined : imageInParts({ repository: name, tag, digest: textAt(image, 'digest') })
    return text === undefined ? [] : imageIn(unit, text, { at: placeOf(unit, wayTo('images', index)), state: 'active' })
  })

/** Settings written out in a generator; those in files beside it are read only where they are objects. */
function generated(unit: Unit, value: Record<string, unknown>): Read {
  const rows = (key: string) =>
    listAt(value, key).flatMap((one, index) =>
      listAt(one, 'literals').flatMap((literal) => {
        const [, name = '', text = ''] = /^([\w.-]+)=(.*)$/s.exec(String(literal)) ?? []
        return name === '' ? [] : [{ name, value: text, at: placeOf(unit, wayTo(key, index, 'literals')), state: unit.state, inside: unit.scope.insideNames }]
      }),
    )
  const maps = readSettings(unit.id, rows('configMapGenerator'))
  const secrets = rows('secretGenerator')
    .slice(0, 1)
    .map((row) => secretFound(row.at, 'secret'))
  return { claims: maps.claims, diagnostics: [...maps.diagnostics, ...secrets] }
}

/** Objects written out as patches in a kustomization: they say something more of objects elsewhere. */
export function patchesIn(file: SourceFile, document: SourceDocument): readonly SourceDocument[] {
  const value = isRecord(document.value) ? document.value : {}
  const texts = [
    ...listAt(value, 'patches').map((one, index) => ({ text: textAt(one, 'patch'), at: ['patches', index, 'patch'] as const })),
    ...listAt(value, 'patchesStrategicMerge').map((one, index) => ({
      text: typeof one === 'string' && one.includes('\n') ? one : undefined,
      at: ['patchesStrategicMerge', index] as const,
    })),
  ]
  return texts.flatMap(({ text, at }) =>
    text === undefined
      ? []
      : documentsOf(sourceFile(file.path, text)).documents.map(
          (inner): SourceDocument => ({ ...document, value: inNamespace(inner.value, value['namespace']), place: () => document.place([...at]) }),
        ),
  )
}

/** What a kustomization puts together lies in its namespace. */
function inNamespace(object: unknown, namespace: unknown): unknown {
  if (!isRecord(object) || !isRecord(object['metadata']) || typeof namespace !== 'string') return object
  return { ...object, metadata: { ...object['metadata'], namespace } }
}
