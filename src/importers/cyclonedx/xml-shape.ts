import type { FilePlace } from '#estate/claim.ts'
import { isRecord } from '#lang/json.ts'
import { elementPath, type XmlElement } from './xml.ts'

/** The same content as the JSON form would have, and where each part of it stands in the XML. */
interface Shaped {
  readonly value: unknown
  /** The place in the XML of a pointer into the value. A part without an element of its own stands where its owner does. */
  place(pointer: string): FilePlace
}

/** Containers that are lists in JSON, with the elements they list. */
const lists: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    components: ['component'],
    services: ['service'],
    externalReferences: ['reference'],
    hashes: ['hash'],
    properties: ['property'],
    endpoints: ['endpoint'],
    datasets: ['dataset', 'ref'],
    patches: ['patch'],
    citations: ['citation'],
    pointers: ['pointer'],
    expressions: ['expression'],
    vulnerabilities: ['vulnerability'],
    dependencies: ['dependency'],
    formulation: ['formula'],
    licenses: ['license', 'expression', 'expression-detailed'],
  }),
)

/** Attributes that are keys in JSON. The XML form allows any other, which mean nothing. */
const keys: ReadonlySet<string> = new Set(['type', 'bom-ref', 'serialNumber', 'version', 'flow', 'ref', 'name', 'isExternal', 'alg', 'expression'])
/** The key that an element's own text goes by, where it has attributes as well. */
const textKeys: ReadonlyMap<string, string> = new Map([
  ['hash', 'content'],
  ['property', 'value'],
  ['classification', 'classification'],
])
const truths: ReadonlySet<string> = new Set(['isExternal', 'authenticated', 'x-trust-boundary', 'modified'])

/** Turns the root element into the value that the JSON form of the same bill of materials would parse to. */
export function shapeOf(root: XmlElement, file: string): Shaped {
  const elements = new Map<string, XmlElement>()
  const content = shape(root, '', elements)
  const value = { bomFormat: 'CycloneDX', specVersion: versionOf(root), ...(isRecord(content) ? content : {}) }
  return {
    value,
    place: (pointer) => {
      let at = pointer
      while (at !== '' && !elements.has(at)) at = at.slice(0, at.lastIndexOf('/'))
      const element = elements.get(at) ?? root
      return { file, pointer: elementPath(element), line: element.line }
    },
  }
}

/** The version that the name space ends in, whatever it says. */
const versionOf = (root: XmlElement): string => (root.attributes['xmlns'] ?? '').replace(/^.*\//, '')

function shape(element: XmlElement, pointer: string, elements: Map<string, XmlElement>): unknown {
  elements.set(pointer, element)
  const items = lists.get(element.name)
  if (items) {
    const listed = element.children.filter((child) => items.includes(child.name))
    return listed.map((child, at) => (element.name === 'licenses' ? licence : shape)(child, `${pointer}/${at}`, elements))
  }
  if (element.name === 'dependency') return dependency(element, pointer, elements)
  const attributes = Object.entries(element.attributes).flatMap(([key, value]) => (keys.has(key) ? [[key, truths.has(key) ? isTrue(value) : value] as const] : []))
  if (element.children.length > 0) return members(element, Object.fromEntries(attributes), { pointer, elements })
  const text = element.text.trim()
  if (attributes.length === 0) return truths.has(element.name) ? isTrue(text) : text
  const named = textKeys.get(element.name)
  return { ...Object.fromEntries(attributes), ...(named === undefined ? {} : { [named]: text }) }
}

/** What is neither true nor false stays as it is, so that it can be told. */
const isTrue = (text: string): boolean | string => (text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : text)

interface Where {
  readonly pointer: string
  readonly elements: Map<string, XmlElement>
}

function members(element: XmlElement, value: Record<string, unknown>, { pointer, elements }: Where): unknown {
  const data: unknown[] = []
  for (const child of element.children) {
    if (child.name === 'data') data.push(...dataOf(child, element, { pointer: `${pointer}/data`, elements }, data.length))
    else if ((child.name === 'source' || child.name === 'destination') && element.name === 'dataflow') value[child.name] = child.children.map((url) => url.text.trim())
    else if (child.name === 'classification' && element.name === 'dataflow') Object.assign(value, shape(child, `${pointer}/classification`, elements))
    else if (!(child.name in value)) value[child.name] = shape(child, `${pointer}/${child.name}`, elements)
  }
  return data.length > 0 ? { ...value, data } : value
}

/** A service has one `data` with its flows inside; a component has a `data` for each of its parts. */
function dataOf(child: XmlElement, owner: XmlElement, where: Where, from: number): readonly unknown[] {
  const items = owner.name === 'service' ? child.children : [child]
  return items.map((item, at) => {
    const pointer = `${where.pointer}/${from + at}`
    const value = item.name === 'data' ? members(item, {}, { ...where, pointer }) : shape(item, pointer, where.elements)
    where.elements.set(pointer, item)
    // A classification without a flow is text alone.
    return typeof value === 'string' ? { classification: value } : value
  })
}

function licence(element: XmlElement, pointer: string, elements: Map<string, XmlElement>): unknown {
  if (element.name === 'license') return { license: shape(element, pointer, elements) }
  elements.set(pointer, element)
  return { expression: element.name === 'expression' ? element.text.trim() : element.attributes['expression'] }
}

/** What depends on what is nested in XML and a list of names in JSON. */
function dependency(element: XmlElement, pointer: string, elements: Map<string, XmlElement>): unknown {
  const refs = element.children.filter((child) => child.name === 'dependency')
  for (const [at, child] of refs.entries()) elements.set(`${pointer}/dependsOn/${at}`, child)
  const { ref } = element.attributes
  return { ...(ref === undefined ? {} : { ref }), ...(refs.length === 0 ? {} : { dependsOn: refs.map((child) => child.attributes['ref'] ?? '') }) }
}
