import { type Claim, type FilePlace, idOf, type State, type ThingId, weaker } from '#estate/claim.ts'
import { isIdentifier, urlsIn } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'

/** A text of commands: an entry point, an init script, user data of a machine. */
export interface Script {
  readonly text: string
  readonly at: FilePlace
  readonly state: State
  readonly inside: ReadonlySet<string>
}

/** Package managers and fetchers, by the command as it is typed; the knowledge base says which archive stands behind one. */
const commands =
  /\b(apt-get|apt|apk|yum|dnf|zypper|pip3?|pipx|uv pip|poetry|npm|yarn|pnpm|npx|gem|cargo|go get|go install|composer|helm repo|helm pull|ollama pull|huggingface-cli|conda|brew)\s+(?:-\S+\s+)*(install|add|i|update|upgrade|download|ci|require|pull|run)?\b/
const fetches = /\b(wget|git\s+clone|curl\b[^|;&]*\s(?:-\w*[oO]\w*|--output|--remote-name)|curl\b[^;&]*\|\s*(?:sudo\s+)?(?:ba|z|)sh|curl\b[^;&]*\|\s*tar|aria2c|ADD\s+https?:)/

/**
 * What a script says it calls and fetches. Comments say nothing, and a path or a file name is no evidence.
 *
 * A host in a fetching command is a download; in any other it is called.
 */
export function readScript(from: ThingId, script: Script): readonly Claim[] {
  return script.text.split(/\r?\n/).flatMap((line) => (isComment(line) ? [] : lineClaims(from, line.slice(0, longest), script)))
}

/** Of a line longer than anybody writes, only so much is read: the search for commands takes a time square to it. */
const longest = 20_000

const isComment = (line: string): boolean => /^\s*(#|\/\/|--|\*|\/\*|<!--|;|rem\s)/i.test(line)

function lineClaims(from: ThingId, line: string, script: Script): readonly Claim[] {
  const claims: Claim[] = urlsIn(line.replace(/\s#\s.*$/, '')).flatMap((seen) => {
    if (seen.host.kind === 'inside' || script.inside.has(seen.host.name) || isIdentifier(seen)) return []
    const state = seen.host.kind === 'placeholder' ? weaker(script.state, 'placeholder') : script.state
    const role = fetches.test(line) ? 'runtime-download' : 'endpoint'
    return [{ claim: 'link', from, to: idOf('host', seen.host.name), role, state, basis: 'observed', at: [script.at] }]
  })
  const command = commands.exec(line)
  if (command?.[2]) claims.push(signClaim(from, { on: 'command', text: `${command[1]} ${command[2]}` }, { state: script.state, at: script.at }))
  return claims
}
