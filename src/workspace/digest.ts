import { createHash } from 'node:crypto'
import type { SourceFile } from '#estate/source-file.ts'

/** SHA-256 in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** SHA-256 of a file, taken piece by piece: a large one is not held for it. */
export function digestOf(file: SourceFile): string {
  const hash = createHash('sha256')
  for (const chunk of file.chunks()) hash.update(chunk)
  return hash.digest('hex')
}
