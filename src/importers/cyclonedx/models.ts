import { idOf, type LinkClaim, type Says, type ThingId } from '#estate/claim.ts'
import { plainPurl } from '#estate/identifiers/purl.ts'
import { signClaim } from '#estate/signal.ts'
import { isRecord, listAt, recordAt } from '#lang/json.ts'
import { type Component, rememberRef, sayMakers } from './component.ts'
import { classified, rememberDataDownload } from './data-classes.ts'
import { type Holder, party, plainName, type Reading } from './reading.ts'

/**
 * An AI model. Its group is the part of its name that says whose it is (`meta-llama/Llama-2-7b`); as a finding it is called by its
 * name alone. Who supplies it, who published it and where it is fetched from are three different things, and none of them says who
 * runs it; nor do the energy providers of its card, which trained it.
 */
export function readModel(reading: Reading, component: Component, { pointer, holder }: { readonly pointer: string; readonly holder: Holder }): void {
  const at = [reading.place(pointer)]
  const { state } = holder
  const group = plainName(component['group'])
  const name = group === undefined || component.name.startsWith(`${group}/`) ? component.name : `${group}/${component.name}`
  const id = idOf('model', name)
  const says: Record<string, string | readonly string[]> = {}
  const version = plainName(component['version'])
  if (version !== undefined) says['version'] = version
  sayMakers(says, component)
  reading.claims.push({ claim: 'thing', id, name, says, state, basis: 'observed', at })
  reading.claims.push({ claim: 'link', from: reading.unit, to: id, role: 'ai-model', says: { value: component.name } satisfies Says, state, basis: 'observed', at })
  rememberRef(reading, component, { pointer, id })
  const purl = typeof component['purl'] === 'string' ? plainPurl(component['purl']) : undefined
  if (purl !== undefined) reading.claims.push({ claim: 'link', from: id, to: idOf('package', purl), role: 'same-as', state, basis: 'observed', at })
  makersOf(reading, component, { id, pointer, state })
  const supplier = plainName(recordAt(component, 'supplier')['name'])
  // Hubs hand out models of many makers. Whether this supplier is one, the knowledge base can tell.
  if (supplier !== undefined)
    reading.claims.push(
      signClaim(
        reading.unit,
        { on: 'spec-value', text: `machine-learning-model.supplier.name=${supplier}` },
        { state, at: reading.place(`${pointer}/supplier`), value: component.name },
      ),
    )
  cardData(reading, component, { pointer, holder })
}

/** Links a thing to its supplier, its maker and its publisher, each by name. */
export function makersOf(
  reading: Reading,
  component: Component,
  { id, pointer, state }: { readonly id: ThingId; readonly pointer: string; readonly state: LinkClaim['state'] },
): void {
  const makers = [
    ['supplier', 'distributed-by'],
    ['manufacturer', 'published-by'],
    ['publisher', 'published-by'],
  ] as const
  for (const [key, role] of makers) {
    const to = component[key] === undefined ? undefined : party(reading, component[key], `${pointer}/${key}`)
    if (to !== undefined) reading.claims.push({ claim: 'link', from: id, to, role, state, basis: 'observed', at: [reading.place(`${pointer}/${key}`)] })
  }
}

function cardData(reading: Reading, component: Component, { pointer, holder }: { readonly pointer: string; readonly holder: Holder }): void {
  const parameters = recordAt(recordAt(component, 'modelCard'), 'modelParameters')
  for (const [at, dataset] of listAt(parameters, 'datasets').entries()) {
    if (!isRecord(dataset)) continue
    const here = `${pointer}/modelCard/modelParameters/datasets/${at}`
    classified(reading, { word: dataset['classification'] }, { pointer: `${here}/classification`, state: holder.state })
    rememberDataDownload(reading, dataset, { pointer: here, state: holder.state })
  }
}
