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
    const bands = row.bands.flatMap((band) => below(`    ${padded(names.get(band.pillar) ?? '', room)} ${gauge(band)} `, words(page, band), page.width))
    return [`  ${page.palette.strong(shortened(page.speaker.say(row.label), page.width - 2))}`, ...bands]
  })
  const rest = block.rows.length - most
  return [...lines, ...(rest > 0 ? [`  ${page.palette.quiet(said(page, 'terminal.more-rows', { count: rest }))}`] : [])]
}

/** Full where every reading reaches the rung, shaded where some do, a dot where none does. */
function gauge({ interval }: Band): string {
  const steps = Array.from({ length: topRung }, (_, at) => at + 1).map((rung) => (rung <= interval.low ? '█' : rung <= interval.high ? '▒' : '·'))
  return `▕${steps.map((step) => step.repeat(rungWidth)).join('')}▏`
}

/** What a band says, behind its gauge; how much is known stands under it where the line is full. */
function below(gauged: string, { standing, known }: ReturnType<typeof words>, width: number): readonly string[] {
  const whole = `${gauged}${standing}  ${known}`
  if (widthOf(whole) <= width) return [whole]
  const blanks = Math.min(widthOf(gauged) + figureWidth + 2, width - widthOf(known))
  return [shortened(`${gauged}${standing}`, width), shortened(`${' '.repeat(Math.max(6, blanks))}${known}`, width)]
}

/** Signs that `0–4` takes. */
const figureWidth = 3

/** The rungs and the target, and how much is known. */
function words(page: Page, band: Band): { readonly standing: string; readonly known: string } {
  const { target } = bandWords(page.speaker, band)
  const known = said(page, 'terminal.answered', { answered: band.answered, narrowed: band.narrowed ?? 0, of: band.of })
  return { standing: [padded(figure(page.speaker, band.interval, 'level'), figureWidth), ...(target === undefined ? [] : [target])].join('  '), known }
}
