import { isRecord } from '#lang/json.ts'

/** So many different parts are remembered; what a file says more ways than this is not said over and over. */
const mostKnown = 10_000
/** A part of more values than this is hardly met twice. */
const mostValues = 8
/** The engine keeps strings up to this length once already. */
const keptOnce = 10

/**
 * Makes like parts of many objects one and the same: a list of millions holds the same few licences over and over, and names its
 * packages twice. That halves what it takes in memory. Whoever reads the objects must not write to them.
 *
 * @returns changes one object in place; to be called for each of many
 */
export function shareParts(): (value: unknown) => void {
  const known = new Map<string, object>()
  const shared = (part: object): object => {
    const text = JSON.stringify(part)
    const first = known.get(text)
    if (first === undefined && known.size < mostKnown) known.set(text, part)
    return first ?? part
  }
  return (value) => {
    if (!isRecord(value)) return
    let text = ''
    for (const key of Object.keys(value)) {
      const part = value[key]
      if (typeof part === 'string') {
        if (part.length <= keptOnce) continue
        if (part === text) value[key] = text
        else text = part
      } else if (typeof part === 'object' && part !== null && count(part, 0) <= mostValues) value[key] = shared(part)
    }
  }
}

/** How many values there are in a part, as far as that is small. */
function count(part: object, before: number): number {
  let sum = before
  for (const key in part) {
    const one: unknown = (part as Record<string, unknown>)[key]
    sum++
    if (sum > mostValues) return sum
    if (typeof one === 'object' && one !== null) sum = count(one, sum)
  }
  return sum
}
