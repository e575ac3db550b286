/** Brackets nested deeper than this are no longer closed for the writer: no honest document nests so. */
const deepest = 100

/** Longer texts with a fault in their middle are given up: looking for the fault costs some twenty readings. */
const longestSearched = 20_000_000

/**
 * The part of a cut-off or scribbled JSON text that can still be read: everything up to the last whole value before the fault,
 * with the brackets closed.
 *
 * @returns nothing when not even the outermost bracket can be closed
 */
export function readablePart(text: string): unknown {
  const whole = readUpTo(text, text.length)
  if (whole !== undefined || text.length > longestSearched) return whole
  // The fault is not at the end. A part that holds it cannot be read, a shorter one can: so it is found by halving.
  let [good, bad] = [0, text.length]
  let best: unknown
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    const found = readUpTo(text, middle)
    // Too short a part holds no whole value: that is no fault.
    if (found === undefined && closedPart(text.slice(0, middle)) !== undefined) bad = middle
    else {
      best = found ?? best
      good = middle
    }
  }
  return best
}

function readUpTo(text: string, end: number): unknown {
  const closed = closedPart(text.slice(0, end))
  try {
    return closed === undefined ? undefined : JSON.parse(closed)
  } catch {
    return undefined // there is a fault before this end
  }
}

/** The text up to the last place where all brackets can be closed, closed. */
function closedPart(text: string): string | undefined {
  const open: string[] = []
  let safe: { readonly at: number; readonly open: readonly string[] } | undefined
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) {
      at = endOfString(text, at)
      if (at < 0) break
    } else if (code === 123) open.push('}')
    else if (code === 91) open.push(']')
    else if (code === 125 || code === 93) {
      if (open.pop() !== text[at]) break
      if (open.length > 0 && open.length <= deepest) safe = { at: at + 1, open: [...open] }
    } else if (code === 44 && open.length > 0 && open.length <= deepest) safe = { at, open: [...open] }
  }
  return safe && text.slice(0, safe.at) + safe.open.toReversed().join('')
}

/** The offset of the quote that ends a string, or less than nothing when it is cut off. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) at++
    else if (code === 34) return at
  }
  return -1
}
