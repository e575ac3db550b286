import type { State, ThingId } from '#estate/claim.ts'
import type { Service } from './service.ts'

/** A service as its claims are made. */
export interface Unit {
  readonly id: ThingId
  readonly service: Service
  readonly state: State
  /** Names that lead to services of the estate, in lower case, each with the unit it leads to, where one does. */
  readonly inside: ReadonlyMap<string, ThingId | undefined>
  readonly insideNames: ReadonlySet<string>
}
