import { idOf, type State, type ThingId } from '#estate/claim.ts'
import type { Bill } from './bill.ts'

/** A name fit to be kept: trimmed, on one line, without mail addresses of the people behind it, and cut where it is no name any more. */
export function plainName(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const name = value.length > 200 ? value.slice(0, 200) : value
  const bare = name.includes('@') ? name.replace(/<[^<>]*@[^<>]*>/g, '').replace(/(^|\s)\S+@\S+\.\S+/g, '') : name
  const plain = /\s\s|^\s|\s$/.test(bare) ? bare.replace(/\s+/g, ' ').trim() : bare
  return plain === '' ? undefined : plain
}

/** A party known by its name in this file. Said once, with the country of its address, which is its seat and not where anything runs. */
export function party(bill: Bill, organisation: unknown, pointer: string): ThingId | undefined {
  const record = (typeof organisation === 'object' && organisation !== null ? organisation : { name: organisation }) as {
    readonly name?: unknown
    readonly address?: { readonly country?: unknown }
  }
  const name = plainName(record.name)
  if (name === undefined) return undefined
  const id = idOf('party', `named/${bill.file}/${name}`)
  if (bill.parties.has(name)) return id
  bill.parties.add(name)
  const country = plainName(record.address?.country)
  const says = { 'provider-name': name, ...(country === undefined ? {} : { 'manufacturer-country': country }) }
  bill.claims.push({ claim: 'thing', id, name, says, state: 'active', basis: 'observed', at: [bill.place(pointer)] })
  return id
}

/** Who stands behind a thing, and where the file says so. */
export interface Maker {
  readonly role: 'distributed-by' | 'published-by'
  readonly organisation: unknown
  readonly pointer: string
}

/** Links a thing to those behind it, each by name. None of them runs anything. */
export function linkMakers(bill: Bill, makers: readonly Maker[], { id, state }: { readonly id: ThingId; readonly state: State }): void {
  for (const { role, organisation, pointer } of makers) {
    const to = organisation === undefined ? undefined : party(bill, organisation, pointer)
    if (to !== undefined) bill.claims.push({ claim: 'link', from: id, to, role, state, basis: 'observed', at: [bill.place(pointer)] })
  }
}
