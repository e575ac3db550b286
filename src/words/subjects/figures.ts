import type { Catalogue } from '../catalogue.ts'

/** Numbers with their units. The values come in already rounded and written out, because rounding depends on both ends. */
export const figures: Catalogue = {
  'figure.unknown': { en: 'unknown', nl: 'onbekend' },
  'figure.none': { en: 'none found', nl: 'niets gevonden' },
  'figure.between': { en: 'between {low} and {high}', nl: 'tussen {low} en {high}' },
  'figure.at-least': { en: '{low} or more', nl: '{low} of meer' },
  'figure.of': { en: '{figure} of {of, number}', nl: '{figure} van {of, number}' },
  'figure.range': { en: '{low}–{high}', nl: '{low}–{high}' },
  'figure.span': { en: '{low} to {high}', nl: '{low} tot {high}' },
  'figure.percent': { en: '{value}%', nl: '{value}%' },
  'figure.percent-under': { en: 'less than 1%', nl: 'minder dan 1%' },
  'figure.percent-between': { en: 'between {low}% and {high}%', nl: 'tussen {low} en {high}%' },
  'duration.at-once': { en: 'at once', nl: 'meteen' },
  'duration.within': { en: 'within {duration}', nl: 'binnen {duration}' },
  'duration.minutes': { en: '{low, plural, one {# minute} other {# minutes}}', nl: '{low, plural, one {# minuut} other {# minuten}}' },
  'duration.hours': { en: '{low, plural, one {# hour} other {# hours}}', nl: '{low, number} uur' },
  'duration.days': { en: '{low, plural, one {# day} other {# days}}', nl: '{low, plural, one {# dag} other {# dagen}}' },
  'duration.months': { en: '{low, plural, one {# month} other {# months}}', nl: '{low, plural, one {# maand} other {# maanden}}' },
  'duration.years': { en: '{low, plural, one {# year} other {# years}}', nl: '{low, number} jaar' },
  'duration.minutes-between': { en: '{low, number}–{high, number} minutes', nl: '{low, number}–{high, number} minuten' },
  'duration.hours-between': { en: '{low, number}–{high, number} hours', nl: '{low, number}–{high, number} uur' },
  'duration.days-between': { en: '{low, number}–{high, number} days', nl: '{low, number}–{high, number} dagen' },
  'duration.months-between': { en: '{low, number}–{high, number} months', nl: '{low, number}–{high, number} maanden' },
  'duration.years-between': { en: '{low, number}–{high, number} years', nl: '{low, number}–{high, number} jaar' },
  'duration.earliest': { en: '{duration} at the earliest', nl: 'op zijn vroegst na {duration}' },
  'duration.earliest-at-once': { en: 'at once at the earliest', nl: 'op zijn vroegst meteen' },
}
