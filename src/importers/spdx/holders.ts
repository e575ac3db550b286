import type { ThingId } from '#estate/claim.ts'
import type { Bill, Holder } from '../bill.ts'
import { sayImage } from '../bill-images.ts'
import type { SpdxDocument } from './document.ts'
import { levels, spread } from './graph.ts'

/** What holds each part of a document, and whether it comes with the surroundings rather than inside. */
export interface Holders {
  of(part: number): Holder
  isProvided(part: number): boolean
}

/**
 * Follows the relationships of a document, and says which container images it speaks of: they hold what is inside of them, so they come
 * before everything else. What is only needed to make something is held by the unit.
 *
 * @param subject the part that the document is of
 */
export function holdersOf(bill: Bill, document: SpdxDocument, subject: number | undefined): Holders {
  const { level, image } = spread(document.graph, document.described, subject)
  // One object for each way of being held, since packages that follow each other are listed together by it.
  const known = new Map<number, Holder>()
  const images = new Map<number, ThingId>()
  const of = (part: number, inside: number): Holder => {
    const key = (inside + 1) * 4 + (level[part] ?? levels.run)
    const holder = known.get(key) ?? holderAt(level[part] ?? levels.run, images.get(inside), bill.unit)
    known.set(key, holder)
    return holder
  }
  for (let at = 0; at < document.count; at++) {
    if (!document.graph.isImage(at)) continue
    const part = document.part(at)
    if (part === undefined) continue
    const holder: Holder = at === subject ? { id: bill.unit, state: 'active' } : of(at, -1)
    images.set(at, sayImage(bill, part, { pointer: part.pointer, holder }).id)
  }
  return { of: (part) => of(part, document.graph.isImage(part) ? -1 : (image[part] ?? -1)), isProvided: (part) => level[part] === levels.provided }
}

function holderAt(level: number, image: ThingId | undefined, unit: ThingId): Holder {
  if (level === levels.build) return { id: unit, state: 'active', phase: 'build' }
  return { id: image ?? unit, state: level === levels.unused ? 'inactive' : 'active' }
}
