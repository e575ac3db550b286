import { documentsOf } from '#estate/source/documents.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { isEntity, isOtherObject } from './entity.ts'

/** Whether a file holds entities of a catalog, and no objects of Kubernetes beside them: those are written in the same form. */
export function isCatalog(file: SourceFile): boolean {
  if (!/\bbackstage\.io\//.test(file.text())) return false
  const values = documentsOf(file).documents.map((document) => document.value)
  return values.some(isEntity) && !values.some(isOtherObject)
}
