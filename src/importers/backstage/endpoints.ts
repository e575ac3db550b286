import { type Claim, idOf, type ThingId } from '#estate/claim.ts'
import { type Host, isIdentifier, urlsIn } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { documentsOf } from '#estate/source/documents.ts'
import { sourceFile } from '#estate/source-file.ts'
import { uniqueBy } from '#lang/group.ts'
import { isRecord, listAt, textAt } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import type { Entity } from './entity.ts'
import { link } from './said.ts'

/** Fields that say where something answers that others run: a remote of a server for AI tools, the address of a model. */
const addresses = ['url', 'endpoint', 'endpoints', 'baseUrl', 'server', 'servers', 'remotes', 'remote', 'address'] as const

/** The hosts at which an API, a resource or something of AI answers, as far as fields of its own say so. Links for people stand elsewhere and are not looked at. */
export function endpointClaims(entity: Entity, self: ThingId): readonly Claim[] {
  const called = addresses.flatMap((field) => textsIn(entity.spec[field], ['spec', field])).flatMap(({ text, path }) => hostsIn(text).map((host) => ({ host, path })))
  return [
    ...uniqueBy(called, ({ host }) => host.name).map(({ host, path }) => link(entity, { from: self, to: idOf('host', host.name), role: 'endpoint' }, path)),
    ...definitionClaims(entity, self),
  ]
}

const hostsIn = (text: string): readonly Host[] =>
  urlsIn(text.slice(0, 2000))
    .filter((seen) => !isIdentifier(seen))
    .flatMap(({ host }) => (host.kind === 'public' ? [host] : []))

/** A text, a list of texts, or a list of records with a `url`. */
function textsIn(value: unknown, path: Path): readonly { readonly text: string; readonly path: Path }[] {
  if (typeof value === 'string') return [{ text: value, path }]
  const list = Array.isArray(value) ? value.slice(0, 100) : []
  return list.flatMap((one: unknown, at) => {
    const text = typeof one === 'string' ? one : textAt(one, 'url')
    return text === undefined ? [] : [{ text, path: [...path, at] }]
  })
}

/** A definition longer than this is not looked through: it is read for its servers alone. */
const longest = 500_000

/**
 * The servers that the definition of an API names (OpenAPI, Swagger, AsyncAPI). Whether it is one's own or somebody else's, it does not
 * say; so a server is only a sign, which the knowledge base may know.
 */
function definitionClaims(entity: Entity, self: ThingId): readonly Claim[] {
  const text = entity.kind === 'API' ? textAt(entity.spec, 'definition') : undefined
  if (text === undefined || text.length > longest || !/^\s*["']?(openapi|swagger|asyncapi)["']?\s*:|^\s*\{/m.test(text)) return []
  const top = documentsOf(sourceFile('definition', text)).documents[0]?.value
  const at = entity.place(['spec', 'definition'])
  return uniqueBy(serversIn(top).flatMap(hostsIn), (host) => host.name).map((host) =>
    signClaim(self, { on: 'host', text: host.name }, { state: entity.state, at, basis: 'declared' }),
  )
}

function serversIn(definition: unknown): readonly string[] {
  if (!isRecord(definition)) return []
  const { servers } = definition
  const named = isRecord(servers) ? Object.values(servers) : listAt(definition, 'servers')
  const host = textAt(definition, 'host')
  const urls = named.flatMap((one) => {
    const url = textAt(one, 'url') ?? textAt(one, 'host')
    return url === undefined ? [] : [url.includes('://') ? url : `https://${url}`]
  })
  return host === undefined ? urls : [...urls, `https://${host}`]
}
