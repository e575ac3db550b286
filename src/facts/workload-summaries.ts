import { linksTo, nameOf, thingsOfKind } from '#estate/estate.ts'
import { once } from '#lang/once.ts'
import { functionsOf } from './organisation.ts'
import type { Subject } from './subject.ts'

/** A workload, what it serves, how much belongs to it and on what ground. */
export interface WorkloadSummary {
  readonly id: string
  readonly name: string
  readonly serves: readonly { readonly id: string; readonly name: string }[]
  readonly units: number
  readonly groupedBy: string
}

export const workloadSummaries = once((subject: Subject): readonly WorkloadSummary[] =>
  thingsOfKind(subject.estate, 'workload').map((thing) => {
    const parts = linksTo(subject.estate, thing.id, 'part-of')
    const key = thing.id.slice('workload:'.length)
    const groupedBy = key.startsWith('service/')
      ? 'service'
      : thing.basis === 'declared'
        ? 'declared'
        : key === 'ungrouped'
          ? 'none'
          : key.startsWith('label:')
            ? key.slice(0, key.lastIndexOf('/'))
            : key.slice(0, key.indexOf('/'))
    return { id: thing.id, name: thing.name, serves: functionsOf(subject, thing.id).map((id) => ({ id, name: nameOf(subject.estate, id) })), units: parts.length, groupedBy }
  }),
)
