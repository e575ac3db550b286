import type { FilePlace, State, ThingId } from '#estate/claim.ts'
import type { Resource } from './resource.ts'

/** A resource as the rest of the estate knows it, while its attributes are read. */
export interface Unit {
  readonly id: ThingId
  readonly resource: Resource
  readonly state: State
  /** Attributes that the configuration sets. Without a configuration nobody can tell them from those the provider fills in. */
  readonly configured?: ReadonlySet<string>
  /** The place of a way below the resource's attributes. */
  place(path: readonly (string | number)[]): FilePlace
}
