import { type Band, type BandRow, type Block, pillars } from '#findings/block.ts'
import { bandWords, topRung } from '../band-words.ts'
import { breakable, html, type Markup } from './markup.ts'
import { type Page, said } from './page.ts'
import { plainGrid } from './table.ts'

type Bands = Extract<Block, { readonly kind: 'bands' }>

const rowsShown = 8

/** The spectrum: one row each, one water gauge per pillar, and beneath each gauge the same in words. */
export function bandsMarkup(page: Page, block: Bands): Markup {
  if (block.rows.length === 0) return html`<p class="quiet">${said(page, 'figure.none')}</p>`
  const used = pillars.filter((pillar) => block.rows.some((row) => row.bands.some((band) => band.pillar === pillar)))
  const columns = [said(page, `kind.${block.rows[0]?.level ?? 'workload'}`), ...used.map((pillar) => said(page, `pillar.${pillar}`))]
  const cells = block.rows.map((row) => [breakable(page.speaker.say(row.label)), ...used.map((pillar) => bandCell(page, row, pillar))])
  const title = page.speaker.say(block.title)
  const rest = cells.length > rowsShown + 2 ? cells.slice(rowsShown) : []
  const more =
    rest.length > 0 && html`<details class="more-rows"><summary>${said(page, 'report.more-rows', { count: rest.length })}</summary>${plainGrid(title, columns, rest)}</details>`
  return html`<div class="bands">${plainGrid(title, columns, cells.slice(0, cells.length - rest.length))}${more}</div>
<p class="legend">${said(page, 'report.band-legend')}</p>`
}

function bandCell(page: Page, row: BandRow, pillar: Band['pillar']): Markup {
  const band = row.bands.find((one) => one.pillar === pillar)
  if (!band) return html`<span class="quiet">${said(page, 'report.band-none')}</span>`
  const words = bandWords(page.speaker, band)
  return html`${gauge(band)}<span class="band-words"><b>${words.rungs}</b>${words.target !== undefined && html`<br>${words.target}`}<br><span class="quiet">${words.answered}</span></span> ${page.proofs.button(band.proof, true)}`
}

/** Four steps of water: full where every reading reaches it, hatched where some do, and the mark of the target. */
function gauge({ interval, target }: Band): Markup {
  const steps = Array.from({ length: topRung }, (_, at) => at + 1).map((rung) => (rung <= interval.low ? 'full' : rung <= interval.high ? 'open' : 'empty'))
  const mark = target !== undefined && html`<b style="left:${(100 * target) / topRung}%">▾</b>`
  return html`<span class="gauge" aria-hidden="true">${steps.map((step) => html`<i class="${step}"></i>`)}${mark}</span>`
}
