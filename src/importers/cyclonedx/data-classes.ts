import { idOf, type State } from '#estate/claim.ts'
import { recordAt } from '#lang/json.ts'
import { rememberDownload } from './downloads.ts'
import { plainName, type Reading, unexpected } from './reading.ts'

interface Where {
  readonly pointer: string
  readonly state: State
}

/** Directions that the format knows for a flow of data. */
const flows: ReadonlySet<unknown> = new Set(['inbound', 'outbound', 'bi-directional', 'unknown', undefined])

/** That what the file describes has to do with data of a class, in the word the file uses. */
export function classified(reading: Reading, { word, flow }: { readonly word: unknown; readonly flow?: unknown }, { pointer, state }: Where): void {
  if (!flows.has(flow)) unexpected(reading, pointer, { expected: 'inbound | outbound | bi-directional | unknown', found: flow })
  const name = plainName(word)
  if (name === undefined) return
  const says = typeof flow === 'string' && flows.has(flow) ? { says: { flow } } : {}
  reading.claims.push({ claim: 'link', from: reading.unit, to: idOf('data-class', name), role: 'data-class', ...says, state, basis: 'observed', at: [reading.place(pointer)] })
}

/** Where a set of data can be fetched, when its contents name an address. */
export function rememberDataDownload(reading: Reading, data: Record<string, unknown>, { pointer, state }: Where): void {
  const { url } = recordAt(data, 'contents')
  if (url !== undefined) rememberDownload(reading, url, { pointer: `${pointer}/contents/url`, state, phase: 'deploy' })
}
