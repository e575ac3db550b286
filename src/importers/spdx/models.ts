import { idOf, type ThingId } from '#estate/claim.ts'
import { type Bill, ownName } from '../bill.ts'
import { classified, sayHeld } from '../bill-data.ts'
import { sayModel } from '../bill-models.ts'
import type { Part, PartPlace } from './document.ts'
import type { Identity } from './identity.ts'
import { makersOf, saysOf } from './makers.ts'

/** How the format calls data of which it asks whether there is any. */
const personal = 'sensitive personal information'

/**
 * An AI model. Where a hub is named, it bears the name that the hub knows it by, owner first; as a finding it is called as the file
 * calls it. Hyperparameters, metrics and what it was trained with are content and no findings.
 */
export function readModel(bill: Bill, part: Part, where: PartPlace & { readonly identity: Identity }): ThingId {
  const { identity, pointer, holder, keys } = where
  const hub = onHub(identity.key) ?? onHub(identity.address?.purl ?? '')
  const supplier = part.supplier === undefined ? undefined : { name: part.supplier, pointer: `${pointer}/${keys.supplier}` }
  const purl = identity.purl === undefined ? undefined : identity.key
  const id = sayModel(bill, { name: hub ?? part.name, shortName: part.name, says: saysOf(part, ''), purl, supplier }, where)
  makersOf(bill, part, { id, state: holder.state, keys })
  sayPersonal(bill, part, where)
  return id
}

const onHub = (purl: string): string | undefined => /^pkg:huggingface\/([^/@]+\/[^/@]+)/.exec(purl)?.[1]

/** A set of data, with the class that the file says it has. Where it was gathered or lies, the format has no place for. */
export function readData(bill: Bill, part: Part, where: PartPlace): ThingId {
  const { pointer, holder, keys } = where
  const id = idOf('dataset', ownName(bill, part))
  const says = part.isPersonal === true ? { ...saysOf(part, ''), 'personal-data': true } : saysOf(part, '')
  sayHeld(bill, { id, name: part.name, says }, where)
  makersOf(bill, part, { id, state: holder.state, keys })
  classified(bill, { word: part.confidentiality }, { pointer: `${pointer}/${keys.confidentiality}`, state: holder.state })
  sayPersonal(bill, part, where)
  return id
}

/** Only what is said to be there is a class of data: that there is none of it is no finding. */
function sayPersonal(bill: Bill, part: Part, { pointer, holder, keys }: PartPlace): void {
  if (part.isPersonal === true) classified(bill, { word: personal }, { pointer: part.kind === 'data' ? `${pointer}/${keys.isPersonal}` : pointer, state: holder.state })
}
