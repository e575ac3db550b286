import { type Claim, type FilePlace, idOf, type Phase, type State, weaker } from '#estate/claim.ts'
import { type Host, readHost } from '#estate/identifiers/host-name.ts'
import type { Scope } from './scope.ts'
import { linkFrom, type Unit } from './unit.ts'

export interface HostSeen {
  readonly at: FilePlace
  readonly state?: State
  readonly phase?: Phase
  /** Whether logs, traces, metrics or alerts are sent there. */
  readonly reports?: boolean
  /** Whether something is fetched from there rather than called. */
  readonly fetched?: boolean
}

const isAddress = (name: string): boolean => /^[\d.:]+$/.test(name)

/** That a host outside is called or fetched from. Names inside the estate and variables nobody filled in name none. */
export function hostClaims(unit: Unit, host: Host, seen: HostSeen): readonly Claim[] {
  if (host.kind === 'inside' || unit.scope.insideNames.has(host.name) || isOwnName(unit.scope, host.name) || /[${}<>%]/.test(host.name)) return []
  const state = host.kind === 'placeholder' ? weaker(seen.state ?? 'active', 'placeholder') : (seen.state ?? 'active')
  const common = { to: idOf('host', host.name), at: seen.at, state }
  if (seen.fetched === true) return [linkFrom(unit, { ...common, role: 'runtime-download', ...(seen.phase === undefined ? {} : { phase: seen.phase }) })]
  const phase = seen.phase ?? (seen.reports === true ? 'monitor' : undefined)
  const called = linkFrom(unit, { ...common, role: 'endpoint', ...(phase === undefined ? {} : { phase }) })
  return seen.reports === true ? [called, linkFrom(unit, { ...common, role: 'reports-to' })] : [called]
}

/** Top-level domains that are also what teams call their namespaces. Nobody is called at such a domain itself, without a name in front. */
const usualNamespaces =
  /^(app|apps|bank|cache|chat|cloud|data|dev|digital|email|events|finance|hosting|mail|media|network|search|security|services|shop|social|storage|store|support|systems|team|tools|video|web|work|works|zone)$/

/** `redis.shop` is the Service of a namespace, one that this file knows or one of a usual name, whatever top-level domain bears it too. */
export function isOwnName(scope: Scope, name: string): boolean {
  const [, namespace = '', more] = name.split('.')
  return more === undefined && namespace !== '' && (scope.namespaces.has(namespace) || usualNamespaces.test(namespace))
}

/** That the organisation answers under a domain. A wildcard stands for the domain below which it lies; an address is none. */
export function domainClaims(unit: Unit, text: string, seen: { readonly at: FilePlace; readonly state?: State }): readonly Claim[] {
  const host = readHost(
    text
      .trim()
      .replace(/^[^/]*\/(?!\/)/, '') // Istio names the namespace first
      .replace(/^\*\./, ''),
  )
  if (
    !host ||
    host.kind === 'inside' ||
    isAddress(host.name) ||
    !host.name.includes('.') ||
    (unit.scope.insideNames.has(host.name) && !unit.scope.domains.has(host.name)) ||
    /[${}<>%]/.test(host.name)
  )
    return []
  const state = host.kind === 'placeholder' ? weaker(seen.state ?? 'active', 'placeholder') : (seen.state ?? 'active')
  return [linkFrom(unit, { to: idOf('domain', host.name), role: 'domain', at: seen.at, state })]
}
