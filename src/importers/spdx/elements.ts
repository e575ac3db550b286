import { isRecord } from '#lang/json.ts'

/** An element of SPDX 3 as the file has it: any key may be absent or hold anything. */
export type Element = Readonly<Record<string, unknown>>

/** All elements of a document, in whichever way they are put together, and where each stands. */
export interface Elements {
  readonly list: readonly Element[]
  pointer(at: number): string
}

/** Keys under which a collection may hold elements themselves where others have references to them. */
const holding = ['element', 'rootElement'] as const

/** The elements in the graph of a document; those inside of its collections come after them. A file may also be one element with all others inside. */
export function elementsOf(document: Element): Elements {
  const graph = document['@graph']
  const list: Element[] = Array.isArray(graph) ? graph.map((one: unknown) => (isRecord(one) ? one : {})) : [document]
  const own = list.length
  const pointers: string[] = []
  for (let at = 0; at < own; at++) {
    const one = list[at] ?? {}
    for (const key of holding) {
      const inner = one[key]
      if (inner === undefined || !Array.isArray(inner)) continue
      for (const [number, element] of inner.entries()) {
        if (!isRecord(element)) continue
        list.push(element)
        pointers.push(`${Array.isArray(graph) ? `/@graph/${at}` : ''}/${key}/${number}`)
      }
    }
  }
  return { list, pointer: (at) => (at >= own ? (pointers[at - own] ?? '') : Array.isArray(graph) ? `/@graph/${at}` : '') }
}

export const typeOf = (element: Element): string => {
  const type = element['type'] ?? element['@type']
  return typeof type === 'string' ? type : ''
}

/** What an element goes by. */
export function idOfElement(element: Element): string | undefined {
  const id = element['spdxId'] ?? element['@id']
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** The ids that a key refers to: one or several, each by name or with the element itself in its place. */
export function referencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.flatMap((one) => (typeof one === 'string' ? one : isRecord(one) ? (idOfElement(one) ?? []) : []))
}

/** The id of the document itself, wherever among its elements it stands. */
export function namespaceOf(document: Element): string | undefined {
  const { list } = elementsOf(document)
  const own = list.find((element) => typeOf(element) === 'SpdxDocument')
  return own && idOfElement(own)
}
