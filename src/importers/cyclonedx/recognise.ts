import { isAtDepth } from '../json-place.ts'

/** How far into a file its root is looked for. Longer prologues than this are nobody's. */
const headLength = 100_000

/** Whether a text is a CycloneDX document: JSON with its own `bomFormat` or schema, or XML with its root and name space. */
export const isCycloneDx = (text: string): boolean => (isXml(text) ? rootNamespace(text) !== undefined : isJsonBom(text))

/** Whether a text is XML rather than JSON, by its first sign. */
export const isXml = (text: string): boolean => /^\s*</.test(text)

/** A document that only quotes another, such as an attestation, has the mark deeper down and is left to others. */
function isJsonBom(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false
  if (/^\s*\{\s*"\$schema"\s*:\s*"https?:\/\/(?:www\.)?cyclonedx\.org\/schema\/bom/.test(text)) return true
  for (let at = text.indexOf('"bomFormat"'); at >= 0; at = text.indexOf('"bomFormat"', at + 1)) {
    if (/^"bomFormat"\s*:\s*"CycloneDX"/i.test(text.slice(at, at + 60))) return isAtDepth(text, at)
  }
  return false
}

/** The CycloneDX name space that the root element stands in, or nothing. Comments and the document type come before it. */
function rootNamespace(text: string): string | undefined {
  const head = text.slice(0, headLength)
  for (let at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at)) {
    const ending = head.startsWith('<!--', at) ? '-->' : head.startsWith('<?', at) ? '?>' : head.startsWith('<!', at) ? '>' : undefined
    if (ending === undefined) return namespaceOf(head.slice(at, at + 5000))
    const end = head.indexOf(ending, at + 2)
    if (end < 0) return undefined
    at = end + ending.length
  }
  return undefined
}

function namespaceOf(tag: string): string | undefined {
  const prefix = /^<(?:([\w.-]+):)?bom[\s/>]/.exec(tag)
  const end = tag.indexOf('>')
  if (!prefix) return undefined
  const name = prefix[1] === undefined ? 'xmlns' : `xmlns:${prefix[1]}`
  const spaces = (end < 0 ? tag : tag.slice(0, end)).matchAll(/(xmlns(?::[\w.-]+)?)\s*=\s*["']([^"']*)["']/g)
  const found = [...spaces].find((one) => one[1] === name)?.[2]
  return found?.startsWith('http://cyclonedx.org/schema/bom') || found?.startsWith('https://cyclonedx.org/schema/bom') ? found : undefined
}
