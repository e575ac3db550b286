import type { Basis, Origin, Role, State, ThingId } from '#estate/claim.ts'

/** A thing as a reader meets it: its id, and the name people know it by. */
export interface Named {
  readonly id: ThingId
  readonly name: string
  /** In the reader's language, where it has a name of its own in each: a country, a law. */
  readonly title?: { readonly en: string; readonly nl: string }
}

/** One step of a proof: this is linked to that, in this role; and the places where it is said. */
export interface Step {
  readonly from: Named
  readonly to: Named
  readonly role: Role
  readonly basis: Basis
  readonly state: State
  readonly at: readonly Origin[]
}

/** The road that proves a finding, in the order it is walked. A finding about one thing has a single step or none. */
export interface Proof {
  readonly steps: readonly Step[]
  /** How many steps were left out in the middle of a very long road. */
  readonly leftOut?: number
  /** Places that prove it without a road: where a file is silent, where a value stands. */
  readonly at: readonly Origin[]
}

export const noProof: Proof = { steps: [], at: [] }
