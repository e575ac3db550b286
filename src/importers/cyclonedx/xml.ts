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
  /** How many children it has of each name; nothing while it has none. */
  counts: Map<string, number> | undefined
  readonly line: number
  text: string
}

interface XmlRead {
  readonly root: XmlElement | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** At elements nested deeper than this, reading stops: honest bills of materials stay below fifty, and the parser asks all that are open for a name space. */
const deepest = 400
/** Longer texts (pictures, whole licences) are content that nobody reads here. */
const longest = 10_000
/** A text with more faults than this has lost its thread: what the parser makes of the rest would be chance. */
const mostFaults = 20

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
    const known = diagnostics.some((one) => one.code === code && one.values?.['what'] === values['what'] && one.values?.['reason'] === values['reason'])
    if (!known) diagnostics.push({ code, severity: code === 'limit' ? 'warning' : 'error', file: file.path, line: parser.line, values })
  }
  const tree = treeBuilder()
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) say('limit', { what: 'entities', limit: 0 })
  })
  let faults = 0
  parser.on('error', (fault) => {
    // The message quotes the file, so only the line is taken from it. That an entity is not expanded was said already.
    if (/entity/.test(fault.message) && diagnostics.some((one) => one.code === 'limit')) return
    say('unreadable', { reason: 'xml' })
    if (++faults > mostFaults) throw fault
  })
  parser.on('opentagstart', () => tree.startsOn(parser.line))
  parser.on('opentag', (tag) => {
    tree.open(tag)
    if (tree.depth() > deepest) throw new RangeError('too deep')
  })
  parser.on('closetag', tree.close)
  parser.on('text', tree.text)
  parser.on('cdata', tree.text)
  try {
    parser.write(file.text()).close()
  } catch (fault) {
    // The parser gave up, or we did; what it told us before stands.
    say('unreadable', { reason: fault instanceof RangeError ? 'too-deep' : 'xml' })
  }
  return { root: tree.root(), diagnostics }
}

interface Tag {
  readonly local: string
  readonly uri: string
  readonly attributes: Readonly<Record<string, { readonly local: string; readonly prefix: string; readonly value: string }>>
}

/** Grows the tree tag by tag. `passed` counts how deep we are inside something that is left out. */
function treeBuilder() {
  let root: XmlElement | undefined
  let here: XmlElement | undefined
  let depth = 0
  let passed = 0
  let line = 1
  return {
    root: () => root,
    depth: () => depth,
    startsOn: (now: number) => {
      line = now
    },
    open: (tag: Tag): void => {
      depth++
      if (passed > 0 || (root && tag.uri !== root.attributes['xmlns'] && !tag.uri.startsWith(ownSpace)) || (here && closed.has(here.name))) {
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
  const number = (parent?.counts?.get(tag.local) ?? 0) + 1
  if (parent) {
    parent.counts ??= new Map()
    parent.counts.set(tag.local, number)
  }
  return { name: tag.local, attributes, children: [], parent, number, counts: undefined, line, text: '' }
}

/** The way to an element as people write it: `/bom/components/component[2]/supplier`. */
export function elementPath(element: XmlElement): string {
  const steps: string[] = []
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const alone = (at.parent?.counts?.get(at.name) ?? 1) === 1
    steps.push(alone ? at.name : `${at.name}[${at.number}]`)
  }
  return `/${steps.reverse().join('/')}`
}
