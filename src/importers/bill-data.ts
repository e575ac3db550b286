import { idOf, type Says, type State, type ThingId } from '#estate/claim.ts'
import type { Bill, BillPlace } from './bill.ts'
import { unexpected } from './bill-faults.ts'
import { plainName } from './bill-parties.ts'

/** Directions that formats know for a flow of data. */
const flows: ReadonlySet<unknown> = new Set(['inbound', 'outbound', 'bi-directional', 'unknown', undefined])

/** That what the file describes has to do with data of a class, in the word the file uses. */
export function classified(
  bill: Bill,
  { word, flow }: { readonly word: unknown; readonly flow?: unknown },
  { pointer, state }: { readonly pointer: string; readonly state: State },
): void {
  if (!flows.has(flow)) unexpected(bill, pointer, { expected: 'inbound | outbound | bi-directional | unknown', found: flow })
  const name = plainName(word)
  if (name === undefined) return
  const says = typeof flow === 'string' && flows.has(flow) ? { says: { flow } } : {}
  bill.claims.push({ claim: 'link', from: bill.unit, to: idOf('data-class', name), role: 'data-class', ...says, state, basis: 'observed', at: [bill.place(pointer)] })
}

/** A thing of the bill that is no software: hardware, data, a cryptographic asset. */
export interface HeldThing {
  readonly id: ThingId
  readonly name: string
  readonly says: Says
}

/** That such a thing is there and what holds it: data is held by the unit, everything else contained. */
export function sayHeld(bill: Bill, { id, name, says }: HeldThing, { pointer, holder }: BillPlace): void {
  const common = { state: holder.state, basis: 'observed', at: [bill.place(pointer)] } as const
  const phase = holder.phase === undefined ? {} : { phase: holder.phase }
  bill.claims.push({ claim: 'thing', id, name, says, ...common })
  bill.claims.push({ claim: 'link', from: holder.id, to: id, role: id.startsWith('dataset:') ? 'holds' : 'contains', ...phase, ...common })
}
