/** The four kinds that are left once every NOT has become a sign of an edge. */
export const [and, or, xor, atLeast] = [0, 1, 2, 3] as const

export const no = -1
export const yes = -2

/**
 * A circuit in a normal form: AND, OR, parity and at-least over signed edges.
 *
 * An edge is `2 · node + 1` where the node is negated, else `2 · node`; `no` and `yes` are edges that lead nowhere. Nodes are events first, then
 * gates, children before parents. Flipping the last bit negates any edge.
 *
 * @property least k of at-least gates; 0 elsewhere
 * @property root the edge that is asked about
 */
export interface Network {
  readonly events: number
  readonly kinds: readonly number[]
  readonly least: readonly number[]
  readonly offsets: readonly number[]
  readonly edges: readonly number[]
  readonly root: number
}

export interface NetWriter {
  /** The edge of a gate over some edges: of one that is there already where that says the same, and of no gate at all where none is needed. */
  gate(kind: number, least: number, list: readonly number[]): number
  /** Adds what stands below an edge to a list, where that is a gate of the same kind. @returns whether it was */
  takeUp(kind: number, edge: number, list: number[]): boolean
  network(root: number): Network
}

/** Writes a network gate by gate, children first. Equal gates are written once. */
export function netWriter(events: number): NetWriter {
  const kinds: number[] = []
  const leasts: number[] = []
  const offsets: number[] = [0]
  const edges: number[] = []
  const byHash = new Map<number, number[]>()
  /** Of each edge, the round in which it was last met. */
  const met: number[] = new Array(2 * events).fill(0)
  let round = 0

  const shared = (kind: number, least: number, list: readonly number[]): number => {
    let hash = kind * 31 + least
    for (const edge of list) hash = (hash + Math.imul(edge + 1, 0x9e3779b1)) | 0
    const bucket = byHash.get(hash)
    if (bucket) for (const gate of bucket) if (kinds[gate] === kind && leasts[gate] === least && isSame(gate, list)) return 2 * (events + gate)
    const gate = kinds.length
    kinds.push(kind)
    leasts.push(least)
    for (const edge of list) edges.push(edge)
    offsets.push(edges.length)
    met.push(0, 0)
    if (bucket) bucket.push(gate)
    else byHash.set(hash, [gate])
    return 2 * (events + gate)
  }
  const isSame = (gate: number, list: readonly number[]): boolean => isSameList(edges.slice(offsets[gate], offsets[gate + 1]), list)

  const junction = (kind: number, list: readonly number[]): number => {
    const [neutral, absorbing] = kind === and ? [yes, no] : [no, yes]
    const kept: number[] = []
    round++
    for (const edge of list) {
      if (edge === absorbing) return edge
      if (edge === neutral || met[edge] === round) continue
      if (met[edge ^ 1] === round) return absorbing
      met[edge] = round
      kept.push(edge)
    }
    return kept.length === 0 ? neutral : kept.length === 1 ? (kept[0] as number) : shared(kind, 0, kept)
  }

  const parity = (list: readonly number[]): number => {
    const odd = new Set<number>()
    let sign = 0
    for (const edge of list) {
      if (edge === yes) sign ^= 1
      if (edge < 0) continue
      sign ^= edge & 1
      if (!odd.delete(edge & ~1)) odd.add(edge & ~1)
    }
    const kept = [...odd]
    if (kept.length === 0) return no ^ sign
    return (kept.length === 1 ? (kept[0] as number) : shared(xor, 0, kept)) ^ sign
  }

  const threshold = (least: number, list: readonly number[]): number => {
    const kept = list.filter((edge) => edge >= 0)
    const left = least - list.filter((edge) => edge === yes).length
    if (left <= 0) return yes
    if (left > kept.length) return no
    if (left === 1) return junction(or, kept)
    return left === kept.length ? junction(and, kept) : shared(atLeast, left, kept)
  }

  return {
    gate: (kind, least, list) => (kind === xor ? parity(list) : kind === atLeast ? threshold(least, list) : junction(kind, list)),
    takeUp: (kind, edge, list) => {
      const gate = (edge >> 1) - events
      if (gate < 0 || kind === atLeast) return false
      const inner = kinds[gate] as number
      const flips = edge & 1
      if (kind === xor ? inner !== xor : inner > or || (inner ^ flips) !== kind) return false
      const from = offsets[gate] as number
      for (let at = from; at < (offsets[gate + 1] as number); at++) list.push((edges[at] as number) ^ (kind === xor ? 0 : flips))
      if (kind === xor && flips === 1) list.push(yes)
      return true
    },
    network: (root) => ({ events, kinds, least: leasts, offsets, edges, root }),
  }
}

/** Whether two lists hold the same edges, each as often, in whatever order. */
function isSameList(ours: readonly number[], theirs: readonly number[]): boolean {
  if (ours.length !== theirs.length) return false
  const sorted = theirs.toSorted((a, b) => a - b)
  return ours.toSorted((a, b) => a - b).every((edge, at) => edge === sorted[at])
}
