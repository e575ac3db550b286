import type { Catalogue } from '../catalogue.ts'

/** The four pillars. */
export const spectrum: Catalogue = {
  'question.spectrum': { en: 'Where does each workload stand on the four pillars?', nl: 'Waar staat elke workload op de vier pijlers?' },
  'spectrum.no-workload': { en: 'No workload was found in what was read.', nl: 'Er is geen workload gevonden in wat gelezen is.' },
  'spectrum.critical-functions': { en: 'Critical functions on the ladder from 0 to 4', nl: 'Kritieke functies op de ladder van 0 tot 4' },
  'spectrum.other-functions': { en: 'Other functions on the ladder from 0 to 4', nl: 'Andere functies op de ladder van 0 tot 4' },
  'spectrum.rolled-up': { en: 'Parts of the organisation and teams', nl: 'Onderdelen van de organisatie en teams' },
  'spectrum.workloads': { en: 'Workloads on the ladder from 0 to 4', nl: 'Workloads op de ladder van 0 tot 4' },
  'spectrum.next': { en: 'What to check next', nl: 'Wat eerst uitzoeken' },
  'spectrum.next-item': {
    en: '{ask}: {first}. It would settle "{criterion}" for {count, plural, one {# workload} other {# workloads}}.',
    nl: '{ask}: {first}. Dat beslist "{criterion}" voor {count, plural, one {# workload} other {# workloads}}.',
  },
  'spectrum.next-complete': {
    en: 'Have somebody state that everything was shown, and of which evidence (complete, in deltaplan.yaml): until then the low end stays at the floor for {count, plural, one {# workload} other {# workloads}}.',
    nl: 'Laat iemand vastleggen dat alles is getoond, en van welk bewijs (complete, in deltaplan.yaml): tot dan blijft de onderkant op de bodem voor {count, plural, one {# workload} other {# workloads}}.',
  },
  'spectrum.next-none': { en: 'Nothing that is open would narrow the picture.', nl: 'Niets van wat openstaat zou het beeld scherper maken.' },
  'spectrum.criteria': { en: 'Criteria, and where they are still open', nl: 'Criteria, en waar ze nog openstaan' },
  'spectrum.column.pillar': { en: 'Pillar', nl: 'Pijler' },
  'spectrum.column.criterion': { en: 'Criterion', nl: 'Criterium' },
  'spectrum.column.level': { en: 'Lowest rung', nl: 'Laagste trede' },
  'spectrum.column.answered': { en: 'Answered for', nl: 'Beantwoord voor' },
  'spectrum.column.open': { en: 'Open for, among others', nl: 'Open voor, onder andere' },
  'spectrum.method': {
    en: 'A pillar stands on its lowest criterion, a function on its lowest workload. The low end takes every unknown at its worst, the high end at its best. Where nobody has stated that everything was shown, there may be more than we saw, and the low end stays at the lowest rung. The ladder is our own; it is not a SEAL level. Portability counts signs of tie-in and never gives more than rung 2.',
    nl: 'Een pijler staat op zijn laagste criterium, een functie op zijn laagste workload. De onderkant neemt elke onbekende op zijn slechtst, de bovenkant op zijn best. Waar niemand heeft vastgelegd dat alles is getoond, kan er meer zijn dan wij zagen, en blijft de onderkant op de laagste trede. De ladder is de onze; het is geen SEAL-niveau. Overdraagbaarheid telt tekenen van vastzitten en geeft nooit meer dan trede 2.',
  },
}
