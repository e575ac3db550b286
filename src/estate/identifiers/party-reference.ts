import { type Basis, type Claim, type FilePlace, idOf, type ThingId } from '../claim.ts'

/** How a file names a party: by name, by its Legal Entity Identifier (ISO 17442), by its number in the Dutch trade register. */
export interface PartyReference {
  readonly name?: string | undefined
  readonly lei?: string | undefined
  readonly kvk?: string | undefined
}

/** Whether a text is a Legal Entity Identifier: twenty characters whose check digits hold (ISO 17442, ISO 7064 MOD 97-10). */
export function isLei(text: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(text)) return false
  let rest = 0
  for (const sign of text) {
    for (const digit of Number.parseInt(sign, 36).toString()) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}

/** Whether a text is a number of the Dutch trade register: eight digits. */
export const isKvk = (text: string): boolean => /^\d{8}$/.test(text)

/**
 * A party as a file names it. Numbers name it everywhere; a name alone names it within this file only, and it is for the
 * knowledge base to say whether it is exactly the name of somebody known. Numbers that cannot be ones do not count.
 *
 * @returns nothing when the reference is blank
 */
export function partyOf(
  reference: PartyReference,
  how: { readonly basis: Basis; readonly at: FilePlace },
): { readonly id: ThingId; readonly claims: readonly Claim[] } | undefined {
  const name = reference.name?.trim().replace(/\s+/g, ' ') || undefined
  const lei = reference.lei?.trim().toUpperCase()
  const kvk = reference.kvk?.trim()
  const numbered = [...(lei && isLei(lei) ? [idOf('party', `lei/${lei}`)] : []), ...(kvk && isKvk(kvk) ? [idOf('party', `kvk/${kvk}`)] : [])]
  const ids = numbered.length > 0 ? numbered : name === undefined ? [] : [idOf('party', `named/${how.at.file}/${name.toLowerCase()}`)]
  const [id, twin] = ids
  if (id === undefined) return undefined
  const common = { state: 'active', basis: how.basis, at: [how.at] } as const
  const named = name === undefined ? {} : { name, says: { 'provider-name': name } }
  const things: Claim[] = ids.map((one) => ({ claim: 'thing', id: one, ...named, ...common }))
  return { id, claims: twin === undefined ? things : [...things, { claim: 'link', from: id, to: twin, role: 'same-as', ...common }] }
}
