import type { Catalogue } from '../catalogue.ts'

/** What falls away with one thing. */
export const singlePoints: Catalogue = {
  'question.single-points': { en: 'What stops us when a single thing falls away?', nl: 'Wat legt ons stil als één ding wegvalt?' },
  'single-points.no-function': {
    en: 'No function and no workload was found, so there is nothing that could stop.',
    nl: 'Er is geen functie en geen workload gevonden; er is dus niets dat kan stilvallen.',
  },
  'single-points.timeline': { en: 'When harm begins, by what is lost', nl: 'Wanneer de schade begint, naar wat er wegvalt' },
  'single-points.level.supplier': {
    en: 'Suppliers: what stops within its tolerable time',
    nl: 'Leveranciers: wat binnen de toelaatbare tijd stilvalt',
  },
  'single-points.level.service': { en: 'Services of others', nl: 'Diensten van anderen' },
  'single-points.level.parent': {
    en: 'Owners of suppliers: what stops when they fall away',
    nl: 'Eigenaren van leveranciers: wat stilvalt als zij wegvallen',
  },
  'single-points.level.jurisdiction': { en: 'Countries', nl: 'Landen' },
  'single-points.level.law': { en: 'Laws that can cut off', nl: 'Wetten waarmee afgesloten kan worden' },
  'single-points.level.place': { en: 'Places', nl: 'Plaatsen' },
  'single-points.level.component': { en: 'Components of our own', nl: 'Eigen onderdelen' },
  'single-points.level.home': { en: 'At home: shown apart, since nobody leaves home', nl: 'Eigen land: apart getoond, want van huis gaat niemand weg' },
  'single-points.thing.supplier': { en: 'If this supplier falls away', nl: 'Als deze leverancier wegvalt' },
  'single-points.thing.service': { en: 'If this service falls away', nl: 'Als deze dienst wegvalt' },
  'single-points.thing.parent': { en: 'If this group falls away', nl: 'Als dit concern wegvalt' },
  'single-points.thing.jurisdiction': { en: 'If all from this country falls away', nl: 'Als alles uit dit land wegvalt' },
  'single-points.thing.law': { en: 'If this law is used', nl: 'Als deze wet wordt ingezet' },
  'single-points.thing.place': { en: 'If this place falls away', nl: 'Als deze plaats wegvalt' },
  'single-points.thing.component': { en: 'If this component fails', nl: 'Als dit onderdeel uitvalt' },
  'single-points.thing.home': { en: 'If this falls away', nl: 'Als dit wegvalt' },
  'single-points.column.certain': { en: 'stops within the tolerable time', nl: 'stopt binnen de toelaatbare tijd' },
  'single-points.column.possible': { en: 'may stop', nl: 'kan stoppen' },
  'single-points.column.harm': { en: 'harm begins after', nl: 'schade begint na' },
  'single-points.copies': { en: '{what} ({count, number} copies)', nl: '{what} ({count, number} exemplaren)' },
  'single-points.alternatives': { en: 'Alternatives that the same group stands behind', nl: 'Alternatieven waar dezelfde groep achter staat' },
  'single-points.alternative-of-same': {
    en: '{alternative} is stated as an alternative for {service}, and {party} stands behind both: what stops the one may stop the other.',
    nl: '{alternative} staat vermeld als alternatief voor {service}, en achter beide staat {party}: wat het ene stillegt, kan ook het andere stilleggen.',
  },
  'single-points.alternative-of-group': {
    en: '{alternative} is stated as an alternative for {service}, and {other} and {party} belong to one group: what stops the one may stop the other.',
    nl: '{alternative} staat vermeld als alternatief voor {service}, en {other} en {party} horen bij één groep: wat het ene stillegt, kan ook het andere stilleggen.',
  },
  'single-points.none': { en: 'None found in what was read.', nl: 'Geen gevonden in wat gelezen is.' },
  'single-points.more': {
    en: '{count, number} more are left out, of which none stops more than {most, plural, one {one function} other {# functions}}; deltaplan explain tells of each.',
    nl: 'Nog {count, number} zijn weggelaten; geen daarvan legt meer dan {most, plural, one {één functie} other {# functies}} stil, en deltaplan explain vertelt over elk.',
  },
  'single-points.circles': { en: 'Things that need each other', nl: 'Dingen die elkaar nodig hebben' },
  'single-points.circle': {
    en: '{things}: whichever stops takes the others along, and none can start again before the others.',
    nl: '{things}: wat van deze stopt neemt de andere mee, en geen ervan kan weer starten voor de andere er zijn.',
  },
  'single-points.by-hand': {
    en: 'Work by hand outlasts the tolerable time of {functions}. So nothing stops {count, plural, one {it} other {them}} within that time and nothing is a single point there; an outage may cost money all the same, since working by hand carries only a part of the work, and not for ever.',
    nl: 'Handwerk houdt het langer vol dan de toelaatbare tijd van {functions}. Daarom legt niets {count, plural, one {deze functie} other {deze functies}} binnen die tijd stil en is er geen enkelvoudig faalpunt; geld kan een storing wel kosten, want met de hand gaat maar een deel van het werk door, en niet voor altijd.',
  },
  'single-points.at-address': { en: '{what} ({addresses})', nl: '{what} ({addresses})' },
  'single-points.method': {
    en: 'Each thing is set to failed on its own; of a law it is supposed that it is used. It is certain when the function stops within its tolerable time under every reading of the grace, and possible when it stops under some reading, or when the redundancy or the tolerable time is not known. Only stated redundancy counts.',
    nl: 'Elk ding valt in gedachten in zijn eentje weg; van een wet is aangenomen dat ze wordt ingezet. Het is zeker als de functie bij elke lezing van de respijttijd stopt binnen de toelaatbare tijd, en mogelijk als dat bij één lezing zo is, of als de reserve of de toelaatbare tijd niet bekend is. Alleen vastgelegde reserve telt.',
  },
}
