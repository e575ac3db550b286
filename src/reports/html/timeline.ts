import type { Phase } from '#estate/claim.ts'
import type { Block, TimelineMark, TimelineRow } from '#findings/block.ts'
import type { Interval } from '#lang/interval.ts'
import { duration } from '../figure.ts'
import { phasesIn } from '../phases-in.ts'
import { breakable, html, type Markup } from './markup.ts'
import { type Page, said } from './page.ts'
import { phaseSign } from './phase-sign.ts'

type Timeline = Extract<Block, { readonly kind: 'timeline' }>

/** When harm begins, drawn over the horizons and said in words; one table, so that the picture and its table cannot differ. */
export function timelineMarkup(page: Page, block: Timeline): Markup {
  const title = page.speaker.say(block.title)
  const horizons = block.horizonHours.map((hours) => duration(page.speaker, { low: hours, high: hours }))
  const axis = html`<span class="away">${said(page, 'report.timeline-scale')}</span>${axisOf(horizons)}`
  const columns = ['report.timeline-what', 'report.timeline-when', 'report.timeline-how-sure'].map((key) => html`<th role="columnheader" scope="col">${said(page, key)}</th>`)
  const head = html`<tr role="row">${columns}<th role="columnheader" scope="col" class="track-cell">${axis}</th><th role="columnheader" scope="col">${said(page, 'proof.open')}</th></tr>`
  const [quiet, busy] = [block.rows.filter((row) => row.marks.length === 0), block.rows.filter((row) => row.marks.length > 0)]
  const table =
    busy.length > 0 &&
    html`<div class="table-box"><table role="table" class="timeline" aria-label="${title}"><thead role="rowgroup">${head}</thead>${busy.map((row) => rowGroup(page, { horizonHours: block.horizonHours, horizons }, row))}</table></div>
<p class="legend">${said(page, 'report.timeline-legend')}</p>${phaseLegend(page, block)}`
  const none = quiet.length > 0 && html`<p class="quiet">${page.speaker.list(quiet.map((row) => page.speaker.say(row.label)))}: ${said(page, 'report.timeline-none')}</p>`
  return html`${table}${none}`
}

const axisOf = (horizons: readonly string[]): Markup => html`<span class="axis" aria-hidden="true">${horizons.map((horizon) => html`<i>${horizon}</i>`)}</span>`

/** What the signs mean that stand in this timeline. */
function phaseLegend(page: Page, block: Timeline): Markup | false {
  const phases = phasesIn(block)
  const items = phases.map((phase) => html`<li>${phaseSign(phase)} <b>${said(page, `phase.${phase}`)}</b>: ${said(page, `phase-felt.${phase}`)}</li>`)
  return phases.length > 0 && html`<div class="legend phases"><span>${said(page, 'report.phases-legend')}</span><ul>${items}</ul></div>`
}

interface Scale {
  readonly horizonHours: readonly number[]
  readonly horizons: readonly string[]
}

/** The marks of one function. A small screen has no head of columns, so its axis stands above each function's bars. */
function rowGroup(page: Page, { horizonHours, horizons }: Scale, row: TimelineRow): Markup {
  const tolerable =
    row.mtpdHours === undefined ? said(page, 'report.timeline-tolerable-unknown') : said(page, 'report.timeline-tolerable', { duration: duration(page.speaker, row.mtpdHours) })
  const head = html`<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="5">${page.speaker.say(row.label)} <span class="quiet">${tolerable}</span>${axisOf(horizons)}</th></tr>`
  const marks = row.marks.map((mark) => {
    const sure = said(page, mark.certain ? 'report.certain' : 'report.possible')
    return html`<tr role="row"><th role="rowheader" scope="row">${breakable(page.speaker.say(mark.what))}${mark.phase && html` <span class="phase">${phaseSign(mark.phase)} ${said(page, `phase.${mark.phase}`)}</span>`}</th><td role="cell">${duration(page.speaker, mark.hours)}</td><td role="cell">${sure}</td>
<td role="cell" class="track-cell">${track(horizonHours, row.mtpdHours, mark)}</td><td role="cell">${page.proofs.button(mark.proof, true)}</td></tr>\n`
  })
  const more =
    row.leftOut !== undefined && html`<tr role="row"><td role="cell" class="more-marks quiet" colspan="5">${said(page, 'report.timeline-more', { count: row.leftOut })}</td></tr>`
  return html`<tbody role="rowgroup">${head}${marks}${more}</tbody>`
}

function track(horizons: readonly number[], mtpd: Interval | undefined, mark: TimelineMark): Markup {
  const [from, to] = [share(horizons, mark.hours.low), share(horizons, mark.hours.high)]
  const tolerable = mtpd !== undefined && html`<i class="tolerable" style="width:${share(horizons, mtpd.high)}%"></i>`
  return html`<span class="track" aria-hidden="true">${tolerable}<b class="${mark.certain ? 'certain' : 'possible'}" style="left:${from}%;width:${Math.round((to - from) * 10) / 10}%"></b>${mark.phase && signAt(mark.phase, { from, to })}</span>`
}

/** Behind the bar where there is room, before it where there is none; on it where it takes the whole axis. */
function signAt(phase: Phase, { from, to }: { readonly from: number; readonly to: number }): Markup {
  const [side, style] = to <= 95 ? ['behind', `left:max(.5rem,${to}%)`] : from >= 5 ? ['before', `right:${100 - from}%`] : ['on', 'left:0']
  return html`<span class="${side}" style="${style}">${phaseSign(phase)}</span>`
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
