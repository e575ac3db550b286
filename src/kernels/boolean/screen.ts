import { type Circuit, gateKinds } from './circuit.ts'
import { components } from './components.ts'

/**
 * A monotone circuit made ready to be asked what follows from many losses at once: 32 scenarios in a word, one bit each.
 *
 * Write a word for every event (bit s set: it happens in scenario s), evaluate, and read any node.
 */
export interface Screen {
  readonly events: number
  /** A word of each node. Those of events are written by who asks. */
  readonly words: Int32Array
  evaluate(): void
}

const [and, or, atLeast] = [0, 1, 2] as const

/**
 * AND and OR are one instruction for 32 scenarios, at-least adds bits in slices. Gates that hang in a ring are evaluated again until nothing changes,
 * beginning with nothing failed: the least fixed point, so that a ring that nobody breaks stands.
 *
 * @param tops only what lies below these nodes is evaluated; left out, all gates
 * @returns nothing where a gate below is not monotone, for which a ring need not settle
 */
export function screenOf(circuit: Circuit, tops?: readonly number[]): Screen | undefined {
  const { events, gates } = circuit
  const parts = components(circuit, tops)
  const program = programOf(circuit, parts.order)
  if (program === undefined) return undefined
  const { kinds, thresholds, starts, children } = program
  const words = new Int32Array(events + gates)
  const order = parts.order
  const sum = new Int32Array(32)

  const answerOf = (at: number): number => {
    const kind = kinds[at] as number
    const from = starts[at] as number
    const to = starts[at + 1] as number
    if (kind === atLeast) return counted(words, children, from, to, thresholds[at] as number, sum)
    if (kind === and) {
      let word = -1
      for (let child = from; child < to; child++) word &= words[children[child] as number] as number
      return word
    }
    let word = 0
    for (let child = from; child < to; child++) word |= words[children[child] as number] as number
    return word
  }
  const evaluate = (): void => {
    let at = 0
    for (let part = 0; part < parts.ends.length; part++) {
      const end = parts.ends[part] as number
      if (parts.isRing[part] === 0) {
        words[events + (order[at] as number)] = answerOf(at)
        at = end
        continue
      }
      for (let one = at; one < end; one++) words[events + (order[one] as number)] = 0
      for (let changed = true; changed; ) {
        changed = false
        for (let one = at; one < end; one++) {
          const node = events + (order[one] as number)
          const word = answerOf(one)
          if (word === words[node]) continue
          words[node] = word
          changed = true
        }
      }
      at = end
    }
  }
  return { events, words, evaluate }
}

/** In which scenarios at least so many children are set: a binary counter of 32 lanes, then a comparison from its last digit up. */
function counted(words: Int32Array, children: Int32Array, from: number, to: number, least: number, sum: Int32Array): number {
  const digits = 32 - Math.clz32(to - from)
  sum.fill(0, 0, digits)
  for (let child = from; child < to; child++) {
    let carry = words[children[child] as number] as number
    for (let digit = 0; carry !== 0 && digit < digits; digit++) {
      const before = sum[digit] as number
      sum[digit] = before ^ carry
      carry &= before
    }
  }
  let isEnough = -1
  for (let digit = 0; digit < digits; digit++) isEnough = (least >> digit) & 1 ? (sum[digit] as number) & isEnough : (sum[digit] as number) | isEnough
  return isEnough
}

/** Gates in the order in which they are evaluated, their children one after the other, so that memory is read as it lies. */
interface Program {
  readonly kinds: Uint8Array
  readonly thresholds: Int32Array
  readonly starts: Int32Array
  readonly children: Int32Array
}

/** The gates of an order as AND, OR and at-least; an OR of nothing for "false", an AND of nothing for "true". */
function programOf({ kinds, least, most, offsets, children }: Circuit, order: Int32Array): Program | undefined {
  const program = {
    kinds: new Uint8Array(order.length),
    thresholds: new Int32Array(order.length),
    starts: new Int32Array(order.length + 1),
    children: new Int32Array(children.length),
  }
  let count = 0
  for (const [at, gate] of order.entries()) {
    const kind = gateKinds[kinds[gate] as number]
    const [from, to] = [offsets[gate] as number, offsets[gate + 1] as number]
    const isPlain = to - from === 1 && (kind === 'xor' || kind === 'at-least')
    if (kind === 'cardinality' ? (most[gate] as number) < to - from : !isPlain && !monotone.has(kind ?? 'not')) return undefined
    const isCounting = (kind === 'at-least' || kind === 'cardinality') && (least[gate] as number) > 0
    program.kinds[at] = kind === 'and' || (kind === 'constant' && least[gate] === 1) || (kind === 'cardinality' && !isCounting) ? and : isCounting ? atLeast : or
    program.thresholds[at] = least[gate] as number
    if (kind !== 'cardinality' || isCounting) for (let child = from; child < to; child++) program.children[count++] = children[child] as number
    program.starts[at + 1] = count
  }
  return program
}

const monotone: ReadonlySet<string> = new Set(['and', 'or', 'at-least', 'constant'])

/**
 * Which tops become true when all events of a group happen and no others.
 *
 * @returns a row for each group, 1 for each top that does
 */
export function failingTops(screen: Screen, groups: readonly ArrayLike<number>[], tops: readonly number[]): Uint8Array {
  const { words, events, evaluate } = screen
  const answers = new Uint8Array(groups.length * tops.length)
  for (let first = 0; first < groups.length; first += 32) {
    const many = Math.min(32, groups.length - first)
    words.fill(0, 0, events)
    for (let lane = 0; lane < many; lane++) setAll(words, groups[first + lane] as ArrayLike<number>, 1 << lane)
    evaluate()
    for (let lane = 0; lane < many; lane++) for (const [at, top] of tops.entries()) answers[(first + lane) * tops.length + at] = ((words[top] as number) >>> lane) & 1
  }
  return answers
}

/**
 * Pairs of groups that make a top true together where neither does alone.
 *
 * @param limit as many pairs at most, the first by their numbers
 */
export function failingPairs(screen: Screen, groups: readonly ArrayLike<number>[], top: number, limit = Number.POSITIVE_INFINITY): readonly (readonly [number, number])[] {
  const { words, events, evaluate } = screen
  const alone = failingTops(screen, groups, [top])
  const left = Array.from(groups.keys()).filter((group) => alone[group] === 0)
  const pairs: (readonly [number, number])[] = []
  for (const [at, one] of left.entries()) {
    for (let first = at + 1; first < left.length; first += 32) {
      const others = left.slice(first, first + 32)
      words.fill(0, 0, events)
      for (const [lane, other] of others.entries()) setAll(words, groups[other] as ArrayLike<number>, 1 << lane)
      setAll(words, groups[one] as ArrayLike<number>, -1)
      evaluate()
      const word = words[top] as number
      for (const [lane, other] of others.entries()) if ((word >>> lane) & 1) pairs.push([one, other])
      if (pairs.length >= limit) return pairs.slice(0, limit)
    }
  }
  return pairs
}

function setAll(words: Int32Array, events: ArrayLike<number>, bits: number): void {
  for (let at = 0; at < events.length; at++) {
    const event = events[at] as number
    words[event] = (words[event] as number) | bits
  }
}
