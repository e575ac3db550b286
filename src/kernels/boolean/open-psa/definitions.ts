import type { XmlElement } from '#lang/xml-elements.ts'
import { type Told, tell } from './told.ts'

/** The containers that something stands in, outermost first: the fault tree, its components. */
export type Scope = readonly string[]

/** What was defined: where, and under which full name. */
export interface Definition {
  readonly element: XmlElement
  readonly scope: Scope
  /** The name, behind the names of its containers where it is private. Unlike every other. */
  readonly id: string
}

/** Everything that a model defines, in the order of the text. */
export interface Definitions {
  readonly all: readonly Definition[]
  readonly groups: readonly { readonly element: XmlElement; readonly scope: Scope }[]
  /** The names of all members of common cause groups: a group defines them by itself. */
  readonly members: ReadonlySet<string>
  /** What a name or path means at a place: what is nearest, from the place outwards, and public names last. */
  find(name: string, scope: Scope): Definition | undefined
}

const defined = ['define-gate', 'define-basic-event', 'define-house-event', 'define-parameter']
const containers = ['define-fault-tree', 'define-component']
const passed = ['label', 'attributes']

/** Gathers the definitions of a document. What it does not know is told and left out. */
export function definitionsOf(root: XmlElement, told: Told): Definitions {
  const byKey = new Map<string, Definition>()
  const all: Definition[] = []
  const groups: { readonly element: XmlElement; readonly scope: Scope }[] = []
  const define = (element: XmlElement, scope: Scope, isPrivate: boolean): void => {
    const name = element.attributes['name'] ?? ''
    if (name === '') {
      tell(told, element, 'missing-attribute', { what: element.name, attribute: 'name' })
      return
    }
    const path = [...scope, name].join('.')
    const keys = isPrivate ? [path] : [name, path]
    const definition = { element, scope, id: isPrivate ? path : name }
    if (byKey.has(keys[0] as string)) {
      tell(told, element, 'redefined', { name })
      return
    }
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, definition)
    all.push(definition)
  }
  const gather = (element: XmlElement, scope: Scope, isPrivate: boolean): void => {
    for (const child of element.children) {
      const role = child.attributes['role']
      const isHidden = role === undefined ? isPrivate : role === 'private'
      if (defined.includes(child.name)) define(child, scope, isHidden)
      else if (containers.includes(child.name)) gather(child, [...scope, child.attributes['name'] ?? ''], isHidden)
      else if (child.name === 'model-data') gather(child, [], false)
      else if (child.name === 'define-CCF-group') groups.push({ element: child, scope })
      else if (!passed.includes(child.name)) tell(told, child, 'unsupported', { what: child.name }, 'warning')
    }
  }
  gather(root, [], false)
  const members = groups.flatMap(({ element }) => element.children.filter(({ name }) => name === 'members').flatMap(({ children }) => children))
  return {
    all,
    groups,
    members: new Set(members.map(({ attributes }) => attributes['name'] ?? '')),
    find: (name, scope) => {
      for (let depth = scope.length; depth > 0; depth--) {
        const found = byKey.get([...scope.slice(0, depth), name].join('.'))
        if (found) return found
      }
      return byKey.get(name)
    },
  }
}
