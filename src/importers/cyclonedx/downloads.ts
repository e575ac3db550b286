import { type Claim, idOf, type Phase, type State, weaker } from '#estate/claim.ts'
import { readHost } from '#estate/identifiers/host-name.ts'
import { isRecord } from '#lang/json.ts'
import { secretInText } from '#redaction/secret.ts'
import { secretFound } from '../settings.ts'
import { meet, type Reading } from './reading.ts'

/**
 * Where components say they are fetched from. Of all external references only `distribution` says so; a web site, a repository or
 * an issue tracker is not needed to run, start or build anything.
 */
export function downloadsIn(reading: Reading, references: unknown, where: { readonly pointer: string; readonly state: State; readonly phase: Phase }): void {
  if (!Array.isArray(references)) return
  for (let at = 0; at < references.length; at++) {
    const reference: unknown = references[at]
    if (!isRecord(reference) || reference['type'] !== 'distribution') continue
    rememberDownload(reading, reference['url'], { pointer: `${where.pointer}/externalReferences/${at}`, state: where.state, phase: where.phase })
  }
}

/** Remembers the host of an address once per file and phase; the bare authority is looked up, so that each is judged once. */
export function rememberDownload(reading: Reading, url: unknown, where: { readonly pointer: string; readonly state: State; readonly phase: Phase }): void {
  const authority = typeof url === 'string' ? authorityOf(url) : undefined
  if (authority === undefined || typeof url !== 'string') return
  if (authority.includes('@') && secretInText(url)) reading.diagnostics.push(secretFound(reading.place(where.pointer), 'connection-string'))
  let host = reading.hosts.get(authority)
  if (host === undefined && !reading.hosts.has(authority)) {
    const judged = readHost(authority.slice(authority.lastIndexOf('@') + 1))
    host = judged === undefined || judged.kind === 'inside' ? undefined : `${judged.kind === 'placeholder' ? '?' : ''}${judged.name}`
    reading.hosts.set(authority, host)
  }
  if (host === undefined) return
  const name = host.startsWith('?') ? host.slice(1) : host
  const state = host.startsWith('?') ? weaker(where.state, 'placeholder') : where.state
  const key = `${where.phase} ${name}`
  if (reading.downloads.get(key)?.state !== state) meet(reading.downloads, key, { state, at: reading.place(where.pointer) })
}

/** What stands between `://` and the path. Identifiers (`urn:`) and relative references have none. */
function authorityOf(url: string): string | undefined {
  const from = url.indexOf('://')
  if (from < 0 || url.startsWith('file:')) return undefined
  for (let at = from + 3; at < url.length; at++) {
    const code = url.charCodeAt(at)
    if (code === 47 || code === 63 || code === 35) return url.slice(from + 3, at)
  }
  return url.slice(from + 3)
}

/**
 * That what the file describes is fetched from these hosts, and made of packages of these families: once each. Where a model, data or
 * an image can be fetched is stated; that it is fetched there again at every start follows from what it is.
 */
export function onceClaims(reading: Reading): readonly Claim[] {
  const downloads = [...reading.downloads].map(([key, met]): Claim => {
    const [phase, host = ''] = key.split(' ')
    return {
      claim: 'link',
      from: reading.unit,
      to: idOf('host', host),
      role: 'runtime-download',
      phase: phase as Phase,
      state: met.state,
      basis: phase === 'deploy' ? 'inferred' : 'observed',
      at: [met.at],
    }
  })
  const ecosystems = [...reading.ecosystems].map(
    ([type, met]): Claim => ({ claim: 'link', from: reading.unit, to: idOf('ecosystem', type), role: 'package-ecosystem', state: met.state, basis: 'observed', at: [met.at] }),
  )
  return [...downloads, ...ecosystems]
}
