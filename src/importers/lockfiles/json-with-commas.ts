import type { Diagnostic } from '#estate/diagnostic.ts'
import { cutNesting } from '#estate/source/nesting.ts'
import { readablePart } from '#estate/source/readable-part.ts'
import type { SourceFile } from '#estate/source-file.ts'

/** JSON in which a comma may stand before a closing bracket, as some tools write it. What is broken is read as far as it goes, and told. */
export function jsonWithCommas(file: SourceFile): { readonly value: unknown; readonly diagnostics: readonly Diagnostic[] } {
  const text = withoutLastCommas(file.text().replace(/^\uFEFF/, ''))
  try {
    const value: unknown = JSON.parse(text)
    return { value, diagnostics: cutNesting(value) ? [fault(file, 'too-deep')] : [] }
  } catch {
    const { value, faultAt } = readablePart(text)
    cutNesting(value)
    return { value, diagnostics: [fault(file, 'json', text.slice(0, faultAt).split('\n').length)] }
  }
}

/** Commas before closing brackets become blanks, so that every place stays where it was. Those inside of texts are left alone. */
function withoutLastCommas(text: string): string {
  const parts: string[] = []
  let from = 0
  let comma = -1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 10 || code === 13 || code === 9) continue
    if ((code === 125 || code === 93) && comma >= 0) {
      parts.push(text.slice(from, comma), ' ')
      from = comma + 1
    }
    comma = code === 44 ? at : -1
    if (code === 34) at = endOfString(text, at)
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(from)
}

/** The offset of the quote that closes the string which opens at `from`. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) return at
    if (code === 92) at++
  }
  return text.length
}

const fault = (file: SourceFile, reason: string, line?: number): Diagnostic => ({
  code: 'unreadable',
  severity: 'error',
  file: file.path,
  values: { reason },
  ...(line === undefined ? {} : { line }),
})
