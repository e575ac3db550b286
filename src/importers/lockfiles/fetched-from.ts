import { type Basis, type Claim, type FilePlace, firmer, idOf, type State, stronger, type ThingId, weaker } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { type Host, readHost } from '#estate/identifiers/host-name.ts'
import { secretInText } from '#redaction/secret.ts'
import { secretFound } from '../settings.ts'

/** An address that packages are fetched from, and how sure that is. */
export interface FetchedFrom {
  readonly address: string
  readonly at: FilePlace
  readonly state: State
  readonly basis: Basis
}

/** Short forms of forges in the files of npm and its kin. */
const forges: Readonly<Record<string, string>> = { github: 'github.com', gitlab: 'gitlab.com', bitbucket: 'bitbucket.org', gist: 'gist.github.com' }

interface Met extends FetchedFrom {
  readonly host: Host
}

/**
 * That the unit is fetched from these hosts when it is built: each host once, as active as where it is most active. Credentials in an
 * address are told and go no further.
 *
 * Made for hundreds of thousands of addresses of a few hosts: each authority is judged once.
 */
export function fetchedFrom(unit: ThingId, addresses: Iterable<FetchedFrom>): { readonly claims: readonly Claim[]; readonly diagnostics: readonly Diagnostic[] } {
  const judged = new Map<string, Host | undefined>()
  const met = new Map<string, Met>()
  const diagnostics: Diagnostic[] = []
  for (const one of addresses) {
    const authority = authorityOf(one.address)
    if (authority === undefined) continue
    if (!judged.has(authority)) {
      judged.set(authority, readHost(authority.slice(authority.lastIndexOf('@') + 1)))
      if (authority.includes('@') && secretInText(one.address) !== undefined) diagnostics.push(secretFound(one.at, 'connection-string'))
    }
    const host = judged.get(authority)
    if (host === undefined || host.kind === 'inside') continue
    const before = met.get(host.name)
    if (!before) met.set(host.name, { ...one, host })
    else if (before.state !== one.state && stronger(before.state, one.state) === one.state) met.set(host.name, { ...one, host })
    else if (before.state === one.state && before.basis !== one.basis && firmer(before.basis, one.basis) === one.basis) met.set(host.name, { ...one, host })
  }
  const claims = [...met].map(([name, { host, state, basis, at }]): Claim => {
    const known = host.kind === 'placeholder' ? weaker(state, 'placeholder') : state
    return { claim: 'link', from: unit, to: idOf('host', name), role: 'runtime-download', phase: 'build', state: known, basis, at: [at] }
  })
  return { claims, diagnostics }
}

/** What stands between `://` and the path; of `git@host:path` and `github:owner/name` the host they mean. Paths on the own disk have none. */
function authorityOf(address: string): string | undefined {
  const from = address.indexOf('://')
  if (from < 0) {
    const short = /^([a-z]+):[\w.-]+\/[\w.-]+/.exec(address)?.[1]
    return (short === undefined ? undefined : forges[short]) ?? /^(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)+):(?!\d)[\w./~-]+/.exec(address)?.[1]
  }
  if (/^(?:file|link|portal|workspace):/.test(address)) return undefined
  for (let at = from + 3; at < address.length; at++) {
    const code = address.charCodeAt(at)
    if (code === 47 || code === 63 || code === 35) return address.slice(from + 3, at)
  }
  return address.slice(from + 3)
}
