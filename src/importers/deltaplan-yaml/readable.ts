import type { z } from 'zod'
import { expectedOf, nearestForm } from '#lang/expected.ts'
import { isRecord } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'

/** Something in the file that has not the form it should have, at its way down from the top. */
export interface Fault {
  readonly path: Path
  readonly expected: string
  /** A key that is not known there; then nothing else is wrong. */
  readonly key?: string
}

/** What of a file has the right form, where each part of it stands in the file, and what was left out of it. */
export interface Readable<T> {
  readonly value: T | undefined
  /** The way in the file that a way in `value` stands for: they differ where list items before it were left out. */
  readonly original: (path: Path) => Path
  readonly faults: readonly Fault[]
}

/** More rounds than any honest file needs; each takes out at least one fault. */
const rounds = 40

/**
 * Reads as much as has the right form. What has not is left out, the smallest part that can be missed, and told; so one slip
 * never costs the rest of the file. What is missing because it was left out is no second fault.
 */
export function readable<T>(schema: z.ZodType<T>, whole: unknown): Readable<T> {
  const faults = new Map<string, Fault>()
  const left = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const kept = new Map<string, readonly number[]>()
    const part = pruned(whole, [], { left, kept })
    const original = (path: Path): Path => originalOf(path, kept)
    const result = schema.safeParse(part)
    if (result.success) return { value: result.data, original, faults: [...faults.values()] }
    const found = result.error.issues.flatMap((one) => nearestForm(one)).flatMap((issue) => faultsOf(issue, original(pathOf(issue))))
    const away = found.map((fault) => (fault.key === undefined ? missable(whole, fault.path, left) : fault.path))
    const news = found.filter((one) => !one.path.some((_, depth) => left.has(textOf(one.path.slice(0, depth + 1)))))
    for (const fault of worthTelling(news, (one) => missable(whole, one.path, left).length < one.path.length)) {
      const place = textOf(fault.path)
      if (!faults.has(place)) faults.set(place, fault)
    }
    if (away.some((one) => one.length === 0)) return { value: undefined, original, faults: [...faults.values()] }
    for (const one of away) left.add(textOf(one))
  }
  return { value: undefined, original: (path) => path, faults: [...faults.values()] }
}

type Issue = z.core.$ZodIssue

const pathOf = (issue: Issue): Path => issue.path.map((step) => (typeof step === 'number' ? step : String(step)))

/** Of the faults found in one round, those to tell. Beside an unknown key, a missing one is most likely the same slip, and is no second fault. */
function worthTelling(found: readonly Fault[], isMissing: (fault: Fault) => boolean): readonly Fault[] {
  const owner = (fault: Fault): string => textOf(fault.path.slice(0, -1))
  const slips = new Set(found.filter((one) => one.key !== undefined).map(owner))
  return found.filter((one) => one.key !== undefined || !isMissing(one) || !slips.has(owner(one)))
}

/** A way down as one text. */
const textOf = (path: Path): string => JSON.stringify(path)

function faultsOf(issue: Issue, path: Path): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], expected: '', key }))
  return [{ path, expected: expectedOf(issue) }]
}

/** What to leave out so that the rest may stand: the faulty part, or what a missing part is missed by. */
function missable(whole: unknown, path: Path, left: ReadonlySet<string>): Path {
  let at: unknown = whole
  for (const [depth, step] of path.entries()) {
    const next = isRecord(at) ? at[String(step)] : Array.isArray(at) ? at[Number(step)] : undefined
    if (next === undefined || left.has(textOf(path.slice(0, depth + 1)))) return path.slice(0, depth)
    at = next
  }
  return path
}

interface Cut {
  readonly left: ReadonlySet<string>
  /** For each list by its way in the pruned value, which of its items were kept. */
  readonly kept: Map<string, readonly number[]>
}

function pruned(value: unknown, path: Path, cut: Cut, here: Path = path): unknown {
  if (Array.isArray(value)) {
    const items = value.map((_, at) => at).filter((at) => !cut.left.has(textOf([...path, at])))
    cut.kept.set(textOf(here), items)
    return items.map((at, now) => pruned(value[at], [...path, at], cut, [...here, now]))
  }
  if (!isRecord(value)) return value
  const keys = Object.keys(value).filter((key) => !cut.left.has(textOf([...path, key])))
  return Object.fromEntries(keys.map((key) => [key, pruned(value[key], [...path, key], cut, [...here, key])]))
}

function originalOf(path: Path, kept: Cut['kept']): Path {
  return path.map((step, depth) => (typeof step === 'number' ? (kept.get(textOf(path.slice(0, depth)))?.[step] ?? step) : step))
}
