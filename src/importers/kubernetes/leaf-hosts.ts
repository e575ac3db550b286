import type { Claim } from '#estate/claim.ts'
import { hostValue, isIdentifier, urlsIn } from '#estate/identifiers/host-name.ts'
import { recordAt } from '#lang/json.ts'
import { namesHost, settingName } from './config-lines.ts'
import { outwardBranches } from './config-tree.ts'
import { domainClaims, hostClaims } from './hosts.ts'
import { servicesNamed } from './service-names.ts'
import { placeOf, type Unit } from './unit.ts'
import type { Spot } from './walk.ts'
import { namesOf } from './way.ts'

/** Resources that say under which names the organisation is reached. */
const facing =
  /Ingress|Route(r?|TCP|UDP)$|^Gateway$|VirtualService|VirtualServer|HTTPProxy|Certificate|Mapping$|^Host$|DomainMapping|DNSEndpoint|DNSRecord|Listener|AuthorizationPolicy|Tunnel/
/** Resources and branches that say which names outside may be called. */
const leaving = /ServiceEntry|Egress|ExternalService|FQDN|^Sidecar$|NetworkPolicy|NetworkSet/
const leavingBranch = /^(egress|toFQDNs|targets|destination|destinations|upstreams?|forwardTo|externalName)$/

const hostKey =
  /^(host|hosts|hostname|hostnames|server|servers|address|addresses|endpoints?|endpoint_?url|fqdn|domains?|domainName|dnsNames?|commonName|url|urls|brokers?|bootstrapServers?|upstream|targets?|issuer|externalName|remote|proxy|smarthost|apiServer|matchName|matchPattern|advertisedHost|controlPlaneEndpoint|nameservers?|aliases|names|sni|sniHosts|allowedEgressDomains)$/i
const domainKey = /^(hosts?|hostnames?|dnsNames?|dnsName|domains?|domainName|commonName|fqdn|sni|sniHosts|names|aliases|serverAlias|match|rule)$/i
/** Keys of addresses under which the resource itself is reached. */
const ownKey =
  /^(external_?url|public_?url|base_?url|root_?url|site_?url|web_?url|redirect_?ur[il]s?|callback_?urls?|allowed_?origins?|cors\w*|origins?|advertised\w*|externalHost\w*|publicHost\w*|externalDomain|externalAddress|frontend_?url|web_?origins?)$/i
const ownBranch = /^(ingress|route|tls|listeners|virtualhost|virtualHosts|publicHosts|controlPlaneEndpoint|externalTrafficPolicy|externalAccess|certificate)$/i

/**
 * The hosts a value of a custom resource names: domains under which the organisation is reached, or hosts outside that are called.
 * Which of the two follows from the kind of resource, the key, and the branch it stands in.
 */
export function hostsInLeaf(unit: Unit, leaf: Spot, text: string): readonly Claim[] {
  if (text.length > 3000 || /registry(Server|Host|Url)?$/i.test(leaf.key)) return []
  const names = namesOf(leaf.way)
  const at = placeOf(unit, leaf.way)
  const { state } = leaf
  if (facing.test(unit.object.kind) && /^(match|rule)$/.test(leaf.key)) return hostsInRule(text).flatMap((host) => domainClaims(unit, host, { at, state }))
  const reports = names.some((name) => outwardBranches.test(name)) || /(OutputS?|Exporter|LogForwarder|Sink|Alertmanager\w*)$/.test(unit.object.kind)
  const phase = isBackup.test(unit.object.kind) || names.some((name) => isBackup.test(name)) ? { phase: 'recover' as const } : {}
  const called = { at, state, ...(reports ? { reports } : phase) }
  const isOwn = isOwnPlace(unit, leaf.key, names)
  const isService = leaf.key === 'serviceName' || (leaf.key === 'host' && names.at(-2) === 'destination')
  const services = servicesNamed(unit, text, { at, state, isService, setting: hostKey.test(leaf.key) ? 'HOST' : leaf.key, ...(reports ? { reports } : {}) })
  const urls = urlsIn(text).filter((seen) => !isIdentifier(seen))
  if (urls.length > 0) return [...services, ...urls.flatMap((seen) => (isOwn ? domainClaims(unit, seen.host.name, { at, state }) : hostClaims(unit, seen.host, called)))]
  if (!hostKey.test(leaf.key) && !namesHost.test(settingName(leaf.key)) && !domainKey.test(leaf.key) && !ownKey.test(leaf.key)) return services
  if (isOwn) return [...services, ...text.split(/[\s,]+/).flatMap((one) => domainClaims(unit, one, { at, state }))]
  const hosts = text
    .split(/[\s,]+/)
    .flatMap((one) => hostValue(one.replace(/^[^/]*\//, '')) ?? [])
    .filter((host) => host.name !== '*')
  return [...services, ...hosts.flatMap((host) => hostClaims(unit, host, called))]
}

/** Where backups are kept is missed on the bad day. */
const isBackup = /backup|barman|restore|walArchiv|pgbackrest|snapshotStorage/i

/** Routers of Traefik say it in a language of their own: `Host(`a`, `b`) && PathPrefix(`/`)`. */
const hostsInRule = (text: string): readonly string[] =>
  [...text.matchAll(/\bHost(?:SNI|Regexp)?\(([^)]{1,500})\)/g)].flatMap(([, inside = '']) => inside.split(',').map((name) => name.trim().replace(/^[`"']|[`"']$/g, '')))

/** Branches that say what something connects to. */
const connected = /db|database|postgres|mysql|mongo|redis|cache|kafka|smtp|mail|ldap|external|remote|connection|upstream|backend|storage|search/i

function isOwnPlace(unit: Unit, key: string, names: readonly string[]): boolean {
  const { kind } = unit.object
  if (ownKey.test(key)) return true
  if (leaving.test(kind) || names.some((name) => leavingBranch.test(name))) return false
  if (kind === 'VirtualService' && isMeshOnly(unit)) return false
  // What a resource calls its host name is its own, unless that of something it connects to.
  if (key === 'hostname' && !names.some((name) => connected.test(name))) return true
  return domainKey.test(key) && (facing.test(kind) || names.some((name) => ownBranch.test(name)) || /^(dnsNames?|hostnames|domains)$/.test(key))
}

/** A virtual service without a gateway steers what leaves the pods, not what comes in. */
function isMeshOnly(unit: Unit): boolean {
  const gateways = recordAt(unit.object.value, 'spec')['gateways']
  return !Array.isArray(gateways) || gateways.every((gateway) => gateway === 'mesh')
}
