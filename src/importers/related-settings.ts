import { type State, weaker } from '#estate/claim.ts'
import { hostValue, readHost, urlsIn } from '#estate/identifiers/host-name.ts'
import type { Setting } from './settings.ts'

/** What the settings beside one say about it. */
export interface Related {
  /** The state of everything the setting says: a switch beside it may be off. */
  readonly state: State
  /** The state of its name as a sign: the address beside it may be a stand-in's, whatever else its value says. */
  readonly signState: State
}

/** Endings of settings that say where a service is called. */
const address = /_(?:ENDPOINT(?:_UR[LI])?|HOST(?:NAME)?|BASE_UR[LI]|API_BASE|SERVER_URL)$/i
/** `AWS_ENDPOINT_URL_S3`: the same, with the one service behind it. */
const addressOfOne = /_ENDPOINT_URL(?:_[A-Z0-9_]+)$/i
/** The words an address of object storage goes by, and how that API's credentials are called wherever they lead. */
const storage = /(^|_)(S3|STORAGE|BUCKET|OBJECT_?STORE|MINIO)(_|$)/i
const storageCredential = /^([A-Z0-9]+)_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|(?:DEFAULT_)?REGION(?:_NAME)?)$/i

const switches: readonly { readonly form: RegExp; readonly off: RegExp }[] = [
  { form: /^(.+?)_(?:TRACING(?:_V\d+)?_ENABLED|TRACING(?:_V\d+)?|IS_ENABLED|ENABLED?|ACTIVE)$/i, off: /^(false|0|off|no|disabled)$/i },
  { form: /^(?:ENABLE|USE|WITH)_(.+)$/i, off: /^(false|0|off|no)$/i },
  { form: /^(.+?)(?:_SDK)?_DISABLED?$/i, off: /^(true|1|on|yes)$/i },
  { form: /^(.+?)(?:_HUB)?_OFFLINE(?:_MODE)?$/i, off: /^(true|1|on|yes)$/i },
  { form: /^DISABLE_(.+)$/i, off: /^(true|1|on|yes)$/i },
]

/**
 * What settings of one program say about each other. Where the address in `X_ENDPOINT` is inside the estate, a stand-in answers,
 * and `X_…` is emulated; where it waits to be filled in, so does the rest. Where `X_ENABLED` is off, `X_…` is inactive.
 *
 * @returns a function that answers for each of the settings
 */
export function relatedStates(settings: readonly Setting[]): (setting: Setting) => Related {
  const off = new Set(settings.flatMap(switchedOff))
  const addresses = addressStates(settings)
  const storages = [...addresses].filter(([prefix]) => storage.test(prefix)).map(([, state]) => state)
  const stored = storages.includes('active') ? undefined : storages[0]
  return (setting) => {
    const state = prefixesOf(setting.name).some((prefix) => off.has(prefix)) ? weaker(setting.state, 'inactive') : setting.state
    const own = prefixesOf(setting.name)
      .map((prefix) => addresses.get(prefix))
      .find((found) => found !== undefined)
    const ofStorage = storageCredential.test(setting.name) || storage.test(setting.name) ? stored : undefined
    return { state, signState: weaker(state, own ?? ofStorage ?? 'active') }
  }
}

/** The beginnings of a name at its underscores, the longest first, in upper case. */
function prefixesOf(name: string): readonly string[] {
  const words = name.toUpperCase().split('_').slice(0, 12)
  return words.map((_, index) => words.slice(0, words.length - index).join('_'))
}

function switchedOff(setting: Setting): readonly string[] {
  const value = plainValue(setting)
  if (value === undefined) return []
  return switches.flatMap(({ form, off }) => {
    const prefix = form.exec(setting.name)?.[1]
    return prefix !== undefined && off.test(value) ? [prefix.toUpperCase()] : []
  })
}

/** For each prefix whose addresses are known: active as soon as one of them leads outside. */
function addressStates(settings: readonly Setting[]): ReadonlyMap<string, State> {
  const states = new Map<string, State>()
  for (const setting of settings) {
    const value = plainValue(setting)
    const prefix = setting.name.replace(address, '').replace(addressOfOne, '').toUpperCase()
    if (value === undefined || value === '' || prefix.length < 2 || prefix === setting.name.toUpperCase()) continue
    const state = addressState(setting, value)
    const before = states.get(prefix)
    if (state !== undefined && before !== 'active') states.set(prefix, state === 'active' ? 'active' : (before ?? state))
  }
  return states
}

function addressState(setting: Setting, value: string): State | undefined {
  const host = urlsIn(value)[0]?.host ?? hostValue(value) ?? (/\s/.test(value) ? undefined : readHost(value))
  if (!host) return /^[<$]|[<>{}]/.test(value) ? 'placeholder' : undefined
  if (host.kind === 'inside' || setting.inside.has(host.name)) return 'emulated'
  return host.kind === 'placeholder' ? 'placeholder' : 'active'
}

const plainValue = (setting: Setting): string | undefined =>
  setting.value
    ?.trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim()
