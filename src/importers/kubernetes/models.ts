import { type Claim, type FilePlace, idOf, type State } from '#estate/claim.ts'
import { readHost } from '#estate/identifiers/host-name.ts'
import { hostClaims } from './hosts.ts'
import { linkFrom, type Unit } from './unit.ts'

/** Keys under which inference servers and workflows name a model. */
const modelKey = /^(model|modelId|modelName|model_id|model_name|huggingfaceModel|hfModelId|baseModel|servedModelName)$/i

/**
 * AI models that a resource loads: `hf://organisation/model`, or a model's own name under a key that is called so. A bare word such
 * as `default` names none.
 */
export function modelClaims(unit: Unit, leaf: { readonly key: string; readonly at: FilePlace; readonly state: State }, text: string): readonly Claim[] {
  const hub = /^(?:hf|huggingface):\/\/([\w.-]+\/[\w.-]+)/.exec(text)?.[1]
  const named = hub ?? (modelKey.test(leaf.key) && /^[\w-]+\/[\w.:-]+$/.test(text) ? text : undefined)
  if (named === undefined) return []
  const { at } = leaf
  const host = hub === undefined ? undefined : readHost('huggingface.co')
  return [linkFrom(unit, { to: idOf('model', named), role: 'ai-model', at, state: leaf.state }), ...(host ? hostClaims(unit, host, { at, state: leaf.state, fetched: true }) : [])]
}
