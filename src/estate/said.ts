import { once } from '#lang/once.ts'
import type { Attribute } from './attribute.ts'
import { bases, type Claim, type Says } from './claim.ts'

/** One value that a claim gives an attribute, with the claim that says so. */
export interface Said {
  readonly value: Says[string]
  readonly claim: Claim
}

/** Everything said under one name, firmest basis first, otherwise in the order of the claims. Disagreement stays visible. */
export function said(of: { readonly claims: readonly Claim[] } | undefined, name: Attribute): readonly Said[] {
  if (of === undefined) return []
  return of.claims.length > few ? (allSaid(of.claims).get(name) ?? []) : firmestFirst(saidUnder(of.claims, name))
}

/** Of things with more claims than this, such as a registry that everybody pulls from, each is looked at once and not for every question. */
const few = 16

const allSaid = once((claims: readonly Claim[]): ReadonlyMap<string, readonly Said[]> => {
  const names = new Set(claims.flatMap((claim) => Object.keys(claim.says ?? {})))
  return new Map([...names].map((name) => [name, firmestFirst(saidUnder(claims, name))]))
})

const saidUnder = (claims: readonly Claim[], name: string): readonly Said[] =>
  claims.flatMap((claim) => {
    const value = claim.says?.[name]
    return value === undefined ? [] : [{ value, claim }]
  })

const firmestFirst = (all: readonly Said[]): readonly Said[] => all.toSorted((a, b) => bases.indexOf(a.claim.basis) - bases.indexOf(b.claim.basis))

/** The firmest text said under a name. */
export function saidText(of: { readonly claims: readonly Claim[] } | undefined, name: Attribute): string | undefined {
  const value = said(of, name)[0]?.value
  return value === undefined || Array.isArray(value) ? undefined : String(value)
}

/** The firmest number said under a name. */
export function saidNumber(of: { readonly claims: readonly Claim[] } | undefined, name: Attribute): number | undefined {
  return said(of, name)
    .map((one) => one.value)
    .find((value) => typeof value === 'number')
}

/** All texts said under a name, by any claim, each once. */
export function saidList(of: { readonly claims: readonly Claim[] } | undefined, name: Attribute): readonly string[] {
  const texts = said(of, name).flatMap((one): readonly string[] => (Array.isArray(one.value) ? one.value : [String(one.value)]))
  return [...new Set(texts)]
}
