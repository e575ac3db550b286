import { idOf } from '#estate/claim.ts'
import { plainPurl } from '#estate/identifiers/purl.ts'
import type { Bill, Holder } from '../bill.ts'
import { plainName } from '../bill-parties.ts'
import { saySystem } from '../bill-systems.ts'
import type { NamedPlace, Part, SpdxDocument } from './document.ts'
import { rememberDownloads } from './downloads.ts'
import { identityOf } from './identity.ts'
import { makersOf, saysOf } from './makers.ts'
import { readData, readModel } from './models.ts'

/** The number of the one part that a document is of; nothing where it is of several, of files alone, or does not say. */
export function subjectOf({ described, count }: SpdxDocument): number | undefined {
  const [first, second] = described.filter((node) => node < count)
  return second === undefined ? first : undefined
}

/** What the document is of: a unit, named and grouped by its subject; without one, by the file it describes or by the document's own name. */
export function saySubject(bill: Bill, document: SpdxDocument, part: Part | undefined): void {
  const named: NamedPlace | undefined = part ?? document.file
  const name = named?.name ?? plainName(document.name)
  const at = [bill.place(named?.pointer ?? '')]
  const says = part ? saysOfSubject(part) : name === undefined ? {} : { groups: [`name=${name}`] }
  bill.claims.push({ claim: 'thing', id: bill.unit, name: name ?? bill.file, says, state: 'active', basis: 'observed', at })
  if (part) readSubject(bill, part, document)
}

function saysOfSubject(part: Part): Record<string, string | number | boolean | readonly string[]> {
  const purl = part.purl === undefined ? undefined : plainPurl(part.purl)
  const groups = [...(purl === undefined ? [] : [`purl=${purl}`]), `name=${part.name}`]
  return { ...saysOf(part, ''), groups, ...(part.purpose === undefined ? {} : { type: part.purpose.toLowerCase() }) }
}

/** What the subject is by its kind. Its own purl is held too: other files and the knowledge base know it by that. */
function readSubject(bill: Bill, part: Part, { keys }: SpdxDocument): void {
  const holder: Holder = { id: bill.unit, state: 'active' }
  const identity = identityOf(bill, part)
  const where = { pointer: part.pointer, holder, keys, isProvided: false, identity }
  rememberDownloads(bill, part, { ...where, phase: 'deploy' })
  if (part.kind === 'model') readModel(bill, part, where)
  else if (part.kind === 'data') readData(bill, part, where)
  else if (part.kind !== 'image') {
    if (part.kind === 'system') saySystem(bill, part, where)
    makersOf(bill, part, { id: bill.unit, state: 'active', keys })
    if (identity.basis === 'observed' && identity.purl !== undefined) {
      const to = idOf('package', identity.key)
      bill.claims.push({ claim: 'link', from: bill.unit, to, role: 'contains', state: 'active', basis: 'observed', at: [bill.place(part.pointer)] })
    }
  }
}
