import type { Catalogue } from '../catalogue.ts'

/** Minimal cut sets of a failure model, and what is wrong with the document that holds it. */
export const cuts: Catalogue = {
  'cuts.headline': {
    en: '{top}: {products} minimal cut {one, plural, one {set} other {sets}}, probability {chance}.',
    nl: '{top}: {products} minimale {one, plural, one {snede} other {sneden}}, kans {chance}.',
  },
  'cuts.headline-searched': { en: '{top}: probability {chance}.', nl: '{top}: kans {chance}.' },
  'cuts.chance': { en: '{value}', nl: '{value}' },
  'cuts.chance-between': { en: 'between {low} and {high}', nl: 'tussen {low} en {high}' },
  'cuts.too-large': {
    en: 'The model is too large to be worked out as a whole: the bounds are proved, and cut sets were searched for up to an order (--max-order).',
    nl: 'Het model is te groot om in zijn geheel uit te rekenen: de grenzen zijn bewezen, en sneden zijn gezocht tot een orde (--max-order).',
  },
  'cuts.cyclic': {
    en: 'Gates lead back to themselves ({gates}). A ring that nothing breaks counts as standing; the bounds are proved for that reading.',
    nl: 'Poorten komen bij zichzelf terug ({gates}). Een kring die door niets wordt verbroken, telt als overeind; voor die lezing zijn de grenzen bewezen.',
  },
  'cuts.not-coherent': {
    en: 'Something that happens can also undo the top (not, xor). The cut sets are those of the positive hull: what can make it happen while nothing else happens.',
    nl: 'Iets wat gebeurt kan de top ook ongedaan maken (not, xor). De sneden zijn die van het positieve omhulsel: wat de top kan laten gebeuren terwijl er verder niets gebeurt.',
  },
  'cuts.left-out': { en: 'There are more cut sets than are listed here.', nl: 'Er zijn meer sneden dan hier staan.' },
  'cuts.rare-event': {
    en: 'The sum over all cut sets (rare-event approximation) is {sum}: {error} off the exact probability.',
    nl: 'De som over alle sneden (benadering voor zeldzame gebeurtenissen) is {sum}: {error} naast de exacte kans.',
  },
  'cuts.no-model': { en: 'No Open-PSA model could be read.', nl: 'Er kon geen Open-PSA-model worden gelezen.' },
  'cuts.no-top': { en: 'No gate stands at the top: each is referred to by another.', nl: 'Geen poort staat bovenaan: naar elke verwijst een andere.' },
  'cuts.unknown-top': { en: 'No gate is called {top}. There are {known}.', nl: 'Geen poort heet {top}. Er zijn {known}.' },
  'cuts.title.cuts-orders': { en: '{top}: minimal cut sets by order', nl: '{top}: minimale sneden per orde' },
  'cuts.title.cuts-sets': { en: '{top}: minimal cut sets', nl: '{top}: minimale sneden' },
  'cuts.title.cuts-importance': { en: '{top}: importance of events', nl: '{top}: belang van gebeurtenissen' },
  'cuts.column.order': { en: 'Order', nl: 'Orde' },
  'cuts.column.count': { en: 'Count', nl: 'Aantal' },
  'cuts.column.events': { en: 'Events', nl: 'Gebeurtenissen' },
  'cuts.column.event': { en: 'Event', nl: 'Gebeurtenis' },
  'cuts.column.probability': { en: 'Probability', nl: 'Kans' },
  'cuts.column.birnbaum': { en: 'Birnbaum', nl: 'Birnbaum' },
  'cuts.column.criticality': { en: 'Criticality', nl: 'Kritikaliteit' },
  'cuts.column.fussell-vesely': { en: 'Fussell-Vesely', nl: 'Fussell-Vesely' },
  'cuts.column.diagnosis': { en: 'Diagnosis', nl: 'Diagnose' },
  'cuts.column.achievement': { en: 'Achievement worth', nl: 'Risicotoename' },
  'cuts.column.reduction': { en: 'Reduction worth', nl: 'Risicoafname' },
  'cuts.empty': { en: 'None.', nl: 'Geen.' },
  'open-psa.xml': { en: 'This is not well-formed XML.', nl: 'Dit is geen welgevormde XML.' },
  'open-psa.too-deep': { en: 'This nests deeper than is read.', nl: 'Dit zit dieper genest dan gelezen wordt.' },
  'open-psa.not-open-psa': { en: 'A document of Open-PSA begins with opsa-mef, this one with {what}.', nl: 'Een document van Open-PSA begint met opsa-mef, dit met {what}.' },
  'open-psa.unsupported': { en: '{what} is not read; the rest is.', nl: '{what} wordt niet gelezen, de rest wel.' },
  'open-psa.missing-attribute': { en: '{what} has no {attribute}.', nl: '{what} heeft geen {attribute}.' },
  'open-psa.bad-value': { en: '{what} cannot be "{value}".', nl: '{what} kan niet "{value}" zijn.' },
  'open-psa.redefined': { en: '{name} was defined before; the first counts.', nl: '{name} was al gedefinieerd; de eerste telt.' },
  'open-psa.undefined': {
    en: '{name} is not defined: it counts as an event of unknown probability.',
    nl: '{name} is niet gedefinieerd: het telt als gebeurtenis met onbekende kans.',
  },
  'open-psa.duplicate-child': { en: 'A child stands twice under {what}.', nl: 'Onder {what} staat een kind twee keer.' },
  'open-psa.gate': {
    en: 'This formula has not the children that its operator wants: it counts as an event of unknown probability.',
    nl: 'Deze formule heeft niet de kinderen die haar operator wil: zij telt als gebeurtenis met onbekende kans.',
  },
  'open-psa.cycle': { en: '{name} leads back to itself.', nl: '{name} komt bij zichzelf terug.' },
  'open-psa.probability': { en: '{name} has probability {value}, which is none: it counts as unknown.', nl: '{name} heeft kans {value}, wat er geen is: die telt als onbekend.' },
  'open-psa.units': {
    en: '{name} is in {other} and another parameter in {one}; times are not converted.',
    nl: '{name} staat in {other} en een andere parameter in {one}; tijden worden niet omgerekend.',
  },
  'open-psa.group': {
    en: 'The common cause group {name} ({model}) cannot be used: its members count as independent.',
    nl: 'De groep met gemeenschappelijke oorzaak {name} ({model}) is niet te gebruiken: de leden tellen als onafhankelijk.',
  },
}
