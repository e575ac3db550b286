import { type Claim, idOf, type LinkClaim, type Role, type State, weaker } from '#estate/claim.ts'
import { type Host, hostValue, isIdentifier, urlsIn } from '#estate/identifiers/host-name.ts'
import { textAt } from '#lang/json.ts'
import type { Leaf } from './leaves.ts'
import type { Unit } from './unit.ts'

/** Attributes and blocks that point away from the resource. In a state, the others are the addresses the provider gave it. */
const outward =
  /repo|source|git|webhook|callback|target|origin|upstream|integration|issuer_url|open_?id|oidc|saml|metadata_url|push|subscri|notification|proxy|smtp|remote|external|federat|import|feed|auth_url|server_url|forward|redirect/i
/** What a provider fills in of itself. */
const ownAddress =
  /^(identity|self_link|id|arn|kube_config|kubeconfig|kube_admin_config|website_endpoint|website_domain|certificate_authority|primary_.*_endpoint|secondary_.*_endpoint|source_arn)$/i
const fetched = /repo|source|git|chart|download|package_url|archive/i
const bareHost = /(^|_)(host|hostname|server|smtp_server|fqdn|domain_name|target|address|endpoint|url|issuer|dns_name)$/i

const domainTypes = /(^|_)(dns|route53|zone|domain|domains|certificate|cert|record|acm|hostname|ses)(_|$)|cloudfront|cdn|front_?door|custom_domain/i
const domainNames = /^(domain|domain_name|zone|zone_name|dns_name|hostname|host_name|name|fqdn|common_name|subject_alternative_names|aliases|domains|custom_domain)$/
const recordTypes = /(^|_)record(s|_set|set)?(_v\d)?(_|$)/
const recordValues = /^(records?|rrdatas|value|content|values|target)$/

/** The hosts an attribute points to, and the domains that the organisation keeps with it. */
export function hostClaims(unit: Unit, leaf: Leaf): readonly Claim[] {
  if (typeof leaf.value !== 'string' || leaf.value.length > 5000) return []
  const [top = '', name = ''] = [leaf.names[0], leaf.names.at(-1)]
  const { type } = unit.resource
  if (ownAddress.test(top)) return []
  if (domainTypes.test(type) && domainNames.test(name)) return domainClaims(unit, leaf)
  if (recordTypes.test(type) && recordValues.test(name)) {
    // A record points at whoever runs the name: the mail host of an MX record, the platform behind a CNAME.
    const host = hostValue(leaf.value.trim().split(/\s+/).at(-1) ?? '')
    return host && !/^[\d.:]+$/.test(host.name) ? hostLink(unit, leaf, { host, role: 'endpoint', idle: leadsNobody(unit) }) : []
  }
  const points = unit.configured?.has(top) ?? (outward.test(leaf.names.join('.')) || (outward.test(type) && !/(^|_)(dns_name|invoke_url)$/.test(name)))
  if (!points) return []
  const role = fetched.test(leaf.names.join('.')) ? 'runtime-download' : 'endpoint'
  const urls = urlsIn(leaf.value).filter((seen) => !isIdentifier(seen))
  if (urls.length > 0) return urls.flatMap((seen) => hostLink(unit, leaf, { host: seen.host, role }))
  const bare = bareHost.test(name) ? hostValue(leaf.value) : undefined
  return bare ? hostLink(unit, leaf, { host: bare, role }) : []
}

/** Records by which the name itself leads on; the others (MX, TXT, NS, SRV) tell something else, and what answers under the name stands without them. */
function leadsNobody({ resource }: Unit): boolean {
  const kind = textAt(resource.values, 'type') ?? /_dns_(a|aaaa|cname|mx|ns|ptr|srv|txt|caa)_record/.exec(resource.type)?.[1]
  return kind !== undefined && !/^(a|aaaa|cname|alias|aname|https|svcb)$/i.test(kind)
}

/** Names in front of a template's variable or a wildcard name no host. */
function hostLink(unit: Unit, leaf: Leaf, to: { readonly host: Host; readonly role: Role; readonly idle?: boolean }): readonly LinkClaim[] {
  if (to.host.kind === 'inside') return []
  const state: State = to.host.kind === 'placeholder' ? weaker(unit.state, 'placeholder') : unit.state
  return [
    {
      claim: 'link',
      from: unit.id,
      to: idOf('host', to.host.name),
      role: to.role,
      state,
      basis: 'observed',
      at: [unit.place(leaf.path)],
      ...(to.idle === true ? { says: { idle: true } } : {}),
      ...(to.role === 'runtime-download' ? { phase: 'build' } : {}),
    },
  ]
}

function domainClaims(unit: Unit, leaf: Leaf): readonly Claim[] {
  const host = hostValue(String(leaf.value).trim().replace(/^\*\./, ''))
  if (!host || host.kind === 'inside' || /^[\d.:]+$/.test(host.name)) return []
  const state: State = host.kind === 'placeholder' ? weaker(unit.state, 'placeholder') : unit.state
  return [{ claim: 'link', from: unit.id, to: idOf('domain', host.name), role: 'domain', state, basis: 'observed', at: [unit.place(leaf.path)] }]
}
