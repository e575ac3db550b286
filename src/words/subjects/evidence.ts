import type { Catalogue } from '../catalogue.ts'

/** What all of it rests on. */
export const evidence: Catalogue = {
  'question.evidence': { en: 'What does all of this rest on?', nl: 'Waar rust dit alles op?' },
  'evidence.nothing': { en: 'No file was read.', nl: 'Er is geen bestand gelezen.' },
  'evidence.no-function': { en: 'No function was found.', nl: 'Er is geen functie gevonden.' },
  'evidence.nobody': { en: '–', nl: '–' },
  'evidence.refused': { en: 'Answers that do not count', nl: 'Antwoorden die niet meetellen' },
  'evidence.refused.nobody-vouches': {
    en: '{about}: {question} is answered with {value}, but nobody vouches for it (by, or evidence).',
    nl: '{about}: {question} is beantwoord met {value}, maar niemand staat ervoor in (by, of evidence).',
  },
  'evidence.refused.expired': {
    en: '{about}: {question} is answered with {value}, and the answer has expired.',
    nl: '{about}: {question} is beantwoord met {value}, en dat antwoord is verlopen.',
  },
  'evidence.refused.unknown-criterion': {
    en: '{about}: {question} is answered with {value}, and no criterion and no fact is called so.',
    nl: '{about}: {question} is beantwoord met {value}, maar zo heet geen criterium en geen feit.',
  },
  'evidence.refused.unknown-rung': {
    en: '{about}: {question} is answered with {value}, and it has no such answer.',
    nl: '{about}: {question} is beantwoord met {value}, maar zo’n antwoord heeft het niet.',
  },
  'evidence.question': { en: '"{question}"', nl: '"{question}"' },
  'evidence.true': { en: 'yes', nl: 'ja' },
  'evidence.false': { en: 'no', nl: 'nee' },
  'attribute.version': { en: 'the version', nl: 'de versie' },
  'attribute.engine-version': { en: 'the version of the engine', nl: 'de versie van de motor' },
  'attribute.replicas': { en: 'the number of copies', nl: 'het aantal exemplaren' },
  'attribute.os-version': { en: 'the version of the operating system', nl: 'de versie van het besturingssysteem' },
  'attribute.lei': { en: 'the LEI', nl: 'de LEI' },
  'attribute.kvk': { en: 'the number at the Chamber of Commerce', nl: 'het KVK-nummer' },
  'attribute.ends': { en: 'the end of the contract', nl: 'het einde van het contract' },
  'attribute.governing-law': { en: 'the governing law', nl: 'het toepasselijk recht' },
  'attribute.place-name': { en: 'the place', nl: 'de plaats' },
  'attribute.pull-policy': { en: 'when the image is fetched', nl: 'wanneer het image wordt opgehaald' },
  'evidence.contradictions': { en: 'Contradictions', nl: 'Tegenstrijdigheden' },
  'evidence.no-contradiction': { en: 'None found in what was read.', nl: 'Geen gevonden in wat gelezen is.' },
  'evidence.contradiction.residency': {
    en: '{about}: stated to stay in {stated}; found in {found}.',
    nl: '{about}: vastgelegd is dat dit in {stated} blijft; gevonden in {found}.',
  },
  'evidence.contradiction.lapsed': {
    en: 'Of {about} it was said that everything was shown, but the evidence has changed since. To say it again: inputs: {digest}',
    nl: 'Van {about} is vastgelegd dat alles is getoond, maar het bewijs is sindsdien veranderd. Om het opnieuw vast te leggen: inputs: {digest}',
  },
  'evidence.contradiction.value': {
    en: '{about}: {side} is stated as {stated}; the files show {found}.',
    nl: '{about}: {side} is vastgelegd als {stated}; de bestanden laten {found} zien.',
  },
  'evidence.contradiction.provider': {
    en: '{about} is stated to be provided by {stated}; the knowledge base knows it as run by {found}.',
    nl: '{about} zou geleverd worden door {stated}; de kennisbank kent het als gedraaid door {found}.',
  },
  'evidence.contradiction.not-seen': {
    en: 'Nothing of {about} was seen, although it is said to be found by {stated}.',
    nl: 'Van {about} is niets gezien, al zou het te vinden zijn aan {stated}.',
  },
  'evidence.contradiction.handwork': { en: '{about} is said to be done by hand; found for it: {found}.', nl: '{about} zou handwerk zijn; ervoor gevonden: {found}.' },
  'evidence.contradiction.answer': {
    en: '{about}: {side} is answered with {stated}; the files show {found}.',
    nl: '{about}: {side} is beantwoord met {stated}; de bestanden laten {found} zien.',
  },
  'evidence.completeness': { en: 'Who says that everything was shown', nl: 'Wie zegt dat alles is getoond' },
  'evidence.complete.nobody': { en: 'nobody said so', nl: 'niemand heeft dat gezegd' },
  'evidence.complete.holds': { en: 'said, and it still holds', nl: 'gezegd, en het geldt nog' },
  'evidence.complete.lapsed': { en: 'said, of other evidence than this', nl: 'gezegd, van ander bewijs dan dit' },
  'evidence.aged': { en: 'Facts of the knowledge base past their review date', nl: 'Feiten uit de kennisbank die over hun herzieningsdatum zijn' },
  'evidence.none-aged': { en: 'None of the facts that were used.', nl: 'Geen van de gebruikte feiten.' },
  'evidence.column.function': { en: 'Function', nl: 'Functie' },
  'evidence.column.complete': { en: 'Everything shown', nl: 'Alles getoond' },
  'evidence.column.by': { en: 'By', nl: 'Door' },
  'evidence.column.on': { en: 'On', nl: 'Op' },
  'evidence.column.fact': { en: 'Fact', nl: 'Feit' },
  'evidence.column.review': { en: 'To be reviewed by', nl: 'Te herzien voor' },
  'evidence.column.used-for': { en: 'Used for', nl: 'Gebruikt voor' },
  'evidence.method': {
    en: 'What nobody showed us is not absent: only when somebody says so, of this very evidence, is a function taken as shown completely, and that lapses when the evidence changes. Where the organisation and a file differ, both stand.',
    nl: 'Wat niemand ons toonde, is daarmee niet afwezig: alleen als iemand dat vastlegt, van precies dit bewijs, geldt een functie als volledig getoond, en dat vervalt als het bewijs verandert. Waar de organisatie en een bestand verschillen, blijven beide staan.',
  },
}
