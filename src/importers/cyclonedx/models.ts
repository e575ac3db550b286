import type { ThingId } from '#estate/claim.ts'
import { plainPurl } from '#estate/identifiers/purl.ts'
import { isRecord, listAt, recordAt } from '#lang/json.ts'
import type { BillPlace } from '../bill.ts'
import { classified } from '../bill-data.ts'
import { sayModel } from '../bill-models.ts'
import { linkMakers, plainName } from '../bill-parties.ts'
import { type Component, rememberRef, sayMakers } from './component.ts'
import { rememberDataDownload } from './downloads.ts'
import type { Reading } from './reading.ts'

/**
 * An AI model. Its group is the part of its name that says whose it is (`meta-llama/Llama-2-7b`); as a finding it is called by its
 * name alone. The energy providers of its card trained it, and do not run it.
 */
export function readModel(reading: Reading, component: Component, where: BillPlace): void {
  const { pointer, holder } = where
  const group = plainName(component['group'])
  const name = group === undefined || component.name.startsWith(`${group}/`) ? component.name : `${group}/${component.name}`
  const says: Record<string, string | readonly string[]> = {}
  const version = plainName(component['version'])
  if (version !== undefined) says['version'] = version
  sayMakers(says, component)
  const purl = typeof component['purl'] === 'string' ? plainPurl(component['purl']) : undefined
  const supplier = plainName(recordAt(component, 'supplier')['name'])
  const supplied = supplier === undefined ? undefined : { name: supplier, pointer: `${pointer}/supplier` }
  const id = sayModel(reading, { name, shortName: component.name, says, purl, supplier: supplied }, where)
  rememberRef(reading, component, { pointer, id })
  makersOf(reading, component, { id, pointer, state: holder.state })
  cardData(reading, component, where)
}

/** Links a thing to its supplier, its maker and its publisher, each by name. */
export function makersOf(
  reading: Reading,
  component: Component,
  { id, pointer, state }: { readonly id: ThingId; readonly pointer: string; readonly state: BillPlace['holder']['state'] },
): void {
  const makers = [
    ['supplier', 'distributed-by'],
    ['manufacturer', 'published-by'],
    ['publisher', 'published-by'],
  ] as const
  linkMakers(
    reading,
    makers.map(([key, role]) => ({ role, organisation: component[key], pointer: `${pointer}/${key}` })),
    { id, state },
  )
}

function cardData(reading: Reading, component: Component, { pointer, holder }: BillPlace): void {
  const parameters = recordAt(recordAt(component, 'modelCard'), 'modelParameters')
  for (const [at, dataset] of listAt(parameters, 'datasets').entries()) {
    if (!isRecord(dataset)) continue
    const here = `${pointer}/modelCard/modelParameters/datasets/${at}`
    classified(reading, { word: dataset['classification'] }, { pointer: `${here}/classification`, state: holder.state })
    rememberDataDownload(reading, dataset, { pointer: here, state: holder.state })
  }
}
