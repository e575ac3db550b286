import { isImagePurl } from '../bill-images.ts'
import type { PartKind } from './document.ts'

const kinds: ReadonlyMap<string, PartKind> = new Map(
  Object.entries({
    CONTAINER: 'image',
    'OPERATING-SYSTEM': 'system',
    DEVICE: 'device',
    FIRMWARE: 'firmware',
    MODEL: 'model',
    DATA: 'data',
  } satisfies Record<string, PartKind>),
)

/** What a package is, by what it says it is for and by the kind of its purl. All that we tell apart no further is software. */
export function kindOf(purpose: string | undefined, purl: string | undefined): PartKind {
  const kind = purpose === undefined ? undefined : kinds.get(/^[A-Z-]+$/.test(purpose) ? purpose : purposeOfTwo(purpose))
  if (kind !== undefined) return kind
  if (purl === undefined) return 'package'
  if (isImagePurl(purl)) return 'image'
  if (purl.startsWith('pkg:huggingface/')) return purl.startsWith('pkg:huggingface/datasets/') ? 'data' : 'model'
  return purl.startsWith('pkg:mlflow/') ? 'model' : 'package'
}

/** A purpose in the words of SPDX 2.3: `operatingSystem` of SPDX 3 is `OPERATING-SYSTEM`, and so is what some tools make of it. */
export const purposeOfTwo = (purpose: string): string =>
  purpose
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .replace(/[_ ]/g, '-')
    .toUpperCase()
