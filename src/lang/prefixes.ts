/** Values by the beginnings of texts: all whose beginning a text has, the shortest first. */
export interface Prefixes<T> {
  of(text: string): readonly T[]
  has(text: string): boolean
}

interface Node<T> {
  readonly next: Map<number, Node<T>>
  readonly values: T[]
}

/**
 * A tree over the letters of some beginnings. Looking a text up takes as many steps as its longest beginning has letters, however many
 * beginnings there are: that counts where millions of texts are looked up.
 */
export function prefixesOf<T>(entries: Iterable<readonly [string, T]>): Prefixes<T> {
  const root: Node<T> = { next: new Map(), values: [] }
  for (const [text, value] of entries) {
    let node = root
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      const next: Node<T> = node.next.get(code) ?? { next: new Map(), values: [] }
      node.next.set(code, next)
      node = next
    }
    node.values.push(value)
  }
  return {
    of(text) {
      const found = [...root.values]
      let node: Node<T> | undefined = root
      for (let at = 0; at < text.length; at++) {
        node = node.next.get(text.charCodeAt(at))
        if (node === undefined) break
        found.push(...node.values)
      }
      return found
    },
    has(text) {
      let node: Node<T> | undefined = root
      for (let at = 0; node !== undefined; at++) {
        if (node.values.length > 0) return true
        if (at >= text.length) return false
        node = node.next.get(text.charCodeAt(at))
      }
      return false
    },
  }
}
