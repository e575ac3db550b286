import { type Basis, idOf, type Says, type ThingId } from '#estate/claim.ts'
import type { Listed } from '#estate/contents.ts'
import { type Bill, type BillPlace, type Holder, meet } from './bill.ts'

/** A package as a bill lists it. */
export interface BillPackage {
  /** Its purl in one spelling, or a name of the file's own. */
  readonly key: string
  readonly name: string
  readonly says?: Says
}

/**
 * Lists a package in what holds it, and says no more: files list millions. One that nobody asks for is left out, and nothing is made
 * of it; that its holder lists some is kept.
 *
 * @param saysOf what the bill says of it; asked only where it is listed
 */
export function listPackage(bill: Bill, one: Omit<BillPackage, 'says'> & { readonly cpe: unknown }, { pointer, holder }: BillPlace, saysOf: () => Says | undefined): void {
  const list = listIn(bill, holder)
  const { key, name, cpe } = one
  if (bill.wanted && !bill.wanted(typeof cpe === 'string' && cpe !== '' ? { key, name, says: { cpe } } : one)) return
  const at = bill.place(pointer)
  const says = saysOf()
  const line = at.line
  list.push({ key, name, pointer: at.pointer, ...(line === undefined ? {} : { line }), ...(says === undefined ? {} : { says }) })
}

function listIn(bill: Bill, holder: Holder): Listed[] {
  const { last } = bill
  if (last.holder === holder && last.list) return last.list
  const key = `${holder.id}\n${holder.state}\n${holder.phase ?? ''}`
  const phase = holder.phase === undefined ? {} : { phase: holder.phase }
  const contents = bill.contents.get(key) ?? { of: holder.id, state: holder.state, basis: 'observed', ...phase, file: bill.file, packages: [] }
  bill.contents.set(key, contents)
  bill.last = { holder, list: contents.packages }
  return contents.packages
}

/** Says of a package that it is there and inside its holder, or needed by it, in claims of its own: for the few of which more is said. */
export function sayPackage(bill: Bill, one: BillPackage, { pointer, holder }: BillPlace, role: 'contains' | 'needs'): ThingId {
  const id = idOf('package', one.key)
  const common = { state: holder.state, basis: 'observed', at: [bill.place(pointer)] } as const
  bill.claims.push({ claim: 'thing', id, name: one.name, says: one.says ?? {}, ...common })
  bill.claims.push({ claim: 'link', from: holder.id, to: id, role, ...(holder.phase === undefined ? {} : { phase: holder.phase }), ...common })
  return id
}

/** Types of purl that are no family of packages. */
const noFamily: ReadonlySet<string> = new Set(['generic', 'oci', 'docker', 'swid'])

/** Remembers the family that a package is of by its purl, and the distribution that it says it was made for. */
export function rememberEcosystem(bill: Bill, { key, purl, basis = 'observed' }: { readonly key: string; readonly purl: string; readonly basis?: Basis }, where: BillPlace): void {
  const { pointer, holder } = where
  const type = key.slice(4, key.indexOf('/'))
  const before = bill.ecosystems.get(type)
  if ((before && before.state === holder.state && before.basis === basis) || noFamily.has(type)) return
  const at = bill.place(pointer)
  meet(bill.ecosystems, type, { state: holder.state, basis, at })
  const distro = /[?&]distro=([^&#]+)/.exec(purl)?.[1]
  if (distro !== undefined) bill.system.distro ??= { text: named(distro, key), at, holder: holder.id }
}

/** Some tools give the release alone; the distribution then stands before the name: `pkg:apk/alpine/…?distro=3.20.1`. */
const named = (distro: string, key: string): string => (/^\d/.test(distro) ? key.replace(/^pkg:[^/]+\/([^/@]+)\/.*$/s, `$1-${distro}`) : distro)
