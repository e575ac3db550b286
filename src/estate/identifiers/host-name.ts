import { mayBeOutside } from './top-level-domains.ts'

/**
 * What a host name tells by its form alone (RFC 1035, 1123, 2606, 6761, 6762, 8375; private address space RFC 1918).
 *
 * - `public`: could be anybody's; it is for the knowledge base to say whose
 * - `inside`: within the estate or the machine: single labels, `localhost`, cluster-local names, names under no top-level domain,
 *   private and bind addresses
 * - `placeholder`: kept free for examples, or plainly waiting to be filled in
 */
export type HostKind = 'public' | 'inside' | 'placeholder'

export interface Host {
  readonly name: string
  readonly kind: HostKind
}

const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?'
const hostForm = new RegExp(`^(?:\\*\\.)?${label}(?:\\.${label})*\\.?$`, 'i')
const address4 = /^(?:\d{1,3}\.){3}\d{1,3}$/
const insideNames = /(^|\.)(localhost|localdomain|local|lan|home\.arpa|cluster\.local|svc|pod|intranet|corp|fritz\.box)$/
const insideAddresses = /^(0\.|10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|224\.|255\.|::1?$|f[cd]|fe[89ab][0-9a-f]:)/
const exampleNames =
  /(^|\.)(example|invalid|test|tld)$|(^|\.)example\.(com|net|org|edu|nl|eu|de|fr)$|(^|\.)(your-?(domain|company|org|host|server|site|name)|my-?(domain|company|org|host)|domain|company|acme|foo|bar)\.(com|net|org|tld|nl|local|io)$/
const placeholderText = /[<>{}$]|^(your|my)[-_]|change[-_]?me|replace[-_]?me|placeholder|xxxx|todo|tbd|_val$|_id$|^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/

/**
 * Judges a host, given with or without port.
 *
 * @returns nothing when the text cannot be a host
 */
export function readHost(text: string): Host | undefined {
  const plain = text.trim()
  // An IPv6 address holds colons itself, so its port is told by the brackets.
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(plain)?.[1]
  const bare = bracketed ?? (/^[^:]*:\d{1,5}$/.test(plain) ? plain.slice(0, plain.indexOf(':')) : plain).replace(/\.$/, '')
  if (bare === '' || bare.length > 253) return undefined
  if (/^(?=[^:]*::|(?:[^:]*:){2,6}:|(?:[^:]*:){7}[^:])[0-9a-f:]+$/i.test(bare))
    return { name: bare.toLowerCase(), kind: insideAddresses.test(bare.toLowerCase()) ? 'inside' : 'public' }
  if (!hostForm.test(bare)) return placeholderText.test(bare) ? { name: bare, kind: 'placeholder' } : undefined
  const name = bare.toLowerCase()
  if (address4.test(name)) return { name, kind: insideAddresses.test(name) ? 'inside' : 'public' }
  if (isPlaceholder(bare) || exampleNames.test(name)) return { name, kind: 'placeholder' }
  if (!name.includes('.') || insideNames.test(name)) return { name, kind: 'inside' }
  const top = /\.([a-z]{2,}|xn--[a-z0-9-]+)$/.exec(name)?.[1]
  return top === undefined ? undefined : { name, kind: mayBeOutside(name) ? 'public' : 'inside' }
}

/** Whether a value is plainly waiting to be filled in: `<smtp host>`, `REGION_VAL`, `${X}`, `changeme`. */
export const isPlaceholder = (value: string): boolean => placeholderText.test(value.trim())

const url = /\b([a-z][a-z0-9+.-]{0,30}):\/\/(?:[^\s/@'"`<>]*@)?(\[[0-9a-f:]+\]|[^\s/:?#'"`,;|)\\\]]+)(?::\d+)?([^\s'"`,;|)\\]*)/gi

/** A URL met in a text: its scheme, host and path, without user, password, port, query or fragment. */
export interface UrlSeen {
  readonly scheme: string
  readonly host: Host
  readonly path: string
}

/** Every URL in a text. Connection strings of JDBC (`jdbc:postgresql://…`) count as URLs too. */
export function urlsIn(text: string): readonly UrlSeen[] {
  if (!text.includes('://')) return []
  return [...text.matchAll(url)].flatMap(([, scheme = '', authority = '', rest = '']) => {
    const host = readHost(authority)
    return host ? [{ scheme: scheme.toLowerCase(), host, path: rest.replace(/[?#].*$/, '') }] : []
  })
}

/** Endings of file names and Java packages that look like hosts and are not. */
const notAHost =
  /\.(py|sh|js|ts|mjs|json|ya?ml|xml|toml|ini|conf|cfg|env|txt|md|jar|war|class|java|go|rb|php|sql|db|log|pem|crt|key|csr|p12|jks|gz|tgz|zip|tar|png|jpe?g|svg|html?|css|properties|so|dll|exe|bin|lock|sock|pid|model|onnx|pt|gguf|production|development|staging|settings|local)$/i

/**
 * A value that is a host as a whole, `host` or `host:port`, and not a file, a version, a Java package or a number.
 *
 * A bare name is believed only with a dot in it: `database` alone says nothing.
 */
export function hostValue(text: string): Host | undefined {
  if (text.length > 300) return undefined
  const plain = text.trim()
  if (!plain.includes('.') || /[\s/@=]/.test(plain) || notAHost.test(plain) || (/^v?\d+(\.\d+)*([-+].*)?$/.test(plain) && !address4.test(plain))) return undefined
  if (/^(com|org|io|net|nl|de|eu|fr)\.[a-z]/.test(plain)) return undefined // a Java package or a label key turned round
  if (/^(?:[a-z]+\.)+[A-Z]\w*$/.test(plain)) return undefined // a class name
  return readHost(plain)
}

/** Hosts that stand in addresses which nobody calls: licences, XML name spaces, schemas, identifiers. */
const identifierHosts =
  /^(www\.)?(w3\.org|apache\.org|opensource\.org|creativecommons\.org|gnu\.org|json-schema\.org|schemas?\.[a-z0-9.-]+|xmlns\.com|purl\.org|spdx\.org|cyclonedx\.org|schema\.org|tempuri\.org|ns\.adobe\.com|springframework\.org|maven\.apache\.org|java\.sun\.com|xmlns\.jcp\.org|xml\.org|openid\.net|orcid\.org|doi\.org|swagger\.io|openapis\.org)$/

/** Paths of the names that FHIR gives its definitions (https://hl7.org/fhir/R4/references.html#canonical). */
const canonicalPath = /\/(StructureDefinition|CodeSystem|ValueSet|NamingSystem|ImplementationGuide|SearchParameter|CapabilityStatement|ConceptMap)\/|\/fhir\/(sid|NamingSystem)\b/

/** Whether an address only names something (a licence, a name space) and is not called. */
export const isIdentifier = (seen: UrlSeen): boolean =>
  identifierHosts.test(seen.host.name) ||
  /\/licen[cs]es?\b/i.test(seen.path) ||
  canonicalPath.test(seen.path) ||
  /^(urn|tag|did|spiffe|mailto|file|unix|arn|s3a?|gs)$/.test(seen.scheme)
