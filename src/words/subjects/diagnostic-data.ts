import type { Catalogue } from '../catalogue.ts'

/** Where logs, traces, crash reports and support bundles go. */
export const diagnosticData: Catalogue = {
  'question.diagnostics': { en: 'Where do logs, traces and support bundles go?', nl: 'Waar gaan logs, traces en supportbundels heen?' },
  'diagnostics.no-workload': { en: 'No workload was found in what was read.', nl: 'Er is geen workload gevonden in wat gelezen is.' },
  'diagnostics.destinations': { en: 'Destinations outside', nl: 'Bestemmingen buiten' },
  'diagnostics.none': {
    en: 'No agent or exporter that sends anything outside was found in what was read.',
    nl: 'In wat gelezen is, is geen agent of exporter gevonden die iets naar buiten stuurt.',
  },
  'diagnostics.silent': { en: 'Workloads of which nothing shows where diagnostic data goes', nl: 'Workloads waarvan nergens blijkt waar diagnostische gegevens heen gaan' },
  'diagnostics.no-silent': { en: 'Of every workload something shows where it goes.', nl: 'Van elke workload blijkt waar het heen gaat.' },
  'diagnostics.column.destination': { en: 'Goes to', nl: 'Gaat naar' },
  'diagnostics.column.party': { en: 'Run by', nl: 'Gedraaid door' },
  'diagnostics.column.countries': { en: 'Countries whose law reaches it', nl: 'Landen waarvan het recht het bereikt' },
  'diagnostics.column.workloads': { en: 'From', nl: 'Van' },
  'diagnostics.column.basis': { en: 'On what ground', nl: 'Op welke grond' },
  'diagnostics.unknown': { en: 'unknown', nl: 'onbekend' },
  'diagnostics.countries': { en: '{countries}', nl: '{countries}' },
  'diagnostics.method': {
    en: 'Read from agents, exporters and logging drivers in the artifacts, and from what teams state of themselves. A collector that is part of the estate is no destination; what it sends on is. Silence says nothing: a platform may collect logs without any artifact showing it.',
    nl: 'Gelezen uit agents, exporters en logdrivers in de bestanden, en uit wat teams over zichzelf vastleggen. Een verzamelaar binnen de eigen omgeving is geen bestemming; wat hij doorstuurt wel. Stilte zegt niets: een platform kan logs verzamelen zonder dat een bestand dat laat zien.',
  },
}
