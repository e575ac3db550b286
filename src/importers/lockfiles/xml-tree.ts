import { SaxesParser } from 'saxes'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { SourceFile } from '#estate/source-file.ts'

/** An element of a small XML file, without attributes: the files read here hold everything in elements. */
export interface Element {
  readonly name: string
  readonly line: number
  /** The way to it as people write it: `/project/dependencies/dependency[2]`. */
  readonly path: string
  readonly children: readonly Element[]
  readonly text: string
}

interface Growing extends Element {
  readonly children: Growing[]
  text: string
}

/** No honest file nests deeper, or holds longer texts that anybody reads here. */
const deepest = 100
const longest = 2000
/** A text with more faults than this has lost its thread. */
const mostFaults = 20

/** Reads XML into elements. Entities of a document type are not expanded; a text that breaks off gives what came before. */
export function xmlTree(file: SourceFile): { readonly root: Element | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const parser = new SaxesParser({ position: true })
  const diagnostics: Diagnostic[] = []
  const open: Growing[] = []
  let root: Growing | undefined
  let faults = 0
  const say = (reason: string): void => {
    if (!diagnostics.some((one) => one.values?.['reason'] === reason))
      diagnostics.push({ code: 'unreadable', severity: 'error', file: file.path, line: parser.line, values: { reason } })
  }
  parser.on('error', (fault) => {
    say('xml')
    if (++faults > mostFaults) throw fault
  })
  parser.on('opentag', ({ name }) => {
    const above = open.at(-1)
    const element: Growing = { name: name.replace(/^.*:/, ''), line: parser.line, path: pathOf(name, above), children: [], text: '' }
    above?.children.push(element)
    root ??= element
    open.push(element)
    if (open.length > deepest) throw new RangeError('too deep')
  })
  parser.on('closetag', () => void open.pop())
  const text = (part: string): void => {
    const here = open.at(-1)
    if (here && here.text.length < longest) here.text += part.slice(0, longest)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  try {
    parser.write(file.text()).close()
  } catch (fault) {
    // The parser gave up, or we did; what it told us before stands.
    say(fault instanceof RangeError ? 'too-deep' : 'xml')
  }
  return { root, diagnostics }
}

/** Elements are numbered as they come; the first bears no number. */
function pathOf(name: string, above: Growing | undefined): string {
  const local = name.replace(/^.*:/, '')
  const counts = above === undefined ? undefined : (numbers.get(above) ?? new Map<string, number>())
  if (above === undefined || counts === undefined) return `/${local}`
  numbers.set(above, counts)
  const number = (counts.get(local) ?? 0) + 1
  counts.set(local, number)
  return `${above.path}/${local}${number === 1 ? '' : `[${number}]`}`
}

const numbers = new WeakMap<Growing, Map<string, number>>()

/** The first child of a name. */
export const childOf = (element: Element | undefined, ...names: readonly string[]): Element | undefined =>
  names.reduce<Element | undefined>((at, name) => at?.children.find((one) => one.name === name), element)

/** All children of a name, below a way down. */
export const childrenOf = (element: Element | undefined, ...names: readonly string[]): readonly Element[] =>
  childOf(element, ...names.slice(0, -1))?.children.filter((one) => one.name === names.at(-1)) ?? []

/** The text of a child, if there is any. */
export const textOf = (element: Element | undefined, ...names: readonly string[]): string | undefined => childOf(element, ...names)?.text.trim() || undefined
