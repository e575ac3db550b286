/** A package URL's parts (https://github.com/package-url/purl-spec). Qualifiers and subpath are left out of the name. */
export interface Purl {
  readonly type: string
  /** Type, namespace and name as written in the purl: `pkg:npm/%40scope/name`. */
  readonly base: string
  readonly version?: string
}

/**
 * Reads a package URL as far as we need it, and forgives what its grammar would not.
 *
 * @returns nothing when the text does not start as one
 */
export function readPurl(text: string): Purl | undefined {
  const parts = /^pkg:\/{0,2}([a-z][a-z0-9.+-]*)\/([^@?#]+)(?:@([^?#]+))?/i.exec(text.trim())
  if (!parts) return undefined
  const [, type = '', path = '', version] = parts
  let end = path.length
  while (path[end - 1] === '/') end--
  const base = `pkg:${type.toLowerCase()}/${path.slice(0, end)}`
  return { type: type.toLowerCase(), base, ...(version === undefined ? {} : { version: decoded(version) }) }
}

/**
 * What names a package in every file that lists it: its purl without qualifiers and subpath, in one spelling. Tools differ in
 * what they encode (`@scope` or `%40scope`, `+` or `%2B`), so two spellings of one package become one here.
 *
 * Made for millions of packages: a purl that is spelt plainly is only cut.
 */
export function plainPurl(text: string): string | undefined {
  const from = text.startsWith('pkg:') ? 4 : 0
  const slash = text.indexOf('/', from)
  if (from === 0 || slash <= from || text.charCodeAt(slash + 1) <= 47 || text.includes('%') || text.includes('/@') || text.includes(' ')) return spelt(text)
  const query = text.indexOf('?', slash)
  const path = text.indexOf('#', slash)
  const end = query < 0 ? path : path < 0 ? query : Math.min(query, path)
  const plain = end < 0 ? text : text.slice(0, end)
  const type = text.slice(from, slash)
  const lower = type.toLowerCase()
  return type === lower && !plain.endsWith('/') && slash + 1 < plain.length ? plain : spelt(text)
}

/** The purl in the spelling of its standard, read part by part. */
function spelt(text: string): string | undefined {
  const purl = readPurl(
    text
      .trim()
      .replace(/^(pkg:\/{0,2}[^/?#]+\/)@/i, '$1%40')
      .replaceAll('/@', '/%40'),
  )
  return purl && (purl.version === undefined ? purl.base : `${purl.base}@${purl.version}`)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a percent sign that encodes nothing
  }
}
