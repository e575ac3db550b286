import { type Document, isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap, type YAMLParseError } from 'yaml'
import { once } from '#lang/once.ts'
import { type Path, pointerOf } from '#lang/pointer.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { SourceFile } from '../source-file.ts'
import type { Documents, SourceDocument } from './documents.ts'
import { type YamlChunk, yamlChunks } from './yaml-chunks.ts'
import { type YamlFault, yamlKey, yamlValue } from './yaml-value.ts'

/** How often one fault is told per file. */
const mostTold = 20

/** Reads a YAML stream, each document by itself: one that is broken is read as far as it goes, and costs the others nothing. */
export function yamlDocuments(file: SourceFile, text: string): Documents {
  // A carriage return alone ends a line as well (YAML 1.2.2, 5.4), which the library does not know.
  const chunks = yamlChunks(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
  const read = chunks.map((chunk, at) => readChunk(file.path, chunk, chunks.length > 1 ? [at] : []))
  const diagnostics = read.flatMap((one) => one.diagnostics)
  return { documents: read.flatMap((one) => one.document ?? []), diagnostics: diagnostics.slice(0, mostTold) }
}

/** A line that is no marker, no comment, no directive and not blank. */
const holdsContent = /^(?!(?:---|\.\.\.)?[ \t]*(?:#|$)|%)/m

interface ChunkRead {
  readonly document?: SourceDocument
  readonly diagnostics: readonly Diagnostic[]
}

function readChunk(file: string, chunk: YamlChunk, prefix: Path): ChunkRead {
  if (!holdsContent.test(chunk.text)) return { diagnostics: [] }
  const counter = new LineCounter()
  const lineAt = (offset: number): number => counter.linePos(offset).line + chunk.linesBefore
  try {
    const document = parseDocument(chunk.text, { lineCounter: counter, uniqueKeys: false, prettyErrors: false, logLevel: 'silent', strict: false })
    const { value, faults } = yamlValue(document.contents)
    const [fault] = document.errors
    const told = [...(fault ? [unreadable(file, 'yaml', lineAt(offsetOf(fault, document.contents)))] : []), ...faults.map((one) => faultDiagnostic(file, one, lineAt(one.offset)))]
    return { diagnostics: told, ...(value === null ? {} : { document: placed(file, document, { value, prefix, lineAt }) }) }
  } catch {
    return { diagnostics: [unreadable(file, 'too-deep', chunk.linesBefore + 1)] } // all else comes back as a fault; this is the stack of the machine
  }
}

/** Where a fault begins. A quote that was never closed is found out at the end of the text; it begins where it was opened. */
function offsetOf(fault: YAMLParseError, contents: Node | null): number {
  let last = contents
  while (isMap(last) || isSeq(last)) {
    const item: unknown = last.items.at(-1)
    const next: unknown = isPair(item) ? (item.value ?? item.key) : item
    if (!isNode(next)) break
    last = next
  }
  const isOpen = fault.code === 'MISSING_CHAR' && isScalar(last) && (last.type === 'QUOTE_DOUBLE' || last.type === 'QUOTE_SINGLE')
  return isOpen ? (last?.range?.[0] ?? fault.pos[0]) : fault.pos[0]
}

const unreadable = (file: string, reason: string, line: number): Diagnostic => ({ code: 'unreadable', severity: 'error', file, line, values: { reason } })

function faultDiagnostic(file: string, { reason, key = '' }: YamlFault, line: number): Diagnostic {
  if (reason !== 'duplicate') return unreadable(file, reason, line)
  const name = key.includes('@') || key.length > 60 ? '…' : key
  return { code: 'defect', severity: 'warning', file, line, values: { what: `${name}: … ${name}:` } }
}

interface About {
  readonly value: unknown
  readonly prefix: Path
  readonly lineAt: (offset: number) => number
}

function placed(file: string, document: Document.Parsed, { value, prefix, lineAt }: About): SourceDocument {
  return {
    value,
    place: (path) => {
      const { node } = nodeAt(document.contents, path)
      const offset = isNode(node) ? node.range?.[0] : undefined
      return { file, pointer: pointerOf([...prefix, ...path]), ...(offset === undefined ? {} : { line: lineAt(offset) }) }
    },
    tag: (path) => {
      const { node, depth } = nodeAt(document.contents, path)
      return depth === path.length ? node?.tag : undefined
    },
  }
}

/** The node at a way down, or as near to it as the file has one of its own: what an alias or a merge key brings in stands elsewhere. */
function nodeAt(contents: Node | null, path: Path): { readonly node: Node | null; readonly depth: number } {
  let node = contents
  for (const [depth, step] of path.entries()) {
    const next = isMap(node) ? entriesIn(node as YAMLMap<Node, Node | null>).get(String(step)) : isSeq(node) ? node.items[Number(step)] : undefined
    if (!isNode(next)) return { node, depth }
    node = next
  }
  return { node, depth: path.length }
}

/** The values of a map by their keys, so that asking for the places of all of them is linear. */
const entriesIn: (map: YAMLMap<Node, Node | null>) => ReadonlyMap<string, Node | null> = once(
  (map) => new Map(map.items.map((pair: Pair<Node, Node | null>) => [yamlKey(pair.key), isScalar(pair.value) && pair.value.value === null ? pair.key : pair.value])),
)
