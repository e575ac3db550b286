import { idOf } from '#estate/claim.ts'
import { type ImageReference, imageClaims, imageName, readImageReference } from '#estate/identifiers/image-reference.ts'
import { readPurl } from '#estate/identifiers/purl.ts'
import { type Component, rememberRef } from './component.ts'
import { type Holder, ownName, plainName, type Reading } from './reading.ts'

/**
 * A container image: its name from its purl, or from a name that says where it comes from. A bare word is the image's name and says
 * nothing of a registry, since an image built here bears one too.
 *
 * @returns the image, which holds the components listed inside it
 */
export function readContainer(reading: Reading, component: Component, { pointer, holder }: { readonly pointer: string; readonly holder: Holder }): Holder {
  const at = reading.place(pointer)
  const how = { state: holder.state, basis: 'observed', at } as const
  const image = imageOf(component)
  const id = idOf('image', image ? imageName(image) : `named/${ownName(reading, component)}`)
  rememberRef(reading, component, { pointer, id })
  if (image) reading.claims.push(...imageClaims(holder.id.startsWith('image:') ? reading.unit : holder.id, image, how))
  else {
    const version = plainName(component['version'])
    const says = version === undefined ? {} : { version }
    reading.claims.push({ claim: 'thing', id, name: component.name, says, state: holder.state, basis: 'observed', at: [at] })
    reading.claims.push({ claim: 'link', from: reading.unit, to: id, role: 'contains', state: holder.state, basis: 'observed', at: [at] })
  }
  return { ...holder, id }
}

/** Where the image comes from, if the component says so. */
function imageOf(component: Component): ImageReference | undefined {
  const { purl, name, version } = component
  const stated = typeof purl === 'string' ? imageInPurl(purl) : undefined
  if (stated) return stated
  const named = /[/:@]/.test(name) ? readImageReference(name) : undefined
  if (!named || typeof version !== 'string') return named
  if (/^sha\d+:[0-9a-f]{32,}$/i.test(version)) return { ...named, digest: named.digest ?? version }
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
