import { weaker } from '#estate/claim.ts'
import type { BillPlace, Holder } from '../bill.ts'
import { unexpected } from '../bill-faults.ts'
import { isImagePurl, sayImage } from '../bill-images.ts'
import { asComponent, type Component, rememberRef } from './component.ts'
import { downloadsIn } from './downloads.ts'
import { readModel } from './models.ts'
import { readCrypto, readData, readHardware, readSystem } from './other-kinds.ts'
import { readPackage } from './packages.ts'
import type { Reading } from './reading.ts'

/** Components inside components deeper than this are passed over. */
const deepest = 100

/** Reads a list of components, and the components inside them. What a container image holds is held by that image. */
export function readComponents(reading: Reading, list: unknown, where: { readonly pointer: string; readonly holder: Holder; readonly depth?: number }): void {
  if (list === undefined) return
  if (!Array.isArray(list)) {
    unexpected(reading, where.pointer, { expected: 'array', found: list })
    return
  }
  const depth = where.depth ?? 0
  if (depth >= deepest) {
    reading.diagnostics.push({ code: 'limit', severity: 'warning', ...reading.place(where.pointer), values: { what: 'component-depth', limit: deepest } })
    return
  }
  for (let at = 0; at < list.length; at++) {
    const pointer = `${where.pointer}/${at}`
    const component = asComponent(reading, list[at], pointer)
    if (!component) continue
    const inner = readComponent(reading, component, { pointer, holder: heldIn(component, where.holder) })
    if (component['components'] !== undefined) readComponents(reading, component['components'], { pointer: `${pointer}/components`, holder: inner, depth: depth + 1 })
  }
}

/** What is optional or excluded is, in the format's words, not there at run time. */
function heldIn(component: Component, holder: Holder): Holder {
  const scope = component['scope']
  return scope === 'optional' || scope === 'excluded' ? { ...holder, state: weaker(holder.state, 'inactive') } : holder
}

/** Models, data and images are fetched when something starts; all other components when it is built. */
const phaseOf = (component: Component): 'deploy' | 'build' => (fetchedAtStart.has(component['type']) ? 'deploy' : 'build')
const fetchedAtStart: ReadonlySet<unknown> = new Set(['machine-learning-model', 'data', 'container'])

/** @returns what holds the components inside this one */
function readComponent(reading: Reading, component: Component, where: BillPlace): Holder {
  if (component['externalReferences'] !== undefined)
    downloadsIn(reading, component['externalReferences'], { pointer: where.pointer, state: where.holder.state, phase: phaseOf(component) })
  switch (component['type']) {
    case 'container':
      return readContainer(reading, component, where)
    case 'operating-system':
      readSystem(reading, component, where)
      break
    case 'device':
    case 'firmware':
      readHardware(reading, component, where)
      break
    case 'machine-learning-model':
      readModel(reading, component, where)
      break
    case 'data':
      readData(reading, component, where)
      break
    case 'cryptographic-asset':
      readCrypto(reading, component, where)
      break
    default:
      return isImagePurl(component['purl']) ? readContainer(reading, component, where) : readPackage(reading, component, where)
  }
  return where.holder
}

/** @returns the image, which holds the components listed inside it */
export function readContainer(reading: Reading, component: Component, where: BillPlace): Holder {
  const image = sayImage(reading, component, where)
  rememberRef(reading, component, { pointer: where.pointer, id: image.id })
  return image
}
