import type { Catalogue } from '../catalogue.ts'

/** How good somebody's intervals were. */
export const calibration: Catalogue = {
  'calibrate.none': {
    en: 'No row was read with low, high and truth. The headings are question, low, high, truth.',
    nl: 'Geen rij gelezen met low, high en truth. De kopjes zijn question, low, high, truth.',
  },
  'calibrate.headline': {
    en: 'Of {asked, plural, one {# interval} other {# intervals}} {hits, number} held. For somebody whose 90 % intervals hold nine times out of ten, {low, number} to {high, number} is ordinary.',
    nl: 'Van {asked, plural, one {# interval} other {# intervallen}} {hits, plural, one {klopte} other {klopten}} er {hits, number}. Voor wie negen van de tien keer gelijk krijgt met 90%-intervallen is {low, number} tot {high, number} gewoon.',
  },
  'calibrate.widen': {
    en: 'The next ones should be wider: by a factor of {factor} around their middle.',
    nl: 'De volgende moeten wijder: met een factor {factor} rond hun midden.',
  },
  'calibrate.narrow': {
    en: 'The next ones may be narrower: by a factor of {factor} around their middle.',
    nl: 'De volgende mogen nauwer: met een factor {factor} rond hun midden.',
  },
  'calibrate.as-given': { en: 'Nothing out of the ordinary: the next ones count as given.', nl: 'Niets ongewoons: de volgende tellen zoals gegeven.' },
  'calibrate.unread': { en: 'Could not be read, or low lies above high, by line: {lines}.', nl: 'Niet te lezen, of low ligt boven high, per regel: {lines}.' },
  'calibrate.missed': { en: 'What was missed', nl: 'Wat ernaast zat' },
  'calibrate.missed-none': { en: 'Nothing.', nl: 'Niets.' },
  'calibrate.column.question': { en: 'Question', nl: 'Vraag' },
  'calibrate.column.low': { en: 'low', nl: 'laag' },
  'calibrate.column.high': { en: 'high', nl: 'hoog' },
  'calibrate.column.truth': { en: 'truth', nl: 'werkelijk' },
  'calibrate.method': {
    en: 'Few answers tell little: with ten, anything from seven up is ordinary. The factor supposes that answers scatter around the truth as a normal distribution does, in the logarithm.',
    nl: 'Weinig antwoorden zeggen weinig: bij tien is alles vanaf zeven gewoon. De factor neemt aan dat antwoorden rond de waarheid verspreid liggen als een normale verdeling, in de logaritme.',
  },
}
