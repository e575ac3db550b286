import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import { figure } from '../figure.ts'
import { proofText } from '../place-text.ts'
import { partsExceedTotal, type Waterfall, waterfallRows } from '../waterfall-rows.ts'
import { type Content, call, list, text } from './typst.ts'

/** Parts as bars that begin where the one before ends, with their figures and where they were read. */
export function waterfallContent(speaker: Speaker, block: Waterfall): readonly Content[] {
  const say = (key: string): string => speaker.say(message(key))
  const rows = waterfallRows(block)
  const places = rows.map((row) => proofText(row.proof, 2))
  const proven = places.some((place) => place !== '')
  const columns = ['waterfall.part', 'waterfall.along', 'waterfall.amount', ...(proven ? ['proof.open'] : [])]
  const cells = rows.map(({ label, interval, bar, isTotal }, at) => [
    words(speaker.say(label), isTotal),
    call('part-bar', `${bar.start}`, `${bar.certain}`, `${bar.end}`),
    words(figure(speaker, interval, block.unit), isTotal),
    ...(proven ? [text(places[at] ?? '')] : []),
  ])
  const legend = [say('waterfall.legend'), ...(partsExceedTotal(block) ? [say('waterfall.not-all-at-once')] : [])].join(' ')
  const widths = list('3fr', '150pt', '3fr', ...(proven ? ['3fr'] : []))
  return [call('grid-table', widths, list(...columns.map((key) => text(say(key)))), list(...cells.map((row) => list(...row)))), call('quiet', text(legend))]
}

const words = (said: string, isTotal: boolean): Content => (isTotal ? call('strong', text(said)) : text(said))
