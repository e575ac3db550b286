import type { Catalogue } from '../catalogue.ts'

/** What is wrong with how a command was called, and what it says when it ends. */
export const usage: Catalogue = {
  'usage.language': { en: '--lang wants nl or en, got "{text}"', nl: '--lang wil nl of en, en kreeg "{text}"' },
  'usage.day': { en: '--as-of wants a day as 2026-11-24, got "{text}"', nl: '--as-of wil een dag als 2026-11-24, en kreeg "{text}"' },
  'usage.whole': { en: '{option} wants a whole number from {from} to {to}, got "{text}"', nl: '{option} wil een heel getal van {from} tot {to}, en kreeg "{text}"' },
  'usage.one-of': { en: '{option} wants {words} or {last}, got "{text}"', nl: '{option} wil {words} of {last}, en kreeg "{text}"' },
  'usage.idle': { en: '{options}: {where}', nl: '{options}: {where}' },
  'usage.limit': {
    en: '--fail-on wants a name and a number in plain digits, as single-points=0, got "{text}"',
    nl: '--fail-on wil een naam en een getal in gewone cijfers, als single-points=0, en kreeg "{text}"',
  },
  'usage.none-there': { en: 'there is no {path}', nl: '{path} is er niet' },
  'usage.path': { en: 'path "{path}"', nl: 'pad "{path}"' },
  'usage.folder-for-file': { en: '{path} is a folder, and a file is wanted', nl: '{path} is een map, en er is een bestand nodig' },
  'usage.cannot-read': { en: '{path} cannot be read ({code})', nl: '{path} is niet te lezen ({code})' },
  'usage.cannot-write': { en: '{path} cannot be written ({code})', nl: '{path} is niet te schrijven ({code})' },
  'usage.wants-folder': { en: '{option} wants a folder, and {path} is a file', nl: '{option} wil een map, en {path} is een bestand' },
  'usage.wants-file': { en: '{option} wants a file, and {path} is a folder', nl: '{option} wil een bestand, en {path} is een map' },
  'usage.no-file': { en: '--out wants a file, and {path} is none', nl: '--out wil een bestand, en {path} is dat niet' },
  'usage.format-and-out': {
    en: '{formats} times --format and {outs} times --out: each document wants a place',
    nl: '{formats} keer --format en {outs} keer --out: elk document wil een plaats',
  },
  'usage.no-typesetter': {
    en: 'PDF wants the optional package {name}, which is not installed here',
    nl: 'PDF wil het optionele pakket {name}, en dat is hier niet geïnstalleerd',
  },
  'usage.no-assessment': { en: '{path}: {reason}', nl: '{path}: {reason}' },
  'assessment.no-version': { en: 'no assessment: it has no schemaVersion', nl: 'geen beoordeling: er is geen schemaVersion' },
  'assessment.other-version': {
    en: 'an assessment of form {found}, and this version reads form {own}',
    nl: 'een beoordeling van vorm {found}, en deze versie leest vorm {own}',
  },
  'assessment.no-json': { en: 'no assessment: it is not JSON', nl: 'geen beoordeling: het is geen JSON' },
  'assessment.faulty': { en: 'no assessment: {fault}', nl: 'geen beoordeling: {fault}' },
  'usage.diff-nothing': {
    en: 'nothing that could be read is in {path}; diff wants a result of `assess --format json`, a folder, or a folder of knowledge',
    nl: 'in {path} is niets te lezen; diff wil een resultaat van `assess --format json`, een map, of een map met kennis',
  },
  'usage.calibrate-folder': { en: '{path} is a folder; calibrate reads one CSV file', nl: '{path} is een map; calibrate leest één CSV-bestand' },
  'usage.other-seed': {
    en: '{path} is of seed {seed}, and goes on with no other: leave out --seed',
    nl: '{path} is van startgetal {seed}, en gaat met geen ander verder: laat --seed weg',
  },
  'usage.other-model': {
    en: '{path} is of another model: other files, other knowledge or another version',
    nl: '{path} is van een ander model: andere bestanden, andere kennis of een andere versie',
  },
  'usage.parts-of-other-model': {
    en: 'the parts are of another model than {path} is now: other files, other knowledge or another version',
    nl: 'de delen zijn van een ander model dan {path} nu is: andere bestanden, andere kennis of een andere versie',
  },
  'usage.merge-nothing': { en: 'there is nothing to merge', nl: 'er is niets om samen te voegen' },
  'usage.merge-models': {
    en: 'parts of two models: each has to be made of the same files, the same knowledge and the same version',
    nl: 'delen van twee modellen: elk moet van dezelfde bestanden, dezelfde kennis en dezelfde versie zijn',
  },
  'usage.merge-seeds': { en: 'parts of two seeds', nl: 'delen van twee startgetallen' },
  'usage.merge-overlap': { en: 'two parts have years in common', nl: 'twee delen hebben jaren gemeen' },
  'usage.no-part': { en: '{path} is no part of a simulation', nl: '{path} is geen deel van een simulatie' },
  'usage.part-changed': { en: '{path} was changed or cut short', nl: '{path} is veranderd of afgekapt' },
  'usage.part-begins': { en: 'the part to go on from does not begin with year {year}', nl: 'het deel om op verder te gaan begint niet met jaar {year}' },
  'usage.shard': { en: '--shard wants one out of several, as 2/8, got "{text}"', nl: '--shard wil er één van een aantal, als 2/8, en kreeg "{text}"' },
  'usage.shard-format': {
    en: 'goes with an answer; --shard writes a part, which `deltaplan merge` reads',
    nl: 'hoort bij een antwoord; --shard schrijft een deel, dat `deltaplan merge` leest',
  },
  'usage.open-psa-folder': { en: '--format open-psa writes the model of a folder', nl: '--format open-psa schrijft het model van een map' },
  'usage.with-folder': { en: 'goes with a folder, and {path} is a file', nl: 'hoort bij een map, en {path} is een bestand' },
  'usage.open-psa-list': {
    en: 'goes with another --format: open-psa writes the logic, and no list',
    nl: 'hoort bij een andere --format: open-psa schrijft de logica, en geen lijst',
  },
  'usage.share': { en: '{option} wants a number from 0 to 1, got "{text}"', nl: '{option} wil een getal van 0 tot 1, en kreeg "{text}"' },
  'usage.with-framework': { en: 'goes with the id of a framework', nl: 'hoort bij het id van een kader' },
  'usage.with-answer': { en: 'goes with an answer, which stands after the criterion', nl: 'hoort bij een antwoord, en dat staat achter het criterium' },
  'usage.exists': { en: '{path} is there already; --force writes over it, --out writes elsewhere', nl: '{path} is er al; --force schrijft eroverheen, --out schrijft elders' },
  'terminal.written': { en: 'Written: {path}', nl: 'Geschreven: {path}' },
  'terminal.nothing-read': { en: 'Nothing that could be read was found here.', nl: 'Hier is niets gevonden dat te lezen was.' },
  'terminal.over-limit': {
    en: 'Over the limit: {name} is {value}, and at most {limit} was wanted.',
    nl: 'Over de grens: {name} is {value}, en gewenst was hooguit {limit}.',
  },
}
