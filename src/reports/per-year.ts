import type { Interval } from '#lang/interval.ts'
import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'

const monthsPerYear = 12

/** Chances below this are said as "once in so many years": a percentage of them is all noughts. */
const leastPercent = 0.001

/** Rarer than this is below what any count of years can tell. */
const rarest = 1e-6

/** A frequency as people say it: often things in times a year, rare ones in years for once. Nought is "never". */
export function frequency(speaker: Speaker, { low, high }: Interval): string {
  const unbounded = high === Number.POSITIVE_INFINITY
  if (low <= 0 && unbounded) return speaker.say(message('figure.unknown'))
  if (unbounded) return speaker.say(message('figure.minimum', { low: often(speaker, low) }))
  const [from, to] = [often(speaker, low), often(speaker, high)]
  if (from === to) return to
  if (low < rarest) return speaker.say(message('figure.maximum', { high: to }))
  const [rare, common] = [1 / low, 1 / high]
  if (common >= 2) return speaker.say(message('frequency.years-between', { low: years(speaker, common), high: years(speaker, rare) }))
  if (low > 1) return speaker.say(message('frequency.times-between', { low: times(speaker, low), high: times(speaker, high) }))
  return speaker.say(message('figure.between', { low: from, high: to }))
}

function often(speaker: Speaker, perYear: number): string {
  if (perYear < rarest) return speaker.say(message('frequency.never'))
  const months = Math.round(monthsPerYear / perYear)
  if (perYear > 1 && times(speaker, perYear) !== '1') return speaker.say(message('frequency.times', { value: times(speaker, perYear) }))
  if (months <= monthsPerYear) return speaker.say(message('frequency.once'))
  if (1 / perYear < 2 && months < 2 * monthsPerYear) return speaker.say(message('frequency.months', { value: months }))
  return speaker.say(message('frequency.years', { value: years(speaker, 1 / perYear) }))
}

const times = (speaker: Speaker, perYear: number): string => (perYear < 10 ? speaker.number(perYear) : speaker.amount(perYear))

/** Years for once: below five to the half year, since the difference is felt there; above it whole, in two digits. */
const years = (speaker: Speaker, span: number): string => (span < 5 ? speaker.number(Math.round(2 * span) / 2) : speaker.amount(span))

/** The chance that a year brings something, within [0, 1]. What is rarer than one in a thousand is said in years. */
export function chancePerYear(speaker: Speaker, { low, high }: Interval): string {
  if (low <= 0 && high >= 1) return speaker.say(message('figure.unknown'))
  if (low < leastPercent && high < leastPercent) return rareChance(speaker, { low, high })
  const to = percent(speaker, high)
  if (low < leastPercent) return speaker.say(message('figure.maximum', { high: speaker.say(message('figure.chance', { value: to })) }))
  const from = percent(speaker, low)
  if (low < 1 && from === '100') return speaker.say(message('figure.chance-over', { value: 99 }))
  return from === to ? speaker.say(message('figure.chance', { value: to })) : speaker.say(message('figure.chance-between', { low: from, high: to }))
}

function rareChance(speaker: Speaker, { low, high }: Interval): string {
  if (high <= 0) return speaker.say(message('figure.chance', { value: 0 }))
  if (low < rarest) return speaker.say(message('figure.chance-under', { value: speaker.number(100 * leastPercent) }))
  return frequency(speaker, { low, high })
}

/** A chance in percents, without the sign: whole from ten on, one decimal below it, and one digit below one in a thousand. */
export const percent = (speaker: Speaker, chance: number): string =>
  speaker.number(100 * chance, chance >= 0.0995 || chance <= 0 ? 0 : Math.max(1, Math.ceil(-Math.log10(100 * chance))))
