import { once } from '#lang/once.ts'
import { idOf, type ThingId } from './claim.ts'
import type { Estate } from './estate.ts'
import { saidList } from './said.ts'

/**
 * Whether a party is the organisation itself, as a bill of materials or a label of an image names it when it makes its own software: by
 * exactly the name that it gives itself, or by its LEI. Nobody is a supplier of themselves.
 */
export const isOwnParty = once((estate: Estate): ((id: ThingId) => boolean) => {
  const self = estate.things.get(idOf('unit-of-organisation', 'self'))
  const names = new Set(saidList(self, 'name-given').map(folded))
  const numbers = new Set(saidList(self, 'lei').map((lei) => idOf('party', `lei/${lei}`)))
  return (id) => {
    if (!id.startsWith('party:')) return false
    const thing = estate.things.get(id)
    return numbers.has(id as `party:${string}`) || [...saidList(thing, 'provider-name'), ...(thing === undefined ? [] : [thing.name])].some((name) => names.has(folded(name)))
  }
})

const folded = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')
