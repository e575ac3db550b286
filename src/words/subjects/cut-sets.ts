import type { Catalogue } from '../catalogue.ts'

/** What stops a function only together. */
export const cutSets: Catalogue = {
  'question.cut-sets': { en: 'Which combinations stop us, where none does alone?', nl: 'Welke combinaties leggen ons stil, waar geen van alle dat alleen doet?' },
  'cut-sets.no-function': { en: 'No function is declared, so nobody said what has to hold.', nl: 'Er is geen functie vastgelegd; niemand zei dus wat overeind moet blijven.' },
  'cut-sets.level.supplier': { en: 'Suppliers together', nl: 'Leveranciers samen' },
  'cut-sets.level.owner': { en: 'Owners at the top, together', nl: 'Uiteindelijke eigenaren samen' },
  'cut-sets.level.service': { en: 'Services together', nl: 'Diensten samen' },
  'cut-sets.level.place': { en: 'Places together', nl: 'Plaatsen samen' },
  'cut-sets.level.law': { en: 'Laws together', nl: 'Wetten samen' },
  'cut-sets.level.jurisdiction': { en: 'Countries together', nl: 'Landen samen' },
  'cut-sets.level.key-holder': { en: 'Key holders together', nl: 'Sleutelhouders samen' },
  'cut-sets.level.team': { en: 'Teams together', nl: 'Teams samen' },
  'cut-sets.level.cause': { en: 'Causes together', nl: 'Oorzaken samen' },
  'cut-sets.level.release': { en: 'Bad updates together', nl: 'Slechte updates samen' },
  'cut-sets.column.set': { en: 'If these fall away together', nl: 'Als deze samen wegvallen' },
  'cut-sets.column.certain': { en: 'stops within the tolerable time', nl: 'stopt binnen de toelaatbare tijd' },
  'cut-sets.column.possible': { en: 'may stop', nl: 'kan stoppen' },
  'cut-sets.column.harm': { en: 'harm begins after', nl: 'schade begint na' },
  'cut-sets.column.break': { en: 'cheapest way to break it', nl: 'goedkoopste manier om het te breken' },
  'cut-sets.none': { en: 'No combination of two found in what was read.', nl: 'Geen combinatie van twee gevonden in wat gelezen is.' },
  'cut-sets.unfinished': {
    en: 'There are more combinations than can be shown, or the logic is too large, for {functions}.',
    nl: 'Er zijn meer combinaties dan getoond kunnen worden, of de logica is te groot, bij {functions}.',
  },
  'cut-sets.break.test-fallback': { en: 'test the work by hand that is planned', nl: 'het handwerk testen dat in het plan staat' },
  'cut-sets.break.mirror': { en: 'keep a copy of what {what} delivers', nl: 'een kopie bewaren van wat {what} levert' },
  'cut-sets.break.sign-in': { en: 'have accounts that work without {what}', nl: 'accounts hebben die werken zonder {what}' },
  'cut-sets.break.second-support': { en: 'agree support with a second party for {what}', nl: 'ondersteuning afspreken met een tweede partij voor {what}' },
  'cut-sets.break.watch': { en: 'watch it without {what}', nl: 'het bewaken zonder {what}' },
  'cut-sets.break.alternative': { en: 'an alternative for {what} that shares nothing with it', nl: 'een alternatief voor {what} dat er niets mee deelt' },
  'cut-sets.unknown-level': { en: 'There is no level "{level}". There are {known}.', nl: 'Er is geen niveau "{level}". Er zijn {known}.' },
  'cut-sets.method': {
    en: 'Each set is smallest: with one of them less the function holds. It is certain when it stops the function under every reading of the grace. Only stated alternatives count; what single things stop stands under single points.',
    nl: 'Elke combinatie is de kleinste: met één minder blijft de functie overeind. Zeker is ze als de functie bij elke lezing van de respijttijd stopt. Alleen vastgelegde alternatieven tellen; wat één ding alleen stillegt staat bij de enkelvoudige zwakke plekken.',
  },
}
