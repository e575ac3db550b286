import { idOf } from '#estate/claim.ts'
import { type ImageReference, imageClaims, imageName, readImageReference } from '#estate/identifiers/image-reference.ts'
import { readPurl } from '#estate/identifiers/purl.ts'
import { type Bill, type BillPlace, type Holder, ownName } from './bill.ts'
import { plainName } from './bill-parties.ts'

/** A container image as a bill has it. */
interface NamedImage {
  readonly name: string
  readonly group?: unknown
  readonly version?: unknown
  readonly purl?: unknown
}

/** Whether a purl names a container image. */
export const isImagePurl = (purl: unknown): boolean => typeof purl === 'string' && (purl.startsWith('pkg:oci/') || purl.startsWith('pkg:docker/'))

/**
 * A container image: its name from its purl, or from a name that says where it comes from. A bare word is the image's name and says
 * nothing of a registry, since an image built here bears one too.
 *
 * @returns the image as the holder of what is listed inside it
 */
export function sayImage(bill: Bill, part: NamedImage, { pointer, holder }: BillPlace): Holder {
  const at = bill.place(pointer)
  const phase = holder.phase === undefined ? {} : { phase: holder.phase }
  const how = { state: holder.state, basis: 'observed', ...phase } as const
  const image = imageOf(part)
  const id = idOf('image', image ? imageName(image) : `named/${ownName(bill, part)}`)
  if (image) bill.claims.push(...imageClaims(holder.id.startsWith('image:') ? bill.unit : holder.id, image, { ...how, at }))
  else {
    const version = plainName(part.version)
    const says = version === undefined ? {} : { version }
    bill.claims.push({ claim: 'thing', id, name: part.name, says, state: holder.state, basis: 'observed', at: [at] })
    bill.claims.push({ claim: 'link', from: bill.unit, to: id, role: 'contains', ...how, at: [at] })
  }
  return { ...holder, id }
}

/** Where the image comes from, if the part says so. */
function imageOf({ purl, name, version }: NamedImage): ImageReference | undefined {
  const stated = typeof purl === 'string' ? imageInPurl(purl) : undefined
  if (stated) return stated
  const named = /[/:@]/.test(name) ? readImageReference(name) : undefined
  if (!named || typeof version !== 'string') return named
  const [, algorithm = 'sha256:', sum] = /^(sha\d+:)?([0-9a-f]{32,})$/i.exec(version) ?? []
  if (sum !== undefined && (version.includes(':') || sum.length === 64)) return { ...named, digest: named.digest ?? `${algorithm}${sum}` }
  return named.tag === undefined && named.digest === undefined && /^\w[\w.-]{0,127}$/.test(version) ? { ...named, tag: version } : named
}

/**
 * The image a purl means. `pkg:docker` is of Docker Hub unless `repository_url` says otherwise; `pkg:oci` has no registry of its own,
 * and its `repository_url` usually holds the whole name, at times only what comes before it.
 */
function imageInPurl(text: string): ImageReference | undefined {
  const purl = readPurl(text)
  if (!purl || (purl.type !== 'docker' && purl.type !== 'oci')) return undefined
  const path = decoded(purl.base.slice(`pkg:${purl.type}/`.length))
  const home = qualifier(text, 'repository_url')
    ?.replace(/^[a-z]+:\/\//i, '')
    .replace(/(?<!\/)\/+$/, '')
  if (home === undefined && purl.type === 'oci') return undefined
  const name = home === undefined ? path : home.endsWith(`/${path}`) ? home : `${home}/${path}`
  const isDigest = purl.version !== undefined && /^sha\d+:/.test(purl.version)
  const tag = qualifier(text, 'tag') ?? (isDigest ? undefined : purl.version)
  return readImageReference(`${name.toLowerCase()}${tag === undefined ? '' : `:${tag}`}${isDigest ? `@${purl.version}` : ''}`)
}

function qualifier(purl: string, name: string): string | undefined {
  const value = purl
    .slice(purl.indexOf('?') + 1)
    .replace(/#.*$/s, '')
    .split('&')
    .find((one) => one.startsWith(`${name}=`))
  return value === undefined || !purl.includes('?') ? undefined : decoded(value.slice(name.length + 1))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a percent sign that encodes nothing
  }
}
