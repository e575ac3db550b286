import type { Unit } from '#findings/block.ts'
import type { Interval } from '#lang/interval.ts'
import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import { chancePerYear, frequency } from './per-year.ts'

const hoursPerDay = 24
const hoursPerMonth = 730.5
const hoursPerYear = 8766

/**
 * An interval as a person says it: equal ends are one number, no digit is shown that is not meant, and an interval that
 * leaves everything open is said to be unknown, never nought.
 */
export function figure(speaker: Speaker, interval: Interval, unit: Unit): string {
  const { low, high } = interval
  if (Number.isNaN(low) || Number.isNaN(high) || low === Number.POSITIVE_INFINITY) return speaker.say(message('figure.unknown'))
  switch (unit) {
    case 'hours':
      return duration(speaker, interval)
    case 'days':
      return duration(speaker, { low: low * hoursPerDay, high: high * hoursPerDay })
    case 'months':
      return duration(speaker, { low: low * hoursPerMonth, high: high * hoursPerMonth })
    case 'share':
      return share(speaker, interval)
    case 'level':
      return low === high ? speaker.number(low, 0) : speaker.say(message('figure.range', { low: speaker.number(low, 0), high: speaker.number(high, 0) }))
    case 'euros':
      return euros(speaker, interval)
    case 'euros-per-year':
      return isOpen(interval) ? euros(speaker, interval) : speaker.say(message('figure.a-year', { figure: euros(speaker, interval) }))
    case 'person-hours':
      return personHours(speaker, interval)
    case 'per-year':
      return frequency(speaker, interval)
    case 'share-per-year':
      return chancePerYear(speaker, interval)
    default:
      return count(speaker, interval)
  }
}

/** Nothing is known of an amount that is neither bounded above nor more than nought, in whole numbers. */
const isOpen = ({ low, high }: Interval): boolean => low < 1 && high === Number.POSITIVE_INFINITY

/** Money in whole euros. What costs something and still not one euro is not nothing. */
function euros(speaker: Speaker, interval: Interval): string {
  if (interval.high > 0 && interval.high < 1) return speaker.say(message('figure.euros-under'))
  return amounts(speaker, interval, (value) => speaker.say(message('figure.euros', { value: speaker.amount(value) })))
}

function personHours(speaker: Speaker, interval: Interval): string {
  const { low, high } = interval
  if (isOpen(interval)) return speaker.say(message('figure.unknown'))
  if (high > 0 && high < 1) return speaker.say(message('figure.person-hours-under'))
  const count = Math.round(high === Number.POSITIVE_INFINITY ? low : high)
  return speaker.say(message('figure.person-hours', { value: amounts(speaker, interval, speaker.amount), count }))
}

/** Amounts that are estimates: two digits of each end count, and ends that are then the same are one. */
function amounts(speaker: Speaker, interval: Interval, one: (value: number) => string): string {
  if (isOpen(interval)) return speaker.say(message('figure.unknown'))
  const low = one(Math.floor(interval.low) === 0 ? 0 : interval.low)
  if (interval.high === Number.POSITIVE_INFINITY) return speaker.say(message('figure.minimum', { low }))
  const high = one(interval.high)
  return low === high ? low : speaker.say(message('figure.between', { low, high }))
}

function count(speaker: Speaker, { low, high }: Interval): string {
  if (low === high) return speaker.number(low)
  if (high !== Number.POSITIVE_INFINITY) return speaker.say(message('figure.between', { low: speaker.number(low), high: speaker.number(high) }))
  return low === 0 ? speaker.say(message('figure.unknown')) : speaker.say(message('figure.at-least', { low: speaker.number(low) }))
}

/** Shares lie within [0, 1] and are said in whole percents: a share counted over a dozen functions bears no decimals. */
function share(speaker: Speaker, { low, high }: Interval): string {
  const [from, to] = [Math.round(low * 100), Math.round(high * 100)]
  if (from <= 0 && to >= 100) return speaker.say(message('figure.unknown'))
  if (high > 0 && high < 0.005) return speaker.say(message('figure.percent-under'))
  return from === to ? speaker.say(message('figure.percent', { value: from })) : speaker.say(message('figure.percent-between', { low: from, high: to }))
}

/** Hours in words. An infinite high end means that it is contested whether it comes to that at all. */
export function duration(speaker: Speaker, { low, high }: Interval): string {
  if (high === Number.POSITIVE_INFINITY)
    return low <= 0 ? speaker.say(message('duration.earliest-at-once')) : speaker.say(message('duration.earliest', { duration: span(speaker, low) }))
  if (high <= 0) return speaker.say(message('duration.at-once'))
  if (low <= 0) return speaker.say(message('duration.within', { duration: span(speaker, high) }))
  const [from, to] = [span(speaker, low), span(speaker, high)]
  if (from === to) return to
  const step = stepOf(high)
  if (low / step.hours < 0.95) return speaker.say(message('figure.span', { low: from, high: to }))
  const [least, most] = [Math.round(low / step.hours), Math.round(high / step.hours)]
  return least === most ? to : speaker.say(message(`duration.${step.unit}-between`, { low: least, high: most }))
}

function span(speaker: Speaker, hours: number): string {
  const step = stepOf(hours)
  return speaker.say(message(`duration.${step.unit}`, { low: Math.max(1, Math.round(hours / step.hours)) }))
}

/** The largest unit in which a length of time can be said without rounding much of it away. */
function stepOf(hours: number): { readonly unit: 'minutes' | 'hours' | 'days' | 'months' | 'years'; readonly hours: number } {
  if (hours < 1 || (hours < 2 && !Number.isInteger(hours))) return { unit: 'minutes', hours: 1 / 60 }
  if (hours < 2 * hoursPerDay) return { unit: 'hours', hours: 1 }
  if (hours < 90 * hoursPerDay) return { unit: 'days', hours: hoursPerDay }
  if (hours < 365 * hoursPerDay || (hours > 1.01 * hoursPerYear && hours < 2 * hoursPerYear)) return { unit: 'months', hours: hoursPerMonth }
  return { unit: 'years', hours: hoursPerYear }
}
