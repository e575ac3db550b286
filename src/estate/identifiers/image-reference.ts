import { type Basis, type Claim, type FilePlace, idOf, type Phase, type State, type ThingId } from '../claim.ts'

/** The parts of a container image reference (OCI distribution specification; Docker Hub's short forms written out). */
export interface ImageReference {
  readonly registry: string
  readonly path: string
  readonly tag?: string
  readonly digest?: string
}

const hub = 'docker.io'
const hubNames: readonly string[] = ['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']
const grammar = /^(?:([a-z0-9][a-z0-9.-]*(?::\d+)?|\[[0-9a-f:]+\](?::\d+)?)\/)?([a-z0-9]+(?:[._/-]+[a-z0-9]+)*)(?::([\w][\w.-]{0,127}))?(?:@([a-z0-9]+:[0-9a-f]{32,}))?$/i

/** No registry takes a longer name. */
const longest = 1000

/**
 * Reads `ghcr.io/a/b:1@sha256:…`, and writes `postgres:16` out as `docker.io/library/postgres:16`.
 *
 * @returns nothing when the text is no image reference, as with a variable nobody filled in
 */
export function readImageReference(text: string): ImageReference | undefined {
  if (text.length > longest) return undefined
  const plain = text.trim().replace(/^(?:docker|oci|docker-pullable|containerd):\/\//, '')
  const parts = grammar.exec(plain)
  if (!parts) return undefined
  const [, first, rest = '', tag, digest] = parts
  const isHost = first !== undefined && (/[.:[]/.test(first) || first === 'localhost')
  const named = first !== undefined && !isHost ? `${first}/${rest}` : rest
  const registry = isHost ? first.toLowerCase() : hub
  const isHub = hubNames.includes(registry)
  return {
    registry: isHub ? hub : registry,
    path: isHub && !named.includes('/') ? `library/${named}` : named,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  }
}

/** The name with host and tag, without digest. An image with neither tag nor digest floats on `latest`. */
export function imageName(image: ImageReference): string {
  const tag = image.tag ?? (image.digest === undefined ? 'latest' : undefined)
  return `${image.registry}/${image.path}${tag === undefined ? '' : `:${tag}`}`
}

/** Whether the content behind the name may change from one pull to the next. */
export const floats = (image: ImageReference): boolean =>
  image.digest === undefined && (image.tag === undefined || (/^(latest|main|master|edge|nightly|stable|dev|\d+|.*-?alpine|\w+)$/.test(image.tag) && !/\d+\.\d+/.test(image.tag)))

/** That a unit is started from an image, and that the image is pulled from a registry. */
export function imageClaims(
  from: ThingId,
  image: ImageReference,
  how: { readonly state: State; readonly basis: Basis; readonly at: FilePlace; readonly phase?: Phase },
): readonly Claim[] {
  const common = { state: how.state, basis: how.basis, at: [how.at] }
  const phase = how.phase === undefined ? {} : { phase: how.phase }
  const id = idOf('image', imageName(image))
  return [
    { claim: 'thing', id, ...common, says: { ...(image.tag === undefined ? {} : { tag: image.tag }), ...(image.digest === undefined ? {} : { digest: image.digest }) } },
    { claim: 'link', from, to: id, role: 'image', ...phase, ...common },
    { claim: 'link', from: id, to: idOf('registry', image.registry), role: 'registry', ...phase, ...common },
  ]
}
