import type { Catalogue } from '../catalogue.ts'

/** What stands in and around a curve of chances and a whole made of parts. */
export const pictures: Catalogue = {
  'curve.chance': { en: 'Chance per year', nl: 'Kans per jaar' },
  'curve.amount': { en: 'The year then comes to at least', nl: 'Het jaar komt dan op minstens' },
  'curve.name': { en: 'Name', nl: 'Naam' },
  'curve.chance-once': { en: '{value}% ({once})', nl: '{value}% ({once})' },
  'curve.chance-only': { en: '{value}%', nl: '{value}%' },
  'curve.line-solid': { en: 'Solid line: {label}', nl: 'Volle lijn: {label}' },
  'curve.line-dashed': { en: 'Dashed line: {label}', nl: 'Streepjeslijn: {label}' },
  'curve.line-dotted': { en: 'Dotted line: {label}', nl: 'Stippellijn: {label}' },
  'curve.description': {
    en: 'How likely a year is to come to an amount: the larger the amount, the smaller the chance. {lines}. The table beside it says the same.',
    nl: 'Hoe groot de kans is dat een jaar op een bedrag komt: hoe groter het bedrag, hoe kleiner de kans. {lines}. De tabel ernaast zegt hetzelfde.',
  },
  'curve.legend': {
    en: 'Between the lines lies what the evidence leaves open. The steps of both axes multiply.',
    nl: 'Tussen de lijnen ligt wat het bewijs openlaat. De stappen van beide assen vermenigvuldigen.',
  },
  'waterfall.part': { en: 'Part', nl: 'Deel' },
  'waterfall.amount': { en: 'How much', nl: 'Hoeveel' },
  'waterfall.along': { en: 'Along the whole', nl: 'Langs het geheel' },
  'waterfall.legend': {
    en: 'Full: certain. Hatched: possible. Each bar begins where the one above ends at its most; the last is the whole.',
    nl: 'Vol: zeker. Gearceerd: mogelijk. Elke balk begint waar de vorige op zijn hoogst eindigt; de laatste is het geheel.',
  },
  'waterfall.not-all-at-once': {
    en: 'The parts are not all at their ends at once, so the whole is narrower than their sum.',
    nl: 'De delen liggen niet allemaal tegelijk op hun uiterste, dus het geheel is nauwer dan hun som.',
  },
  'tornado.input': { en: 'Assumption', nl: 'Aanname' },
  'tornado.along': { en: 'From its low end to its high end', nl: 'Van zijn laagste tot zijn hoogste uiteinde' },
  'tornado.if-low': { en: 'At its low end', nl: 'Op zijn laagst' },
  'tornado.if-high': { en: 'At its high end', nl: 'Op zijn hoogst' },
  'tornado.basis': { en: 'Who says so', nl: 'Wie zegt dat' },
  'tornado.legend': {
    en: 'The line stands where the figure is now: {usual}, {figure}. Hatched: where it would be with the assumption at its low end; full: at its high end, all else as it is.',
    nl: 'De streep staat waar het cijfer nu is: {usual}, {figure}. Gearceerd: waar het zou liggen met de aanname op zijn laagst; vol: op zijn hoogst, al het andere gelijk.',
  },
  'curve.axis-chance': { en: 'Chance that a year comes to at least …', nl: 'Kans dat een jaar komt op minstens …' },
  'curve.axis-amount': { en: '… this amount', nl: '… dit bedrag' },
}
