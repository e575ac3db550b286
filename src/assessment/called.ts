import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import type { Subject } from '#facts/subject.ts'

/** Everything a thing goes by on a command line, in small letters: its id, its key, its name, and what the knowledge base and the reports call it. */
export function namesFor({ estate, knowledge }: Subject, id: ThingId): readonly string[] {
  const key = keyOf(id)
  const party = kindOf(id) === 'party' ? knowledge.parties.get(key) : undefined
  const titles = [party?.title, titled[kindOf(id)]?.(knowledge, key)]
  const texts = [id, key, key.replace(/^(declared|service)\//, ''), estate.things.get(id)?.name ?? '', ...(party?.names ?? []), ...titles.flatMap((title) => inBothWords(title))]
  return [...new Set(texts.map((text) => text.toLowerCase()))].filter((text) => text !== '')
}

type Title = string | { readonly en: string; readonly nl: string } | undefined

/** Kinds of which the knowledge base has a title. */
const titled: Readonly<Partial<Record<string, (knowledge: Subject['knowledge'], key: string) => Title>>> = {
  law: ({ laws }, key) => laws.get(key)?.title,
  jurisdiction: ({ jurisdictions }, key) => jurisdictions.get(key)?.title,
  service: ({ services }, key) => services.get(key)?.title,
}

const inBothWords = (title: Title): readonly string[] => (title === undefined ? [] : typeof title === 'string' ? [title] : [title.en, title.nl])
