import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { byCodePoint } from '#lang/compare.ts'
import { decodedText } from './decode.ts'

/** Folders that hold tools' own copies and never say what an organisation runs. */
const passedOver: readonly string[] = ['.git', '.hg', '.svn', 'node_modules', '.terraform', '.cache', '__pycache__', '.venv']

/** A string in this engine holds at most half a gigabyte; a larger file is refused with a word, not half read. */
const largestBytes = 500_000_000
const mostFiles = 200_000
const deepest = 64

/** All files below a folder, or the one file that was named. */
export interface Folder {
  readonly files: readonly SourceFile[]
  readonly refused: readonly Diagnostic[]
}

/**
 * Walks a folder in the order of names. Links are followed only where they stay inside and lead to no folder that is being
 * walked already; what is not read is said.
 *
 * @throws when the root itself is not there or may not be read
 */
export function readFolder(root: string): Folder {
  const real = realpathSync(root)
  if (statSync(real).isFile()) return { files: [asSourceFile(dirname(root), basename(root))], refused: [] }
  const walk: Walk = { root: real, files: [], refused: [] }
  walkFolder(walk, real, [])
  return walk
}

interface Walk {
  readonly root: string
  readonly files: SourceFile[]
  readonly refused: Diagnostic[]
}

function walkFolder(walk: Walk, folder: string, above: readonly string[]): void {
  const refuse = (path: string, what: string, limit: number): void => {
    walk.refused.push({ code: 'limit', severity: 'warning', file: relative(walk.root, path).split(sep).join('/'), values: { what, limit } })
  }
  if (above.length > deepest) {
    refuse(folder, 'depth', deepest)
    return
  }
  for (const name of namesIn(walk, folder)) {
    const path = join(folder, name)
    const target = realOf(path)
    if (target === undefined || !(target === walk.root || target.startsWith(walk.root + sep))) refuse(path, target === undefined ? 'link-nowhere' : 'link-outside', 0)
    else if (statSync(target).isDirectory()) {
      if (passedOver.includes(name)) continue
      if ([...above, folder].includes(target)) refuse(path, 'link-loop', 0)
      else if (lstatSync(path).isSymbolicLink())
        continue // its target is walked where it really lies
      else walkFolder(walk, target, [...above, folder])
    } else if (!statSync(target).isFile()) refuse(path, 'special-file', 0)
    else if (walk.files.length >= mostFiles) refuse(path, 'files', mostFiles)
    else if (statSync(target).size > largestBytes) refuse(path, 'bytes', largestBytes)
    else if (!lstatSync(path).isSymbolicLink()) walk.files.push(asSourceFile(walk.root, relative(walk.root, path)))
  }
}

function namesIn(walk: Walk, folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort(byCodePoint)
  } catch {
    walk.refused.push({ code: 'unreadable', severity: 'warning', file: relative(walk.root, folder).split(sep).join('/'), values: { reason: 'permission' } })
    return []
  }
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined // a link to nowhere, or to itself
  }
}

/** A file that lies elsewhere, read as if it lay in the folder under another name. */
export const fileFrom = (full: string, path: string): SourceFile => asSourceFile(dirname(full), basename(full), path)

/** A file that is read when somebody asks, and then kept. What cannot be read is empty, and its digest says so. */
function asSourceFile(root: string, path: string, shown: string = path): SourceFile {
  const full = join(root, path)
  let bytes: Uint8Array | undefined
  let text: string | undefined
  const read = (): Uint8Array => (bytes ??= bytesOf(full))
  return {
    path: shown.split(sep).join('/'),
    size: statSync(full).size,
    bytes: read,
    text: () => (text ??= decodedText(read())),
    chunks: () => chunksOf(full),
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    return new Uint8Array() // gone, or not ours to read, since it was listed
  }
}

function* chunksOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const buffer = new Uint8Array(1 << 20)
      const count = readSync(file, buffer)
      if (count === 0) return
      yield buffer.subarray(0, count)
    }
  } finally {
    closeSync(file)
  }
}
