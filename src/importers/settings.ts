import { type Claim, type FilePlace, idOf, type State, type ThingId, weaker } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { arnsIn } from '#estate/identifiers/arn.ts'
import { type Host, hostValue, isIdentifier, isPlaceholder, urlsIn } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { uniqueBy } from '#lang/group.ts'
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
  /** Set when the value was filled in from another place, which is searched for secrets itself: then none is told here. */
  readonly secretElsewhere?: boolean
  /** Whether it says where the program sends logs, traces, metrics or crash reports; left out, its name decides. */
  readonly reports?: boolean
}

/** Settings whose value is the address of the program itself, not of something that it calls. */
const ownAddress =
  /(^|_)(PUBLIC|EXTERNAL|SITE|SELF|OWN|ADVERTISED?|ALLOWED|CORS|TRUSTED|VIRTUAL|LISTEN|BIND|SERVER_NAME|ORIGINS?|CANONICAL|FRONTEND|WEB_?ROOT|REDIRECT|CALLBACK|DOMAIN)(S|ED)?(_|$)|(^|_)ROOT_UR[LI]$/i
/** Which of its regions a service is asked for, and no address: `DD_SITE=datadoghq.eu`. */
const regionOfService = /^(DD|DATADOG)_SITE$/i
/** `HOSTNAME` alone is the program's own; behind another word (`REDIS_HOSTNAME`) it is that one's, unless the word means the program too. */
const ownHostname = /^(?:(?:\w+_)?(?:KC|KEYCLOAK|APP|APPLICATION|WEB|UI|SERVER|SERVICE|NODE|POD|CONTAINER|INGRESS|MY)_)?HOSTNAME(?:_|$)/i
/** Settings that hold a link for people to follow; the program shows it and calls nobody. */
const linkForPeople = /(^|_)(HELP|DOCS?|DOCUMENTATION|BANNER|TERMS|PRIVACY|HOMEPAGE|FAQ|IMPRINT|LEGAL|CONTACT|FEEDBACK|RUNBOOK)(_[A-Z0-9]+)*_?UR[LI]S?$|(^|_)LICEN[CS]E_?UR[LI]$/i
/** Names of settings that say where a program tells of itself. */
const reporting =
  /(^|_)(OTEL_EXPORTER|OTLP|SENTRY|GLITCHTIP|BUGSNAG|ROLLBAR|HONEYBADGER|RAYGUN|AIRBRAKE|DD|DATADOG|NEW_?RELIC|ELASTIC_APM|APM|JAEGER|ZIPKIN|TEMPO|LOKI|LOGSTASH|FLUENTD?|FLUENT_?BIT|GELF|GRAYLOG|SYSLOG|SPLUNK|STATSD|PUSHGATEWAY|TELEMETRY|TRACING|TRACES?|LOGGING|LOGS?|METRICS|REMOTE_?WRITE|COLLECTOR|CRASH_?REPORT\w*|APPLICATIONINSIGHTS)(_|$)/i

/** Names of settings that tell a package manager where to fetch from. */
const packageIndex =
  /^((PIP|UV|PDM|POETRY)_\w*(INDEX|REPOSITOR(Y|IES))(_\w+)?|UV_(PYTHON|INSTALL\w*)_MIRROR|(NPM|PNPM)_CONFIG_\w*REGISTRY|YARN_(NPM_)?REGISTRY(_SERVER)?|GOPROXY|GOSUMDB|CARGO_REGISTR(Y|IES)_\w*INDEX|RUSTUP_(DIST|UPDATE)_\w+|BUNDLE_MIRROR_?\w*|GEM_SOURCE|COMPOSER_(REPOSITORY|MIRROR)\w*|NUGET_(SOURCE|FEED)\w*|MAVEN_(REPO|MIRROR)\w*|HOMEBREW_\w*(DOMAIN|REMOTE))$/i

/** No package manager knows a longer name. */
const longestName = 100

/** Whether a setting of this name says where logs, traces, metrics or crash reports go. */
export const isReporting = (name: string): boolean => reporting.test(name)

/** What settings say, and what was found amiss with them. */
export interface SettingsRead {
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * What all settings of one program say together. Beyond what each says alone, a switch that is off makes those of its family
 * inactive, and an address inside the estate makes theirs emulated (`related-settings.ts`).
 *
 * @param beside settings of the same program that are read elsewhere: they count for what settings say of each other
 */
export function readSettings(from: ThingId, settings: readonly Setting[], beside: readonly Setting[] = []): SettingsRead {
  const together = beside.length === 0 ? settings : [...settings, ...beside]
  const related = relatedStates(together)
  const secrets = new Set(together.flatMap(secretValue))
  const all = settings.map((setting) => {
    const { state, signState } = related(setting)
    return readOne(from, { ...setting, state }, { state: signState, secrets })
  })
  return { claims: all.flatMap((one) => one.claims), diagnostics: all.flatMap((one) => one.diagnostics) }
}

/** A value that is a secret under one name is one under any other. Short ones (`admin`) are words that mean other things as well. */
function secretValue(setting: Setting): readonly string[] {
  const value = unquoted(setting.value)
  return value !== undefined && value.length > 7 && secretIn(setting.name, value) !== undefined ? [value] : []
}

interface Named {
  /** Of the name as a sign, which may be weaker than that of what the value says. */
  readonly state: State
  /** Values that are secrets under the names of other settings. */
  readonly secrets: ReadonlySet<string>
}

/** What one setting says: which name is set, which hosts, clouds and regions its value names, and whether a secret lies here. */
function readOne(from: ThingId, setting: Setting, named: Named): SettingsRead {
  const value = unquoted(setting.value)
  const secret = value === undefined ? undefined : secretIn(setting.name, value)
  const state = stateOf(setting, value)
  const isShown = secret === undefined && value !== undefined && value.length <= 200 && !/[\r\n]/.test(value) && !named.secrets.has(value)
  const claims: Claim[] = [signClaim(from, { on: 'env-name', text: setting.name }, { state: weaker(state, named.state), at: setting.at, ...(isShown ? { value } : {}) })]
  if (value !== undefined) {
    // A value may leave its password open and still name its host: of hosts, only their own name decides.
    for (const host of uniqueBy(hostsOf(value), (one) => one.name)) claims.push(...hostClaims(from, host, setting, setting.state))
    for (const arn of uniqueBy(arnsIn(value), (one) => `${one.service} ${one.region}`)) {
      claims.push(signClaim(from, { on: 'arn-service', text: arn.service }, { state, at: setting.at, ...(arn.region === undefined ? {} : { value: arn.region }) }))
    }
  }
  const diagnostics: Diagnostic[] = secret === undefined || setting.secretElsewhere === true ? [] : [secretFound(setting.at, secret)]
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
  if (host.kind === 'inside' || setting.inside.has(host.name) || linkForPeople.test(setting.name)) return []
  const own = (ownAddress.test(setting.name) && !regionOfService.test(setting.name)) || ownHostname.test(setting.name)
  if (own && /^[\d.:]+$/.test(host.name)) return []
  const common = { claim: 'link', from, state: host.kind === 'placeholder' ? weaker(state, 'placeholder') : state, basis: 'observed', at: [setting.at] } as const
  if (own) return [{ ...common, to: idOf('domain', host.name), role: 'domain' }]
  const to = idOf('host', host.name)
  if (setting.name.length <= longestName && packageIndex.test(setting.name)) return [{ ...common, to, role: 'runtime-download' }]
  if (!(setting.reports ?? isReporting(setting.name))) return [{ ...common, to, role: 'endpoint' }]
  return [
    { ...common, to, role: 'endpoint', phase: 'monitor' },
    { ...common, to, role: 'reports-to' },
  ]
}
