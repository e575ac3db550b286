import type { Catalogue } from '../catalogue.ts'

/** Words that a reader may not know. `term.` is the word, `gloss.` what it means; a report lists them in this order. */
export const glossary: Catalogue = {
  'glossary.title': { en: 'What the words mean', nl: 'Wat de woorden betekenen' },
  'term.function': { en: 'Function', nl: 'Functie' },
  'gloss.function': {
    en: 'Something the organisation does for others and has to keep doing, such as paying salaries.',
    nl: 'Iets wat de organisatie voor anderen doet en moet blijven doen, zoals salarissen betalen.',
  },
  'term.workload': { en: 'Workload', nl: 'Workload' },
  'gloss.workload': {
    en: 'An application or service that a function uses directly, with all its parts.',
    nl: 'Een toepassing of dienst die een functie rechtstreeks gebruikt, met alle onderdelen.',
  },
  'term.single-point': { en: 'Single point of failure', nl: 'Enkelvoudig faalpunt' },
  'gloss.single-point': {
    en: 'One party, service, place or law that alone stops a function within its tolerable time: the first three when they are lost, a law when it is used. Certain: under every reading of what we know. Possible: under some.',
    nl: 'Eén partij, dienst, plaats of wet die alleen al een functie stillegt binnen de toelaatbare tijd: de eerste drie door weg te vallen, een wet door te worden ingezet. Zeker: bij elke lezing van wat we weten. Mogelijk: bij sommige.',
  },
  'term.mtpd': { en: 'Tolerable time (MTPD)', nl: 'Toelaatbare tijd (MTPD)' },
  'gloss.mtpd': {
    en: 'Maximum tolerable period of disruption: how long a function may be down before the harm is unacceptable (ISO 22301).',
    nl: 'Maximaal toelaatbare verstoringsduur: hoe lang een functie mag stilliggen voordat de schade onaanvaardbaar is (ISO 22301).',
  },
  'term.grace': { en: 'Grace', nl: 'Respijttijd' },
  'gloss.grace': {
    en: 'The time between losing something and feeling it. A build tool may be missed for days, a database not for a minute.',
    nl: 'De tijd tussen het wegvallen van iets en het merken ervan. Een bouwgereedschap kan dagen gemist worden, een database geen minuut.',
  },
  'term.phase': { en: 'Phase', nl: 'Fase' },
  'gloss.phase': {
    en: 'When something is needed: while running, when deploying (the next restart or scale-out), when building (the next patch), for support, for the licence, for monitoring, when recovering (on the bad day) or when leaving.',
    nl: 'Wanneer iets nodig is: bij het draaien, bij het uitrollen (de volgende herstart of opschaling), bij het bouwen (de volgende patch), voor ondersteuning, voor de licentie, voor bewaking, bij het herstellen (op de kwade dag) of bij het vertrekken.',
  },
  'term.reach': { en: 'Reach: settled or contested', nl: 'Bereik: staat vast of betwist' },
  'gloss.reach': {
    en: 'Whether a law can address a party. Settled: the ground is beyond dispute. Contested: lawyers or the facts leave it open.',
    nl: 'Of een wet een partij kan aanspreken. Staat vast: de grond is onomstreden. Betwist: juristen of de feiten laten het open.',
  },
  'term.ladder': { en: 'Ladder from 0 to 4', nl: 'Ladder van 0 tot 4' },
  'gloss.ladder': {
    en: 'Our own scale for platform, portability, people and AI: higher means that less hangs on others. It is not a SEAL level of the European Commission, and no certificate.',
    nl: 'Onze eigen schaal voor platform, overdraagbaarheid, mensen en AI: hoger betekent dat er minder van anderen afhangt. Het is geen SEAL-niveau van de Europese Commissie en geen certificaat.',
  },
  'term.unknown': { en: 'Unknown', nl: 'Onbekend' },
  'gloss.unknown': {
    en: 'Not found in what was read. It is never counted as good: it widens the answer until someone checks.',
    nl: 'Niet gevonden in wat gelezen is. Het telt nooit als goed: het maakt het antwoord breder totdat iemand het nagaat.',
  },
  'term.basis': { en: 'On what ground', nl: 'Op welke grond' },
  'gloss.basis': {
    en: 'How we come to say so: stated in a file, stated by the organisation, from the knowledge base, or inferred from those by a named rule.',
    nl: 'Hoe we erbij komen: het staat in een bestand, de organisatie gaf het op, het komt uit de kennisbank, of het is daaruit afgeleid met een benoemde regel.',
  },
  'term.mitigation': { en: 'Mitigation', nl: 'Maatregel' },
  'gloss.mitigation': {
    en: 'Something that lowers the effect of an exposure, such as keys that you hold yourself. The exposure remains and is shown.',
    nl: 'Iets dat het effect van een blootstelling verkleint, zoals sleutels in eigen hand. De blootstelling blijft en wordt getoond.',
  },
}
