import { isAtDepth } from '../json-place.ts'

/** The forms in which SPDX is written. */
export type Form = 'json' | 'yaml' | 'tag-value' | 'rdf'

/** How far into a text its first tags or its root element are looked for. Longer prologues than this are nobody's. */
const headLength = 20_000

/** The form of a text that is an SPDX document: by its own mark in its outermost part; nothing for any other text. */
export function formOf(text: string): Form | undefined {
  const first = /[^\s\uFEFF]/.exec(text)?.[0]
  if (first === '{' || first === '[') return isJson(text) ? 'json' : undefined
  if (first === '<') return isRdf(text.slice(0, headLength)) ? 'rdf' : undefined
  if (isTagValue(text.slice(0, headLength))) return 'tag-value'
  return /^["']?(?:spdxVersion["']?[ \t]*:[ \t]*["']?SPDX-|SPDXID["']?[ \t]*:[ \t]*["']?SPDXRef-DOCUMENT\b)/m.test(text) ? 'yaml' : undefined
}

/** Marks of a JSON document, each with the outermost object around it, or one further in where GitHub's answer wraps the whole. */
function isJson(text: string): boolean {
  const depth = /^[\s\uFEFF]*\{\s*"sbom"\s*:\s*\{/.test(text) ? 2 : 1
  const marks = [/"spdxVersion"\s*:/g, /"SPDXID"\s*:\s*"SPDXRef-DOCUMENT"/g, /"@context"\s*:\s*(?:\[\s*)?"https?:\/\/(?:www\.)?spdx\.org\/rdf\/3/g]
  return marks.some((mark) => {
    // Two tries: an element of the document may bear the same mark before it.
    for (const found of [mark.exec(text), mark.exec(text)]) if (found && isAtDepth(text, found.index, depth)) return true
    return false
  })
}

const isRdf = (head: string): boolean => /<rdf:RDF\b/.test(head) && /["']https?:\/\/spdx\.org\/rdf\/(?:terms#|3)/.test(head)

/** Before the version there are only comments and other tags. */
function isTagValue(head: string): boolean {
  for (const line of head.split('\n')) {
    if (/^\uFEFF?SPDXVersion:/.test(line)) return true
    if (!/^\uFEFF?\s*(?:#|$)|^[A-Z][A-Za-z]+:/.test(line)) return false
  }
  return false
}
