import type { Measure } from '#findings/block.ts'
import { figure } from '../figure.ts'
import { toned } from './cell.ts'
import { html, type Markup } from './markup.ts'
import { type Page, said } from './page.ts'

/** Figures with their names. What was only inferred or supposed says so; what was read does not repeat it. */
export const measuresMarkup = (page: Page, measures: readonly Measure[]): Markup => html`<dl class="figures">${measures.map((measure) => item(page, measure))}</dl>`

function item(page: Page, measure: Measure): Markup {
  const plain = figure(page.speaker, measure.interval, measure.unit)
  const text = measure.of === undefined ? plain : said(page, 'figure.of', { figure: plain, of: measure.of })
  const basis = measure.basis === 'observed' || measure.basis === 'declared' ? undefined : html` <span class="quiet">(${said(page, `basis.${measure.basis}`)})</span>`
  return html`<div><dt>${page.speaker.say(measure.label)}</dt><dd>${toned(page, text, measure.tone)}${basis} ${page.proofs.button(measure.proof)}</dd></div>`
}
