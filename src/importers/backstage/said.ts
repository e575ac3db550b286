import type { Claim, LinkClaim, Phase, Role, Says, ThingId } from '#estate/claim.ts'
import type { Path } from '#lang/pointer.ts'
import type { Entity } from './entity.ts'

/** A catalog is the organisation's own word. */
const basis = 'declared' as const

export const thing = (entity: Entity, id: ThingId, about: { readonly name?: string | undefined; readonly says?: Says } = {}): Claim => ({
  claim: 'thing',
  id,
  ...(about.name === undefined ? {} : { name: about.name }),
  ...(about.says === undefined || Object.keys(about.says).length === 0 ? {} : { says: about.says }),
  state: entity.state,
  basis,
  at: [entity.place()],
})

export interface Tie {
  readonly from: ThingId
  readonly to: ThingId
  readonly role: Role
  readonly phase?: Phase
  readonly says?: Says
}

export const link = (entity: Entity, { from, to, role, phase, says }: Tie, path: Path): LinkClaim => ({
  claim: 'link',
  from,
  to,
  role,
  ...(phase === undefined ? {} : { phase }),
  ...(says === undefined ? {} : { says }),
  state: entity.state,
  basis,
  at: [entity.place(path)],
})
