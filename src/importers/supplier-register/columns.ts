import { isItemHeading } from '../item-headings.ts'

/** The columns of a supplier register, and the words by which their headings are known in English and Dutch. */
const headings = {
  service: ['service', 'dienst'],
  provider: ['provider', 'supplier', 'leverancier'],
  kvk: ['kvk', 'kvk_nummer', 'kvk_nr', 'kvknummer'],
  lei: ['lei'],
  reseller: ['reseller', 'wederverkoper'],
  functions: ['functions', 'function', 'functies', 'functie'],
  place: ['place', 'plaats', 'region', 'regio', 'locatie', 'location'],
  contractEnd: ['contract_end', 'end_date', 'einddatum', 'contract_einde', 'einde_contract'],
  notice: ['notice', 'notice_period', 'opzegtermijn'],
  subcontractors: ['subcontractors', 'onderaannemers'],
  workloads: ['supports', 'workloads', 'workload', 'ondersteunt', 'werklasten'],
  dataClasses: ['data_classes', 'data_class', 'gegevensklassen', 'gegevensklasse'],
  governingLaw: ['governing_law', 'toepasselijk_recht'],
  exitClause: ['exit_clause', 'exit', 'exit_clausule', 'exitclausule', 'exit_regeling', 'exitregeling'],
  supportTier: ['support_tier', 'ondersteuningsniveau'],
  role: ['role', 'rol'],
} as const
export type Column = keyof typeof headings

const byHeading = new Map<string, Column>(Object.entries(headings).flatMap(([column, words]) => words.map((word) => [word, column as Column] as const)))

/** Hyphens, blanks, capitals and full stops in a heading say nothing. */
const folded = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[\s_.-]+/g, '_')
    .replace(/^_|_$/g, '')

/** Which column stands under which heading; the first where two headings mean the same. Other columns are not read at all. */
export function columnsOf(row: readonly string[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>()
  for (const [at, heading] of row.entries()) {
    const column = byHeading.get(folded(heading))
    if (column !== undefined && !columns.has(column)) columns.set(column, at)
  }
  return columns
}

/** Whether a row is the heading of a supplier register: what is used, from whom, and one thing more that we know. A list of machines and applications is none. */
export function isHeading(row: readonly string[]): boolean {
  const columns = columnsOf(row)
  return columns.has('service') && columns.has('provider') && columns.size >= 3 && !isItemHeading(row)
}
