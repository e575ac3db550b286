import { type Claim, type State, type ThingId, weaker } from '#estate/claim.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import { readSettings, type Setting } from '../settings.ts'
import { unitId } from './identity.ts'
import { imageIn, isPlainlyImage } from './images.ts'
import type { KubeObject } from './object.ts'
import { servicesNamed } from './service-names.ts'
import { nothing, placeOf, type Read, type Unit } from './unit.ts'
import type { Spot } from './walk.ts'
import { below, type Way } from './way.ts'

/** What a container is started with: what it says, and the values by name. */
export interface Variables {
  readonly read: Read
  readonly values: ReadonlyMap<string, string>
}

/** The variables of a container. Those of whole ConfigMaps are read with their ConfigMap; here they count for the rest. */
export function environmentOf(unit: Unit, { value, way, state }: Spot): Variables {
  if (!isRecord(value) || (!Array.isArray(value['env']) && !Array.isArray(value['envFrom']))) return { read: nothing, values: new Map() }
  const taken = takenSettings(unit, value, way)
  const values = new Map(taken.flatMap((setting) => (setting.value === undefined ? [] : [[setting.name, setting.value] as const])))
  const own = listAt(value, 'env').flatMap((row, index) => settingOf(unit, row, { way: below(below(way, 'env'), index), state: weaker(unit.state, state), values }))
  const read = readSettings(unit.id, own, taken)
  const images = own.flatMap((setting) => imageOf(unit, setting))
  const named = own.flatMap((setting) => (setting.value === undefined ? [] : servicesNamed(unit, setting.value, { at: setting.at, state: setting.state, setting: setting.name })))
  return { read: { claims: [...read.claims, ...images, ...named], diagnostics: read.diagnostics }, values }
}

/** The settings that all variables of a container take over from ConfigMaps of the same file. */
export function takenSettings(unit: Unit, container: Record<string, unknown>, way: Way): readonly Setting[] {
  return listAt(container, 'envFrom').flatMap((source, index) => {
    const prefix = textAt(source, 'prefix') ?? ''
    const map = configMap(unit, textAt(recordAt(source, 'configMapRef'), 'name'))
    const at = placeOf(unit, below(below(way, 'envFrom'), index))
    return Object.entries(map ? recordAt(map.value, 'data') : {}).flatMap(([name, value]): readonly Setting[] =>
      typeof value === 'string' && !/[\r\n]/.test(value) ? [{ name: `${prefix}${name}`, value, at, state: unit.state, inside: unit.scope.insideNames }] : [],
    )
  })
}

function configMap(unit: Unit, name: string | undefined): KubeObject | undefined {
  const id: ThingId | undefined = name === undefined ? undefined : unitId(unit.object.namespace, 'ConfigMap', name)
  return id === undefined ? undefined : unit.scope.byId.get(id)
}

interface RowAt {
  readonly way: Way
  readonly state: State
  readonly values: Map<string, string>
}

function settingOf(unit: Unit, row: unknown, { way, state, values }: RowAt): readonly Setting[] {
  const name = textAt(row, 'name')
  if (name === undefined || !isRecord(row)) return []
  const common = { name, at: placeOf(unit, way), state, inside: unit.scope.insideNames }
  const from = recordAt(row, 'valueFrom')
  if ('valueFrom' in row) {
    const key = recordAt(from, 'configMapKeyRef')
    const value = recordAt(configMap(unit, textAt(key, 'name'))?.value, 'data')[textAt(key, 'key') ?? '']
    // A field of the Pod itself, such as its name or its node, names nothing outside.
    if ('fieldRef' in from || 'resourceFieldRef' in from) return []
    if (typeof value !== 'string' || /[\r\n]/.test(value)) return [common]
    values.set(name, value)
    return [{ ...common, value, secretElsewhere: true }]
  }
  const written = row['value']
  const value = expanded(written === undefined || written === null ? '' : String(written), values)
  values.set(name, value)
  return [{ ...common, value }]
}

/** Kubernetes fills in `$(NAME)` from the variables before it, and leaves what it does not know. */
export const expanded = (text: string, values: ReadonlyMap<string, string>): string =>
  text.includes('$(') ? text.replace(/\$?\$\(([\w.-]+)\)/g, (whole, name: string) => (whole.startsWith('$$') ? whole.slice(1) : (values.get(name) ?? whole))) : text

/** In a script the shell fills in what the container is started with. */
export const shellExpanded = (text: string, values: ReadonlyMap<string, string>): string =>
  values.size === 0 || !text.includes('$') ? text : text.replace(/\$\{(\w+)\}|\$(\w+)/g, (whole, braced?: string, bare?: string) => values.get(braced ?? bare ?? '') ?? whole)

/** Operators are told in variables which images to start: `RELATED_IMAGE_…`, and others that plainly name one. */
function imageOf(unit: Unit, { name, value, at, state }: Setting): readonly Claim[] {
  if (value === undefined) return []
  const isNamed = /^RELATED_IMAGE_|_IMAGE$|^IMAGE$/.test(name) && /^[^\s:]+\/[^\s]+$/.test(value) && !value.includes('://')
  return isNamed || isPlainlyImage(value) ? imageIn(unit, value, { at, state }) : []
}
