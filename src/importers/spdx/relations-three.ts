import type { Bill } from '../bill.ts'
import { unexpected } from '../bill-faults.ts'
import { type Element, type Elements, referencesIn } from './elements.ts'
import { addEdge, type Edges, type Nodes, noEdges, numberOf } from './nodes.ts'
import { relationsOfThree, scoped } from './relations.ts'
import type { Sorted } from './sorted.ts'

/** What the relationships of a document in SPDX 3 say. */
export interface RelatedThree {
  readonly edges: Edges
  /** What documents and bills are of. */
  readonly described: Set<number>
  readonly manifests: number[]
  /** The licence of each part, by its id or as it stands there; what was concluded goes before what was declared. */
  readonly concluded: Map<number, unknown>
  readonly declared: Map<number, unknown>
}

interface Around {
  readonly bill: Bill
  readonly nodes: Nodes
  readonly elements: Elements
  readonly related: RelatedThree
  /** The ids of documents, bills and bundles. */
  readonly collections: ReadonlySet<string>
}

export function readRelations(bill: Bill, nodes: Nodes, { elements, sorted }: { readonly elements: Elements; readonly sorted: Sorted }): RelatedThree {
  const related: RelatedThree = { edges: noEdges(), described: new Set(), manifests: [], concluded: new Map(), declared: new Map() }
  const collections = new Set(sorted.collections.flatMap((at) => referencesIn(elements.list[at])))
  const around = { bill, nodes, elements, related, collections }
  for (const at of sorted.relationships) relate(around, elements.list[at] ?? {}, elements.pointer(at))
  for (const at of sorted.collections) {
    const pointer = `${elements.pointer(at)}/rootElement`
    for (const id of referencesIn(elements.list[at]?.['rootElement'])) if (!collections.has(id)) related.described.add(numberOf(nodes, id, pointer))
  }
  return related
}

function relate(around: Around, relationship: Element, pointer: string): void {
  const { bill, nodes, related } = around
  const type = relationship['relationshipType']
  const [from] = referencesIn(relationship['from'])
  if (from === undefined || typeof type !== 'string') {
    unexpected(bill, `${pointer}/${from === undefined ? 'from' : 'relationshipType'}`, { expected: 'spdxId', found: from === undefined ? relationship['from'] : type })
    return
  }
  const relation = relationsOfThree.get(type)
  if (relation) {
    const level = scoped(relation.level, relationship['scope'])
    const first = numberOf(nodes, from, `${pointer}/from`)
    for (const to of targets(relationship)) {
      const second = numberOf(nodes, to, `${pointer}/to`)
      if (relation.needs === 'first') addEdge(related.edges, first, { to: second, level })
      else addEdge(related.edges, second, { to: first, level })
    }
  } else noteOther(around, { type, from, relationship, pointer })
}

interface Other {
  readonly type: string
  readonly from: string
  readonly relationship: Element
  readonly pointer: string
}

function noteOther({ nodes, related, collections }: Around, { type, from, relationship, pointer }: Other): void {
  const part = nodes.numbers.get(from)
  if (type === 'hasConcludedLicense' || type === 'hasDeclaredLicense') {
    const { to } = relationship
    if (part !== undefined) (type === 'hasConcludedLicense' ? related.concluded : related.declared).set(part, Array.isArray(to) ? to[0] : to)
  } else if (type === 'describes' && collections.has(from)) for (const to of targets(relationship)) related.described.add(numberOf(nodes, to, `${pointer}/to`))
  else if (type === 'hasDependencyManifest') for (const to of targets(relationship)) related.manifests.push(numberOf(nodes, to, `${pointer}/to`))
}

/** What a relationship leads to. The individuals that stand for nothing and for not knowing are nobody. */
const targets = (relationship: Element): readonly string[] => referencesIn(relationship['to']).filter((id) => !/(?:None|NoAssertion)Element$/.test(id))
