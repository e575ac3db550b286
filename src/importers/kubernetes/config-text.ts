import { type Claim, type FilePlace, type State, weaker } from '#estate/claim.ts'
import { signClaim } from '#estate/signal.ts'
import { readScript } from '../script.ts'
import type { Setting } from '../settings.ts'
import { settingName, settingsInLines } from './config-lines.ts'
import { settingsInTree } from './config-tree.ts'
import { servicesNamed } from './service-names.ts'
import type { Unit } from './unit.ts'

/** A text under a name: a key of a ConfigMap, a file it is mounted as. */
export interface ConfigText {
  readonly name: string
  readonly text: string
  readonly at: FilePlace
  readonly state: State
}

/** What a text says as settings, and what it says beside. */
export interface TextRead {
  readonly settings: readonly Setting[]
  readonly claims: readonly Claim[]
}

/** Longer texts are dumps and dashboards, not settings. */
const longest = 400_000

/**
 * Reads a text by what it is: one value, a script, a tree (YAML, JSON), lines of names and values (properties, INI, TOML, nginx,
 * Fluent Bit), a database schema. Pages, notes, certificates and dashboards say nothing of what is called.
 */
export function readText(unit: Unit, text: ConfigText): TextRead {
  const kind = kindOf(text)
  const state = weaker(unit.state, text.state)
  const { at } = text
  const inside = unit.scope.insideNames
  switch (kind) {
    case 'value': {
      // A key that is no variable is a setting of a program that reads the map itself: `mail.host` is `MAIL_HOST` there.
      const name = /^[A-Za-z_]\w*$/.test(text.name) ? text.name : settingName(text.name)
      if (name === '') return { settings: [], claims: [] }
      const setting: Setting = { name, value: text.text.trim(), at, state, inside }
      return { settings: [setting], claims: servicesNamed(unit, text.text, { at, state, setting: name }) }
    }
    case 'script':
      return { settings: [], claims: [...readScript(unit.id, { text: text.text, at, state, inside }), ...servicesNamed(unit, text.text, { at, state })] }
    case 'tree':
      return looksLikeTree.test(text.text.slice(0, 5000)) ? settingsInTree(unit, text) : { settings: [], claims: [] }
    case 'lines':
      return settingsInLines(unit, text)
    case 'schema':
      return { settings: [], claims: columnClaims(unit, text) }
    default:
      return { settings: [], claims: [] }
  }
}

/** A first line that a tree could have: a parser takes very long over one that is none. */
const looksLikeTree = /^[ \t]*(?:- |["']?[\w./@-]{1,100}["']?[ \t]{0,20}:(?:\s|$)|[[{]["'\w[{\]}\s])/m

type TextKind = 'value' | 'script' | 'tree' | 'lines' | 'schema' | 'nothing'

const byEnding: readonly (readonly [RegExp, TextKind])[] = [
  [/\.(sh|bash|zsh|ksh)$/i, 'script'],
  [/\.(ya?ml|json|jsonnet|hujson)$/i, 'tree'],
  [/\.(properties|env|ini|cnf|toml|hcl|river|alloy|service|timer|rc|list|sources|acl|vcl|template|xml|vmoptions)$/i, 'lines'],
  [/\.(sql|ddl)$/i, 'schema'],
  [/\.(py|js|mjs|cjs|ts|rb|php|lua|pl|go|groovy|ps1|r|kts?|java|cs)$/i, 'script'],
  [/\.(html?|css|md|rst|txt|svg|pem|crt|cer|key|pub|p12|jks|csv|lock|sum|rego|cel|graphql|proto|po|tmpl|tpl|gotmpl|j2|erb)$/i, 'nothing'],
]

function kindOf({ name, text }: ConfigText): TextKind {
  if (text.length > longest || /-----BEGIN CERTIFICATE/.test(text.slice(0, 200))) return 'nothing'
  const known = byEnding.find(([ending]) => ending.test(name))?.[1]
  const isLong = /[\r\n]/.test(text.trim())
  if (known !== undefined && (isLong || known !== 'lines')) return isDashboard(text) ? 'nothing' : known
  if (!isLong) return 'value'
  if (/^\s*#!/.test(text)) return 'script'
  if (/^\s*[[{]/.test(text)) return isDashboard(text) ? 'nothing' : /^\s*\[[\w .:-]+\]\s*$/m.test(text.slice(0, 300)) ? 'lines' : 'tree'
  return guessed(text)
}

/** Pages of Grafana and the like: their links are for people. */
const isDashboard = (text: string): boolean => /"panels"\s*:/.test(text) && /"(schemaVersion|gridPos|datasource)"\s*:/.test(text)

/** Without an ending to its name, a text is what most of its lines look like. */
function guessed(text: string): TextKind {
  const lines = text.split(/\r?\n/, 60).filter((line) => line.trim() !== '' && !/^\s*[#;]/.test(line))
  const share = (form: RegExp): number => lines.filter((line) => form.test(line)).length / Math.max(1, lines.length)
  if (share(/^\s*(?:- )?["']?[\w./-]+["']?\s*:(?:\s|$)/) > 0.5) return 'tree'
  if (share(/^\s*(?:[\w.@-]+\s*=|\[[^\]]+\]\s*$)/) > 0.4) return 'lines'
  return share(/^\s*(?:CREATE|INSERT|ALTER|GRANT)\b/i) > 0.2 ? 'schema' : 'lines'
}

/** More columns than a schema of honest size has. */
const mostColumns = 400

/** The columns of tables that a schema makes: their names tell which data lies there. */
function columnClaims(unit: Unit, { text, at, state }: ConfigText): readonly Claim[] {
  const columns = new Set<string>()
  for (const [, body = ''] of text.slice(0, 100_000).matchAll(/\bCREATE\s+TABLE\s+[^(;]{1,200}\(([^;]{1,20000})/gi)) {
    for (const [, name = ''] of body.matchAll(/(?:^|,)\s*["`[]?([a-z_][a-z0-9_]{1,60})["`\]]?\s+[a-z]/gi)) {
      if (!/^(primary|foreign|unique|constraint|check|index|key|references)$/i.test(name) && columns.size < mostColumns) columns.add(name.toLowerCase())
    }
  }
  return [...columns].map((name) => signClaim(unit.id, { on: 'spec-value', text: `sql.column=${name}` }, { state: weaker(unit.state, state), at }))
}
