/** One sentence in both languages, in ICU message syntax (https://unicode-org.github.io/icu/userguide/format_parse/messages/). */
export interface Wording {
  readonly en: string
  readonly nl: string
}

/** Sentences by key. A file per subject; `index.ts` joins them. */
export type Catalogue = Readonly<Record<string, Wording>>
