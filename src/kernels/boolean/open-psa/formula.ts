import type { XmlElement } from '#lang/xml-elements.ts'
import type { Gate, GateKind } from '../circuit.ts'
import type { Definition, Definitions, Scope } from './definitions.ts'
import { bodyOf } from './expression.ts'
import { type Told, tell } from './told.ts'

/** Numbers for what formulas name. Gates are numbered apart from events, as `−1 − gate`, until it is known how many events there are. */
export interface Numbering {
  readonly definitions: Definitions
  readonly told: Told
  /** The number of an event, which is made where it is new. `definition` is missing where nothing defines it. */
  event(id: string, definition: Definition | undefined): number
  /** The number of the gate of a definition. */
  gateOf(definition: Definition): number
  /** Puts a gate that has no name. */
  put(gate: Gate, at: XmlElement): number
}

const operators: Readonly<Record<string, GateKind>> = {
  and: 'and',
  or: 'or',
  not: 'not',
  nand: 'nand',
  nor: 'nor',
  xor: 'xor',
  iff: 'iff',
  imply: 'imply',
  atleast: 'at-least',
  cardinality: 'cardinality',
}
const references = ['event', 'gate', 'basic-event', 'house-event']

/** The gate that a definition describes. A formula that cannot be used becomes an event of unknown probability, under the gate's own name. */
export function gateOfDefinition(numbering: Numbering, { element, scope, id }: Definition): Gate {
  const body = bodyOf(element)
  const gate = body && operators[body.name] ? operatorGate(numbering, body, scope) : undefined
  if (gate) return gate
  if (body && operators[body.name] === undefined) return { kind: 'or', children: [nodeOf(numbering, body, scope, id)] }
  if (!body) tell(numbering.told, element, 'gate', { name: id })
  return { kind: 'or', children: [numbering.event(`${id} (not understood)`, undefined)] }
}

/** The node of a formula within another. */
function nodeOf(numbering: Numbering, element: XmlElement, scope: Scope, owner: string): number {
  if (references.includes(element.name)) return referred(numbering, element, scope)
  if (element.name === 'constant') return constant(numbering, element, element.attributes['value'] ?? '')
  const gate = operators[element.name] ? operatorGate(numbering, element, scope) : undefined
  if (gate) return numbering.put(gate, element)
  if (operators[element.name] === undefined) tell(numbering.told, element, 'unsupported', { what: element.name })
  return numbering.event(`${owner} (not understood, line ${element.line})`, undefined)
}

function referred(numbering: Numbering, element: XmlElement, scope: Scope): number {
  const name = element.attributes['name'] ?? ''
  const type = element.name === 'event' ? element.attributes['type'] : element.name
  const found = numbering.definitions.find(name, scope)
  if (found === undefined || !fits(found.element.name, type)) {
    if (name === '') tell(numbering.told, element, 'missing-attribute', { what: element.name, attribute: 'name' })
    else if (found !== undefined || !numbering.definitions.members.has(name)) tell(numbering.told, element, 'undefined', { name }, 'warning')
    return numbering.event(name, undefined)
  }
  if (found.element.name === 'define-gate') return numbering.gateOf(found)
  if (found.element.name === 'define-basic-event') return numbering.event(found.id, found)
  const value = bodyOf(found.element)
  return constant(numbering, found.element, value === undefined ? 'false' : (value.attributes['value'] ?? ''))
}

const fits = (defined: string, type: string | undefined): boolean => defined !== 'define-parameter' && (type === undefined || defined === `define-${type}`)

function constant(numbering: Numbering, element: XmlElement, value: string): number {
  if (value !== 'true' && value !== 'false') tell(numbering.told, element, 'bad-value', { what: 'constant', value })
  return numbering.put({ kind: 'constant', children: [], least: value === 'true' ? 1 : 0 }, element)
}

/** A gate of an operator, or nothing where its children or its threshold are not what it wants; which has then been told. */
function operatorGate(numbering: Numbering, element: XmlElement, scope: Scope): Gate | undefined {
  const kind = operators[element.name] as GateKind
  const children = element.children.map((child) => nodeOf(numbering, child, scope, element.name))
  if (new Set(children).size < children.length) tell(numbering.told, element, 'duplicate-child', { what: element.name }, 'warning')
  const numbers = { least: whole(element.attributes['min']), most: whole(element.attributes['max']) }
  if (!isSound(kind, children.length, numbers)) {
    tell(numbering.told, element, 'gate', { what: element.name, children: String(children.length), ...(element.attributes['min'] ? { min: element.attributes['min'] } : {}) })
    return undefined
  }
  return { kind, children, ...(numbers.least === undefined ? {} : { least: numbers.least }), ...(numbers.most === undefined ? {} : { most: numbers.most }) }
}

const whole = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined)

function isSound(kind: GateKind, children: number, { least, most }: { readonly least: number | undefined; readonly most: number | undefined }): boolean {
  switch (kind) {
    case 'not':
      return children === 1
    case 'xor':
    case 'iff':
    case 'imply':
      return children === 2
    case 'at-least':
      return least !== undefined && least >= 1 && least <= children
    case 'cardinality':
      return least !== undefined && most !== undefined && least <= most && most <= children
    default:
      return children >= 1
  }
}
