import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, isCollection, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { KnowledgeFault } from '#knowledge/knowledge.ts'

/** The same faults, each with the line of its file behind the path, as far as the YAML gives one. Only files with faults are read again. */
export function withKnowledgeLines(root: string, faults: readonly KnowledgeFault[]): readonly KnowledgeFault[] {
  const lookUps = new Map<string, (where: string) => number | undefined>()
  return faults.map((fault) => {
    const lookUp = lookUps.get(fault.path) ?? linesOf(join(root, fault.path))
    lookUps.set(fault.path, lookUp)
    const line = lookUp(fault.where)
    return line === undefined ? fault : { ...fault, path: `${fault.path}:${line}` }
  })
}

function linesOf(path: string): (where: string) => number | undefined {
  try {
    const counter = new LineCounter()
    const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter })
    return (where) => {
      const offset = document.errors[0]?.pos[0] ?? offsetOf(document, where)
      return offset === undefined ? undefined : counter.linePos(offset).line
    }
  } catch {
    return () => undefined // what cannot be read was told as such
  }
}

/** Where the keys lead, as far down as they are there; otherwise where the words stand by themselves, as the id of a criterion does. */
function offsetOf(document: Document.Parsed, where: string): number | undefined {
  const start = startOf(document.contents)
  const led = lead(document.contents, where, start)
  return led !== start ? led : (standing(document, where) ?? start)
}

/** Keys may have dots of their own: of those that fit, the longest goes on. */
function lead(node: unknown, where: string, at: number | undefined): number | undefined {
  if (where === '' || !isCollection(node)) return at
  const fits = (key: string): boolean => where === key || where.startsWith(`${key}.`)
  if (isSeq(node)) {
    const key = where.split('.')[0] ?? ''
    const item = /^\d+$/.test(key) ? node.items[Number(key)] : undefined
    return item === undefined ? at : lead(item, where.slice(key.length + 1), startOf(item) ?? at)
  }
  if (!isMap(node)) return at
  const pairs = node.items.filter((pair) => isScalar(pair.key) && fits(String(pair.key.value))).toSorted((a, b) => String(b.key).length - String(a.key).length)
  const [pair] = pairs
  return pair === undefined ? at : lead(pair.value, where.slice(String(pair.key).length + 1), startOf(pair.key) ?? at)
}

function standing(document: Document.Parsed, where: string): number | undefined {
  let found: number | undefined
  visit(document, {
    Scalar: (_, scalar) => {
      if (String(scalar.value) !== where) return undefined
      found = startOf(scalar)
      return visit.BREAK
    },
  })
  return found
}

const startOf = (node: unknown): number | undefined => (isPair(node) ? undefined : (node as Node | null)?.range?.[0])
