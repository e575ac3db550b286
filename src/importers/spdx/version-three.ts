import type { Bill } from '../bill.ts'
import { duplicate } from '../bill-faults.ts'
import { asserted } from './asserted.ts'
import { tellDangling } from './defects.ts'
import type { NamedPlace, SpdxDocument } from './document.ts'
import { type Element, type Elements, elementsOf, idOfElement, typeOf } from './elements.ts'
import { licenceText } from './licences-three.ts'
import { dangling, found, graphOf, type Nodes, numberParts } from './nodes.ts'
import { keysOfThree, kindOfThree, partOfThree } from './package-three.ts'
import { type RelatedThree, readRelations } from './relations-three.ts'
import { type Sorted, sortElements } from './sorted.ts'

/** A document in SPDX 3, with its elements in a graph. */
export function readThree(bill: Bill, document: Element): SpdxDocument {
  const elements = elementsOf(document)
  const sorted = sortElements(bill, elements)
  const parts = sorted.parts.map((at) => elements.list[at] ?? {})
  const pointerOf = (at: number): string => elements.pointer(sorted.parts[at] ?? 0)
  const nodes = numberParts(parts.map(idOfElement), (at, id) => duplicate(bill, `${pointerOf(at)}/spdxId`, id))
  const related = readRelations(bill, nodes, { elements, sorted })
  const { names, making } = findOthers(nodes, elements, sorted)
  tellDangling(bill, dangling(nodes))
  const isImage = (node: number): boolean => node < nodes.count && kindOfThree(parts[node] ?? {}) === 'image'
  const graph = graphOf(nodes, related.edges, { isImage, isMaking: (node) => making.has(node) })
  const described = [...related.described]
  const own = ownElement(elements, sorted)
  const around = { bill, agents: sorted.agents, isImported: (id: string) => sorted.imported.has(id) }
  return {
    name: asserted(own['name']),
    namespace: idOfElement(own),
    count: parts.length,
    keys: keysOfThree,
    part: (at) => partOfThree(parts[at] ?? {}, { ...around, licence: licenceOf(related, sorted, at), pointer: pointerOf(at) }),
    graph,
    described,
    file: described.length === 1 ? names.get(described[0] ?? -1) : undefined,
    files: sorted.files,
    manifests: related.manifests.flatMap((node) => names.get(node) ?? []),
    isOnly: isVex(elements, sorted, related) ? 'VEX' : undefined,
  }
}

interface Others {
  readonly names: ReadonlyMap<number, NamedPlace>
  /** Builds: what they need is needed to make something. */
  readonly making: ReadonlySet<number>
}

/** Whatever relationships speak of and is no part. What other files hold is not missing here. */
function findOthers(nodes: Nodes, elements: Elements, { others, agents, collections, imported }: Sorted): Others {
  const names = new Map<number, NamedPlace>()
  const making = new Set<number>()
  for (const id of [...agents.keys(), ...imported]) found(nodes, id)
  for (const at of [...collections, ...others]) {
    const element = elements.list[at] ?? {}
    const number = found(nodes, idOfElement(element))
    if (number === undefined) continue
    const name = asserted(element['name'])
    if (typeOf(element) === 'build_Build') making.add(number)
    if (name !== undefined) names.set(number, { name, pointer: elements.pointer(at) })
  }
  return { names, making }
}

/** The element that stands for the document as a whole; without one, the first collection. */
function ownElement(elements: Elements, { collections }: Sorted): Element {
  const all = collections.map((at) => elements.list[at] ?? {})
  return all.find((one) => typeOf(one) === 'SpdxDocument') ?? all[0] ?? {}
}

const licenceOf = ({ concluded, declared }: RelatedThree, { licences }: Sorted, at: number): string | undefined =>
  licenceText(concluded.get(at), licences) ?? licenceText(declared.get(at), licences)

/** A document that assesses vulnerabilities, and names what they are in without saying what is made of what. */
function isVex(elements: Elements, { hasSecurity, collections }: Sorted, { edges }: RelatedThree): boolean {
  return hasSecurity && edges.from.length === 0 && !collections.some((at) => typeOf(elements.list[at] ?? {}) === 'software_Sbom')
}
