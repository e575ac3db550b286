import type { Claim, ThingClaim } from './claim.ts'
import { weaker } from './claim.ts'
import type { Estate, Thing } from './estate.ts'
import { thingsOfKind } from './estate.ts'
import { saidList } from './said.ts'
import { runs } from './workloads.ts'

/**
 * That a unit which leads to others by what those are grouped by needs them: a Service of Kubernetes its pods. The two often stand
 * in different files, and neither names the other. Only what runs can be led to.
 *
 * Units are looked up by the rarest group asked for, so the time grows with what is found, not with all pairs.
 */
export function selectionClaims(estate: Estate): readonly Claim[] {
  const units = thingsOfKind(estate, 'unit')
  const selecting = units.flatMap((unit) => unit.claims.flatMap((claim) => (listOf(claim).length > 0 ? [{ unit, claim, wanted: listOf(claim) }] : [])))
  const asked = new Set(selecting.flatMap(({ wanted }) => wanted))
  const byGroup = new Map<string, Thing[]>()
  const groupsOf = new Map<Thing, ReadonlySet<string>>()
  for (const unit of asked.size === 0 ? [] : units.filter(runs)) {
    const groups = saidList(unit, 'groups').filter((group) => asked.has(group))
    groupsOf.set(unit, new Set(groups))
    for (const group of groups) {
      const list = byGroup.get(group)
      if (list) list.push(unit)
      else byGroup.set(group, [unit])
    }
  }
  return selecting.flatMap(({ unit, claim, wanted }) => {
    const lists = wanted.map((group) => byGroup.get(group) ?? []).sort((a, b) => a.length - b.length)
    const found = (lists[0] ?? []).filter((other) => other !== unit && wanted.every((group) => groupsOf.get(other)?.has(group)))
    return found.map((other): Claim => {
      const at = [...claim.at, ...(other.claims[0]?.at.slice(0, 1) ?? [])]
      return { claim: 'link', from: unit.id, to: other.id, role: 'needs', state: weaker(unit.state, other.state), basis: 'inferred', at }
    })
  })
}

const listOf = (claim: ThingClaim): readonly string[] => {
  const value = claim.says?.['selects']
  return Array.isArray(value) ? value : []
}
