import type { Catalogue } from '../catalogue.ts'

/** What nobody can look into. */
export const opacity: Catalogue = {
  'question.opacity': { en: 'What can nobody look into?', nl: 'Waar kan niemand in kijken?' },
  'opacity.no-workload': { en: 'No workload was found in what was read.', nl: 'Er is geen workload gevonden in wat gelezen is.' },
  'opacity.none': { en: 'None found in what was read.', nl: 'Niets gevonden in wat gelezen is.' },
  'opacity.measures': { en: 'Workloads with something that nobody can look into', nl: 'Workloads met iets waar niemand in kan kijken' },
  'opacity.way.closed-source': { en: 'closed source', nl: 'gesloten broncode' },
  'opacity.way.no-sbom': { en: 'an image without a list of its contents', nl: 'een image zonder lijst van de inhoud' },
  'opacity.way.floating-tag': { en: 'an image whose tag moves', nl: 'een image met een tag die verschuift' },
  'opacity.way.unknown-supplier': { en: 'nobody known behind a service', nl: 'niemand bekend achter een dienst' },
  'opacity.way.unknown-place': { en: 'no place stated', nl: 'geen plaats vermeld' },
  'opacity.things': { en: 'What it is, and in which workloads', nl: 'Wat het is, en in welke workloads' },
  'opacity.what.closed-source': { en: 'the source is not published', nl: 'de broncode is niet openbaar' },
  'opacity.what.no-sbom': { en: 'no bill of materials', nl: 'geen stuklijst' },
  'opacity.what.floating-tag': { en: 'the tag may point to something else tomorrow', nl: 'de tag kan morgen naar iets anders wijzen' },
  'opacity.what.unknown-supplier': { en: 'no party known behind it', nl: 'geen partij bekend erachter' },
  'opacity.what.unknown-place': { en: 'nothing says where it runs', nl: 'nergens staat waar het draait' },
  'opacity.column.thing': { en: 'What', nl: 'Wat' },
  'opacity.column.way': { en: 'Why nobody can look in', nl: 'Waarom niemand erin kan kijken' },
  'opacity.column.workloads': { en: 'Workloads', nl: 'Workloads' },
  'opacity.method': {
    en: 'Counted per workload. Where nobody says whether the source is published, it counts at the high end alone. A service that others run cannot be looked into from outside, whatever its source. A tag without a full version, or no tag, may point to other content from one start to the next unless a digest is stated.',
    nl: 'Geteld per workload. Waar niemand zegt of de broncode openbaar is, telt het alleen aan de bovenkant mee. In een dienst die anderen draaien valt van buiten niet te kijken, hoe het ook met de broncode zit. Een tag zonder volledige versie, of geen tag, kan bij elke start naar iets anders wijzen, tenzij er een digest bij staat.',
  },
}
