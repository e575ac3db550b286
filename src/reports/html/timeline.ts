import type { Block, TimelineRow } from '#findings/block.ts'
import type { Interval } from '#lang/interval.ts'
import { duration } from '../figure.ts'
import { breakable, html, type Markup } from './markup.ts'
import { type Page, said } from './page.ts'

type Timeline = Extract<Block, { readonly kind: 'timeline' }>

/** When harm begins, drawn over the horizons and said in words; one table, so that the picture and its table cannot differ. */
export function timelineMarkup(page: Page, block: Timeline): Markup {
  const title = page.speaker.say(block.title)
  const horizons = block.horizonHours.map((hours) => duration(page.speaker, { low: hours, high: hours }))
  const axis = html`<span class="away">${said(page, 'report.timeline-scale')}</span><span class="axis" aria-hidden="true">${horizons.map((horizon) => html`<i>${horizon}</i>`)}</span>`
  const columns = ['report.timeline-what', 'report.timeline-when', 'report.timeline-how-sure'].map((key) => html`<th role="columnheader" scope="col">${said(page, key)}</th>`)
  const head = html`<tr role="row">${columns}<th role="columnheader" scope="col" class="track-cell">${axis}</th><th role="columnheader" scope="col">${said(page, 'proof.open')}</th></tr>`
  const [quiet, busy] = [block.rows.filter((row) => row.marks.length === 0), block.rows.filter((row) => row.marks.length > 0)]
  const table =
    busy.length > 0 &&
    html`<div class="table-box"><table role="table" class="timeline" aria-label="${title}"><thead role="rowgroup">${head}</thead>${busy.map((row) => rowGroup(page, block.horizonHours, row))}</table></div>
<p class="legend">${said(page, 'report.timeline-legend')}</p>`
  const none = quiet.length > 0 && html`<p class="quiet">${page.speaker.list(quiet.map((row) => page.speaker.say(row.label)))}: ${said(page, 'report.timeline-none')}</p>`
  return html`${table}${none}`
}

function rowGroup(page: Page, horizons: readonly number[], row: TimelineRow): Markup {
  const tolerable =
    row.mtpdHours === undefined ? said(page, 'report.timeline-tolerable-unknown') : said(page, 'report.timeline-tolerable', { duration: duration(page.speaker, row.mtpdHours) })
  const head = html`<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="5">${page.speaker.say(row.label)} <span class="quiet">${tolerable}</span></th></tr>`
  const marks = row.marks.map((mark) => {
    const sure = said(page, mark.certain ? 'report.certain' : 'report.possible')
    return html`<tr role="row"><th role="rowheader" scope="row">${breakable(page.speaker.say(mark.what))}</th><td role="cell">${duration(page.speaker, mark.hours)}</td><td role="cell">${sure}</td>
<td role="cell" class="track-cell">${track(horizons, row.mtpdHours, mark)}</td><td role="cell">${page.proofs.button(mark.proof, true)}</td></tr>\n`
  })
  return html`<tbody role="rowgroup">${head}${marks}</tbody>`
}

function track(horizons: readonly number[], mtpd: Interval | undefined, mark: { readonly hours: Interval; readonly certain: boolean }): Markup {
  const [from, to] = [share(horizons, mark.hours.low), share(horizons, mark.hours.high)]
  const tolerable = mtpd !== undefined && html`<i class="tolerable" style="width:${share(horizons, mtpd.high)}%"></i>`
  return html`<span class="track" aria-hidden="true">${tolerable}<b class="${mark.certain ? 'certain' : 'possible'}" style="left:${from}%;width:${Math.round((to - from) * 10) / 10}%"></b></span>`
}

/**
 * How far along the axis a time lies, in percent. Each horizon is one step, and within a step times lie by their logarithm: an
 * hour and a month deserve the same room, because that is how differently they are felt.
 */
export function share(horizons: readonly number[], hours: number): number {
  if (hours <= 0) return 0
  const at = horizons.findIndex((horizon) => hours <= horizon)
  if (at === -1) return 100
  const [from, to] = [horizons[at - 1], horizons[at] ?? hours]
  const within = from === undefined ? hours / to : Math.log(hours / from) / Math.log(to / from)
  return Math.round((1000 * (at + within)) / horizons.length) / 10
}
