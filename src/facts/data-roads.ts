import { dependencyRoles, keyOf, kindOf, type Role, type ThingId } from '#estate/claim.ts'
import { barePlan } from './failure-logic.ts'
import { leaningGraph } from './leaning.ts'
import type { Subject } from './subject.ts'

/** Links to what keeps nothing that a function writes: it is fetched, asked, or looks after things. */
const keepingNothing: readonly Role[] = [
  'registry',
  'image',
  'module-registry',
  'runtime-download',
  'crd-operator',
  'identity-provider',
  'ai-endpoint',
  'ai-model',
  'published-by',
  'distributed-by',
  'supported-by',
]

/** Services that keep nothing of what a function writes, whatever link leads to them. */
const categoriesKeepingNothing: readonly string[] = ['packages', 'identity', 'dns', 'tls', 'network', 'cicd', 'maps', 'observability']

/** Everything that may keep its data at what is lost: all that leans on it by links that data may lie behind. Where nobody knows, it may. */
export function mayKeepDataAt(subject: Subject, lost: readonly ThingId[]): ReadonlySet<ThingId> {
  const { ids, at, worst } = barePlan(subject)
  const found = new Set<ThingId>(lost)
  for (const id of found) {
    const node = at.get(id)
    if (node === undefined || keepsNothing(subject, id)) continue
    for (let edge = worst.offsets[node] as number; edge < (worst.offsets[node + 1] as number); edge++) {
      const user = ids[worst.dependants[edge] as number] as ThingId
      if (mayLieBehind(subject, user, id)) found.add(user)
    }
  }
  return found
}

/** By what it is known to be, or by all that anybody says it is for. A bare need says nothing of that. */
function keepsNothing(subject: Subject, id: ThingId): boolean {
  if (kindOf(id) === 'service' && categoriesKeepingNothing.includes(subject.knowledge.services.get(keyOf(id))?.category ?? '')) return true
  const roles = (leaningGraph(subject).to.get(id) ?? []).map((one) => one.role).filter((role) => (dependencyRoles as readonly Role[]).includes(role))
  return roles.length > 0 && roles.every((role) => keepingNothing.includes(role))
}

/** A law that reaches a party is no link of the estate; what the party keeps lies behind it. */
function mayLieBehind(subject: Subject, user: ThingId, id: ThingId): boolean {
  const links = (leaningGraph(subject).from.get(user) ?? []).filter((one) => one.to === id)
  return links.length === 0 || links.some((one) => one.phase === 'run' && !keepingNothing.includes(one.role))
}
