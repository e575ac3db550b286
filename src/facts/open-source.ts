import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import type { Subject } from './subject.ts'

/** Whether all source code of a service, platform or model is published; nothing where nobody said. */
export function isOpenSource(subject: Subject, id: ThingId): boolean | undefined {
  const { services, platforms, models } = subject.knowledge
  for (const one of [id, ...linksFrom(subject.estate, id, 'same-as').map((link) => link.to)]) {
    const key = keyOf(one)
    const known = kindOf(one) === 'service' ? services.get(key)?.openSource : kindOf(one) === 'platform' ? platforms.get(key)?.openSource : undefined
    if (known !== undefined) return known
    const model = kindOf(one) === 'model' ? models.get(key) : undefined
    if (model) return model.weightsOpen === 'yes' && model.licenceClass === 'osi-permissive'
  }
  return undefined
}
