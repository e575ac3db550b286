/**
 * Whether a text begins with one of some beginnings or is one of some whole texts, whatever the case of its letters.
 *
 * A tree over their letters in one flat table: made for millions of texts, of which nearly all leave it after some letters. Nothing is
 * made of a text, not even its lower case, unless it or one of the others has a letter beyond ASCII: then each is tried.
 *
 * @param beginnings in lower case
 * @param wholes in lower case
 */
export function beginningsOf(beginnings: readonly string[], wholes: readonly string[]): (text: string) => boolean {
  const slow = (text: string): boolean => isOneOf(text.toLowerCase(), beginnings, wholes)
  if (![...beginnings, ...wholes].every(isPlain)) return slow
  const tree = treeOf([...beginnings, ...wholes])
  const { columns, column, next } = tree
  const marks = new Uint8Array(next.length / columns)
  for (const text of wholes) marks[nodeOf(tree, text)] = 1
  for (const text of beginnings) marks[nodeOf(tree, text)] = 2
  return (text) => {
    let node = 0
    for (let at = 0; at < text.length; at++) {
      if (marks[node] === 2) return true
      const code = text.charCodeAt(at)
      if (code > 127) return slow(text)
      node = next[node * columns + (column[code] as number)] as number
      if (node === 0) return false
    }
    return marks[node] !== 0
  }
}

const isPlain = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

/** The same, one by one. */
const isOneOf = (lower: string, beginnings: readonly string[], wholes: readonly string[]): boolean => beginnings.some((one) => lower.startsWith(one)) || wholes.includes(lower)

interface Tree {
  /** A column for each letter that is met, and the first for all others, which lead nowhere. */
  readonly columns: number
  /** The column of each code of ASCII: both cases of a letter share one. */
  readonly column: Uint8Array
  /** Where each node leads by each column; 0 is nowhere. */
  readonly next: Int32Array
}

function treeOf(texts: readonly string[]): Tree {
  const letters = [...new Set(texts.join(''))]
  const column = new Uint8Array(128)
  for (const [at, letter] of letters.entries()) for (const one of [letter, letter.toUpperCase()]) column[one.charCodeAt(0)] = at + 1
  const columns = letters.length + 1
  const next = new Int32Array(columns * (1 + texts.reduce((sum, text) => sum + text.length, 0)))
  let nodes = 1
  for (const text of texts) {
    let node = 0
    for (let at = 0; at < text.length; at++) {
      const place = node * columns + (column[text.charCodeAt(at)] as number)
      if (next[place] === 0) next[place] = nodes++
      node = next[place] as number
    }
  }
  return { columns, column, next: next.slice(0, nodes * columns) }
}

function nodeOf({ columns, column, next }: Tree, text: string): number {
  let node = 0
  for (let at = 0; at < text.length; at++) node = next[node * columns + (column[text.charCodeAt(at)] as number)] as number
  return node
}
