import { type Claim, type FilePlace, idOf, type State, type ThingId, weaker } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { arnsIn } from '#estate/identifiers/arn.ts'
import { type Host, hostValue, isIdentifier, isPlaceholder, urlsIn } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { secretIn } from '#redaction/secret.ts'
import { relatedStates } from './related-settings.ts'

/** A named value that a program is started with: an environment variable, a line of a ConfigMap, an app setting. */
export interface Setting {
  readonly name: string
  /** Left out when the value lies elsewhere (a Secret, a field of the object): then it is set, and we do not know to what. */
  readonly value?: string
  readonly at: FilePlace
  readonly state: State
  /** Names of the estate's own services, lower-case: calling those is no dependency on somebody else. */
  readonly inside: ReadonlySet<string>
}

/** Settings whose value is the address of the program itself, not of something that it calls. */
const ownAddress =
  /(^|_)(PUBLIC|EXTERNAL|SITE|SELF|OWN|ADVERTISED?|ALLOWED|CORS|TRUSTED|VIRTUAL|LISTEN|BIND|SERVER_NAME|ORIGINS?|CANONICAL|FRONTEND|WEB_?ROOT|REDIRECT|KC_HOSTNAME|HOSTNAME|DOMAIN)(S|ED)?(_|$)/i

/** What settings say, and what was found amiss with them. */
export interface SettingsRead {
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * What all settings of one program say together. Beyond what each says alone, a switch that is off makes those of its family
 * inactive, and an address inside the estate makes theirs emulated (`related-settings.ts`).
 */
export function readSettings(from: ThingId, settings: readonly Setting[]): SettingsRead {
  const related = relatedStates(settings)
  const all = settings.map((setting) => {
    const { state, signState } = related(setting)
    return readOne(from, { ...setting, state }, signState)
  })
  return { claims: all.flatMap((one) => one.claims), diagnostics: all.flatMap((one) => one.diagnostics) }
}

/** What one setting says: which name is set, which hosts, clouds and regions its value names, and whether a secret lies here. */
export const readSetting = (from: ThingId, setting: Setting): SettingsRead => readOne(from, setting, setting.state)

/** @param named the state of the name as a sign, which may be weaker than that of what the value says */
function readOne(from: ThingId, setting: Setting, named: State): SettingsRead {
  const value = unquoted(setting.value)
  const secret = value === undefined ? undefined : secretIn(setting.name, value)
  const state = stateOf(setting, value)
  const shown = secret === undefined && value !== undefined && value.length <= 200 && !/[\r\n]/.test(value) ? { value } : {}
  const claims: Claim[] = [signClaim(from, { on: 'env-name', text: setting.name }, { state: weaker(state, named), at: setting.at, ...shown })]
  if (value !== undefined) {
    // A value may leave its password open and still name its host: of hosts, only their own name decides.
    for (const host of hostsOf(value)) claims.push(...hostClaims(from, host, setting, setting.state))
    for (const arn of arnsIn(value)) {
      claims.push(signClaim(from, { on: 'arn-service', text: arn.service }, { state, at: setting.at, ...(arn.region === undefined ? {} : { value: arn.region }) }))
    }
  }
  const diagnostics: Diagnostic[] = secret === undefined ? [] : [secretFound(setting.at, secret)]
  return { claims, diagnostics }
}

/** The finding that a secret lies in the open: where, and of which class; never the secret. */
export const secretFound = (at: FilePlace, what: string): Diagnostic => ({
  code: 'secret',
  severity: 'warning',
  file: at.file,
  pointer: at.pointer,
  values: { what },
  ...(at.line === undefined ? {} : { line: at.line }),
})

/** Names of variables inside a value, `${X}` and `$(X)`, leave it open, and so does a value nobody filled in. */
function stateOf(setting: Setting, value: string | undefined): State {
  if (value === undefined) return setting.state
  if (value === '' || /^(false|off|no|disabled|none|null)$/i.test(value)) return weaker(setting.state, 'inactive')
  const isOpen = /^[[{]/.test(value) ? /\$\{|\$\(/.test(value) : isPlaceholder(value)
  return isOpen ? weaker(setting.state, 'placeholder') : setting.state
}

const unquoted = (value: string | undefined): string | undefined =>
  value
    ?.trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim()

function hostsOf(value: string): readonly Host[] {
  const urls = urlsIn(value)
    .filter((seen) => !isIdentifier(seen))
    .map((seen) => seen.host)
  if (urls.length > 0) return urls
  return value.split(/[\s,;]+/).flatMap((part) => hostValue(part) ?? [])
}

/** That a host is called, unless it is inside the estate. A program's own address is a domain of the organisation. */
function hostClaims(from: ThingId, host: Host, setting: Setting, state: State): readonly Claim[] {
  if (host.kind === 'inside' || setting.inside.has(host.name)) return []
  const own = ownAddress.test(setting.name)
  if (own && /^[\d.:]+$/.test(host.name)) return []
  const known: State = host.kind === 'placeholder' ? weaker(state, 'placeholder') : state
  const role = own ? 'domain' : 'endpoint'
  return [{ claim: 'link', from, to: idOf(own ? 'domain' : 'host', host.name), role, state: known, basis: 'observed', at: [setting.at] }]
}
