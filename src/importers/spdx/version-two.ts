import type { Bill } from '../bill.ts'
import { duplicate, unexpected } from '../bill-faults.ts'
import { asserted } from './asserted.ts'
import { checkTwo, tellDangling } from './defects.ts'
import type { NamedPlace, SpdxDocument } from './document.ts'
import { addEdge, dangling, type Edges, found, graphOf, type Nodes, noEdges, numberOf, numberParts, recordsIn } from './nodes.ts'
import { isImage, keysOfTwo, partOf } from './package-two.ts'
import { otherRelationsOfTwo, relationsOfTwo } from './relations.ts'

/** The outermost object of a document in SPDX 2, whichever form it was written in. */
export function readTwo(bill: Bill, document: Record<string, unknown>): SpdxDocument {
  checkTwo(bill, document)
  const list = (key: string) => recordsIn(document[key], (at, value, expected) => unexpected(bill, `/${key}${at === undefined ? '' : `/${at}`}`, { expected, found: value }))
  const packages = list('packages')
  const nodes = numberParts(
    packages.map((one) => one['SPDXID']),
    (at, id) => duplicate(bill, `/packages/${at}/SPDXID`, id),
  )
  const own = typeof document['SPDXID'] === 'string' ? document['SPDXID'] : 'SPDXRef-DOCUMENT'
  const related = readRelationships({ bill, nodes, own }, list('relationships'))
  readDescribes({ bill, nodes, own }, document['documentDescribes'], related.described)
  const files = list('files')
  const names = nameFiles(nodes, files)
  found(nodes, own)
  for (const one of list('snippets')) found(nodes, one['SPDXID'])
  tellDangling(bill, dangling(nodes))
  const described = [...related.described]
  // One package alone is described whether the file says so or not (SPDX 2.3, clause 11.1).
  if (described.length === 0 && packages.length === 1 && packages[0]) described.push(0)
  return {
    name: asserted(document['name']),
    namespace: asserted(document['documentNamespace']),
    count: packages.length,
    keys: keysOfTwo,
    part: (at) => partOf(bill, packages[at] ?? {}, `/packages/${at}`),
    graph: graphOf(nodes, related.edges, { isImage: (node) => isImage(packages[node]), isMaking: () => false }),
    described,
    file: described.length === 1 ? names.get(described[0] ?? -1) : undefined,
    files: files.length,
    manifests: related.manifests.flatMap((node) => names.get(node) ?? []),
    isOnly: undefined,
  }
}

interface Around {
  readonly bill: Bill
  readonly nodes: Nodes
  /** The id of the document itself. */
  readonly own: string
}

interface Related {
  readonly edges: Edges
  readonly described: Set<number>
  readonly manifests: number[]
}

function readRelationships(around: Around, relationships: readonly Record<string, unknown>[]): Related {
  const related: Related = { edges: noEdges(), described: new Set(), manifests: [] }
  for (let at = 0; at < relationships.length; at++) {
    const one = relationships[at] ?? {}
    const from = one['spdxElementId']
    const to = one['relatedSpdxElement']
    const pointer = `/relationships/${at}`
    if (typeof from !== 'string' || typeof to !== 'string') unexpected(around.bill, pointer, { expected: 'SPDXRef-… TYPE SPDXRef-…', found: one['relationshipType'] })
    else if (to !== 'NONE' && to !== 'NOASSERTION') relate(around, related, { from, to, type: one['relationshipType'], pointer })
  }
  return related
}

interface Relationship {
  readonly from: string
  readonly to: string
  readonly type: unknown
  readonly pointer: string
}

function relate(around: Around, { edges, described, manifests }: Related, { from, to, type, pointer }: Relationship): void {
  const { bill, nodes, own } = around
  const known = relationsOfTwo.get(type as string)
  const word = known === undefined && typeof type === 'string' ? type.trim().toUpperCase().replaceAll('-', '_') : type
  const relation = known ?? relationsOfTwo.get(word as string)
  if (relation) {
    // What lies in another document is read there.
    if (isElsewhere(from) || isElsewhere(to)) return
    const first = numberOf(nodes, from, `${pointer}/spdxElementId`)
    const second = numberOf(nodes, to, `${pointer}/relatedSpdxElement`)
    if (relation.needs === 'first') addEdge(edges, first, { to: second, level: relation.level })
    else addEdge(edges, second, { to: first, level: relation.level })
  } else if (word === 'DESCRIBES' && from === own && !isElsewhere(to)) described.add(numberOf(nodes, to, `${pointer}/relatedSpdxElement`))
  else if (word === 'DESCRIBED_BY' && to === own && !isElsewhere(from)) described.add(numberOf(nodes, from, `${pointer}/spdxElementId`))
  else if (word === 'DEPENDENCY_MANIFEST_OF' && !isElsewhere(from)) manifests.push(numberOf(nodes, from, `${pointer}/spdxElementId`))
  else if (!otherRelationsOfTwo.has(word as string)) unexpected(bill, `${pointer}/relationshipType`, { expected: 'CONTAINS | DEPENDS_ON | …', found: type })
}

const isElsewhere = (id: string): boolean => id.startsWith('DocumentRef-')

function readDescribes({ bill, nodes }: Around, list: unknown, described: Set<number>): void {
  if (list === undefined) return
  const pointer = `/documentDescribes`
  if (!Array.isArray(list)) {
    unexpected(bill, pointer, { expected: 'array', found: list })
    return
  }
  for (const [at, id] of list.entries()) {
    if (typeof id !== 'string') unexpected(bill, `${pointer}/${at}`, { expected: 'SPDXRef-…', found: id })
    else if (!isElsewhere(id)) described.add(numberOf(nodes, id, `${pointer}/${at}`))
  }
}

/** The names of those files that relationships speak of. */
function nameFiles(nodes: Nodes, files: readonly Record<string, unknown>[]): ReadonlyMap<number, NamedPlace> {
  const names = new Map<number, NamedPlace>()
  for (let at = 0; at < files.length; at++) {
    const number = found(nodes, files[at]?.['SPDXID'])
    const name = number === undefined ? undefined : asserted(files[at]?.['fileName'])
    if (number !== undefined && name !== undefined) names.set(number, { name, pointer: `/files/${at}` })
  }
  return names
}
