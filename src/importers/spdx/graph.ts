/**
 * How something is needed, from the most to the least pressing: inside and in use; expected from the surroundings; for building, testing
 * or making it; not in use.
 */
export const levels = { run: 0, provided: 1, build: 2, unused: 3 } as const
export type Level = (typeof levels)[keyof typeof levels]
const unseen = 4

/** Who needs whom, and how. Nodes are numbers; edge number n leads from `from[n]` to `to[n]`. */
export interface Graph {
  readonly nodes: number
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly level: readonly Level[]
  isImage(node: number): boolean
  /** Whether a node is only there to make something: what it needs is needed for building. */
  isMaking(node: number): boolean
}

interface Spread {
  /** The level of each node. */
  readonly level: Uint8Array
  /** The image that each node is inside of, itself where it is one; -1 for none. */
  readonly image: Int32Array
}

interface Walk extends Spread {
  readonly graph: Graph
  readonly offsets: Int32Array
  readonly edges: Int32Array
  readonly queues: number[][]
}

/**
 * How every node is needed, and by which image it is held. A way is as pressing as its least pressing step, and a node as its most
 * pressing way. What nobody needs is there for its own sake, and in use; so are rings that nothing leads into, and what only they lead to.
 *
 * @param described where to begin
 * @param subject what the whole is of: where it is an image, it holds also what nothing is said of
 */
export function spread(graph: Graph, described: readonly number[], subject: number | undefined): Spread {
  const walk = startWalk(graph)
  const around = subject !== undefined && graph.isImage(subject) ? subject : -1
  for (const node of described) begin(walk, node, -1)
  const needed = new Uint8Array(graph.nodes)
  for (const node of graph.to) needed[node] = 1
  for (let node = 0; node < graph.nodes; node++) if (needed[node] === 0) begin(walk, node, around)
  run(walk)
  for (let node = 0; node < graph.nodes; node++) if (walk.level[node] === unseen) begin(walk, node, around)
  return walk
}

function startWalk(graph: Graph): Walk {
  const { nodes, from } = graph
  const offsets = new Int32Array(nodes + 1)
  for (const node of from) offsets[node + 1] = (offsets[node + 1] ?? 0) + 1
  for (let at = 1; at <= nodes; at++) offsets[at] = (offsets[at] ?? 0) + (offsets[at - 1] ?? 0)
  const free = offsets.slice()
  const edges = new Int32Array(from.length)
  for (let edge = 0; edge < from.length; edge++) {
    const node = from[edge] ?? 0
    const place = free[node] ?? 0
    edges[place] = edge
    free[node] = place + 1
  }
  return { graph, offsets, edges, level: new Uint8Array(nodes).fill(unseen), image: new Int32Array(nodes).fill(-1), queues: [[], [], [], []] }
}

function begin(walk: Walk, node: number, image: number): void {
  if (settle(walk, node, walk.graph.isMaking(node) ? levels.build : levels.run)) walk.image[node] = walk.graph.isImage(node) ? node : image
}

/** @returns whether the node was not reached at a level as pressing as this one */
function settle(walk: Walk, node: number, level: number): boolean {
  if ((walk.level[node] ?? 0) <= level) return false
  walk.level[node] = level
  walk.queues[level]?.push(node)
  return true
}

/** Level by level, so that what was reached once at a level is never reached at a more pressing one later. */
function run(walk: Walk): void {
  const { graph, offsets, edges } = walk
  for (const [level, queue] of walk.queues.entries()) {
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at] ?? 0
      if (walk.level[node] !== level) continue
      const image = walk.image[node] ?? -1
      for (let place = offsets[node] ?? 0; place < (offsets[node + 1] ?? 0); place++) {
        const edge = edges[place] ?? 0
        const next = graph.to[edge] ?? 0
        if (settle(walk, next, Math.max(level, graph.level[edge] ?? 0))) walk.image[next] = graph.isImage(next) ? next : image
      }
    }
    queue.length = 0
  }
}
