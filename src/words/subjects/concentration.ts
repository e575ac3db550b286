import type { Catalogue } from '../catalogue.ts'

/** How much hangs on one thing. */
export const concentration: Catalogue = {
  'question.concentration': { en: 'How much hangs on one party, country or place?', nl: 'Hoeveel hangt er aan één partij, land of plaats?' },
  'concentration.no-function': { en: 'No function and no workload was found.', nl: 'Er is geen functie en geen workload gevonden.' },
  'concentration.none': { en: 'None found in what was read.', nl: 'Geen gevonden in wat gelezen is.' },
  'concentration.title.supplier': {
    en: 'By supplier: functions that lean on it, stop or not',
    nl: 'Per leverancier: functies die erop leunen, stilvallen of niet',
  },
  'concentration.title.group': { en: 'By group of companies: functions that lean on any company of it', nl: 'Per concern: functies die op een bedrijf ervan leunen' },
  'concentration.title.jurisdiction': { en: 'By country whose law reaches', nl: 'Per land waarvan het recht reikt' },
  'concentration.title.place': { en: 'By place where it runs', nl: 'Per plaats waar het draait' },
  'concentration.column.supplier': { en: 'Supplier', nl: 'Leverancier' },
  'concentration.column.group': { en: 'Group', nl: 'Concern' },
  'concentration.column.jurisdiction': { en: 'Country', nl: 'Land' },
  'concentration.column.place': { en: 'Place', nl: 'Plaats' },
  'concentration.column.functions': { en: 'Functions that lean on it', nl: 'Functies die erop leunen' },
  'concentration.column.weight': { en: 'Share by criticality', nl: 'Aandeel naar kriticiteit' },
  'concentration.column.phases': { en: 'In the phase of', nl: 'In de fase van' },
  'concentration.method': {
    en: "Counted in functions, not in services. A vital function weighs 8, a critical one 4, an important one 2, a supporting one 1. Where the criticality or the owner's hold is not known, the figure is an interval.",
    nl: 'Geteld in functies, niet in diensten. Een vitale functie weegt 8, een kritieke 4, een belangrijke 2 en een ondersteunende 1. Waar de kriticiteit of de greep van de eigenaar niet bekend is, is het cijfer een interval.',
  },
}
