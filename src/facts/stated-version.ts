import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import { saidList, saidText } from '#estate/said.ts'
import type { Platform } from '#knowledge/schema.ts'
import { releaseOf } from './release-cycle.ts'
import type { Subject } from './subject.ts'

/** A platform, and the names by which a file may mean it. */
export interface NamedPlatform {
  readonly id: ThingId
  readonly known: Platform | undefined
}

/**
 * The versions that a thing states for a platform it holds. None where it states none; several where its files differ.
 *
 * A number beside a platform is not yet its version: the tag of `postgres:16-alpine` is of the database, not of the system below
 * it, and a Debian package's version is not Debian's. So what stands there is taken only where the format gives it that meaning.
 */
export function statedVersions(subject: Subject, thing: ThingId, platform: NamedPlatform): readonly string[] {
  const names = namesOf(platform)
  const isSystem = platform.known?.kind === 'os'
  // What is rented from a cloud has a version; the cloud has none.
  if (platform.known?.kind === 'cloud-platform' && kindOf(thing) === 'unit') return []
  switch (kindOf(thing)) {
    case 'image':
      return tagVersion(keyOf(thing), tagOf(subject, thing), names, isSystem)
    case 'package':
      return packageVersions(subject, thing, names, isSystem)
    default:
      return unitVersions(subject, thing, platform, { names, isSystem })
  }
}

/** The tag that an image is pulled by, said of it or standing in its name. */
function tagOf(subject: Subject, image: ThingId): string | undefined {
  return saidText(subject.estate.things.get(image), 'tag') ?? /:([\w][\w.-]*)$/.exec(keyOf(image).split('@')[0] ?? '')?.[1]
}

/** Words of a tag after the first may speak of another thing than the image is named after: `6.5-php8.2-apache`, `16.2.0-debian-12-r5`. */
function tagVersion(image: string, tag: string | undefined, names: readonly string[], isSystem: boolean): readonly string[] {
  if (tag === undefined) return []
  const words = tag.toLowerCase().split(/[-_]/)
  for (const [at, word] of words.entries()) {
    const name = /^[a-z]+/.exec(word)?.[0]
    if (name === undefined || !names.includes(name)) continue
    const number = word.slice(name.length) || (/^\d/.test(words[at + 1] ?? '') ? words[at + 1] : undefined)
    if (number !== undefined) return [number]
    if (at > 0) return []
  }
  const path =
    image
      .toLowerCase()
      .split('@')[0]
      ?.replace(/:[^/]*$/, '')
      .split(/[/_.-]/) ?? []
  return isSystem && !path.some((step) => names.includes(step.replace(/\d+$/, ''))) ? [] : [tag]
}

/** The version of a package; for a system, only what the package says of the distribution it was made for. */
function packageVersions(subject: Subject, id: ThingId, names: readonly string[], isSystem: boolean): readonly string[] {
  const thing = subject.estate.things.get(id)
  const purl = decoded(keyOf(id))
  const own = saidList(thing, 'version')
  if (!isSystem || saidText(thing, 'type') === 'operating-system') return own.length > 0 ? own : [/@([^?#/]+)(?:[?#]|$)/.exec(purl)?.[1] ?? []].flat()
  const [, name = '', version] = /[?&]distro=([a-z]+)-?([\d.]+)?/i.exec(purl) ?? []
  return version !== undefined && names.includes(name.toLowerCase()) ? [version] : []
}

/** Distributions that count their releases as the project does which they ship have the release of the project. */
function unitVersions(
  subject: Subject,
  id: ThingId,
  { known }: NamedPlatform,
  { names, isSystem }: { readonly names: readonly string[]; readonly isSystem: boolean },
): readonly string[] {
  const thing = subject.estate.things.get(id)
  const system = saidText(thing, 'os-name')
  if (isSystem) return system === undefined || isNamed(system, names) ? saidList(thing, 'os-version') : []
  const engine = saidText(thing, 'engine')
  const versions = saidList(thing, 'engine-version')
  if (engine !== undefined && !isNamed(engine, names)) return known?.kind === engine ? versions.filter((version) => releaseOf(known.releases, version)) : []
  return versions.length > 0 ? versions : saidList(thing, 'version')
}

/** Whether a text means one of some names: `aurora-postgresql` is PostgreSQL, and so is `postgres`. Short words must be the name itself. */
function isNamed(text: string, names: readonly string[]): boolean {
  const words = [folded(text), ...text.toLowerCase().split(/[^a-z0-9]+/)]
  const within = (word: string, name: string): boolean => (name.length > 3 && (word.startsWith(name) || word.endsWith(name))) || (word.length > 3 && name.startsWith(word))
  return words.some((word) => names.some((name) => name === word || within(word, name)))
}

const namesOf = ({ id, known }: NamedPlatform): readonly string[] => [keyOf(id), known?.title ?? '', ...(known?.names ?? [])].map(folded).filter((name) => name.length > 1)

const folded = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** A purl writes some signs as percent codes; a broken code is left as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // not a code: then the sign itself was meant
  }
}
