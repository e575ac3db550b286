import { parse, TomlError } from 'smol-toml'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { isRecord } from '#lang/json.ts'
import type { Spot } from './lock-read.ts'

/** One `[[package]]` of a lock file, and where it stands. */
export interface TomlPart extends Spot {
  readonly value: Record<string, unknown>
}

export interface TomlRead {
  readonly packages: readonly TomlPart[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * A lock file in TOML, taken apart at its `[[package]]` headers and read one by one: so each has its line, which the library does not tell,
 * and one that is broken costs no other.
 */
export function tomlParts(file: SourceFile): TomlRead {
  const text = file.text().replace(/^\uFEFF/, '')
  const packages: TomlPart[] = []
  const diagnostics: Diagnostic[] = []
  for (const { chunk, line } of chunksOf(text)) {
    const { value, brokenAt } = readToml(chunk)
    if (brokenAt !== undefined) diagnostics.push({ code: 'unreadable', severity: 'error', file: file.path, line: line + brokenAt - 1, values: { reason: 'toml' } })
    const own = value['package']
    if (Array.isArray(own) && isRecord(own[0])) packages.push({ value: own[0], pointer: `/package/${packages.length}`, line })
  }
  return { packages, diagnostics }
}

/** A TOML file as a whole, such as a manifest; nothing of it where it is broken from the start. */
export const tomlOf = (text: string): Readonly<Record<string, unknown>> => readToml(text.replace(/^\uFEFF/, '')).value

function* chunksOf(text: string): Generator<{ readonly chunk: string; readonly line: number }> {
  let from = 0
  let line = 1
  const header = /^\[\[package\]\][ \t]*(?:#.*)?\r?$/gm
  for (const { index } of text.matchAll(header)) {
    const chunk = text.slice(from, index)
    if (chunk !== '') yield { chunk, line }
    line += linesIn(chunk)
    from = index
  }
  yield { chunk: text.slice(from), line }
}

function linesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** No honest lock file nests deeper. */
const deepest = 100

/** What can be read up to the first fault, and the line of that fault. */
function readToml(text: string, brokenAt?: number): { readonly value: Readonly<Record<string, unknown>>; readonly brokenAt?: number } {
  const fault = brokenAt === undefined ? {} : { brokenAt }
  try {
    return { value: parse(text, { maxDepth: deepest }), ...fault }
  } catch (error) {
    const line = error instanceof TomlError ? error.line : 1
    if (brokenAt !== undefined || line <= 1) return { value: {}, brokenAt: brokenAt ?? line }
    return readToml(text.split('\n', line - 1).join('\n'), line)
  }
}
