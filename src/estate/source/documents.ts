import { type Document, isNode, LineCounter, parseAllDocuments } from 'yaml'
import { once } from '#lang/once.ts'
import { type Path, pointerOf } from '#lang/pointer.ts'
import type { FilePlace } from '../claim.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { SourceFile } from '../source-file.ts'

/** One document of a file, and where things stand in it. */
export interface SourceDocument {
  readonly value: unknown
  /** The place of a way down into this document. YAML gives the line too; JSON lines are looked up later, when needed. */
  place(path: Path): FilePlace
}

export interface Documents {
  readonly documents: readonly SourceDocument[]
  readonly diagnostics: readonly Diagnostic[]
}

/** How often one anchor may be used in a document. More than any honest file; fewer than a YAML bomb. */
const aliasLimit = 2000

/** A file as JSON where it starts like JSON, as YAML otherwise. Parsed once per file, however many ask. */
export const documentsOf: (file: SourceFile) => Documents = once((file) => {
  const text = file.text()
  return /^\s*[[{]/.test(text) ? jsonDocument(file, text) : yamlDocuments(file, text)
})

function jsonDocument(file: SourceFile, text: string): Documents {
  try {
    return { documents: [{ value: JSON.parse(text), place: (path) => ({ file: file.path, pointer: pointerOf(path) }) }], diagnostics: [] }
  } catch (fault) {
    // Text that opens with a brace may still be YAML's flow style; and a template that is neither is told as JSON.
    const flow = /^\s*\{\s*["{[}]/.test(text) ? undefined : yamlDocuments(file, text)
    if (flow && flow.diagnostics.length === 0) return flow
    return { documents: [], diagnostics: [{ code: 'unreadable', severity: 'error', file: file.path, line: lineOfFault(text, fault), values: { reason: 'json' } }] }
  }
}

/** The engine's message quotes the file, so only the position is taken from it. */
function lineOfFault(text: string, fault: unknown): number {
  const position = /position (\d+)/.exec(String(fault))?.[1]
  const before = position === undefined ? text : text.slice(0, Number(position))
  return before.split('\n').length
}

function yamlDocuments(file: SourceFile, text: string): Documents {
  const lines = new LineCounter()
  const diagnostics: Diagnostic[] = []
  const unreadable = (reason: string, line?: number): void => {
    diagnostics.push({ code: 'unreadable', severity: 'error', file: file.path, values: { reason }, ...(line === undefined ? {} : { line }) })
  }
  try {
    const parsed = parseAllDocuments(text, { lineCounter: lines, merge: true, uniqueKeys: false, logLevel: 'silent', strict: false })
    const all = Array.isArray(parsed) ? parsed : []
    const documents = all.flatMap((document, at) => {
      const fault = document.errors[0]
      if (fault) unreadable('yaml', fault.linePos?.[0].line)
      const value = plainValue(document, unreadable)
      return value === undefined || value === null ? [] : [{ value, place: placeIn(file.path, document, lines, all.length > 1 ? [at] : []) }]
    })
    return { documents, diagnostics }
  } catch (fault) {
    unreadable(fault instanceof RangeError ? 'too-deep' : 'yaml')
    return { documents: [], diagnostics }
  }
}

/** The document's plain value; an alias bomb is refused by the library, and said. */
function plainValue(document: Document.Parsed, unreadable: (reason: string, line?: number) => void): unknown {
  try {
    return document.toJS({ maxAliasCount: aliasLimit })
  } catch (fault) {
    unreadable(fault instanceof RangeError ? 'too-deep' : 'aliases')
    return undefined
  }
}

function placeIn(file: string, document: Document.Parsed, lines: LineCounter, prefix: Path): (path: Path) => FilePlace {
  return (path) => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
      const offset = isNode(node) ? node.range?.[0] : undefined
      if (offset !== undefined) return { file, pointer: pointerOf([...prefix, ...path]), line: lines.linePos(offset).line }
    }
    return { file, pointer: pointerOf([...prefix, ...path]) }
  }
}
