import type { Basis } from '#estate/claim.ts'
import { type PackageAddress, packageInAddress } from '#estate/identifiers/package-address.ts'
import { plainPurl } from '#estate/identifiers/purl.ts'
import { type Bill, ownName } from '../bill.ts'
import { unexpected } from '../bill-faults.ts'
import type { Part } from './document.ts'

/** What a part goes by in every file that lists it. */
export interface Identity {
  /** Its purl in one spelling, or a name of the file's own. */
  readonly key: string
  /** The purl as the file has it; nothing where the key is a name of the file's own. */
  readonly purl: string | undefined
  readonly basis: Basis
  /** The package that its download address names. */
  readonly address: PackageAddress | undefined
}

/** The purl that a part states; else the one that its address on a public archive means; else a name of the file's own. */
export function identityOf(bill: Bill, part: Part): Identity {
  const { purl, download } = part
  const stated = purl === undefined ? undefined : plainPurl(purl)
  if (purl !== undefined && stated === undefined) unexpected(bill, part.pointer, { expected: 'pkg:…', found: purl })
  const address = download === undefined ? undefined : packageInAddress(download)
  if (stated !== undefined) return { key: stated, purl, basis: 'observed', address }
  if (address === undefined) return { key: `named/${ownName(bill, part)}`, purl: undefined, basis: 'observed', address }
  return { key: address.purl, purl: address.purl, basis: 'inferred', address }
}

/** Tells a name that does not fit the address. The address is what is fetched, so such a name is most likely a slip of the pen. */
export function checkName(bill: Bill, { name, pointer }: Part, { address, basis }: Identity): void {
  if (basis === 'inferred' && address && !isLike(name, address.name)) unexpected(bill, `${pointer}/name`, { expected: address.name, found: name })
}

function isLike(name: string, other: string): boolean {
  const [a, b] = [bare(name), bare(other)]
  return a.includes(b) || b.includes(a)
}

const bare = (name: string): string =>
  name
    .slice(0, 300)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
