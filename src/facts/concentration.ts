import { kindOf, type Phase, phases, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { by } from '#lang/compare.ts'
import { groupBy } from '#lang/group.ts'
import type { Interval } from '#lang/interval.ts'
import { once } from '#lang/once.ts'
import { exposureOf } from './exposure.ts'
import { metBy } from './met-by.ts'
import { organisation, weightOf } from './organisation.ts'
import { ownersOf } from './ownership.ts'
import { type Reach, reachOf } from './reach.ts'
import { further, type Road } from './road.ts'
import type { Subject } from './subject.ts'

export const concentrationLevels = ['supplier', 'group', 'jurisdiction', 'place'] as const
export type ConcentrationLevel = (typeof concentrationLevels)[number]

/** How much of what the organisation does hangs on one thing, counted in functions and weighted by their criticality. */
export interface Concentration {
  readonly level: ConcentrationLevel
  readonly thing: ThingId
  /** From those surely reached to those possibly reached. */
  readonly functions: Interval
  /** Share of all functions' weight (8, 4, 2, 1 by criticality), within [0, 1]. */
  readonly weightShare: Interval
  readonly phases: readonly Phase[]
  readonly roads: readonly Road[]
}

interface Touch {
  /** What is touched: the level and the thing. */
  readonly key: string
  readonly function: ThingId
  readonly weight: Interval
  readonly reach: Reach
}

export const concentrations = once((subject: Subject): readonly Concentration[] => {
  const { functions, profile } = organisation(subject)
  const all = functions.flatMap((one): readonly Touch[] => {
    const weight = weightOf(one, profile)
    return touchedBy(subject, one.id).map(([level, thing, reach]) => ({ key: `${level}\n${thing}`, function: one.id, weight, reach }))
  })
  const whole = functions.reduce((sum, one) => ({ low: sum.low + weightOf(one, profile).low, high: sum.high + weightOf(one, profile).high }), { low: 0, high: 0 })
  return [...groupBy(all, (touch) => touch.key)].map(([key, list]) => concentrationOf(key, list, whole)).sort((a, b) => order(a, b))
})

/** What one function leans on: its suppliers, the groups above them, the countries, the places. */
function touchedBy(subject: Subject, id: ThingId): readonly (readonly [ConcentrationLevel, ThingId, Reach])[] {
  const exposure = exposureOf(subject)(id)
  const suppliers = exposure.parties.filter((one) => linksFrom(subject.estate, one.to, 'same-as').length === 0)
  const direct = suppliers.filter((one) => kindOf(metBy(subject, one.road) ?? 'unit:') !== 'party')
  const groups = direct.flatMap((one) => {
    const tops = ownersOf(subject)(one.to).filter((owner) => owner.ultimate && owner.sharePercent.high >= 25)
    if (tops.length === 0) return [['group', one.to, one] as const]
    return tops.map((top) => ['group', top.party, { ...one, contested: one.contested || !top.controls, road: top.road.slice(1).reduce(further, one.road) }] as const)
  })
  const places = reachOf(subject)(id).filter((one) => kindOf(one.to) === 'place' && linksFrom(subject.estate, one.to, 'same-as').length === 0)
  return [
    ...direct.map((one) => ['supplier', one.to, one] as const),
    ...groups,
    ...exposure.jurisdictions.map((one) => ['jurisdiction', one.to, one] as const),
    ...places.map((one) => ['place', one.to, one] as const),
  ]
}

function concentrationOf(key: string, touches: readonly Touch[], whole: Interval): Concentration {
  const [level = '', thing = ''] = key.split('\n')
  const sure = new Set(touches.filter((one) => !one.reach.contested).map((one) => one.function))
  const all = new Map(touches.map((one) => [one.function, one.weight]))
  const weight = [...all].reduce((sum, [id, one]) => ({ low: sum.low + (sure.has(id) ? one.low : 0), high: sum.high + one.high }), { low: 0, high: 0 })
  const met = new Set(touches.map((one) => one.reach.phase))
  return {
    level: level as ConcentrationLevel,
    thing: thing as ThingId,
    functions: { low: sure.size, high: all.size },
    weightShare: {
      low: share(weight.low, whole.high - (all.size === 0 ? 0 : sumOf(all, 'high') - sumOf(all, 'low'))),
      high: share(weight.high, weight.high + rest(whole.low, all)),
    },
    phases: phases.filter((phase) => met.has(phase)),
    roads: touches
      .map((one) => one.reach.road)
      .sort((a, b) => a.length - b.length)
      .slice(0, 5),
  }
}

const sumOf = (weights: ReadonlyMap<ThingId, Interval>, end: 'low' | 'high'): number => [...weights.values()].reduce((sum, one) => sum + one[end], 0)

/** The weight of the functions that are not touched, at its low end: that makes the share of those touched the highest. */
const rest = (wholeLow: number, touched: ReadonlyMap<ThingId, Interval>): number => wholeLow - sumOf(touched, 'low')

const share = (part: number, whole: number): number => (whole <= 0 ? 0 : Math.min(1, part / whole))

/** The heaviest first; at the same weight by name, so that the order does not depend on luck. */
function order(a: Concentration, b: Concentration): number {
  const level = concentrationLevels.indexOf(a.level) - concentrationLevels.indexOf(b.level)
  return level || b.weightShare.high - a.weightShare.high || b.functions.high - a.functions.high || by((one: Concentration) => one.thing)(a, b)
}
