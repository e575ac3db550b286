import { type FilePlace, isFilePlace, type Origin } from '#estate/claim.ts'
import type { Proof } from '#findings/evidence.ts'
import { uniqueBy } from '#lang/group.ts'

/** Every place of a proof: along its road, and beside it. */
const originsOf = (proof: Proof | undefined): readonly Origin[] => [...(proof?.steps ?? []).flatMap((step) => step.at), ...(proof?.at ?? [])]

/** The places of a proof that lie in files, each once, in the order of the road. */
export const filePlaces = (proof: Proof | undefined): readonly FilePlace[] => uniqueBy(originsOf(proof).filter(isFilePlace), placeText)

/** A place as an editor opens it. */
export const placeText = (place: FilePlace): string => (place.line === undefined ? `${place.file} ${place.pointer}`.trim() : `${place.file}:${place.line}`)

/** A proof in one line: its first places in files, or else the address of a source. */
export function proofText(proof: Proof | undefined, most: number): string {
  const places = filePlaces(proof)
  if (places.length === 0) return originsOf(proof).flatMap((origin) => (isFilePlace(origin) ? [] : [origin.url]))[0] ?? ''
  return places.slice(0, most).map(placeText).join(', ') + (places.length > most ? ' …' : '')
}
