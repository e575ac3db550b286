import { type Claim, type FilePlace, idOf, type LinkClaim, type State, type ThingId, weaker } from '#estate/claim.ts'
import { isIdentifier, urlsIn } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { uniqueBy } from '#lang/group.ts'
import { packageCommandsIn } from './package-commands.ts'

/** A text of commands: an entry point, an init script, user data of a machine. */
export interface Script {
  readonly text: string
  readonly at: FilePlace
  readonly state: State
  readonly inside: ReadonlySet<string>
}

/**
 * What a script says it calls and fetches. Comments say nothing, and a path or a file name is no evidence.
 *
 * A host in a fetching command is a download; in any other it is called.
 */
export function readScript(from: ThingId, script: Script): readonly Claim[] {
  const claims = script.text.split(/\r\n|\n|\r/).flatMap((line) => (isComment(line) ? [] : lineClaims(from, line, script)))
  return uniqueBy(claims, (claim) => `${claim.to} ${claim.role} ${claim.state}`)
}

const isComment = (line: string): boolean => /^\s*(#|\/\/|--|\*|\/\*|<!--|;|rem\s)/i.test(line)

function lineClaims(from: ThingId, line: string, script: Script): readonly LinkClaim[] {
  const seen = urlsIn(line.replace(/\s#\s.*$/, ''))
  const role = seen.length > 0 && fetches(line) ? 'runtime-download' : 'endpoint'
  const hosts = seen.flatMap((url): readonly LinkClaim[] => {
    if (url.host.kind === 'inside' || script.inside.has(url.host.name) || isIdentifier(url)) return []
    const state = url.host.kind === 'placeholder' ? weaker(script.state, 'placeholder') : script.state
    return [{ claim: 'link', from, to: idOf('host', url.host.name), role, state, basis: 'observed', at: [script.at] }]
  })
  const commands = packageCommandsIn(line).map((text) => signClaim(from, { on: 'command', text }, { state: script.state, at: script.at }))
  return [...hosts, ...commands]
}

/** Whether a line fetches something: by a program that does nothing else, or by one that is told to keep what it gets or to run it. */
function fetches(line: string): boolean {
  if (/\b(?:wget|aria2c|git\s+clone|ADD\s+https?:)/.test(line)) return true
  const parts = line.split(/([|;&]+)/)
  return parts.some((part, at) => {
    const curl = part.search(/\bcurl\b/)
    if (curl < 0) return false
    if (/\s(?:-\w*[oO]\w*|--output|--remote-name)/.test(part.slice(curl))) return true
    return parts[at + 1] === '|' && /^\s*(?:sudo\s+)?(?:(?:ba|z|)sh|tar)\b/.test(parts[at + 2] ?? '')
  })
}
