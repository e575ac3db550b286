import type { Phase } from '#estate/claim.ts'
import type { Bill } from '../bill.ts'
import { rememberDownload } from '../bill-downloads.ts'
import type { Part, PartPlace } from './document.ts'
import type { Identity } from './identity.ts'

interface DownloadsPlace extends PartPlace {
  readonly identity: Identity
  readonly phase: Phase
}

/** Where models without an address lie, by the kind of their purl alone (package-url, type huggingface). */
const modelHub = 'https://huggingface.co'

/**
 * Where a part is fetched from, by what the file states. A page about it is not the place itself: that the archive behind the page is,
 * follows from what it is.
 */
export function rememberDownloads(bill: Bill, part: Part, { pointer, holder, identity, keys, phase }: DownloadsPlace): void {
  const { download, otherDownloads, purl } = part
  const where = { pointer: `${pointer}/${keys.download}`, state: holder.state, phase }
  if (download !== undefined) rememberDownload(bill, download, identity.address?.isPage ? { ...where, basis: 'inferred' } : where)
  for (const other of otherDownloads) rememberDownload(bill, other, { ...where, pointer })
  if (download === undefined && purl?.startsWith('pkg:huggingface/')) {
    rememberDownload(bill, /[?&]repository_url=(https?:\/\/[^&#]+)/.exec(purl)?.[1] ?? modelHub, { ...where, pointer, basis: 'inferred' })
  }
}
