/** The purl of a package in the spelling that all importers share, without qualifiers. */
export function purlKey(family: string, name: string, version: string | undefined): string {
  const path = family === 'npm' && name.startsWith('@') ? `%40${name.slice(1)}` : spelt(family, name)
  return version === undefined || version === '' ? `pkg:${family}/${path}` : `pkg:${family}/${path}@${version}`
}

/** Families whose names are the same in any case (https://github.com/package-url/purl-spec, the types). */
const inLowerCase: ReadonlySet<string> = new Set(['pypi', 'golang', 'composer'])

function spelt(family: string, name: string): string {
  const plain = inLowerCase.has(family) ? name.toLowerCase() : name
  return family === 'pypi' ? plain.replace(/[-_.]+/g, '-') : plain.includes(' ') ? plain.replaceAll(' ', '%20') : plain
}
