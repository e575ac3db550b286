import { documentsOf } from '#estate/source/documents.ts'
import type { Settings, SourceFile } from '#estate/source-file.ts'
import { by } from '#lang/compare.ts'
import { listAt, recordAt } from '#lang/json.ts'
import { isDeltaplan } from './recognised.ts'

/** What the organisation decided for all importers. Where several files say so, all of it holds. */
export function settingsOf(files: readonly SourceFile[]): Settings {
  const plans = files.filter(isDeltaplan).toSorted(by((file) => file.path))
  const profiles = plans.flatMap((file) =>
    documentsOf(file)
      .documents.slice(0, 1)
      .flatMap(({ value }) => listAt(recordAt(value, 'settings'), 'composeProfiles').filter((one) => typeof one === 'string')),
  )
  return { composeProfiles: [...new Set(profiles)] }
}
