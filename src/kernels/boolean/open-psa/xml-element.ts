import { SaxesParser } from 'saxes'
import type { Told } from './told.ts'

/** An element as it stands in the text. Lines and columns count from 1. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
  readonly line: number
  readonly column: number
}

interface Growing extends XmlElement {
  readonly children: Growing[]
  text: string
}

/** No honest formula nests deeper. */
const deepest = 400
/** Labels are shorter. */
const longest = 10_000
/** A text with more faults than this has lost its thread. */
const mostFaults = 20

/** Reads XML into elements. Entities of a document type are not expanded; a text that breaks off gives what came before. */
export function xmlElement(text: string, told: Told): XmlElement | undefined {
  const parser = new SaxesParser({ position: true })
  const open: Growing[] = []
  let root: Growing | undefined
  let [line, column, faults] = [1, 1, 0]
  parser.on('error', (fault) => {
    if (faults === 0) told({ code: 'xml', severity: 'error', line: parser.line, column: parser.column, values: {} })
    if (++faults > mostFaults) throw fault
  })
  parser.on('opentagstart', ({ name }) => {
    line = parser.line
    column = Math.max(1, parser.column - name.length - 1)
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Growing = { name, attributes: attributes as Readonly<Record<string, string>>, children: [], text: '', line, column }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
    if (open.length > deepest) throw new RangeError('too deep')
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (part) => {
    const here = open.at(-1)
    if (here && here.text.length < longest) here.text += part.slice(0, longest)
  })
  try {
    parser.write(text).close()
  } catch (fault) {
    // The parser gave up, or we did; what it told us before stands.
    told({ code: fault instanceof RangeError ? 'too-deep' : 'xml', severity: 'error', line: parser.line, column: parser.column, values: {} })
  }
  return root
}
