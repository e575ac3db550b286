import type { NeedsGraph } from '#kernels/graph/failure-times.ts'
import type { ReachGraph } from '#kernels/graph/reach.ts'

/** A bill of materials with a number of packages, as tools write them: purl, version, licence and a reference each. */
export function billOfMaterials(count: number, { name = 'whole', first = 0 }: { readonly name?: string; readonly first?: number } = {}): string {
  const components = Array.from({ length: count }, (_, index) => {
    const at = first + index
    const version = `1.0.${at % 50}`
    const purl = `pkg:npm/lib-${at}@${version}`
    return { type: 'library', 'bom-ref': purl, name: `lib-${at}`, version, purl, licenses: [{ license: { id: 'MIT' } }] }
  })
  const root = { type: 'application', name, version: '1', 'bom-ref': 'root' }
  const dependencies = [{ ref: 'root', dependsOn: components.slice(0, 1000).map((one) => one['bom-ref']) }]
  return JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component: root }, components, dependencies })
}

/** Packages in one file of this kind of folder. */
const perFile = 1000

/** A folder of bills of materials with a number of packages in all, a thousand in each. */
export function* billsOfMaterials(count: number): Generator<readonly [name: string, text: string]> {
  for (let at = 0; at * perFile < count; at++) yield [`app-${at}.cdx.json`, billOfMaterials(Math.min(perFile, count - at * perFile), { name: `app-${at}`, first: at * perFile })]
}

/** The same folder as SPDX 2.3, with a relationship to each package. */
export function* spdxDocuments(count: number): Generator<readonly [name: string, text: string]> {
  for (let at = 0; at * perFile < count; at++) yield [`app-${at}.spdx.json`, spdxDocument(`app-${at}`, { first: at * perFile, count: Math.min(perFile, count - at * perFile) })]
}

function spdxDocument(name: string, { first, count }: { readonly first: number; readonly count: number }): string {
  const root = { SPDXID: 'SPDXRef-root', name, versionInfo: '1', downloadLocation: 'NOASSERTION' }
  const packages = Array.from({ length: count }, (_, index) => {
    const at = first + index
    const versionInfo = `1.0.${at % 50}`
    const purl = { referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: `pkg:npm/lib-${at}@${versionInfo}` }
    return { SPDXID: `SPDXRef-${index}`, name: `lib-${at}`, versionInfo, downloadLocation: 'NOASSERTION', licenseConcluded: 'MIT', externalRefs: [purl] }
  })
  const described = { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-root' }
  const relationships = packages.map((one) => ({ spdxElementId: 'SPDXRef-root', relationshipType: 'DEPENDS_ON', relatedSpdxElement: one.SPDXID }))
  const creationInfo = { created: '2026-01-01T00:00:00Z', creators: ['Tool: bench'] }
  const head = { spdxVersion: 'SPDX-2.3', dataLicense: 'CC0-1.0', SPDXID: 'SPDXRef-DOCUMENT', name, documentNamespace: `https://example-town.nl/spdx/${name}`, creationInfo }
  return JSON.stringify({ ...head, packages: [root, ...packages], relationships: [described, ...relationships] })
}

/** Deployments that call each other as a tree, each with a Service before it. */
export function manifests(count: number): string {
  const pairs = Array.from({ length: count / 2 }, (_, at) => {
    const space = `ns-${at % 100}`
    const parent = Math.floor(at / 2)
    return `apiVersion: apps/v1
kind: Deployment
metadata: { name: app-${at}, namespace: ${space}, labels: { app.kubernetes.io/part-of: system-${at % 300}, app: app-${at} } }
spec:
  replicas: 2
  selector: { matchLabels: { app: app-${at} } }
  template:
    metadata: { labels: { app: app-${at} } }
    spec:
      containers:
        - name: main
          image: registry.example-town.nl/team/app-${at % 50}:1.${at % 7}
          env:
            - { name: UPSTREAM_URL, value: "http://app-${parent}.ns-${parent % 100}.svc.cluster.local" }
            - { name: SMTP_HOST, value: mail.example-town.nl }
---
apiVersion: v1
kind: Service
metadata: { name: app-${at}, namespace: ${space} }
spec: { selector: { app: app-${at} }, ports: [{ port: 80 }] }
`
  })
  return pairs.join('---\n')
}

/** The same edges as a graph of reach and as a graph of needs; always the same for the same numbers. */
export function randomGraph(nodes: number, edges: number): { readonly reach: ReachGraph; readonly needs: NeedsGraph } {
  let state = 20261124
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
  const sources = Int32Array.from({ length: edges }, () => next(nodes)).sort()
  const offsets = new Int32Array(nodes + 1)
  for (const source of sources) offsets[source + 1] = (offsets[source + 1] ?? 0) + 1
  for (let at = 1; at <= nodes; at++) offsets[at] = (offsets[at] ?? 0) + (offsets[at - 1] ?? 0)
  const targets = Int32Array.from({ length: edges }, () => next(nodes))
  return {
    reach: { offsets, targets, ranks: new Uint8Array(edges), doubts: new Uint8Array(edges) },
    needs: { offsets, dependants: targets, delay: Float64Array.from({ length: edges }, () => next(48)), threshold: new Int32Array(nodes).fill(1) },
  }
}

/** A graph in six layers, as estates are: workloads, services, components, suppliers, entities, jurisdictions. Each node leads to six of the next layer. */
export function layeredGraph(nodes: number): ReachGraph {
  let state = 20261124
  const next = (below: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
  const [layers, links] = [6, 6]
  const size = Math.floor(nodes / layers)
  const offsets = new Int32Array(size * layers + 1)
  const targets: number[] = []
  for (let node = 0; node < size * layers; node++) {
    const layer = Math.floor(node / size)
    if (layer < layers - 1) for (let link = 0; link < links; link++) targets.push((layer + 1) * size + next(size))
    offsets[node + 1] = targets.length
  }
  return { offsets, targets: Int32Array.from(targets), ranks: new Uint8Array(targets.length), doubts: new Uint8Array(targets.length) }
}
