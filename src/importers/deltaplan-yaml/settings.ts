import { type InventoryMapping, inventoryColumns } from '#estate/inventory-columns.ts'
import { documentsOf } from '#estate/source/documents.ts'
import type { Settings, SourceFile } from '#estate/source-file.ts'
import { by } from '#lang/compare.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import { isDeltaplan } from './recognised.ts'

/** What the organisation decided for all importers. Where several files say so, all of it holds. */
export function settingsOf(files: readonly SourceFile[]): Settings {
  const plans = files.filter(isDeltaplan).toSorted(by((file) => file.path))
  const settings = plans.flatMap((file) =>
    documentsOf(file)
      .documents.slice(0, 1)
      .map(({ value }) => recordAt(value, 'settings')),
  )
  const profiles = settings.flatMap((one) => listAt(one, 'composeProfiles').filter((name) => typeof name === 'string'))
  return { composeProfiles: [...new Set(profiles)], inventory: settings.flatMap((one) => listAt(one, 'inventory').flatMap(mappingOf)) }
}

/** A mapping as far as it has the form that it should have; what has not is told where the plan itself is read. */
function mappingOf(value: unknown): readonly InventoryMapping[] {
  const file = textAt(value, 'file')
  const columns = isRecord(value) ? recordAt(value, 'columns') : {}
  const known = inventoryColumns.flatMap((name) => {
    const heading = textAt(columns, name)
    return heading === undefined ? [] : [[name, heading] as const]
  })
  return file === undefined || known.length === 0 ? [] : [{ file, columns: Object.fromEntries(known) }]
}
