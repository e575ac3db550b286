/** Attributes as they were before they were flattened; keys of maps may hold dots themselves. */
type Tree = Map<string, Tree | string>

/** More levels than any provider's blocks have. */
const deepest = 32

/**
 * Version 3 of the state writes `ingress.0.cidr_blocks.#` = `1` where later ones nest. `#` counts a list or a set (whose steps
 * are numbers or hashes), `%` counts a map (whose keys may hold dots).
 */
export function unflattened(flat: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const tree: Tree = new Map()
  const maps = new Set(Object.keys(flat).flatMap((key) => (key.endsWith('.%') ? [key.slice(0, -2)] : [])))
  for (const [key, value] of Object.entries(flat)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') put(tree, stepsOf(key, maps), String(value))
  }
  const whole = nested(tree)
  return typeof whole === 'object' && !Array.isArray(whole) ? (whole as Record<string, unknown>) : {}
}

function stepsOf(key: string, maps: ReadonlySet<string>): readonly string[] {
  const steps = key.split('.')
  let before = ''
  for (const [index, step] of steps.entries()) {
    before = before === '' ? step : `${before}.${step}`
    if (maps.has(before) && index < steps.length - 1) return [...steps.slice(0, index + 1), steps.slice(index + 1).join('.')]
    if (index > deepest) return steps.slice(0, deepest)
  }
  return steps
}

function put(tree: Tree, steps: readonly string[], value: string): void {
  const [first = '', ...rest] = steps
  if (rest.length === 0) {
    if (!tree.has(first)) tree.set(first, value)
    return
  }
  const inner = tree.get(first)
  const next: Tree = inner instanceof Map ? inner : new Map()
  tree.set(first, next)
  put(next, rest, value)
}

function nested(tree: Tree): unknown {
  const entries = [...tree].filter(([key]) => key !== '#' && key !== '%')
  const values = entries.map(([key, value]) => [key, value instanceof Map ? nested(value) : value] as const)
  return tree.has('#') ? values.map(([, value]) => value) : Object.fromEntries(values)
}
