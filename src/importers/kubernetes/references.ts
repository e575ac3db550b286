import type { ThingId } from '#estate/claim.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import { unitId } from './identity.ts'
import type { KubeObject } from './object.ts'
import type { Spot, Walked } from './walk.ts'
import { below, type Way } from './way.ts'

/** That what runs uses another object of its namespace: its settings, its storage, the account it runs as. */
export interface Reference {
  readonly id: ThingId
  readonly way: Way
}

/** Everything that the pods of an object are given. */
export function referencesOf(object: KubeObject, walked: Walked): readonly Reference[] {
  const named = (kind: string, name: string | undefined, way: Way): readonly Reference[] => (name === undefined ? [] : [{ id: unitId(object.namespace, kind, name), way }])
  return [...walked.containers.flatMap((spot) => ofContainer(spot, named)), ...walked.parts.flatMap((spot) => ofPart(spot, named))]
}

type Named = (kind: string, name: string | undefined, way: Way) => readonly Reference[]

const items = (value: unknown, key: string, way: Way): readonly { readonly value: unknown; readonly way: Way }[] =>
  listAt(value, key).map((item, index) => ({ value: item, way: below(below(way, key), index) }))

function ofContainer({ value, way }: Spot, named: Named): readonly Reference[] {
  const tables = items(value, 'envFrom', way).flatMap((item) => [
    ...named('ConfigMap', textAt(recordAt(item.value, 'configMapRef'), 'name'), item.way),
    ...named('Secret', textAt(recordAt(item.value, 'secretRef'), 'name'), item.way),
  ])
  const single = items(value, 'env', way).flatMap((item) => {
    const from = recordAt(item.value, 'valueFrom')
    return [...named('ConfigMap', textAt(recordAt(from, 'configMapKeyRef'), 'name'), item.way), ...named('Secret', textAt(recordAt(from, 'secretKeyRef'), 'name'), item.way)]
  })
  return [...tables, ...single]
}

function ofPart({ key, value, way }: Spot, named: Named): readonly Reference[] {
  if ((key === 'serviceAccountName' || key === 'serviceAccount') && typeof value === 'string' && value !== 'default' && value !== '') return named('ServiceAccount', value, way)
  if (!Array.isArray(value)) return []
  const spots = value.map((item: unknown, index) => ({ item, at: below(way, index) }))
  if (key === 'imagePullSecrets') return spots.flatMap(({ item, at }) => named('Secret', textAt(item, 'name'), at))
  return key === 'volumes' ? spots.flatMap(({ item, at }) => ofVolume(item, at, named)) : []
}

function ofVolume(volume: unknown, way: Way, named: Named): readonly Reference[] {
  if (!isRecord(volume)) return []
  const projected = listAt(volume['projected'], 'sources').flatMap((source) => [
    ...named('ConfigMap', textAt(recordAt(source, 'configMap'), 'name'), way),
    ...named('Secret', textAt(recordAt(source, 'secret'), 'name'), way),
  ])
  return [
    ...named('ConfigMap', textAt(volume['configMap'], 'name'), way),
    ...named('Secret', textAt(volume['secret'], 'secretName'), way),
    ...named('PersistentVolumeClaim', textAt(volume['persistentVolumeClaim'], 'claimName'), way),
    ...named('SecretProviderClass', textAt(recordAt(volume['csi'], 'volumeAttributes'), 'secretProviderClass'), way),
    ...projected,
  ]
}
