import { type Claim, idOf, weaker } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { hostValue, urlsIn } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { secretIn, secretInText } from '#redaction/secret.ts'
import { readScript } from '../script.ts'
import { secretFound } from '../settings.ts'
import type { Placed, Service } from './service.ts'
import type { Unit } from './unit.ts'

interface Read {
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Flags whose value is where something is called. */
const calls = /(host|server|url|uri|endpoint|address|upstream|target|remote|broker|issuer|dns|forward|peer)s?$/i
/** Flags whose value is where the program itself is reached. */
const ownAddress = /(listen|bind|public|external|advertise|cors|allowed|hostname|domain)/i

/** What `command`, `entrypoint` and the hooks of a service call, fetch and switch on. */
export function commandClaims(unit: Unit): Read {
  const texts = ['entrypoint', 'command', 'post_start', 'pre_stop'].flatMap((key) => commandsOf(unit.service, key))
  const parts = texts.map((text) => oneCommand(unit, text))
  return { claims: parts.flatMap((part) => part.claims), diagnostics: parts.flatMap((part) => part.diagnostics) }
}

/** A command as one text. Lists are joined; of several layers the last holds. */
function commandsOf(service: Service, key: string): readonly Placed<string>[] {
  const field = service.fields.get(key)?.at(-1)
  if (!field) return []
  const at = field.at([])
  if (typeof field.value === 'string') return [{ value: field.value, at }]
  if (!Array.isArray(field.value)) return []
  const words = field.value.flatMap((item): readonly string[] => {
    if (typeof item === 'string' || typeof item === 'number') return [String(item)]
    const inner: unknown = typeof item === 'object' && item !== null && 'command' in item ? item.command : undefined
    return typeof inner === 'string' ? [inner] : Array.isArray(inner) ? inner.map(String) : []
  })
  return words.length === 0 ? [] : [{ value: words.join(' '), at }]
}

function oneCommand(unit: Unit, command: Placed<string>): Read {
  const { value, at } = command
  // The word in front keeps a command that begins with a flag from being taken for a comment.
  const script = readScript(unit.id, { text: `exec ${value}`, at, state: unit.state, inside: unit.insideNames })
  const flags = value.length > 100_000 ? [] : flagsIn(value)
  const secret =
    secretInText(value) ?? flags.map((flag) => (flag.value === undefined ? undefined : secretIn(flag.name.replace(/^-+/, ''), flag.value))).find((one) => one !== undefined)
  return { claims: [...script, ...flags.flatMap((flag) => flagClaims(unit, flag, at))], diagnostics: secret === undefined ? [] : [secretFound(at, secret)] }
}

interface Flag {
  readonly name: string
  readonly value?: string
}

/** Flags of the form `--name=value`, `--name value` and `--name`; with one dash only with an equals sign, as Go programs write them. */
function flagsIn(text: string): readonly Flag[] {
  const words = text.match(/"[^"]*"|'[^']*'|[^\s"']+(?:"[^"]*"|'[^']*')?/g) ?? []
  return words.flatMap((word, index): readonly Flag[] => {
    const parts = /^(--?[a-zA-Z][\w.-]*)(?:=(.*))?$/s.exec(unquoted(word))
    const [, name = '', value] = parts ?? []
    if (name === '' || (!name.startsWith('--') && value === undefined)) return []
    const next = words[index + 1]
    if (value !== undefined) return [{ name, value: unquoted(value) }]
    return [next === undefined || next.startsWith('-') || !name.startsWith('--') ? { name } : { name, value: unquoted(next) }]
  })
}

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/s, '$2')

function flagClaims(unit: Unit, flag: Flag, at: Placed<string>['at']): readonly Claim[] {
  const { name, value } = flag
  const isShown = value !== undefined && value.length <= 200 && secretIn(name.replace(/^-+/, ''), value) === undefined
  const claims: Claim[] = [signClaim(unit.id, { on: 'argument', text: isShown ? `${name}=${value}` : name }, { state: unit.state, at })]
  if (value === undefined || urlsIn(value).length > 0 || !calls.test(name) || ownAddress.test(name)) return claims
  const host = hostValue(value)
  if (!host || host.kind === 'inside' || unit.insideNames.has(host.name)) return claims
  const state = host.kind === 'placeholder' ? weaker(unit.state, 'placeholder') : unit.state
  return [...claims, { claim: 'link', from: unit.id, to: idOf('host', host.name), role: 'endpoint', state, basis: 'observed', at: [at] }]
}
