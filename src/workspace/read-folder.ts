import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { byCodePoint } from '#lang/compare.ts'
import { headBytes, kindOfContainer } from './containers/kind-of-container.ts'
import { type Unpacking, unpack } from './containers/unpack.ts'
import { type DiskFile, diskFile, type Reading } from './disk-file.ts'
import { deepestFolders, largestBytes, largestJsonBytes, mostFiles, mostUnpackedBytes } from './limits.ts'
import { passedOver } from './passed-over.ts'
import { sharedBytes } from './shared-bytes.ts'

/** All files below a folder, or the one file that was named, with what is inside of archives. */
export interface Folder {
  readonly files: readonly SourceFile[]
  /** What was not read. Files that change or vanish while they are read are added meanwhile. */
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
  const stats = statSync(real)
  const walk = startWalk(stats.isFile() ? dirname(real) : real)
  if (stats.isFile()) takeFile(walk, { full: real, path: basename(root), size: stats.size })
  else walkFolder(walk, real, [])
  return { files: walk.files, refused: walk.refused }
}

/** A file that lies elsewhere, read as if it lay in the folder under another name. */
export const fileFrom = (full: string, path: string): SourceFile => diskFile(startWalk(dirname(full)).reading, { full, path, size: statSync(full).size })

interface Walk extends Unpacking {
  readonly root: string
  readonly reading: Reading
  /** Whether it was said that there are too many files. */
  isFull: boolean
}

function startWalk(root: string): Walk {
  const refused: Diagnostic[] = []
  const told: Reading['told'] = (path, reason) => void refused.push({ code: 'unreadable', severity: 'warning', file: path, values: { reason } })
  return { root, files: [], refused, told: new Map(), reading: { kept: 0, memory: sharedBytes(), told }, budget: { bytes: mostUnpackedBytes, files: mostFiles }, isFull: false }
}

function walkFolder(walk: Walk, folder: string, above: readonly string[]): void {
  if (above.length > deepestFolders) {
    refuse(walk, folder, 'depth', deepestFolders)
    return
  }
  for (const entry of entriesIn(walk, folder)) {
    const full = join(folder, entry.name)
    if (entry.isSymbolicLink()) judgeLink(walk, full, [...above, folder])
    else if (entry.isDirectory()) {
      if (!passedOver.includes(entry.name)) walkFolder(walk, full, [...above, folder])
    } else if (entry.isFile()) listFile(walk, full)
    else refuse(walk, full, 'special-file', 0)
  }
}

function entriesIn(walk: Walk, folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodePoint(a.name, b.name))
  } catch {
    walk.reading.told(shown(walk, folder), 'permission')
    return []
  }
}

/** A link that stays inside is passed over, since its target is walked where it really lies. */
function judgeLink(walk: Walk, full: string, above: readonly string[]): void {
  const target = realOf(full)
  if (target === undefined) refuse(walk, full, 'link-nowhere', 0)
  else if (target !== walk.root && !target.startsWith(walk.root + sep)) refuse(walk, full, 'link-outside', 0)
  else if (above.includes(target)) refuse(walk, full, 'link-loop', 0)
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined // a link to nowhere, or to itself
  }
}

function listFile(walk: Walk, full: string): void {
  const path = shown(walk, full)
  try {
    takeFile(walk, { full, path, size: lstatSync(full).size })
  } catch {
    walk.reading.told(path, 'gone') // it was there when the folder was listed
  }
}

/** Takes a file, and what is inside where it is an archive. One that cannot be read is told and left out. */
function takeFile(walk: Walk, listing: { readonly full: string; readonly path: string; readonly size: number }): void {
  if (walk.budget.files <= 0) {
    if (!walk.isFull) refuse(walk, listing.full, 'files', mostFiles)
    walk.isFull = true
    return
  }
  const file = diskFile(walk.reading, listing)
  const head = file.head(headBytes)
  if (head === undefined) return
  if (file.size > largestBytes && !(mayBeJson(head) && file.size <= largestJsonBytes)) {
    refuse(walk, listing.full, 'bytes', mayBeJson(head) ? largestJsonBytes : largestBytes)
    return
  }
  walk.budget.files--
  const container = kindOfContainer(head) === undefined ? undefined : unpack(walk, { path: file.path, bytes: file.bytes(), depth: 0 })
  walk.files.push(container === undefined ? file : asContainer(file, container))
}

const asContainer = (file: DiskFile, container: string): SourceFile => ({ ...file, container })

/** Whether the text begins like JSON, in UTF-8. */
const mayBeJson = (head: Uint8Array): boolean => /^(?:\xef\xbb\xbf)?[ \t\r\n]*[[{]/.test(String.fromCharCode(...head))

const shown = (walk: Walk, path: string): string => relative(walk.root, path).split(sep).join('/')

function refuse(walk: Walk, path: string, what: string, limit: number): void {
  walk.refused.push({ code: 'limit', severity: 'warning', file: shown(walk, path), values: { what, limit } })
}
