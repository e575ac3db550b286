import { contentsWith, type Wanted } from '#estate/contents.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { emptyFragment, type Fragment } from '#estate/fragment.ts'
import { isPassedOver, isReadFormat, passedOver } from '#estate/passed-over.ts'
import { type Beside, opensWithBracket, type Settings, type SourceFile } from '#estate/source-file.ts'
import { importers } from '#importers/index.ts'

/** What one file said, and which importer read it; an empty `format` when none knows the file, and `passedOver` when none has to. */
export interface ReadFile {
  readonly file: string
  readonly format: string
  /** Whether it is evidence: read by some importer, and not the organisation's word about the evidence. */
  readonly isEvidence: boolean
  readonly fragment: Fragment
}

/** What one file said by itself, and the neighbours that it names as part of itself. */
export interface ReadAlone extends ReadFile {
  readonly parts: readonly string[]
}

/** How one file is read: with which settings, beside which others, and which of the packages that are listed in bulk are asked for. */
export interface ReadingAlone {
  readonly settings: Settings
  readonly file: (path: string) => SourceFile | undefined
  readonly asked: Wanted
}

/** How files are read, who is told of each, and what was read already, by path. */
export interface Reading extends Omit<ReadingAlone, 'file'> {
  /** Told before each file how many are done, and which share of the work that is. */
  readonly told: (file: string, done: number, share: number) => void
  readonly ahead?: ReadonlyMap<string, ReadAlone> | undefined
}

/**
 * Reads every file with the importer that recognises it. One file's faults never keep another from being read. A file that no
 * importer knows, and that another file names as part of itself (`.env`), counts as read in that one's format.
 */
export function readFiles(files: readonly SourceFile[], { settings, told, asked, ahead }: Reading): readonly ReadFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const usedBy = new Map<string, string>()
  const alone: ReadingAlone = { settings, asked, file: (path) => byPath.get(path) }
  const isAhead = (at: number): boolean => ahead?.has(files[at]?.path ?? '') === true
  const weights = files.map(readingWeight)
  const all = Math.max(1, sumOf(weights))
  let done = sumOf(weights.filter((_, at) => isAhead(at)))
  const read = files.map((file, at): ReadFile => {
    if (!isAhead(at)) {
      told(file.path, at, done / all)
      done += weights[at] ?? 0
    }
    const { parts, ...one } = ahead?.get(file.path) ?? readAlone(file, alone)
    if (isReadFormat(one.format)) for (const path of parts) if (!usedBy.has(path)) usedBy.set(path, one.format)
    return one
  })
  const whole = read.map((one) => (isReadFormat(one.format) ? one : partOf(one, usedBy.get(one.file))))
  return whole.some((_, at) => files[at]?.container !== undefined) ? withContainers(whole, files) : whole
}

const sumOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0)

/** YAML and text cost so many times more to read than JSON and XML of the same length. */
const weightOfText = 15

/** How much work it is to read a file, in bytes of JSON. */
export const readingWeight = (file: SourceFile): number => (file.container !== undefined ? 0 : file.size * (opensWithBracket(file) ? 1 : weightOfText))

/** Reads one file with the importer that recognises it. What it says depends on nothing but itself and the neighbours that it names. */
export function readAlone(file: SourceFile, { settings, file: fileAt, asked }: ReadingAlone): ReadAlone {
  const parts: string[] = []
  const beside: Beside = {
    settings,
    wanted: asked,
    file: (path) => {
      const found = fileAt(path)
      if (found) parts.push(path)
      return found
    },
  }
  return { ...withAsked(readFile(held(file), beside), asked), parts }
}

/** Of a million listed packages those are kept that somebody asks after. */
function withAsked(one: ReadFile, asked: Wanted): ReadFile {
  const { contents } = one.fragment
  return contents === undefined ? one : { ...one, fragment: { ...one.fragment, contents: contentsWith(contents, asked) } }
}

/**
 * The file for as long as it is read: its text is decoded once, and what importers remember of it (`once`) goes when it goes. A folder
 * may hold gigabytes, and all of it at once would not fit.
 */
function held(file: SourceFile): SourceFile {
  let text: string | undefined
  return { ...file, text: () => (text ??= file.text()) }
}

/** An archive is understood when something inside it is. By itself it says nothing, and the evidence is what is inside. */
function withContainers(read: readonly ReadFile[], files: readonly SourceFile[]): readonly ReadFile[] {
  const understood = new Set(read.flatMap((one) => (isReadFormat(one.format) ? archivesAround(one.file) : [])))
  return read.map((one, at) => {
    const kind = files[at]?.container
    return kind !== undefined && understood.has(one.file) ? { ...one, format: kind } : one
  })
}

/** The archives that a file lies in, by its path: `a.zip` and `a.zip!/b.tar` for `a.zip!/b.tar!/c`. */
const archivesAround = (path: string): readonly string[] => [...path.matchAll(/!\//g)].map(({ index }) => path.slice(0, index))

/** A file that is part of another is understood; what was said against it as a file of its own falls away. */
function partOf(one: ReadFile, format: string | undefined): ReadFile {
  if (format === undefined || one.fragment.diagnostics.some((diagnostic) => diagnostic.code !== 'not-understood')) return one
  return { ...one, format, isEvidence: true, fragment: emptyFragment }
}

function readFile(file: SourceFile, beside: Beside): ReadFile {
  if (file.container !== undefined) return { file: file.path, format: '', isEvidence: false, fragment: emptyFragment }
  try {
    const importer = importers.find((one) => one.recognises(file, beside.settings))
    if (!importer && isPassedOver(file.path)) return { file: file.path, format: passedOver, isEvidence: false, fragment: emptyFragment }
    if (!importer) return { file: file.path, format: '', isEvidence: false, fragment: { claims: [], diagnostics: [diagnostic(file, 'not-understood', 'note')] } }
    return { file: file.path, format: importer.id, isEvidence: importer.vouches !== true, fragment: importer.read(file, beside) }
  } catch (fault) {
    // Only depth can get here: a document nested beyond what the machine's stack holds. It is said, and the rest goes on.
    if (!(fault instanceof RangeError)) throw fault
    return {
      file: file.path,
      format: '',
      isEvidence: false,
      fragment: { ...emptyFragment, diagnostics: [{ ...diagnostic(file, 'unreadable', 'error'), values: { reason: 'too-deep' } }] },
    }
  }
}

const diagnostic = (file: SourceFile, code: Diagnostic['code'], severity: Diagnostic['severity']): Diagnostic => ({ code, severity, file: file.path })
