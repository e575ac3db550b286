import type { Says, ThingId } from '#estate/claim.ts'
import { type Sign, signOf } from '#estate/signal.ts'

/**
 * The signs that a thing is: by its id, and by the CPE that its file gives it.
 *
 * A CPE counts only where a component has no purl. Tools guess one for every package, and a client library then bears the name of the
 * server it talks to.
 */
export function signsOf(id: ThingId, cpeOf: () => Says[string] | undefined): readonly Sign[] {
  const own = signOf(id)
  if (own?.on !== 'component-name') return own === undefined ? [] : [own]
  const cpe = cpeOf()
  return typeof cpe === 'string' ? [own, { on: 'cpe', text: cpe }] : [own]
}
