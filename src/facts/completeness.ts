import type { ThingId } from '#estate/claim.ts'
import { once } from '#lang/once.ts'
import { organisation } from './organisation.ts'
import type { Subject } from './subject.ts'

/**
 * Workloads of which somebody said, of this very evidence, that everything was shown: every function they serve is complete. Of all
 * others there may be more than we saw, so nothing about them is ever "none" or "met".
 */
export const completeWorkloads = once((subject: Subject): ReadonlySet<ThingId> => {
  const serving = new Map<ThingId, boolean>()
  for (const one of organisation(subject).functions) {
    for (const workload of one.workloads) serving.set(workload, (serving.get(workload) ?? true) && one.complete?.holds === true)
  }
  return new Set([...serving].flatMap(([workload, complete]) => (complete ? [workload] : [])))
})
