import type { Claim, FilePlace, State, ThingId } from '#estate/claim.ts'
import { signClaim } from '#estate/signal.ts'
import type { Bill, BillPlace } from './bill.ts'

/** An operating system by its name, with its version where the file gives one. */
interface NamedSystem {
  readonly name: string
  readonly version: string | undefined
}

/** The system a holder runs on, said of the holder, with a sign for the knowledge base: a system has no identifier of its own. */
export function saySystem(bill: Bill, system: NamedSystem, { pointer, holder }: BillPlace): void {
  bill.system.named = true
  bill.claims.push(...systemClaims(holder.id, system, { state: holder.state, at: bill.place(pointer) }))
}

/** Where nobody names the system, its packages do: `distro=debian-11` says what they were made for. */
export function distroClaims(bill: Bill): void {
  const { named, distro } = bill.system
  if (named || !distro) return
  const [, name = distro.text, version] = /^([a-z][a-z_]*)-([\w.]+)$/i.exec(distro.text) ?? []
  bill.claims.push(...systemClaims(distro.holder, { name, version }, { state: 'active', at: distro.at }))
}

function systemClaims(of: ThingId, { name, version }: NamedSystem, { state, at }: { readonly state: State; readonly at: FilePlace }): readonly Claim[] {
  const says = { 'os-name': name, ...(version === undefined ? {} : { 'os-version': version }) }
  const sign = { on: 'spec-value', text: `operating-system.name=${name}` } as const
  return [{ claim: 'thing', id: of, says, state, basis: 'observed', at: [at] }, signClaim(of, sign, { state, at, ...(version === undefined ? {} : { value: version }) })]
}
