import { figure } from '../figure.ts'
import { partsExceedTotal, type Waterfall, type WaterfallBar, type WaterfallRow, waterfallRows } from '../waterfall-rows.ts'
import { breakable, html, type Markup } from './markup.ts'
import { type Page, said } from './page.ts'

/** Parts as bars that begin where the one before ends, with the total under them. One table: the bars and the figures cannot differ. */
export function waterfallMarkup(page: Page, block: Waterfall): Markup {
  if (block.parts.length === 0) return html`<p class="quiet">${said(page, 'figure.none')}</p>`
  const title = page.speaker.say(block.title)
  const rows = waterfallRows(block)
  const proven = rows.map((row) => page.proofs.button(row.proof, true))
  const hasProof = proven.some((button) => button !== undefined)
  const columns = ['waterfall.part', 'waterfall.along', 'waterfall.amount', ...(hasProof ? ['proof.open'] : [])].map(
    (key, at) => html`<th role="columnheader" scope="col"${at === 1 && html` class="track-cell"`}>${said(page, key)}</th>`,
  )
  const body = rows.map((row, at) => rowMarkup(page, block, { row, proof: hasProof ? (proven[at] ?? html``) : undefined }))
  const note = partsExceedTotal(block) && html` ${said(page, 'waterfall.not-all-at-once')}`
  return html`<div class="table-box"><table role="table" class="waterfall" aria-label="${title}"><thead role="rowgroup"><tr role="row">${columns}</tr></thead><tbody role="rowgroup">${body}</tbody></table></div>
<p class="legend">${said(page, 'waterfall.legend')}${note}</p>`
}

function rowMarkup(page: Page, block: Waterfall, { row, proof }: { readonly row: WaterfallRow; readonly proof: Markup | undefined }): Markup {
  return html`<tr role="row"${row.isTotal && html` class="total"`}><th role="rowheader" scope="row">${breakable(page.speaker.say(row.label))}</th><td role="cell" class="track-cell">${barMarkup(row.bar, row.isTotal)}</td><td role="cell" class="amount">${breakable(figure(page.speaker, row.interval, block.unit))}</td>${proof && html`<td role="cell">${proof}</td>`}</tr>\n`
}

/** Solid as far as every reading goes, hatched as far as some do; lines lead down from where the bar above ends, and on to the next. */
function barMarkup({ start, certain, end, open }: WaterfallBar, isTotal: boolean): Markup {
  const solid = certain > start && html`<b class="certain" style="left:${percent(start)}%;width:${percent(certain - start)}%"></b>`
  const hatched = end > certain && html`<b class="possible${open && ' open'}" style="left:${percent(certain)}%;width:${percent(end - certain)}%"></b>`
  const [from, on] = [start > 0 && html`<i class="from" style="left:${percent(start)}%"></i>`, !isTotal && html`<i class="on" style="left:${percent(end)}%"></i>`]
  return html`<span class="track" aria-hidden="true">${from}${solid}${hatched}${on}</span>`
}

const percent = (share: number): number => Math.round(1000 * share) / 10
