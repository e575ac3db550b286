import type { SourceFile } from '#estate/source-file.ts'
import { once } from '#lang/once.ts'
import { dockerfileWords } from '../dockerfile.ts'
import { dockerfileLines } from '../dockerfile-lines.ts'

/** Names that the builder's documentation gives such a file: `Dockerfile`, `Containerfile`, `Dockerfile.dev`, `api.dockerfile`. */
const named = /(?:^|\/)(?:[^/]*\.)?(?:dockerfile|containerfile)(?:[._-][^/]*)?$/i
/** How far into a file its first instruction is looked for, and how much of it is tried. */
const headLength = 20_000

/**
 * Whether a file is a Dockerfile. `FROM` alone begins many a text, so under a name that says nothing it takes instructions of three kinds
 * and no other words.
 */
export const isDockerfile: (file: SourceFile) => boolean = once((file) => {
  const text = file.text()
  const head = text.slice(0, headLength)
  if (!/^[ \t]*FROM[ \t]/im.test(head) || /^\s*[[{<]/.test(head)) return false
  const words = dockerfileLines(head.length < text.length ? head.slice(0, head.lastIndexOf('\n')) : head).instructions.map((one) => one.word)
  if (!words.includes('FROM') || (words[0] !== 'FROM' && words[0] !== 'ARG')) return false
  return named.test(file.path) || (new Set(words).size >= 3 && words.every((word) => dockerfileWords.has(word)))
})
