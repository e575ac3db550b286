/** Longer texts than this are looked at as they are: what stands for nothing is short. */
const longestNothing = 60

/** A text that the file asserts: blank ones, `NONE` and `NOASSERTION` say nothing. */
export function asserted(value: unknown): string | undefined {
  if (typeof value !== 'string' || (value.length <= longestNothing && /^\s*(?:NOASSERTION|NONE)?\s*$/i.test(value))) return undefined
  return value
}
