import { type Claim, weaker } from '#estate/claim.ts'
import { hostValue } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import type { Setting } from '../settings.ts'
import type { ConfigText, TextRead } from './config-text.ts'
import { imageIn, isPlainlyImage } from './images.ts'
import { servicesNamed } from './service-names.ts'
import type { Unit } from './unit.ts'

/** More lines than this are a list of data, not settings. */
const mostLines = 3000
const longestLine = 4000

/** A name as settings are called everywhere: `spring.datasource.url` is `SPRING_DATASOURCE_URL`. */
export const settingName = (text: string): string =>
  text
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase()

/** Names under which a bare host stands. Elsewhere `user.name` is a field of something, whatever domain bears that name. */
export const namesHost =
  /(^|_)(HOSTS?|HOSTNAMES?|SERVERS?|SERVER_NAME|ADDR|ADDRESS|ADDRESSES|ENDPOINTS?|UR[LI]S?|BROKERS?|BOOTSTRAP\w*|NODES?|PEERS?|UPSTREAMS?|TARGETS?|DOMAINS?|PROXY|PROXY_PASS|DNS|FORWARD|RESOLVER|NAMESERVERS?|DESTINATION|REMOTE|SMARTHOST|RELAY|ISSUER|CLUSTERS?|REGISTRY|SITE|TENANT)(_\d+)?$/

/** Whether a setting out of a file says something to others than its own program: by a URL, a host, or a name of several words. */
export function isTelling(name: string, value: string): boolean {
  if (name === '' || value === '') return false
  if (value.includes('://')) return true
  const isHost = value.length < 2000 && value.split(/[\s,;]+/).some((word) => hostValue(word) !== undefined)
  return isHost ? namesHost.test(name) || /:\d{2,5}$/.test(value) : name.includes('_')
}

/** Sections and blocks whose content is sent away. */
const outward = /^(output|outputs|match|store|exporter|sink|destination|remote|logs?)\b/i
/** Directives of web servers that only form an answer. */
const answering = /^(return|rewrite|error_page|add_header|log_format|map|if|include|expires|proxy_set_header|proxy_redirect|access_log)$/i

/**
 * Lines that give names values: `a.b = c` and `a: b` of properties, INI and TOML, `a b;` of nginx, `Key Value` of Fluent Bit and
 * Fluentd, elements of XML. Comments say nothing.
 */
export function settingsInLines(unit: Unit, text: ConfigText): TextRead {
  const { at } = text
  const state = weaker(unit.state, text.state)
  const settings: Setting[] = []
  const claims: Claim[] = []
  const exporters: Sender[] = []
  let section = ''
  for (const line of text.text.split(/\r?\n/, mostLines)) {
    const plain = withoutComment(line.slice(0, longestLine))
    const named = sectionOf(plain)
    if (named !== undefined) {
      section = named
      if (outward.test(section)) exporters.push({})
    }
    const reports = outward.test(section)
    for (const row of named !== undefined ? [] : rowsOf(plain)) {
      if (answering.test(row.name)) continue
      const name = settingName(/^[\w.@-]+$/.test(section) && !reports ? `${section}_${row.name}` : row.name)
      if (reports) note(exporters, row)
      if (isTelling(name, row.value)) settings.push({ name, value: row.value, at, state, inside: unit.scope.insideNames, ...(reports ? { reports } : {}) })
      if (isPlainlyImage(row.value)) claims.push(...imageIn(unit, row.value, { at, state }))
      claims.push(...servicesNamed(unit, row.value, { at, state, setting: name, ...(reports ? { reports } : {}) }))
    }
  }
  const signs = exporters.flatMap(({ type, region }) =>
    type === undefined ? [] : [signClaim(unit.id, { on: 'exporter', text: type }, { state, at, ...(region === undefined ? {} : { value: region }) })],
  )
  return { settings, claims: [...claims, ...signs] }
}

/** What one section sends to, and in which region. */
interface Sender {
  type?: string
  region?: string
}

function note(exporters: readonly Sender[], { name, value }: Row): void {
  const last = exporters.at(-1)
  if (!last) return
  if (/^(@type|name|type)$/i.test(name) && /^[a-z][\w-]{1,40}$/i.test(value)) last.type ??= value.toLowerCase()
  else if (/region$/i.test(name)) last.region ??= value
}

const withoutComment = (line: string): string => (/^\s*(#|;|\/\/|--|<!--|\*|rem\s)/i.test(line) ? '' : line.replace(/\s(#|\/\/|;)\s.*$/, '').trim())

/** `[OUTPUT]`, `[[outputs.influxdb]]`, `<match app.**>`, `upstream backend {`. An element of XML opens no section. */
function sectionOf(line: string): string | undefined {
  const bracket = /^\[{1,2}([^\]]{1,100})\]{1,2}$/.exec(line)?.[1]?.trim() ?? /^<(match|source|filter|store|label|server|buffer|format|parse)(?:\s[^>]*)?>$/i.exec(line)?.[1]
  return bracket ?? (/^<\/\w+>$/.test(line) ? '' : line.endsWith('{') ? /^[a-z_]\w*/i.exec(line)?.[0] : undefined)
}

interface Row {
  readonly name: string
  readonly value: string
}

const directive = /^([a-z_@][\w.@-]*)\s+(\S.*)$/i

function rowsOf(line: string): readonly Row[] {
  if (line === '') return []
  const block = /^[^{}]{1,300}\{([^{}]*)\}$/.exec(line)?.[1]
  if (block?.includes(';')) return block.split(';').flatMap((part) => rowsOf(part.trim()))
  if (line.startsWith('<')) return elementRows(line)
  const parts = /^(?:export\s+)?["']?([\w.@/[\]-]{1,120})["']?\s*(?::=|=>|=|:(?!\/\/))\s*(.*)$/.exec(line) ?? directive.exec(line)
  const [, name = '', value = ''] = parts ?? []
  const plain = value
    .replace(/[;,]\s*$/, '')
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim()
  return name === '' || plain === '' ? [] : [{ name, value: plain }]
}

/** The text of an element and its attributes. Name spaces, schemas and classes are called by nobody. */
function elementRows(line: string): readonly Row[] {
  const element = [...line.matchAll(/<([a-z][\w.:-]{0,80})[^<>]*>([^<>]{1,1000})<\//gi)].map(([, name = '', value = '']) => ({ name, value: value.trim() }))
  const attributes = [...line.matchAll(/\s([a-z][\w.-]{0,80})="([^"]{1,1000})"/gi)].map(([, name = '', value = '']) => ({ name, value: value.trim() }))
  return [...element, ...attributes].filter(({ name, value }) => value !== '' && !/^(xmlns|xsi|schemaLocation|class|type|id|publicId|systemId)$/i.test(name))
}
