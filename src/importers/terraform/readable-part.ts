/**
 * The part of a cut-off JSON text that can still be read: everything up to the last whole value, with the brackets closed.
 *
 * @returns nothing when not even the outermost bracket can be closed
 */
export function readablePart(text: string): unknown {
  const open: string[] = []
  let safe: { readonly at: number; readonly open: string } | undefined
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '"') {
      at = endOfString(text, at)
      if (at < 0) break
    } else if (char === '{' || char === '[') open.push(char === '{' ? '}' : ']')
    else if (char === '}' || char === ']') {
      if (open.pop() !== char) break
      // Brackets that are still open are few as a rule; deep nesting is left to the limit below.
      if (open.length > 0 && open.length <= deepest) safe = { at: at + 1, open: open.toReversed().join('') }
    } else if (char === ',' && open.length <= deepest) safe = { at, open: open.toReversed().join('') }
  }
  if (!safe) return undefined
  try {
    return JSON.parse(text.slice(0, safe.at) + safe.open)
  } catch {
    return undefined // broken before the cut as well
  }
}

/** Deeper than a state or a plan nests. */
const deepest = 100

/** The offset of the quote that ends a string, or less than nothing when it is cut off. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) at++
    else if (code === 34) return at
  }
  return -1
}
