import type { Band } from '#findings/block.ts'
import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import { figure } from './figure.ts'

/** The highest rung of the ladder; the lowest is 0. */
export const topRung = 4

/** What a band says, without its picture: the rungs still possible, how that stands to the target, and how much is known. */
export function bandWords(speaker: Speaker, band: Band): { readonly rungs: string; readonly target: string | undefined; readonly answered: string } {
  const { low, high } = band.interval
  const rungs = figure(speaker, band.interval, 'level')
  const narrowed = band.narrowed ?? 0
  const open = low === 0 && high === topRung && band.answered + narrowed === 0
  return {
    rungs: speaker.say(message(open ? 'report.band-open' : 'report.band-rung', { figure: rungs })),
    target: band.target === undefined ? undefined : speaker.say(message(targetKey(band, band.target), { target: band.target })),
    answered: speaker.say(message('report.band-answered', { answered: band.answered, narrowed, of: band.of })),
  }
}

/** Reached only when every reading reaches it, missed only when none does; where we ask too little to show it, that is said. */
function targetKey({ interval, cap }: Band, target: number): string {
  if (interval.low >= target) return 'report.band-reached'
  if (interval.high === cap && cap < target) return 'report.band-beyond'
  return interval.high < target ? 'report.band-missed' : 'report.band-undecided'
}
