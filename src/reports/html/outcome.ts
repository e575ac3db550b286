import type { Block } from '#findings/block.ts'
import type { Language } from '#words/say.ts'
import { questionOf } from '../question.ts'
import { blockMarkup } from './block.ts'
import { html, type Markup } from './markup.ts'
import { pageIn } from './page.ts'
import { shell } from './shell.ts'

/** One question by itself. */
interface Asked {
  readonly question: string
  readonly asOf: string
  readonly blocks: readonly Block[]
}

/** The answer to one question as a page of its own, with the look of the whole report. */
export function outcomeHtml({ question, asOf, blocks }: Asked, language: Language): string {
  const page = pageIn(language)
  const title = page.speaker.say(questionOf(question))
  const opening = html`<section id="first" aria-label="${title}">${blocks.map((block): Markup => blockMarkup(page, block))}</section>`
  return shell(page, { title, asOf }, { before: opening, sections: [] })
}
