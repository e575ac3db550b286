import type { Claim } from '#estate/claim.ts'
import { signClaim } from '#estate/signal.ts'
import type { Bill } from '../bill.ts'
import { onceClaims } from '../bill-downloads.ts'
import { distroClaims } from '../bill-systems.ts'
import type { SpdxDocument } from './document.ts'
import { holdersOf } from './holders.ts'
import { readPart } from './parts.ts'
import { saySubject, subjectOf } from './subject.ts'

/** Says everything that a document of any version says. */
export function sayDocument(bill: Bill, document: SpdxDocument): void {
  const { count, keys, files, manifests } = document
  const subject = subjectOf(document)
  saySubject(bill, document, subject === undefined ? undefined : document.part(subject))
  const holders = holdersOf(bill, document, subject)
  for (let at = 0; at < count; at++) {
    const part = at === subject ? undefined : document.part(at)
    if (part) readPart(bill, part, { pointer: part.pointer, holder: holders.of(at), keys, isProvided: holders.isProvided(at) })
  }
  bill.claims.push(...manifests.map((one) => manifestClaim(bill, one)))
  if (files > 0) bill.diagnostics.push({ code: 'limit', severity: 'note', file: bill.file, values: { what: 'listed-files', limit: files } })
  distroClaims(bill)
  bill.claims.push(...onceClaims(bill))
}

/** A file that names dependencies without their being listed here: which family of packages it is of, the knowledge base tells by its name. */
function manifestClaim(bill: Bill, { name, pointer }: SpdxDocument['manifests'][number]): Claim {
  return signClaim(bill.unit, { on: 'spec-value', text: `dependency-manifest.name=${name.replace(/^.*\//s, '').slice(0, 100)}` }, { state: 'active', at: bill.place(pointer) })
}
