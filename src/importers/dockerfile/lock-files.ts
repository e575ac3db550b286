import { dockerfileUnit, lockFileNames, lockFileUnit } from '#estate/built-units.ts'
import type { Claim } from '#estate/claim.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { uniqueBy } from '#lang/group.ts'
import { dockerfileLines, type Instruction } from '../dockerfile-lines.ts'
import { folderOf, pathFrom } from '../paths.ts'

/** How many sources of one file are tried: honest ones copy a dozen. */
const mostSources = 100

/**
 * That what a lock file lists goes into the image, for each that is copied or mounted while it is built. Paths are read from the folder of
 * the Dockerfile, which is where a build begins unless somebody says otherwise: so this is inferred.
 */
export function lockFilesTaken(file: SourceFile, beside: Beside): readonly Claim[] {
  const folder = folderOf(file.path)
  const sources = dockerfileLines(file.text()).instructions.flatMap((one) => sourcesOf(one).map((path) => ({ path, line: one.line })))
  const taken = sources.slice(0, mostSources).flatMap(({ path, line }) => lockFilesUnder(path).map((name) => ({ path: pathFrom(folder, name), line })))
  const known = uniqueBy(
    taken.flatMap(({ path, line }) => (path !== undefined && beside.file(path) ? [{ path, line }] : [])),
    (one) => one.path,
  )
  return known.map(({ path, line }) => ({
    claim: 'link',
    from: lockFileUnit(path),
    to: dockerfileUnit(file.path),
    role: 'part-of',
    state: 'active',
    basis: 'inferred',
    at: [{ file: file.path, pointer: `/line/${line}`, line }],
  }))
}

/** What is copied out of the folder in which the build begins, and what is mounted from there. */
function sourcesOf(one: Instruction): readonly string[] {
  if (one.word === 'RUN') return one.flags.flatMap((flag) => (/[=,]from=/.test(flag) ? [] : (/^mount=.*?\b(?:source|src)=([^,]+)/.exec(flag)?.[1] ?? [])))
  if ((one.word !== 'COPY' && one.word !== 'ADD') || one.flags.some((flag) => flag.startsWith('from='))) return []
  const words = one.rest.split(/[\s,[\]"]+/).filter((word) => word !== '')
  return words.slice(0, -1).filter((word) => word.length <= longestPath && !/^<<|:\/\/|\$/.test(word))
}

const longestPath = 200

/** The lock files a source may stand for: by their own name, by a pattern, or as a folder that holds them. */
function lockFilesUnder(source: string): readonly string[] {
  const plain = source.replace(/^(?:\.?\/)+/, '').replace(/\/$/, '')
  const cut = plain.lastIndexOf('/') + 1
  const [folder, name] = [plain.slice(0, cut), plain.slice(cut)]
  if (plain === '' || plain === '.') return lockFileNames
  if (/^[^*?]*requirements[^*?/]*\.txt$/.test(name)) return [plain]
  const isLike = patternOf(name)
  return lockFileNames.flatMap((one) => (isLike(one) ? [`${folder}${one}`] : [`${plain}/${one}`]))
}

function patternOf(name: string): (text: string) => boolean {
  if (!/[*?]/.test(name) || name.length > 60 || name.split('*').length > 4) return (text) => text === name
  const form = new RegExp(
    `^${name
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]')}$`,
  )
  return (text) => form.test(text)
}
