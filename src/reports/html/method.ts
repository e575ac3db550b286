import type { Block, MethodPart } from '#findings/block.ts'
import { groupBy } from '#lang/group.ts'
import { html, type Markup } from './markup.ts'
import { type Page, said } from './page.ts'

/** A method, folded: formulas with what they say, then what is taken for granted, where it ends, and whose it is. */
export function methodMarkup(page: Page, { title, parts }: Extract<Block, { readonly kind: 'method' }>): Markup {
  const aspects = [...groupBy(parts, (part) => part.aspect)].map(([aspect, list]) => html`<h4>${said(page, `method.aspect.${aspect}`)}</h4>${listOf(page, list)}`)
  return html`<details class="block method"><summary>${page.speaker.say(title)}</summary>${aspects}</details>\n`
}

function listOf(page: Page, parts: readonly MethodPart[]): Markup {
  const formulas = parts.map(({ formula, says }) => formula !== undefined && html`<dt><code>${formula}</code></dt><dd>${page.speaker.say(says)}</dd>`)
  if (formulas.some((one) => one !== false)) return html`<dl>${formulas}</dl>`
  return html`<ul>${parts.map(({ says }) => html`<li>${page.speaker.say(says)}</li>`)}</ul>`
}
