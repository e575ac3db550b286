import type { Catalogue } from '../catalogue.ts'

/** What tables in plain text say by themselves. */
export const grid: Catalogue = {
  'grid.figure': { en: 'Figure', nl: 'Cijfer' },
  'grid.value': { en: 'Value', nl: 'Waarde' },
  'grid.for': { en: 'Function', nl: 'Functie' },
  'grid.more-rows': {
    en: '{count, plural, one {And # more row} other {And # more rows}}: in the HTML report, and in full in JSON and CSV.',
    nl: '{count, plural, one {En nog # rij} other {En nog # rijen}}: in het HTML-rapport, en voluit in JSON en CSV.',
  },
}
