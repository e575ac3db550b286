import { isRecord, listAt, recordAt } from '#lang/json.ts'
import { readSettings, type Setting } from '../settings.ts'
import { readText } from './config-text.ts'
import { takenSettings } from './environment.ts'
import { textsAt } from './object.ts'
import { placeOf, type Read, type Unit } from './unit.ts'
import { below, wayTo } from './way.ts'

/** Written by the cluster into every namespace, or a state that controllers keep. */
const ownMaps = /^(kube-root-ca\.crt|openshift-service-ca\.crt|extension-apiserver-authentication|istio-ca-root-cert|kubelet-config.*|.*-leader(-election)?|cluster-info)$/
/** The settings of so many users are looked at beside; more of them say the same. */
const mostUsers = 20

/** What a ConfigMap says, key by key; each is one value or one file. What its users are told beside it counts for what is in use. */
export function configMapClaims(unit: Unit): Read {
  if (ownMaps.test(unit.object.name)) return { claims: [], diagnostics: [] }
  const way = wayTo('data')
  const read = Object.entries(textsAt(unit.object.value['data'])).map(([name, text]) => readText(unit, { name, text, at: placeOf(unit, below(way, name)), state: unit.state }))
  const settings = readSettings(
    unit.id,
    read.flatMap((one) => one.settings),
    besideOf(unit),
  )
  return { claims: [...read.flatMap((one) => one.claims), ...settings.claims], diagnostics: settings.diagnostics }
}

/** The settings of containers in this file that are given this ConfigMap. */
function besideOf(unit: Unit): readonly Setting[] {
  const users = (unit.scope.usersOf.get(unit.object.id) ?? []).slice(0, mostUsers)
  return users.flatMap((user) =>
    unit.scope.walked(user).containers.flatMap(({ value, way }) => {
      if (!isRecord(value)) return []
      const as: Unit = { ...unit, object: user }
      const own = listAt(value, 'env').flatMap((row): readonly Setting[] => {
        const [name, text] = isRecord(row) ? [row['name'], row['value']] : []
        return typeof name === 'string' && typeof text === 'string' ? [{ name, value: text, at: placeOf(as, way), state: unit.state, inside: unit.scope.insideNames }] : []
      })
      return [...own, ...takenSettings(as, value, way).filter((setting) => !(setting.name in recordAt(unit.object.value, 'data')))]
    }),
  )
}
