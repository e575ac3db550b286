import { byCodePoint } from './compare.ts'

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** An object as JSON knows it: no array, no null. */
export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text under a key, if it is text and not blank. */
export function textAt(value: unknown, key: string): string | undefined {
  const found = isRecord(value) ? value[key] : undefined
  return typeof found === 'string' && found.trim() !== '' ? found : undefined
}

/** The list under a key, or none. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const found = isRecord(value) ? value[key] : undefined
  return Array.isArray(found) ? found : []
}

/** The object under a key, or an empty one. */
export function recordAt(value: unknown, key: string): Record<string, unknown> {
  const found = isRecord(value) ? value[key] : undefined
  return isRecord(found) ? found : {}
}

/** JSON with keys sorted by code point, two blanks deep, one line end at the end: the same value gives the same bytes. */
export const stableJson = (value: unknown): string => `${JSON.stringify(value, sortedKeys, 2)}\n`

/** Object by object while it is written: a sorted copy of all of a large result would stand in memory beside it. */
function sortedKeys(_: string, value: unknown): unknown {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => byCodePoint(a, b))) : value
}
