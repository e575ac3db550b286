import type { Knowledge } from '#knowledge/knowledge.ts'
import { once } from '#lang/once.ts'

/**
 * The jurisdiction whose law a contract names, by its code: from `NL`, `Nederland`, `Dutch law`, `Nederlands recht`, `the laws of the Netherlands`.
 * Titles, names and adjectives of `data/jurisdictions` count, each exactly. Nothing where a text says more than that, or something else.
 */
export function lawNamed(knowledge: Knowledge, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const { names, adjectives } = wordsOf(knowledge)
  const plain = folded(text)
  const words = namedBy.flatMap((form) => form.exec(plain)?.[1] ?? [])
  return names.get(plain) ?? words.map((word) => names.get(word) ?? adjectives.get(word)).find((code) => code !== undefined)
}

/** The ways in which a law is named by its jurisdiction. */
const namedBy: readonly RegExp[] = [
  /^(?:governed by |under )?(?:the )?laws? of (?:the )?(.+)$/,
  /^(?:naar |onder )?(?:het )?recht van (?:de |het )?(.+)$/,
  /^(?:governed by |under )?(.+) law$/,
  /^(?:naar |onder )?(?:het )?(.+) recht$/,
  /^(.+)$/,
]

const folded = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '')

interface Words {
  readonly names: ReadonlyMap<string, string>
  readonly adjectives: ReadonlyMap<string, string>
}

const wordsOf = once((knowledge: Knowledge): Words => {
  const all = [...knowledge.jurisdictions]
  const titles = (title: string | { readonly en: string; readonly nl: string }): readonly string[] => (typeof title === 'string' ? [title] : [title.en, title.nl])
  return {
    names: new Map(all.flatMap(([id, one]) => [id, ...titles(one.title), ...one.names].map((name) => [folded(name), id] as const))),
    // Dutch adjectives take an ending: Nederlands recht, het Nederlandse recht.
    adjectives: new Map(all.flatMap(([id, one]) => one.adjectives.flatMap((word) => [folded(word), `${folded(word)}e`].map((form) => [form, id] as const)))),
  }
})
