import { once } from '#lang/once.ts'
import { type Path, pointerOf } from '#lang/pointer.ts'
import type { FilePlace } from '../claim.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { SourceFile } from '../source-file.ts'
import { jsonFromChunks } from './json-stream.ts'
import { cutNesting } from './nesting.ts'
import { readablePart } from './readable-part.ts'
import { yamlDocuments } from './yaml-documents.ts'

/** One document of a file, and where things stand in it. */
export interface SourceDocument {
  readonly value: unknown
  /** The place of a way down into this document. YAML gives the line too; JSON lines are looked up later, when needed. */
  place(path: Path): FilePlace
  /** The tag that stands before a value in YAML, such as `!reset`. */
  tag(path: Path): string | undefined
}

export interface Documents {
  readonly documents: readonly SourceDocument[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * A file as JSON where it starts like JSON, as YAML otherwise. What is broken is read as far as it goes, and told. Parsed once per
 * file, however many ask.
 */
export const documentsOf: (file: SourceFile) => Documents = once((file) => {
  if (file.isCut === true) return streamedDocument(file)
  const text = file.text().replace(/^\uFEFF+/, '')
  return /^\s*[[{]/.test(text) ? jsonDocument(file, text) : yamlDocuments(file, text)
})

function jsonDocument(file: SourceFile, text: string): Documents {
  try {
    return asDocument(file, JSON.parse(text), [])
  } catch {
    const flow = mayBeFlow.test(text) ? yamlDocuments(file, text) : undefined
    if (flow && flow.diagnostics.length === 0) return flow
    const { value, faultAt } = readablePart(text)
    return asDocument(file, value, [unreadable(file, 'json', text.slice(0, faultAt).split('\n').length)])
  }
}

/** JSON that is longer than a text can be: the same value, built from pieces. */
function streamedDocument(file: SourceFile): Documents {
  const { value, faultAt, isCut } = jsonFromChunks(file.chunks())
  const fault = faultAt === undefined ? [] : [unreadable(file, 'json', lineOfByte(file.chunks(), faultAt))]
  return asDocument(file, value, isCut === true ? [...fault, unreadable(file, 'too-long')] : fault)
}

function lineOfByte(chunks: Iterable<Uint8Array>, offset: number): number {
  let line = 1
  let before = 0
  for (const chunk of chunks) {
    const end = Math.min(chunk.length, offset - before)
    for (let at = chunk.indexOf(10); at >= 0 && at < end; at = chunk.indexOf(10, at + 1)) line++
    before += chunk.length
    if (before >= offset) break
  }
  return line
}

/** Text that opens with a bracket may be YAML's flow style, when a plain word or a single quote follows. */
const mayBeFlow = /^\s*[[{]\s*[\w'./-]/

function asDocument(file: SourceFile, value: unknown, diagnostics: readonly Diagnostic[]): Documents {
  if (value === undefined) return { documents: [], diagnostics }
  const told = cutNesting(value) ? [...diagnostics, unreadable(file, 'too-deep')] : diagnostics
  return { documents: [{ value, place: (path) => ({ file: file.path, pointer: pointerOf(path) }), tag: () => undefined }], diagnostics: told }
}

const unreadable = (file: SourceFile, reason: string, line?: number): Diagnostic => ({
  code: 'unreadable',
  severity: 'error',
  file: file.path,
  values: { reason },
  ...(line === undefined ? {} : { line }),
})
