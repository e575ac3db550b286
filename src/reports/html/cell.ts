import type { Cell, Tone } from '#findings/block.ts'
import { cellText } from '../cell-text.ts'
import { breakable, html, type Markup } from './markup.ts'
import { type Page, said } from './page.ts'

/** How many names a cell shows before it folds the rest away. */
const namesShown = 5

/** A cell of a table. */
export function cellMarkup(page: Page, cell: Cell): Markup {
  if ('list' in cell)
    return namesMarkup(
      page,
      cell.list.map((item) => page.speaker.say(item)),
    )
  const text = cellText(page.speaker, cell)
  return toned(page, text, cell.tone)
}

/** Text with the sign of its tone. The sign is said too: neither colour nor shape carries a meaning alone. */
export function toned(page: Page, text: string, tone: Tone | undefined): Markup {
  if (tone === 'warning')
    return html`<span class="tone-warning"><span aria-hidden="true">▲ </span><span class="away">${said(page, 'report.warning')}: </span>${breakable(text)}</span>`
  if (tone === 'unknown')
    return html`<span class="tone-unknown"><span aria-hidden="true">◌ </span><span class="away">${said(page, 'report.no-answer')}: </span>${breakable(text)}</span>`
  return tone === 'good' ? html`<span class="tone-good">${breakable(text)}</span>` : breakable(text)
}

function namesMarkup(page: Page, names: readonly string[]): Markup {
  if (names.length === 0) return html`<span class="quiet">${said(page, 'figure.none')}</span>`
  if (names.length <= namesShown + 1) return breakable(page.speaker.list(names))
  const rest = names.slice(namesShown)
  return html`${breakable(names.slice(0, namesShown).join(', '))}<details class="more-names"><summary>${said(page, 'report.more-names', { count: rest.length })}</summary>${breakable(page.speaker.list(rest))}</details>`
}
