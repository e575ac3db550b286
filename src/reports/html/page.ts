import { message } from '#lang/message.ts'
import type { Language, Speaker } from '#words/say.ts'
import { cleanSpeaker } from '../clean-speaker.ts'
import { type ProofBook, proofBook } from './proof-book.ts'

/** What every part of one page shares: its voice, the numbers of its proofs, and the numbers of its elements. */
export interface Page {
  readonly speaker: Speaker
  readonly proofs: ProofBook
  /** The next free id. Counted within the page, so that the same assessment gives the same bytes. */
  nextId(prefix: string): string
}

export function pageIn(language: Language): Page {
  const speaker = cleanSpeaker(language)
  const counts = new Map<string, number>()
  const nextId = (prefix: string): string => {
    const count = (counts.get(prefix) ?? 0) + 1
    counts.set(prefix, count)
    return `${prefix}-${count}`
  }
  return { speaker, proofs: proofBook(speaker), nextId }
}

/** Says a sentence of the catalogues. */
export const said = (page: Page, key: string, values?: Parameters<typeof message>[1]): string => page.speaker.say(message(key, values))
