import type { ThingId } from '#estate/claim.ts'
import { linksFrom, linksTo } from '#estate/estate.ts'
import type { Subject } from './subject.ts'

/** The name under which the knowledge base knows a thing, where a file calls it something else; otherwise its own. */
export function knownAs({ estate }: Subject, id: ThingId): ThingId {
  const seen = new Set<ThingId>([id])
  let at = id
  for (;;) {
    const next = linksFrom(estate, at, 'same-as').find((link) => !seen.has(link.to))?.to
    if (next === undefined) return at
    seen.add(next)
    at = next
  }
}

/** Every name of a thing, its own first. */
export function namesOf({ estate }: Subject, id: ThingId): readonly ThingId[] {
  const names = [id]
  for (const name of names) {
    const others = [...linksFrom(estate, name, 'same-as').map((link) => link.to), ...linksTo(estate, name, 'same-as').map((link) => link.from)]
    names.push(...others.filter((other, at) => !names.includes(other) && others.indexOf(other) === at))
  }
  return names
}
