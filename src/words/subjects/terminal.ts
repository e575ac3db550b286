import type { Catalogue } from '../catalogue.ts'

/** What only the terminal says. */
export const terminal: Catalogue = {
  'terminal.rest': { en: '… and the rest, {figure}', nl: '… en de rest, {figure}' },
  'terminal.more-rows': { en: '… and {count, number} more', nl: '… en nog {count, number}' },
  'terminal.rows': { en: '{count, plural, =0 {none} one {# row} other {# rows}}', nl: '{count, plural, =0 {geen} one {# rij} other {# rijen}}' },
  'terminal.answered': {
    en: '{answered, number} of {of, number} answered{narrowed, plural, =0 {} other {, # narrowed}}',
    nl: '{answered, number} van {of, number} beantwoord{narrowed, plural, =0 {} other {, # ingeperkt}}',
  },
  'terminal.also': { en: 'Also found', nl: 'Ook gevonden' },
  'terminal.curve-only': { en: 'The line: {label}', nl: 'De lijn: {label}' },
  'terminal.curve-left': { en: 'Left line: {label}', nl: 'Linkerlijn: {label}' },
  'terminal.curve-middle': { en: 'Line between: {label}', nl: 'Lijn ertussen: {label}' },
  'terminal.curve-right': { en: 'Right line: {label}', nl: 'Rechterlijn: {label}' },
  'terminal.see-html': { en: 'In full: deltaplan assess … --format html --out report.html', nl: 'Volledig: deltaplan assess … --format html --out report.html --lang nl' },
  'terminal.see-explain': { en: 'Evidence behind a name: deltaplan explain <name>', nl: 'Bewijs achter een naam: deltaplan explain <naam> --lang nl' },
  'terminal.more-faults': {
    en: '… and {count, number} more: deltaplan assess … --format html shows all.',
    nl: '… en nog {count, number}: deltaplan assess … --format html --lang nl toont alles.',
  },
  'terminal.parts-missing': {
    en: '{years, number} of the {asked, number} years that were asked for are missing: {shards, plural, one {one shard} other {# shards}} of {of, number} {shards, plural, one {is} other {are}} not there, or not in full. The figures are of the years that are there.',
    nl: 'Er ontbreken {years, number} van de {asked, number} jaren die gevraagd waren: {shards, plural, one {één deel} other {# delen}} van de {of, number} {shards, plural, one {is} other {zijn}} er niet, of niet geheel. De cijfers gaan over de jaren die er zijn.',
  },
  'progress.share': { en: '{percent} %', nl: '{percent} %' },
  'progress.seconds-left': { en: '{count, number} s left', nl: 'nog {count, number} s' },
  'progress.minutes-left': { en: '{count, number} min left', nl: 'nog {count, number} min' },
  'progress.file': { en: 'reading {done, number} of {of, number}: {name}', nl: 'leest {done, number} van {of, number}: {name}' },
  'progress.join': { en: 'joining what was read', nl: 'voegt samen wat gelezen is' },
  'progress.analysis': { en: '{question}', nl: '{question}' },
  'progress.document': { en: 'writing {name}', nl: 'schrijft {name}' },
  'terminal.attention': { en: 'Needs attention', nl: 'Vraagt aandacht' },
}
