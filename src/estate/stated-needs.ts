import type { ThingId } from './claim.ts'
import { type Estate, type Link, linksFrom, linksTo } from './estate.ts'

/**
 * What the workloads that serve a function need, as somebody stated: directly, by way of other workloads, and as one of several
 * alternatives. A workload that only stands for a service says nothing that was not said of the service.
 */
export interface StatedNeeds {
  readonly reached: ReadonlySet<ThingId>
  /** The links that say so. */
  readonly links: readonly Link[]
}

export function statedNeeds(estate: Estate, id: ThingId): StatedNeeds {
  const serving = linksTo(estate, id, 'serves').filter((link) => isStated(link) && !isServiceWorkload(link.from))
  const links = [...serving]
  const reached = new Set(serving.map((link) => link.from))
  for (const at of reached)
    for (const link of linksFrom(estate, at, 'needs').filter(isStated)) {
      links.push(link)
      reached.add(link.to)
    }
  return { reached, links }
}

/** Whether a workload only stands for a service that a function uses directly. */
export const isServiceWorkload = (id: ThingId): boolean => id.startsWith('workload:service/')

const isStated = (link: Link): boolean => link.basis === 'declared' && link.state === 'active'
