import { SaxesParser } from 'saxes'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { SourceFile } from '#estate/source-file.ts'

/** An element as it stands in the file. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  readonly parent: XmlElement | undefined
  /** Its number among its parent's children of the same name, from 1. */
  readonly number: number
  readonly line: number
  text: string
}

interface XmlRead {
  readonly root: XmlElement | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Elements nested deeper than this are passed over. Honest bills of materials stay below fifty. */
const deepest = 400
/** Longer texts (pictures, whole licences) are content that nobody reads here. */
const longest = 10_000

/** Elements whose inside holds nothing that is read: only that they are there counts. */
const closed: ReadonlySet<string> = new Set(
  'quantitativeAnalysis evidence signature releaseNotes definitions declarations annotations compositions text tools workflows vulnerability tool ancestors descendants variants commits attachment graphics'.split(
    ' ',
  ),
)

/**
 * Reads XML into elements, with the line each stands on. Entities of a document type are not expanded, elements of foreign name
 * spaces are left out, and a text that breaks off gives what came before.
 */
export function readXml(file: SourceFile): XmlRead {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const diagnostics: Diagnostic[] = []
  const say = (code: 'unreadable' | 'limit', values: Diagnostic['values'] & {}): void => {
    const known = diagnostics.some((one) => one.code === code && one.values?.['what'] === values['what'])
    if (!known) diagnostics.push({ code, severity: code === 'limit' ? 'warning' : 'error', file: file.path, line: parser.line, values })
  }
  const tree = treeBuilder(say)
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) say('limit', { what: 'XML entities', limit: 0 })
  })
  // The message quotes the file, so only the line is taken from it. That an entity is not expanded was said already.
  parser.on('error', (fault) => (/entity/.test(fault.message) && diagnostics.some((one) => one.code === 'limit') ? undefined : say('unreadable', { reason: 'xml' })))
  parser.on('opentagstart', () => tree.startsOn(parser.line))
  parser.on('opentag', tree.open)
  parser.on('closetag', tree.close)
  parser.on('text', tree.text)
  parser.on('cdata', tree.text)
  try {
    parser.write(file.text()).close()
  } catch {
    say('unreadable', { reason: 'xml' }) // the parser gave up; what it told us before stands
  }
  return { root: tree.root(), diagnostics }
}

interface Tag {
  readonly local: string
  readonly uri: string
  readonly attributes: Readonly<Record<string, { readonly local: string; readonly prefix: string; readonly value: string }>>
}

/** Grows the tree tag by tag. `passed` counts how deep we are inside something that is left out. */
function treeBuilder(say: (code: 'limit', values: { what: string; limit: number }) => void) {
  let root: XmlElement | undefined
  let here: XmlElement | undefined
  let depth = 0
  let passed = 0
  let line = 1
  return {
    root: () => root,
    startsOn: (now: number) => {
      line = now
    },
    open: (tag: Tag): void => {
      depth++
      if (depth > deepest) say('limit', { what: 'XML elements inside each other', limit: deepest })
      if (passed > 0 || depth > deepest || (root && tag.uri !== root.attributes['xmlns'] && !tag.uri.startsWith(ownSpace)) || (here && closed.has(here.name))) {
        passed++
        return
      }
      const element = elementOf(tag, here, line)
      here?.children.push(element)
      root ??= element
      here = element
    },
    close: (): void => {
      depth--
      if (passed > 0) passed--
      else here = here?.parent
    },
    text: (text: string): void => {
      if (passed === 0 && here && here.text.length < longest) here.text += text.slice(0, longest)
    },
  }
}

const ownSpace = 'http://cyclonedx.org/schema/bom'

function elementOf(tag: Tag, parent: XmlElement | undefined, line: number): XmlElement {
  const attributes: Record<string, string> = parent ? {} : { xmlns: tag.uri }
  for (const attribute of Object.values(tag.attributes)) if (attribute.prefix === '') attributes[attribute.local] = attribute.value
  const number = parent ? numberIn(parent, tag.local) : 1
  return { name: tag.local, attributes, children: [], parent, number, line, text: '' }
}

/** The last of the same name stands near the end, so this does not walk through long lists. */
function numberIn(parent: XmlElement, name: string): number {
  for (let at = parent.children.length - 1; at >= 0; at--) {
    const sibling = parent.children[at]
    if (sibling?.name === name) return sibling.number + 1
  }
  return 1
}

/** The way to an element as people write it: `/bom/components/component[2]/supplier`. */
export function elementPath(element: XmlElement): string {
  const steps: string[] = []
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const alone = at.number === 1 && !at.parent?.children.some((one) => one !== at && one.name === at?.name)
    steps.push(alone ? at.name : `${at.name}[${at.number}]`)
  }
  return `/${steps.reverse().join('/')}`
}
