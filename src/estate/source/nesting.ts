/** Values nested deeper than this are passed over: no honest document nests so, and whoever reads one walks it down with the stack of the machine. */
export const deepestNesting = 500

/** Empties what is nested too deeply in a value that was just parsed, in place. @returns whether there was any such thing */
export const cutNesting = (value: unknown): boolean => isContainer(value) && cut(value, 1)

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Made for documents of millions of values: nothing is copied on the way down. */
function cut(value: object, depth: number): boolean {
  if (depth === deepestNesting) return emptied(value)
  let found = false
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) if (isContainer(value[at]) && cut(value[at], depth + 1)) found = true
  } else {
    const record = value as Record<string, unknown>
    for (const key in record) {
      const one = record[key]
      if (isContainer(one) && cut(one, depth + 1)) found = true
    }
  }
  return found
}

function emptied(value: object): boolean {
  const keys = Object.keys(value)
  if (Array.isArray(value)) value.length = 0
  else for (const key of keys) Reflect.deleteProperty(value, key)
  return keys.length > 0
}
