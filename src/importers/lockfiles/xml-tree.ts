import type { Diagnostic } from '#estate/diagnostic.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { type XmlElement, xmlElements } from '#lang/xml-elements.ts'

/** An element of a small XML file, without attributes: the files read here hold everything in elements. */
export interface Element {
  readonly name: string
  readonly line: number
  /** The way to it as people write it: `/project/dependencies/dependency[2]`. */
  readonly path: string
  readonly children: readonly Element[]
  readonly text: string
}

/** No honest file nests deeper, or holds longer texts that anybody reads here. */
const limits = { deepest: 100, longest: 2000 }

/** Reads XML into elements, by their names without prefix. */
export function xmlTree(file: SourceFile): { readonly root: Element | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const root = xmlElements(file.text(), limits, ({ reason, line }) => void diagnostics.push({ code: 'unreadable', severity: 'error', file: file.path, line, values: { reason } }))
  return { root: root && elementOf(root, `/${localName(root)}`), diagnostics }
}

const localName = ({ name }: XmlElement): string => name.replace(/^.*:/, '')

/** Elements of one name are numbered as they come; the first bears no number. */
function elementOf(element: XmlElement, path: string): Element {
  const counts = new Map<string, number>()
  const children = element.children.map((child) => {
    const name = localName(child)
    const number = (counts.get(name) ?? 0) + 1
    counts.set(name, number)
    return elementOf(child, `${path}/${name}${number === 1 ? '' : `[${number}]`}`)
  })
  return { name: localName(element), line: element.line, path, children, text: element.text }
}

/** The first child of a name. */
export const childOf = (element: Element | undefined, ...names: readonly string[]): Element | undefined =>
  names.reduce<Element | undefined>((at, name) => at?.children.find((one) => one.name === name), element)

/** All children of a name, below a way down. */
export const childrenOf = (element: Element | undefined, ...names: readonly string[]): readonly Element[] =>
  childOf(element, ...names.slice(0, -1))?.children.filter((one) => one.name === names.at(-1)) ?? []

/** The text of a child, if there is any. */
export const textOf = (element: Element | undefined, ...names: readonly string[]): string | undefined => childOf(element, ...names)?.text.trim() || undefined
