import { type Claim, idOf, type ThingId } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { arnsIn } from '#estate/identifiers/arn.ts'
import { type Host, readHost, urlsIn } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { uniqueBy } from '#lang/group.ts'
import { isRecord } from '#lang/json.ts'
import { secretIn } from '#redaction/secret.ts'
import { secretFound } from '../settings.ts'
import type { Entity } from './entity.ts'
import { link } from './said.ts'

/** Annotations as plain texts. */
function annotationsOf(entity: Entity): readonly (readonly [key: string, value: string])[] {
  const table = entity.metadata['annotations']
  return isRecord(table) ? Object.entries(table).flatMap(([key, value]) => (typeof value === 'string' && value.trim() !== '' ? [[key, value.trim()] as const] : [])) : []
}

/** Annotations of the catalog about itself. */
const ownKey = /(^|\.)backstage\.io\//
const pathTo = (key: string) => ['metadata', 'annotations', key]

/**
 * What annotations tell: most are for a plug-in that looks at a service outside, so their names are signs. Nothing is lost with what
 * they point to but a view of it. Their values are numbers and keys of those services, and are not kept.
 */
export function annotationClaims(entity: Entity, self: ThingId): readonly Claim[] {
  const annotations = annotationsOf(entity)
  const signs = annotations.flatMap(([key, value]): readonly Claim[] => {
    if (ownKey.test(key) || !/[./]/.test(key)) return []
    const how = { state: entity.state, at: entity.place(pathTo(key)), basis: 'declared' } as const
    const arns = uniqueBy(arnsIn(value.slice(0, 2000)), (arn) => `${arn.service} ${arn.region}`)
    return [
      { ...signClaim(self, { on: 'annotation-key', text: key }, how), says: { idle: true } },
      ...arns.map((arn) => signClaim(self, { on: 'arn-service', text: arn.service }, { ...how, ...(arn.region === undefined ? {} : { value: arn.region }) })),
    ]
  })
  return [...signs, ...sourceClaims(entity, self, annotations)]
}

/** Services that keep source code, by the annotation that names a project there. */
const forges: Readonly<Record<string, string>> = {
  'github.com/project-slug': 'github.com',
  'gitlab.com/project-slug': 'gitlab.com',
  'gitlab.com/project-id': 'gitlab.com',
  'bitbucket.org/project-slug': 'bitbucket.org',
  'dev.azure.com/project-repo': 'dev.azure.com',
  'dev.azure.com/project': 'dev.azure.com',
  'codeberg.org/project-slug': 'codeberg.org',
}

/** Where the source code lies: it is needed for the next build. A GitLab of one's own is named beside the project. */
function sourceClaims(entity: Entity, self: ThingId, annotations: readonly (readonly [string, string])[]): readonly Claim[] {
  const own = annotations.find(([key]) => key === 'gitlab.com/instance')?.[1]
  const hosts = annotations.flatMap(([key, value]): readonly { readonly host: Host; readonly key: string }[] => {
    const forge = forges[key]
    if (forge !== undefined) {
      const host = readHost(forge === 'gitlab.com' && own !== undefined ? own.replace(/^https?:\/\//, '') : forge)
      return host ? [{ host, key }] : []
    }
    return key === 'backstage.io/source-location' ? urlsIn(value.slice(0, 2000)).map(({ host }) => ({ host, key })) : []
  })
  return uniqueBy(hosts, ({ host }) => host.name).flatMap(({ host, key }) =>
    host.kind === 'public' ? [link(entity, { from: self, to: idOf('host', host.name), role: 'runtime-download', phase: 'build' }, pathTo(key))] : [],
  )
}

/** Keys by which a service lets somebody in, under names that are not told apart elsewhere. */
const doorKey = /(integration|routing|api|service)[-_]?key$/i

/** Secrets that lie in annotations: told, and not copied. */
export const annotationSecrets = (entity: Entity): readonly Diagnostic[] =>
  annotationsOf(entity).flatMap(([key, value]) => {
    const name = key.slice(key.lastIndexOf('/') + 1)
    const secret = doorKey.test(name) ? ('access-key' as const) : secretIn(name, value)
    return secret === undefined ? [] : [secretFound(entity.place(pathTo(key)), secret)]
  })

/** By which groups objects of Kubernetes belong to an entity; all of one list have to fit. */
export function kubernetesGroups(entity: Entity): { readonly id: string | undefined; readonly selector: readonly string[] } {
  const values = new Map(annotationsOf(entity))
  const id = values.get('backstage.io/kubernetes-id')
  const namespace = values.get('backstage.io/kubernetes-namespace')
  const pairs = (values.get('backstage.io/kubernetes-label-selector') ?? '').slice(0, 2000).split(',')
  const labels = pairs.flatMap((pair) => {
    const [, key, value] = /^\s*([\w./-]+)\s*==?\s*([\w.-]+)\s*$/.exec(pair) ?? []
    return key === undefined || value === undefined ? [] : [`label:${key}=${value}`]
  })
  // A selector with a form that is not read would choose too much.
  const whole = labels.length > 0 && labels.length === pairs.length ? labels : []
  return { id, selector: whole.length > 0 && namespace !== undefined ? [...whole, `namespace=${namespace}`] : whole }
}
