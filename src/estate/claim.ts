/**
 * What a file, the organisation or the knowledge base says. Everything Deltaplan concludes rests on claims, and every
 * claim says where it was read.
 *
 * There are two forms: a *thing* exists, and one thing is *linked* to another. Both carry a state and a basis.
 */

/** How we come to say so. Ordered from the strongest to the weakest. */
export const bases = ['observed', 'declared', 'known', 'inferred', 'supposed'] as const
export type Basis = (typeof bases)[number]

/** Whether it is in use, as far as the files say. Ordered from the strongest to the weakest. */
export const states = ['active', 'emulated', 'placeholder', 'inactive'] as const
export type State = (typeof states)[number]

/** A place in a file: `pointer` is a JSON pointer (RFC 6901), an element path in XML, or `/line/<n>` in plain text. */
export interface FilePlace {
  readonly file: string
  readonly pointer: string
  readonly line?: number
}

/** A fact of the knowledge base: which one, where it can be checked, and when it was read there. */
export interface KnownSource {
  readonly fact: string
  readonly url: string
  readonly read: string
  readonly verified: boolean
}

export type Origin = FilePlace | KnownSource

export const isFilePlace = (origin: Origin): origin is FilePlace => 'file' in origin

/** The kinds of things an estate holds. A thing's id is `<kind>:<key>`. */
export const thingKinds = [
  // what the organisation does and runs
  'function',
  'unit-of-organisation',
  'team',
  'workload',
  'unit',
  'dataset',
  'data-class',
  'contract',
  'mitigation',
  // what it is made of
  'image',
  'package',
  'model',
  'platform',
  'operator',
  'ecosystem',
  'hardware',
  'crypto',
  // what others run for it
  'host',
  'registry',
  'module-registry',
  'service',
  'storage-class',
  'annotation',
  'domain',
  // where and who
  'place',
  'party',
  'jurisdiction',
  'law',
  // a sign in a file that the knowledge base may be able to read
  'signal',
] as const
export type ThingKind = (typeof thingKinds)[number]
export type ThingId = `${ThingKind}:${string}`

/**
 * Roles of a link that is a dependency. These words are also the `kind` in the assessment's `dependencies`.
 * One finding has one kind: where several fit, the first in this list is taken.
 */
export const dependencyRoles = [
  'registry',
  'image',
  'ai-endpoint',
  'ai-model',
  'endpoint',
  'identity-provider',
  'key-management',
  'cloud-service',
  'external-service',
  'provider',
  'region',
  'location-country',
  'storage-class',
  'annotation',
  'crd-operator',
  'runtime-download',
  'domain',
  'data-class',
  'module-registry',
  'package-ecosystem',
] as const
export type DependencyRole = (typeof dependencyRoles)[number]

/** Roles of a link that ties things together without being a finding of its own. */
export const structuralRoles = [
  'shows', // a unit shows a signal
  'part-of', // unit -> workload, workload -> function's unit of organisation, package -> unit
  'serves', // workload -> function
  'contains', // an image or a unit holds a package, a platform or a model
  'needs', // unit or workload -> another unit, workload or service of the estate
  'run-by', // host, registry, domain … -> the service behind it
  'operated-by',
  'published-by',
  'distributed-by',
  'supported-by',
  'resold-by',
  'subcontracts-to', // thing -> party
  'owned-by',
  'controlled-by', // party -> party; `says.share` holds the share in percent
  'stewarded-by', // project -> foundation; by itself no exposure
  'seated-in', // party -> jurisdiction
  'reached-by', // party or place -> law; follows from the seat or the soil, and is made by facts alone
  'located-in', // place -> jurisdiction
  'runs-in', // thing -> place, or the host of a cloud of which only the address is known
  'same-as', // two ids for one thing
  'covered-by', // workload or service -> contract
  'holds', // workload -> dataset
  'stored-in',
  'backed-up-in',
  'administered-from',
  'readable-by', // dataset -> place or party
  'reports-to', // unit -> where logs, traces, crash reports and support bundles go
  'mitigated-by', // workload or service -> mitigation
  'hints-at', // package -> service: it can call that, and nothing shows that it does
] as const
export type StructuralRole = (typeof structuralRoles)[number]
export type Role = DependencyRole | StructuralRole

/** When a dependency is needed, from the most pressing to the least. */
export const phases = ['run', 'deploy', 'build', 'support', 'licence', 'monitor', 'recover', 'leave'] as const
export type Phase = (typeof phases)[number]

/** What a claim says of its thing or link: plain values under fixed names (`attribute.ts`). */
export type Says = { readonly [name: string]: string | number | boolean | readonly string[] }

export interface ThingClaim {
  readonly claim: 'thing'
  readonly id: ThingId
  /** The name people know it by; without one, the key of the id. */
  readonly name?: string
  readonly says?: Says
  readonly state: State
  readonly basis: Basis
  readonly at: readonly Origin[]
}

export interface LinkClaim {
  readonly claim: 'link'
  readonly from: ThingId
  readonly to: ThingId
  readonly role: Role
  /** Left out, the role decides (`phase-of-role.ts`). */
  readonly phase?: Phase
  readonly says?: Says
  readonly state: State
  readonly basis: Basis
  readonly at: readonly Origin[]
}

export type Claim = ThingClaim | LinkClaim

/** The id of a thing: its kind and a key that is unique within the kind. */
export const idOf = <K extends ThingKind>(kind: K, key: string): `${K}:${string}` => `${kind}:${key}`

/** The kind a thing's id names. */
export const kindOf = (id: ThingId): ThingKind => id.slice(0, id.indexOf(':')) as ThingKind

/** The key within the kind. */
export const keyOf = (id: ThingId): string => id.slice(id.indexOf(':') + 1)

const rank = (state: State): number => states.indexOf(state)

/** The state of what hangs on both: no more active than either. */
export const weaker = (a: State, b: State): State => (rank(a) >= rank(b) ? a : b)

/** The state of what is seen twice: as active as the more active of the two. */
export const stronger = (a: State, b: State): State => (rank(a) <= rank(b) ? a : b)

/** The basis of what is said twice: the stronger word holds. */
export const firmer = (a: Basis, b: Basis): Basis => (bases.indexOf(a) <= bases.indexOf(b) ? a : b)
