import { type Claim, type FilePlace, idOf, type State, weaker } from '#estate/claim.ts'
import { isPlaceholder } from '#estate/identifiers/host-name.ts'
import { type ImageReference, imageClaims, imageName, readImageReference } from '#estate/identifiers/image-reference.ts'
import { isRecord, textAt } from '#lang/json.ts'
import { officialImages } from './official-images.ts'
import type { Unit } from './unit.ts'

interface ImageSeen {
  readonly at: FilePlace
  readonly state: State
  /** Names that the program bears where it runs: of the container and of the object around it. */
  readonly names?: readonly string[]
}

/** A variable that nobody filled in: of a shell, a template, an OpenShift template, a workflow. */
const open = /\$\{[^}]*\}|\$\([^)]*\)|\{\{[^}]*\}\}|\$[A-Z_]+/

/** The image that a text names, and the registry it is pulled from. A tag nobody filled in leaves the name, a name nobody filled in leaves nothing. */
export function imageIn(unit: Unit, text: string, seen: ImageSeen): readonly Claim[] {
  const plain = text.trim()
  const state = weaker(unit.state, seen.state)
  if (plain === '' || plain.length > 500) return []
  if (plain.startsWith('ko://')) return builtHere(unit, plain.slice('ko://'.length), { at: seen.at, state: 'inactive' })
  const isOpen = open.test(plain)
  const image = readImageReference(isOpen ? plain.replace(/[:@][^/]*$/, (tail) => (open.test(tail) ? '' : tail)) : plain)
  if (!image || (isPlaceholder(plain) && !isOpen && /^[A-Z0-9_]+$/.test(plain))) return []
  if (isBuildName(plain, seen.names ?? [])) return builtHere(unit, imageName(image), { at: seen.at, state: weaker(state, 'placeholder') })
  return imageClaims(unit.id, image, { state: isOpen ? weaker(state, 'placeholder') : state, basis: 'observed', at: seen.at })
}

/** A bare name that is also the program's own, and that no registry offers, waits for a build tool to replace it. */
const isBuildName = (text: string, names: readonly string[]): boolean => /^[a-z0-9][a-z0-9._-]*$/.test(text) && names.includes(text) && !officialImages.has(text)

function builtHere(unit: Unit, name: string, how: { readonly at: FilePlace; readonly state: State }): readonly Claim[] {
  const common = { state: how.state, basis: 'observed', at: [how.at] } as const
  const id = idOf('image', name)
  return [
    { claim: 'thing', id, says: { 'built-here': true }, ...common },
    { claim: 'link', from: unit.id, to: id, role: 'image', ...common },
  ]
}

/** A text that can only be an image: with a host in front, and a tag or a digest behind. Flags and settings name some so. */
export const isPlainlyImage = (text: string): boolean =>
  text.length < 300 && /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?\/[\w./-]+(?::[\w.-]+|@sha256:[0-9a-f]{64}|:[\w.-]+@sha256:[0-9a-f]{64})$/.test(text)

/** An image whose parts stand beside each other: `{registry, repository, tag, digest}`, as charts and operators write it. */
export function imageInParts(value: Readonly<Record<string, unknown>>): string | undefined {
  const repository = textAt(value, 'repository') ?? textAt(value, 'repo') ?? textAt(value, 'name')
  if (repository === undefined || /:\/\/|\s/.test(repository)) return undefined
  const registry = textAt(value, 'registry') ?? textAt(value, 'hub')
  const tag = plainText(value['tag']) ?? plainText(value['version'])
  const digest = textAt(value, 'digest') ?? textAt(value, 'sha')
  const name = registry === undefined || repository.startsWith(`${registry}/`) ? repository : `${registry.replace(/\/$/, '')}/${repository}`
  const bare = digest === undefined ? '' : `@${digest.includes(':') ? digest : `sha256:${digest}`}`
  return `${name}${tag === undefined || /:[^/]+$/.test(name) ? '' : `:${tag}`}${bare}`
}

const plainText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined)

/** Images that the parts of a value name: `image: {repository, tag}`, and `image: name:tag`. */
export function imageAt(key: string, value: unknown): string | undefined {
  if (typeof value === 'string') return isImageKey(key) && /[/:]/.test(value) && !/:\/\/|\s/.test(value) ? value : undefined
  return isRecord(value) && (/image$/i.test(key) || ('repository' in value && 'tag' in value)) ? imageInParts(value) : undefined
}

/** Keys of an image by its whole name. `image: ubuntu-22.04` of a machine has neither a host nor a tag. */
export const isImageKey = (key: string): boolean =>
  /^(image|imageName|imageRef|imageReference|imageUrl|containerImage|baseImage|dockerImage)$/i.test(key) || /[a-z]Image$/.test(key)

/** Whether Kubernetes asks the registry at every start where nobody says so: for an image without a tag, or with `latest`. */
export const alwaysPulled = (text: string): boolean => {
  const image: ImageReference | undefined = readImageReference(text)
  return image !== undefined && image.digest === undefined && (image.tag === undefined || image.tag === 'latest')
}
