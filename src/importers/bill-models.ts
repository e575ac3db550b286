import { idOf, type LinkClaim, type Says, type ThingId } from '#estate/claim.ts'
import { signClaim } from '#estate/signal.ts'
import type { Bill, BillPlace } from './bill.ts'

/** An AI model as a bill has it. */
interface NamedModel {
  /** Its name with that of its group, where the group is part of it: `meta-llama/Llama-2-7b`. */
  readonly name: string
  /** What it is called as a finding. */
  readonly shortName: string
  readonly says: Says
  /** Its purl in one spelling. */
  readonly purl: string | undefined
  readonly supplier: { readonly name: string; readonly pointer: string } | undefined
}

/**
 * An AI model. Who supplies it, who published it and where it is fetched from are three different things, and none of them says who
 * runs it.
 */
export function sayModel(bill: Bill, model: NamedModel, { pointer, holder }: BillPlace): ThingId {
  const at = [bill.place(pointer)]
  const common = { state: holder.state, basis: 'observed', at } as const
  const id = idOf('model', model.name)
  const link: LinkClaim = { claim: 'link', from: bill.unit, to: id, role: 'ai-model', says: { value: model.shortName }, ...common }
  bill.claims.push({ claim: 'thing', id, name: model.name, says: model.says, ...common }, holder.phase === undefined ? link : { ...link, phase: holder.phase })
  if (model.purl !== undefined) bill.claims.push({ claim: 'link', from: id, to: idOf('package', model.purl), role: 'same-as', ...common })
  // Hubs hand out models of many makers. Whether this supplier is one, the knowledge base can tell.
  if (model.supplier !== undefined) {
    const sign = { on: 'spec-value', text: `machine-learning-model.supplier.name=${model.supplier.name}` } as const
    bill.claims.push(signClaim(bill.unit, sign, { state: holder.state, at: bill.place(model.supplier.pointer), value: model.shortName }))
  }
  return id
}
