import { type Claim, type FilePlace, idOf, type State, type ThingId, weaker } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { hostValue, urlsIn } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { secretIn, secretInText } from '#redaction/secret.ts'
import { readScript } from './script.ts'
import { secretFound } from './settings.ts'

/** A program and its arguments as one text, the words parted by blanks. */
export interface Command {
  readonly text: string
  readonly at: FilePlace
  readonly state: State
  /** Names of the estate's own services, lower-case. */
  readonly inside: ReadonlySet<string>
}

/** Flags whose value is where something is called. */
const calls = /(host|server|url|uri|endpoint|address|upstream|target|remote|broker|issuer|dns|forward|peer)s?$/i
/** Flags whose value is where the program itself is reached. */
const ownAddress = /(listen|bind|public|external|advertise|cors|allowed|hostname|domain)/i
/** Words in front that start another program. */
const starters = /^(?:.*\/)?(?:env|exec|sh|bash|ash|zsh|dash|tini|dumb-init|sudo|su-exec|gosu|nohup|time)$/

/** What a command calls, fetches and switches on, and whether a secret lies in it. */
export function readCommand(from: ThingId, command: Command): { readonly claims: readonly Claim[]; readonly diagnostics: readonly Diagnostic[] } {
  const { text, at, state, inside } = command
  // The word in front keeps a command that begins with a flag from being taken for a comment.
  const script = readScript(from, { text: `exec ${text}`, at, state, inside })
  const words = text.length > 100_000 ? [] : wordsIn(text)
  const flags = flagsIn(words)
  const secret =
    secretInText(text) ?? flags.map((flag) => (flag.value === undefined ? undefined : secretIn(flag.name.replace(/^-+/, ''), flag.value))).find((one) => one !== undefined)
  const claims = [...script, ...programClaims(from, command, words), ...addressClaims(from, command, words), ...flags.flatMap((flag) => flagClaims(from, command, flag))]
  return { claims, diagnostics: secret === undefined ? [] : [secretFound(at, secret)] }
}

/** The words of a command; quotes hold one together. */
export const wordsIn = (text: string): readonly string[] => (text.match(/"[^"]*"|'[^']*'|[^\s"']+(?:"[^"]*"|'[^']*')?/g) ?? []).map(unquoted)

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/s, '$2')

/** The program by its name alone tells what it is: `cloud_sql_proxy`. */
function programClaims(from: ThingId, command: Command, words: readonly string[]): readonly Claim[] {
  let at = 0
  while (starters.test(words[at] ?? '')) for (at++; words[at]?.startsWith('-'); ) at++
  const program = words[at]
  if (program === undefined || !/^[\w./-]{2,80}$/.test(program) || program.startsWith('-')) return []
  return [signClaim(from, { on: 'argument', text: program }, { state: command.state, at: command.at })]
}

/** `psql -h db.example.org` and `wait-for db.example.org:5432`: a word that can only be an address is called. */
function addressClaims(from: ThingId, command: Command, words: readonly string[]): readonly Claim[] {
  const named = words.filter((word, at) => (words[at - 1] === '-h' || /^[\w.-]+:\d{2,5}$/.test(word)) && !words[at - 1]?.startsWith('--'))
  return named.flatMap((word) => hostClaims(from, command, word))
}

interface Flag {
  readonly name: string
  readonly value?: string
}

/** Flags of the form `--name=value`, `--name value` and `--name`; with one dash only with an equals sign, as Go programs write them. */
function flagsIn(words: readonly string[]): readonly Flag[] {
  return words.flatMap((word, index): readonly Flag[] => {
    const parts = /^(--?[a-zA-Z][\w.-]*)(?:=(.*))?$/s.exec(word)
    const [, name = '', value] = parts ?? []
    if (name === '' || (!name.startsWith('--') && value === undefined)) return []
    const next = words[index + 1]
    if (value !== undefined) return [{ name, value: unquoted(value) }]
    return [next === undefined || next.startsWith('-') || !name.startsWith('--') ? { name } : { name, value: next }]
  })
}

/** Flags by which servers of AI models are told which one to load, by its name on a hub. */
const modelFlag = /^--(model|model-id|model_id|model-name|hf-repo|served-model|embedding-model)$/i

function flagClaims(from: ThingId, command: Command, flag: Flag): readonly Claim[] {
  const { at, state } = command
  const { name, value } = flag
  const isShown = value !== undefined && value.length <= 200 && secretIn(name.replace(/^-+/, ''), value) === undefined
  const claims: Claim[] = [signClaim(from, { on: 'argument', text: isShown ? `${name}=${value}` : name }, { state, at })]
  if (value !== undefined && modelFlag.test(name) && /^[\w-][\w.-]*\/[\w.:-]+$/.test(value)) {
    claims.push({ claim: 'link', from, to: idOf('model', value), role: 'ai-model', state, basis: 'observed', at: [at] })
  }
  return value === undefined || urlsIn(value).length > 0 || !calls.test(name) || ownAddress.test(name) ? claims : [...claims, ...hostClaims(from, command, value)]
}

function hostClaims(from: ThingId, { at, state, inside }: Command, text: string): readonly Claim[] {
  const host = hostValue(text)
  if (!host || host.kind === 'inside' || inside.has(host.name)) return []
  const known = host.kind === 'placeholder' ? weaker(state, 'placeholder') : state
  return [{ claim: 'link', from, to: idOf('host', host.name), role: 'endpoint', state: known, basis: 'observed', at: [at] }]
}
