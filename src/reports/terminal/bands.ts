import { type Band, type Block, pillars } from '#findings/block.ts'
import { bandWords, topRung } from '../band-words.ts'
import { figure } from '../figure.ts'
import { padded, shortened, widthOf } from './fit.ts'
import { type Page, said } from './page.ts'

type Bands = Extract<Block, { readonly kind: 'bands' }>

/** Signs per rung of the gauge. */
const rungWidth = 2

/** The spectrum: a name, and under it a gauge per pillar with what it says in words. */
export function bandLines(page: Page, block: Bands, most: number): readonly string[] {
  if (block.rows.length === 0) return [`  ${said(page, 'figure.none')}`]
  const names = new Map(pillars.map((pillar) => [pillar, said(page, `pillar.${pillar}`)]))
  const room = Math.max(...[...names.values()].map(widthOf))
  const lines = block.rows.slice(0, most).flatMap((row) => {
    const bands = row.bands.map((band) => `    ${padded(names.get(band.pillar) ?? '', room)} ${gauge(band)} ${words(page, band)}`)
    return [`  ${page.palette.strong(shortened(page.speaker.say(row.label), page.width - 2))}`, ...bands.map((line) => shortened(line, page.width))]
  })
  const rest = block.rows.length - most
  return [...lines, ...(rest > 0 ? [`  ${page.palette.quiet(said(page, 'terminal.more-rows', { count: rest }))}`] : [])]
}

/** Full where every reading reaches the rung, shaded where some do, a dot where none does. */
function gauge({ interval }: Band): string {
  const steps = Array.from({ length: topRung }, (_, at) => at + 1).map((rung) => (rung <= interval.low ? '█' : rung <= interval.high ? '▒' : '·'))
  return `▕${steps.map((step) => step.repeat(rungWidth)).join('')}▏`
}

function words(page: Page, band: Band): string {
  const { target } = bandWords(page.speaker, band)
  const answered = said(page, 'terminal.answered', { answered: band.answered, of: band.of })
  return [padded(figure(page.speaker, band.interval, 'level'), 3), ...(target === undefined ? [] : [target]), answered].join('  ')
}
