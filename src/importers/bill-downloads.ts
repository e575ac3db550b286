import { type Basis, type Claim, idOf, type Phase, type State, weaker } from '#estate/claim.ts'
import { readHost } from '#estate/identifiers/host-name.ts'
import { secretInText } from '#redaction/secret.ts'
import { type Bill, type Met, meet } from './bill.ts'
import { secretFound } from './settings.ts'

/** Where an address stands and when what lies there is fetched. */
export interface DownloadPlace {
  readonly pointer: string
  readonly state: State
  readonly phase: Phase
  /** Left out, the phase decides: that something is fetched again at every start follows from what it is. */
  readonly basis?: Basis
}

/** Remembers the host of an address once per file and phase; the bare authority is looked up, so that each is judged once. */
export function rememberDownload(bill: Bill, url: unknown, where: DownloadPlace): void {
  const authority = typeof url === 'string' ? authorityOf(url) : undefined
  if (authority === undefined || typeof url !== 'string') return
  if (authority.includes('@') && secretInText(url)) bill.diagnostics.push(secretFound(bill.place(where.pointer), 'connection-string'))
  let host = bill.hosts.get(authority)
  if (host === undefined && !bill.hosts.has(authority)) {
    const judged = readHost(authority.slice(authority.lastIndexOf('@') + 1))
    host = judged === undefined || judged.kind === 'inside' ? undefined : `${judged.kind === 'placeholder' ? '?' : ''}${judged.name}`
    bill.hosts.set(authority, host)
  }
  if (host === undefined) return
  const name = host.startsWith('?') ? host.slice(1) : host
  const state = host.startsWith('?') ? weaker(where.state, 'placeholder') : where.state
  const basis = where.basis ?? (where.phase === 'deploy' ? 'inferred' : 'observed')
  const key = `${where.phase} ${name}`
  const before = bill.downloads.get(key)
  if (before?.state !== state || before.basis !== basis) meet(bill.downloads, key, { state, basis, at: bill.place(where.pointer) })
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

/** That what the file describes is fetched from these hosts, and made of packages of these families: once each. */
export function onceClaims(bill: Bill): readonly Claim[] {
  const claimOf = (met: Met) => ({ claim: 'link', from: bill.unit, state: met.state, basis: met.basis, at: [met.at] }) as const
  const downloads = [...bill.downloads].map(([key, met]): Claim => {
    const [phase, host = ''] = key.split(' ')
    return { ...claimOf(met), to: idOf('host', host), role: 'runtime-download', phase: phase as Phase }
  })
  const ecosystems = [...bill.ecosystems].map(([type, met]): Claim => ({ ...claimOf(met), to: idOf('ecosystem', type), role: 'package-ecosystem' }))
  return [...downloads, ...ecosystems]
}
