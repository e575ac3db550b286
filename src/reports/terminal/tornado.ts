import { plain } from '#lang/message.ts'
import { figure } from '../figure.ts'
import { type Tornado, type TornadoTrack, tornadoTracks } from '../tornado-rows.ts'
import { shortened, wrapped } from './fit.ts'
import { type Page, said } from './page.ts'

/** Signs of the longest bar: at least, and at most. */
const shortest = 14
const longest = 32

/** Each assumption under its name, as a bar about the figure as it is, with what the figure is at both ends. */
export function tornadoLines(page: Page, block: Tornado, most: number): readonly string[] {
  if (block.bars.length === 0) return wrapped(page.speaker.say(block.empty), page.width - 2).map((line) => `  ${line}`)
  const figureOf = (value: number): string => figure(page.speaker, { low: value, high: value }, block.unit)
  const width = Math.max(shortest, Math.min(longest, page.width - 34))
  const tracks = tornadoTracks(block)
  const lines = block.bars
    .slice(0, most)
    .flatMap((bar, at) => [
      `  ${page.palette.strong(shortened(page.speaker.say(bar.label), page.width - 2))}`,
      `    ▕${barOf(tracks[at] as TornadoTrack, width)}▏ ${figureOf(bar.ifLow)} … ${figureOf(bar.ifHigh)}`,
    ])
  const rest = block.bars.length - most
  const legend = wrapped(said(page, 'tornado.legend', { usual: block.usualLabel, figure: plain(figureOf(block.usual)) }), page.width - 2)
  return [...lines, ...(rest > 0 ? [`  ${page.palette.quiet(said(page, 'terminal.more-rows', { count: rest }))}`] : []), ...legend.map((line) => `  ${page.palette.quiet(line)}`)]
}

/** Shaded as far as the low end takes the figure, full as far as the high end does; where it is, a line. What both reach shows the shorter. */
function barOf({ usual, ifLow, ifHigh }: TornadoTrack, width: number): string {
  const line = Math.min(width - 1, Math.round(usual * (width - 1)))
  const holds = ({ low, high }: { readonly low: number; readonly high: number }, at: number): boolean =>
    at >= Math.round(low * (width - 1)) && at <= Math.round(high * (width - 1)) && high > low
  const isHighShorter = ifHigh.high - ifHigh.low <= ifLow.high - ifLow.low
  return Array.from({ length: width }, (_, at) => {
    if (at === line) return '│'
    const [low, high] = [holds(ifLow, at), holds(ifHigh, at)]
    if (low && high) return isHighShorter ? '█' : '▒'
    return high ? '█' : low ? '▒' : '·'
  }).join('')
}
