import { SaxesParser } from 'saxes'

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

/** That the text is broken, or nests beyond what is read. Each is told once, where it was first met. */
export interface XmlFault {
  readonly reason: 'xml' | 'too-deep'
  readonly line: number
  readonly column: number
}

export interface XmlLimits {
  /** At elements nested deeper than this reading stops. */
  readonly deepest: number
  /** Of longer texts the beginning is kept. */
  readonly longest: number
}

/** A text with more faults than this has lost its thread. */
const mostFaults = 20

/** Reads XML into elements. Entities of a document type are not expanded; a text that breaks off gives what came before. */
export function xmlElements(text: string, { deepest, longest }: XmlLimits, told: (fault: XmlFault) => void): XmlElement | undefined {
  const parser = new SaxesParser({ position: true })
  const open: Growing[] = []
  const said = new Set<XmlFault['reason']>()
  let root: Growing | undefined
  let [line, column, faults] = [1, 1, 0]
  const say = (reason: XmlFault['reason']): void => {
    if (!said.has(reason)) told({ reason, line: parser.line, column: parser.column })
    said.add(reason)
  }
  parser.on('error', (fault) => {
    say('xml')
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
  const add = (part: string): void => {
    const here = open.at(-1)
    if (here && here.text.length < longest) here.text += part.slice(0, longest)
  }
  parser.on('text', add)
  parser.on('cdata', add)
  try {
    parser.write(text).close()
  } catch (fault) {
    // The parser gave up, or we did; what it told us before stands.
    say(fault instanceof RangeError ? 'too-deep' : 'xml')
  }
  return root
}
