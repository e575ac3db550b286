import type { Catalogue } from '../catalogue.ts'

/** The first page. */
export const overview: Catalogue = {
  'question.overview': { en: 'Where do we stand?', nl: 'Waar staan we?' },
  'overview.nothing': { en: 'Nothing was found that could be assessed.', nl: 'Er is niets gevonden dat beoordeeld kan worden.' },
  'overview.undeclared': {
    en: 'No deltaplan.yaml was found: each workload stands as its own function, with unknown criticality, no home country and no target.',
    nl: 'Er is geen deltaplan.yaml gevonden: elke workload geldt als eigen functie, met onbekende kriticiteit, zonder eigen land en zonder doel.',
  },
  'overview.sentence': {
    en: 'As of {date}: of {all}, {certain, plural, =0 {none is certain to stop} one {# is certain to stop} other {# are certain to stop}} within {certain, plural, one {its} other {their}} tolerable time when a single supplier falls away. {possible, plural, =0 {No other was found that may stop} one {# may stop} other {# may stop}}, and of {open, plural, =0 {none} other {#}} we do not know.',
    nl: 'Per {date}: van {all} {certain, plural, =0 {stopt er zeker geen} one {stopt er zeker #} other {stoppen er zeker #}} binnen de toelaatbare tijd als één leverancier wegvalt. {possible, plural, =0 {Verder is er geen gevonden die kan stoppen} one {Er kan er # stoppen} other {Er kunnen er # stoppen}}, en van {open, plural, =0 {geen enkele} other {#}} weten we het niet.',
  },
  'overview.sentence-with': {
    en: 'As of {date}: of {all}, {certain, plural, one {# is certain to stop} other {# are certain to stop}} within {certain, plural, one {its} other {their}} tolerable time when a single supplier falls away; {party} alone stops {count, number}. {possible, plural, =0 {No other was found that may stop} one {# more may stop} other {# more may stop}}, and of {open, plural, =0 {none} other {#}} we do not know.',
    nl: 'Per {date}: van {all} {certain, plural, one {stopt er zeker #} other {stoppen er zeker #}} binnen de toelaatbare tijd als één leverancier wegvalt; {party} alleen al legt er {count, number} stil. {possible, plural, =0 {Verder is er geen gevonden die kan stoppen} one {Er kan er nog # stoppen} other {Er kunnen er nog # stoppen}}, en van {open, plural, =0 {geen enkele} other {#}} weten we het niet.',
  },
  'overview.critical-functions': {
    en: '{count, plural, one {# critical function} other {# critical functions}}',
    nl: '{count, plural, one {# kritieke functie} other {# kritieke functies}}',
  },
  'overview.workloads-as-functions': {
    en: '{count, plural, one {# workload} other {# workloads}}',
    nl: '{count, plural, one {# workload} other {# workloads}}',
  },
  'overview.profile': {
    en: 'Where the organisation stated nothing, the defaults of the profile "{profile}" are used.',
    nl: 'Waar de organisatie niets heeft vastgelegd, gelden de standaardwaarden van het profiel "{profile}".',
  },
  'overview.files-read': { en: 'Files read', nl: 'Gelezen bestanden' },
  'overview.files-not-understood': { en: 'Files not understood', nl: 'Niet begrepen bestanden' },
  'overview.workloads': { en: 'Workloads found', nl: 'Gevonden workloads' },
  'overview.tied': { en: 'Workloads tied to a function', nl: 'Workloads bij een functie ondergebracht' },
  'overview.complete': { en: 'Functions said to be shown completely', nl: 'Functies waarvan vaststaat dat alles is getoond' },
  'overview.oldest': { en: 'The oldest piece of evidence that is used here dates from {date}.', nl: 'Het oudste bewijs dat hier meetelt is van {date}.' },
  'overview.unseen': { en: 'Nothing was shown to us of: {sides}.', nl: 'Niets is ons getoond van: {sides}.' },
  'side.workplaces': { en: 'workplaces', nl: 'werkplekken' },
  'side.telephony': { en: 'telephony', nl: 'telefonie' },
  'side.network': { en: 'the network', nl: 'het netwerk' },
  'side.sign-in': { en: 'sign-in', nl: 'inloggen' },
  'side.contracts': { en: 'contracts', nl: 'contracten' },
  'side.bills-of-materials': { en: 'bills of materials', nl: 'stuklijsten' },
  'side.people': { en: 'teams', nl: 'teams' },
  'side.backups': { en: 'backups', nl: 'reservekopieën' },
  'side.data': { en: 'data', nl: 'gegevens' },
  'side.places': { en: 'places', nl: 'plaatsen' },
  'overview.points': { en: 'What a single supplier can stop', nl: 'Wat één leverancier kan stilleggen' },
  'overview.no-points': {
    en: 'No supplier was found whose loss alone stops a function within its tolerable time, in what was read.',
    nl: 'In wat gelezen is, is geen leverancier gevonden waarvan het wegvallen alleen al een functie binnen de toelaatbare tijd stillegt.',
  },
  'overview.column.thing': { en: 'If this falls away', nl: 'Als dit wegvalt' },
  'overview.column.functions': { en: 'then', nl: 'dan' },
  'overview.column.harm': { en: 'Harm begins after', nl: 'Schade begint na' },
  'overview.column.road': { en: 'By way of', nl: 'Via' },
  'overview.column.owner': { en: 'Who acts', nl: 'Wie handelt' },
  'overview.stops': { en: '{functions} {count, plural, one {stops} other {stop}}', nl: '{count, plural, one {stopt} other {stoppen}} {functions}' },
  'overview.may-stop': { en: '{functions} {count, plural, other {may}} stop', nl: '{count, plural, one {kan} other {kunnen}} {functions} stoppen' },
  'overview.road': { en: '{steps}', nl: '{steps}' },
  'overview.no-owner': { en: 'no owner stated', nl: 'geen eigenaar vastgelegd' },
}
