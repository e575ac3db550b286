import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, Scalar } from 'yaml'
import { deepestNesting } from './nesting.ts'

/** Something in a document that was read around. */
export interface YamlFault {
  readonly reason: 'aliases' | 'too-deep' | 'duplicate'
  readonly offset: number
  /** The key that stands there twice. */
  readonly key?: string
}

/** What aliases may add to a document: more values than this, and it is a bomb. */
const mostAdded = 300_000

/** A value as it was made, with what it weighs once its aliases are written out. */
interface Made {
  readonly value: unknown
  readonly size: number
  readonly height: number
}

interface Making {
  /** What each anchor stands for so far; nothing while its own value is being made. */
  readonly anchors: Map<string, Made | undefined>
  readonly faults: YamlFault[]
  /** How many values the aliases have added so far. */
  added: number
}

const nothing: Made = { value: null, size: 1, height: 0 }

/**
 * The plain value of a parsed node. The library can do this too, but a single alias to nowhere costs it the whole document, a key that
 * is a collection costs it hours, and its limit on aliases does not see what they grow into. Here each costs itself alone, and is told.
 *
 * Of two entries under one key the last holds, as in everything that reads such files. Merge keys (`<<`) never go over an entry of
 * the map's own.
 */
export function yamlValue(node: Node | null): { readonly value: unknown; readonly faults: readonly YamlFault[] } {
  const making: Making = { anchors: new Map(), faults: [], added: 0 }
  const { value } = make(making, node, 1)
  return { value, faults: making.faults }
}

function make(making: Making, node: Node | null, depth: number): Made {
  if (isAlias(node)) return aliased(making, node, depth)
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined
  if (anchor !== undefined) making.anchors.set(anchor, undefined)
  const made = makeOwn(making, node, depth)
  if (anchor !== undefined) making.anchors.set(anchor, made)
  return made
}

function makeOwn(making: Making, node: Node | null, depth: number): Made {
  if (isScalar(node)) return { value: typeof node.value === 'bigint' ? Number(node.value) : node.value, size: 1, height: 0 }
  if (!isMap(node) && !isSeq(node)) return nothing
  if (depth >= deepestNesting) {
    if (node.items.length > 0) fault(making, 'too-deep', node)
    return { ...nothing, value: isMap(node) ? {} : [] }
  }
  const parts = isSeq(node) ? node.items.map((item) => make(making, item as Node | null, depth + 1)) : []
  if (isSeq(node))
    return weighed(
      parts.map((part) => part.value),
      parts,
    )
  return makeMap(making, node.items as readonly Pair<Node, Node | null>[], depth)
}

function makeMap(making: Making, pairs: readonly Pair<Node, Node | null>[], depth: number): Made {
  const entries = new Map<string, unknown>()
  const own = new Set<string>()
  const parts: Made[] = []
  for (const { key: keyNode, value } of pairs) {
    const made = make(making, value, depth + 1)
    parts.push(made)
    if (isMerge(keyNode)) {
      for (const source of Array.isArray(made.value) ? made.value : [made.value]) {
        for (const [key, one] of Object.entries(isRecord(source) ? source : {})) if (!entries.has(key)) entries.set(key, one)
      }
      continue
    }
    const key = yamlKey(keyNode)
    if (own.has(key)) making.faults.push({ reason: 'duplicate', offset: keyNode.range?.[0] ?? 0, key })
    own.add(key)
    entries.set(key, made.value)
  }
  return weighed(Object.fromEntries(entries), parts)
}

const weighed = (value: unknown, parts: readonly Made[]): Made => ({
  value,
  size: parts.reduce((sum, part) => sum + part.size, 1),
  height: parts.reduce((highest, part) => Math.max(highest, part.height), 0) + 1,
})

/** What an alias stands for: the same value as at its anchor. One that leads nowhere is most likely a text that begins with a star. */
function aliased(making: Making, node: Alias, depth: number): Made {
  const made = making.anchors.get(node.source)
  if (made === undefined) {
    fault(making, 'aliases', node)
    return { ...nothing, value: making.anchors.has(node.source) ? null : `*${node.source}` }
  }
  making.added += made.size
  const isTooMuch = making.added > mostAdded
  if (!isTooMuch && made.height + depth <= deepestNesting) return made
  fault(making, isTooMuch ? 'aliases' : 'too-deep', node)
  return nothing
}

function fault(making: Making, reason: 'aliases' | 'too-deep', node: Node): void {
  if (!making.faults.some((one) => one.reason === reason)) making.faults.push({ reason, offset: node.range?.[0] ?? 0 })
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isMerge = (key: unknown): boolean => isScalar(key) && key.value === '<<' && (key.type === undefined || key.type === Scalar.PLAIN)

/** The text that a key goes by: numbers as they are written; a key that is itself a collection has none of its own. */
export function yamlKey(key: unknown): string {
  if (isAlias(key)) return `*${key.source}`
  if (!isScalar(key)) return '?'
  return typeof key.value === 'number' && key.source !== undefined ? key.source : String(key.value ?? '')
}
