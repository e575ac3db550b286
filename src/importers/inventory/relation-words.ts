import type { InventoryColumn } from '#estate/inventory-columns.ts'
import type { CsvRow } from '#estate/source/csv-rows.ts'
import { relationColumns } from '../item-headings.ts'

/** What a relation between two items says: the first needs the second, the other way round, or neither. */
export type Relation = 'needs' | 'needed-by' | 'none'

const needs =
  /^(depends? on|is dependent on|runs? on|is running on|hosted (on|by)|is hosted (on|by)|installed on|is installed on|uses|consumes|connects? to|requires|receives (data )?from|virtuali[sz]ed by|powered by|contains|consists of|has member|members|instantiates|is built on|cooled by|registered on|managed by|monitored by|draait op|gehost (op|door)|staat op|geïnstalleerd op|geinstalleerd op|afhankelijk van|is afhankelijk van|gebruikt|maakt gebruik van|bestaat uit|bevat|verbonden met|ontvangt( gegevens)? van)$/
const neededBy =
  /^(used by|is used by|runs|hosts|supports|provides|provided to|serves|impacts|sends (data )?to|virtuali[sz]es|powers|contained by|is contained by|part of|is part of|member of|is member of|is required by|depended on by|is depended on by|dependency of|has installed|gebruikt door|wordt gebruikt door|ondersteunt|levert aan|host|onderdeel van|is onderdeel van|draait|levert( gegevens)? aan)$/

/** Reads a relation. Tools write both of its readings, `Depends on::Used by`: the first is that of the first item. */
export function relationIn(text: string): Relation | undefined {
  const plain =
    text
      .split('::', 1)[0]
      ?.trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ') ?? ''
  if (plain.length === 0 || plain.length > 60) return undefined
  if (needs.test(plain)) return 'needs'
  if (neededBy.test(plain)) return 'needed-by'
  return text.includes('::') ? 'none' : undefined
}

/** So many rows decide. */
const looked = 20

/** The columns of a table of relations: two items and a word that says how they hang together. Nothing when most of the words are none. */
export function relationTable(heading: readonly string[], rows: readonly CsvRow[]): ReadonlyMap<InventoryColumn, number> | undefined {
  const columns = heading.length > 40 ? undefined : relationColumns(heading)
  const at = columns?.get('relation') ?? -1
  const sample = rows.slice(0, looked).flatMap((row) => row.cells[at] ?? [])
  const known = sample.filter((word) => relationIn(word) !== undefined)
  return known.length > 0 && known.length * 2 >= sample.length ? columns : undefined
}
