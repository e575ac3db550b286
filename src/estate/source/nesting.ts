/** Values nested deeper than this are passed over: no honest document nests so, and whoever reads one walks it down with the stack of the machine. */
export const deepestNesting = 500

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null
const inside = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : isContainer(value) ? Object.values(value) : [])

/** Empties what is nested too deeply in a value that was just parsed, in place. @returns whether there was any such thing */
export function cutNesting(value: unknown): boolean {
  let level: readonly object[] = isContainer(value) ? [value] : []
  for (let depth = 1; depth < deepestNesting && level.length > 0; depth++) level = level.flatMap((one) => inside(one).filter(isContainer))
  const full = level.filter((one) => inside(one).length > 0)
  for (const one of full) {
    if (Array.isArray(one)) one.length = 0
    else for (const key of Object.keys(one)) Reflect.deleteProperty(one, key)
  }
  return full.length > 0
}
