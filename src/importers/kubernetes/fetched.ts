import { type Claim, idOf, type Phase, weaker } from '#estate/claim.ts'
import { type Host, isIdentifier, readHost, urlsIn } from '#estate/identifiers/host-name.ts'
import { readImageReference } from '#estate/identifiers/image-reference.ts'
import { hostClaims } from './hosts.ts'
import { linkFrom, placeOf, type Unit } from './unit.ts'
import type { Spot } from './walk.ts'
import { namesOf } from './way.ts'

/** Keys under which a repository, a chart or an archive stands. */
const fetchedKey =
  /^(repo|repo_?url|repository|repository_?url|repositories|git_?repo|git_?url|git_?repository|chart|chart_?url|chart_?repo|helm_?repo|archive|archive_?url|download_?url|artifact_?url|manifest_?url|source_?url|storage_?uri|model_?uri)$/i
const fetchedBranch = /^(git|source|sources|sourceRef|repositories|artifact|artifacts|dataVolume|importSource|checkout)$/
/** Resources that are there to fetch from somewhere. */
const fetching =
  /Repository$|^GitRepo$|^HelmChart|^HelmRelease$|^Application(Set)?$|^AppProject$|^Bucket$|^BuildConfig$|^Build$|^DataVolume$|^Addon|CatalogSource|^Kustomization$|^Terraform$|^GitRepository/

/**
 * Where something is fetched from: charts and manifests that a controller pulls from Git or from a chart repository, sources of a
 * build. A chart in a registry is pulled like an image.
 *
 * @returns nothing when the value names no such thing
 */
export function fetchedClaims(unit: Unit, leaf: Spot, text: string): readonly Claim[] | undefined {
  const names = namesOf(leaf.way)
  const isFetched =
    text.startsWith('oci://') ||
    fetchedKey.test(leaf.key) ||
    (/^(url|uri|endpoint)$/i.test(leaf.key) && (fetching.test(unit.object.kind) || names.some((name) => fetchedBranch.test(name))))
  if (!isFetched || text.length > 2000) return undefined
  const found = originsIn(text)
  if (found.length === 0) return undefined
  const phase: Phase = /^Build/.test(unit.object.kind) ? 'build' : 'deploy'
  return found.flatMap((origin) => originClaims(unit, origin, { at: placeOf(unit, leaf.way), state: leaf.state, phase }))
}

/** A registry, or a host that files are fetched from. */
export type Origin = { readonly registry: string } | { readonly host: Host }

/** The origins in a text: URLs, `oci://host/path`, `git@host:path`. */
export function originsIn(text: string): readonly Origin[] {
  const oci = /^oci:\/\/(\S+)$/.exec(text)?.[1]
  const registry = oci === undefined ? undefined : readImageReference(oci.replace(/\/+$/, ''))?.registry
  if (registry !== undefined) return [{ registry }]
  const ssh = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+):/.exec(text)?.[1]
  const host = ssh === undefined ? undefined : readHost(ssh)
  if (host) return [{ host }]
  return urlsIn(text).flatMap((seen) => (isIdentifier(seen) ? [] : [{ host: seen.host }]))
}

export function originClaims(unit: Unit, origin: Origin, how: { readonly at: ReturnType<typeof placeOf>; readonly state: Spot['state']; readonly phase: Phase }): readonly Claim[] {
  if ('host' in origin) return hostClaims(unit, origin.host, { ...how, fetched: true })
  return [linkFrom(unit, { to: idOf('registry', origin.registry), role: 'registry', at: how.at, state: weaker(unit.state, how.state), phase: how.phase })]
}
