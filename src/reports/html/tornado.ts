import type { Interval } from '#lang/interval.ts'
import { figure } from '../figure.ts'
import { type Tornado, type TornadoTrack, tornadoTracks } from '../tornado-rows.ts'
import { breakable, html, type Markup } from './markup.ts'
import { type Page, said } from './page.ts'

/** Assumptions as bars about the figure as it is. One table: the bars and the figures cannot differ. */
export function tornadoMarkup(page: Page, block: Tornado): Markup {
  if (block.bars.length === 0) return html`<p class="quiet">${page.speaker.say(block.empty)}</p>`
  const tracks = tornadoTracks(block)
  const proven = block.bars.map((bar) => page.proofs.button(bar.proof, true))
  const columns = ['tornado.input', 'tornado.along', 'tornado.if-low', 'tornado.if-high', 'tornado.basis', 'proof.open'].map(
    (key, at) => html`<th role="columnheader" scope="col"${at === 1 && html` class="track-cell"`}>${said(page, key)}</th>`,
  )
  const rows = block.bars.map((bar, at) => {
    const amounts = [bar.ifLow, bar.ifHigh].map((value) => breakable(figure(page.speaker, { low: value, high: value }, block.unit)))
    const [low, high] = amounts.map(
      (amount, end) => html`<td role="cell" class="amount" data-label="${said(page, end === 0 ? 'tornado.if-low' : 'tornado.if-high')}">${amount}</td>`,
    )
    return html`<tr role="row"><th role="rowheader" scope="row">${breakable(page.speaker.say(bar.label))}</th><td role="cell" class="track-cell">${trackMarkup(tracks[at] as TornadoTrack)}</td>${low}${high}<td role="cell">${page.speaker.say(bar.basis)}</td><td role="cell">${proven[at] ?? html``}</td></tr>\n`
  })
  const usual = figure(page.speaker, { low: block.usual, high: block.usual }, block.unit)
  return html`<div class="table-box"><table role="table" class="waterfall tornado" aria-label="${page.speaker.say(block.title)}"><thead role="rowgroup"><tr role="row">${columns}</tr></thead><tbody role="rowgroup">${rows}</tbody></table></div>
<p class="legend">${said(page, 'tornado.legend', { usual: block.usualLabel, figure: usual })}</p>`
}

/** Hatched as far as the low end takes the figure, solid as far as the high end does; a line where it is. */
function trackMarkup({ usual, ifLow, ifHigh }: TornadoTrack): Markup {
  const bar = (name: 'certain' | 'possible', { low, high }: Interval) => high > low && html`<b class="${name}" style="left:${percent(low)}%;width:${percent(high - low)}%"></b>`
  // Where both lead the same way, the longer one lies behind.
  const bars = ifHigh.high - ifHigh.low > ifLow.high - ifLow.low ? [bar('certain', ifHigh), bar('possible', ifLow)] : [bar('possible', ifLow), bar('certain', ifHigh)]
  return html`<span class="track" aria-hidden="true">${bars}<i class="usual" style="left:${percent(usual)}%"></i></span>`
}

const percent = (share: number): number => Math.round(1000 * share) / 10
