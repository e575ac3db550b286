import type { Catalogue } from '../catalogue.ts'

/** What was agreed with others. */
export const contracts: Catalogue = {
  'question.contracts': { en: 'What was agreed with whom, and until when?', nl: 'Wat is met wie afgesproken, en tot wanneer?' },
  'contracts.nothing': { en: 'No contract and no supplier register was shown.', nl: 'Er is geen contract en geen leveranciersregister getoond.' },
  'contracts.measures': { en: 'Agreements on {date}', nl: 'Afspraken op {date}' },
  'contracts.measure.ended': { en: 'Ended', nl: 'Afgelopen' },
  'contracts.measure.ends-12': { en: 'End within 12 months', nl: 'Lopen binnen 12 maanden af' },
  'contracts.measure.no-end': { en: 'Without a stated end', nl: 'Zonder vastgelegd einde' },
  'contracts.measure.no-exit': { en: 'Without a stated way out', nl: 'Zonder vastgelegde exit-regeling' },
  'contracts.agreements': { en: 'Agreements, the first to end first', nl: 'Afspraken, wat het eerst afloopt bovenaan' },
  'contracts.without': {
    en: 'Parties that run or support something, of which no agreement was shown',
    nl: 'Partijen die iets draaien of ondersteunen, en waarvan geen afspraak is getoond',
  },
  'contracts.without-none': { en: 'None found in what was read.', nl: 'Geen gevonden in wat gelezen is.' },
  'contracts.not-stated': { en: 'not stated', nl: 'niet vastgelegd' },
  'contracts.open-ended': { en: 'open-ended', nl: 'onbepaalde tijd' },
  'contracts.no-day': { en: 'no fixed day', nl: 'geen vaste dag' },
  'contracts.column.group-agreed': { en: 'An agreement was shown with, in its group', nl: 'Wel een afspraak getoond met, in de groep' },
  'contracts.column.agreement': { en: 'Agreement', nl: 'Afspraak' },
  'contracts.column.with': { en: 'With', nl: 'Met' },
  'contracts.column.ends': { en: 'Ends on', nl: 'Loopt af op' },
  'contracts.column.notice-by': { en: 'Notice by', nl: 'Opzeggen voor' },
  'contracts.column.law': { en: 'Governing law', nl: 'Toepasselijk recht' },
  'contracts.column.exit': { en: 'Way out', nl: 'Exit-regeling' },
  'contracts.column.functions': { en: 'Functions that lean on it', nl: 'Functies die erop leunen' },
  'contracts.column.party': { en: 'Party', nl: 'Partij' },
  'contracts.method': {
    en: 'From deltaplan.yaml and supplier registers. Notice is due by the end less the period of notice, by the calendar. Whether an agreement renews by itself is not known.',
    nl: 'Uit deltaplan.yaml en leveranciersregisters. Opzeggen moet voor het einde min de opzegtermijn, volgens de kalender. Of een afspraak stilzwijgend verlengd wordt, is niet bekend.',
  },
}
