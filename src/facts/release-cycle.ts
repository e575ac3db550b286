import type { Platform } from '#knowledge/schema.ts'

export type Release = Platform['releases'][number]

/**
 * The release that a version belongs to: the longest cycle that is the version or its beginning, so that 16.2 is of 16, and
 * 9.4 of 9.4 where that is a cycle of its own, else of 9. Its other names count as the cycle does. Nothing where the version says
 * too little, such as 16 among 16.1 and 16.2.
 *
 * @param version as it was found: `v1.29.3+k3s1`, `16.2-alpine`, `2:8.2-1`, `22.04 LTS`, `bookworm-slim`
 */
export function releaseOf(releases: readonly Release[], version: string): Release | undefined {
  const texts = formsOf(version)
  const fitting = releases.flatMap((release) =>
    [release.cycle, ...release.names].flatMap((name) => (texts.some((text) => belongs(text, bare(name))) ? [{ release, length: name.length }] : [])),
  )
  return fitting.toSorted((a, b) => b.length - a.length)[0]?.release
}

/** Whether a version text says anything that could name a release. `latest` and `stable` do not. */
export const namesRelease = (version: string): boolean => /\d/.test(version)

const bare = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^v(?=\d)/, '')

/** The text as it stands, without a leading v or a package's epoch; and the numbers it begins with. */
function formsOf(version: string): readonly string[] {
  const text = bare(version.replace(/^\d+:/, ''))
  const numbers = /^\d+(?:\.\d+)*/.exec(text)?.[0]
  return numbers === undefined ? [text] : [text, numbers]
}

const belongs = (text: string, cycle: string): boolean => text === cycle || ['.', '-', ' ', '+'].some((mark) => text.startsWith(cycle + mark))
