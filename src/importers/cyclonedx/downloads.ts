import { isRecord, recordAt } from '#lang/json.ts'
import { type DownloadPlace, rememberDownload } from '../bill-downloads.ts'
import type { Reading } from './reading.ts'

/**
 * Where components say they are fetched from. Of all external references only `distribution` says so; a web site, a repository or
 * an issue tracker is not needed to run, start or build anything.
 */
export function downloadsIn(reading: Reading, references: unknown, where: DownloadPlace): void {
  if (!Array.isArray(references)) return
  for (let at = 0; at < references.length; at++) {
    const reference: unknown = references[at]
    if (!isRecord(reference) || reference['type'] !== 'distribution') continue
    rememberDownload(reading, reference['url'], { pointer: `${where.pointer}/externalReferences/${at}`, state: where.state, phase: where.phase })
  }
}

/** Where a set of data can be fetched, when its contents name an address. */
export function rememberDataDownload(reading: Reading, data: Record<string, unknown>, { pointer, state }: Pick<DownloadPlace, 'pointer' | 'state'>): void {
  const { url } = recordAt(data, 'contents')
  if (url !== undefined) rememberDownload(reading, url, { pointer: `${pointer}/contents/url`, state, phase: 'deploy' })
}
