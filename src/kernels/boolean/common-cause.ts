import type { Gate } from './circuit.ts'

/** How the chance of joint failure is stated. */
export const commonCauseModels = ['beta-factor', 'MGL', 'alpha-factor', 'phi-factor'] as const
export type CommonCauseModel = (typeof commonCauseModels)[number]

/** Events that may fail together of one cause: members of like kind, each with the same chance of failing, of whatever cause. */
export interface CommonCauseGroup {
  readonly model: CommonCauseModel
  readonly members: readonly number[]
  /** Chance of each member, all causes together. */
  readonly total: number
  /** beta: [β] · MGL: [β, γ, …], one less than members · alpha and phi: one for each number of members, from one. What is left out at the end is 0. */
  readonly factors: readonly number[]
}

/** Larger groups would have more joint events than anybody can read: 2ⁿ − 1. */
export const mostMembers = 10

/**
 * Chance that one given set of `size` members fails of one cause, and the others do not of that cause. Q: the chance of each member.
 *
 * beta: Q₁ = (1 − β) Q, Qₙ = β Q · MGL (ρ₁ = 1, ρ₂ = β, …): Q_k = 1/C(n−1, k−1) · Π_{i ≤ k} ρᵢ · (1 − ρ_{k+1}) Q · alpha:
 * Q_k = k/C(n−1, k−1) · α_k / Σ j αⱼ · Q · phi: Q_k = φ_k Q (Open-PSA Model Exchange Format, common cause groups).
 */
export function jointChance({ model, members, total, factors }: CommonCauseGroup, size: number): number {
  const n = members.length
  const factor = (at: number): number => factors[at] ?? 0
  switch (model) {
    case 'beta-factor':
      return (size === 1 ? (n === 1 ? 1 : 1 - factor(0)) : size === n ? factor(0) : 0) * total
    case 'MGL': {
      let product = 1
      for (let level = 2; level <= size; level++) product *= factor(level - 2)
      return ((product * (size === n ? 1 : 1 - factor(size - 1))) / choose(n - 1, size - 1)) * total
    }
    case 'alpha-factor': {
      const sum = factors.slice(0, n).reduce((all, alpha, at) => all + (at + 1) * alpha, 0)
      return (((size / choose(n - 1, size - 1)) * factor(size - 1)) / sum) * total
    }
    case 'phi-factor':
      return factor(size - 1) * total
  }
}

function choose(n: number, k: number): number {
  let ways = 1
  for (let at = 1; at <= k; at++) ways = (ways * (n - k + at)) / at
  return ways
}

/** A circuit in which members of groups have become gates over joint events, which are numbered after the events that were there. */
export interface WithCommonCauses {
  readonly events: number
  readonly gates: readonly Gate[]
  readonly probabilities: Float64Array
  /** For each event that was added: the members that it fails. */
  readonly joint: readonly (readonly number[])[]
}

/**
 * Puts common causes into a circuit: each member becomes an OR of every set of members that it belongs to and that can fail together. The exact
 * diagram then counts each cause once.
 *
 * Gates are numbered behind the new events; those that were there keep their order. A group has at least two and at most `mostMembers` members, and no
 * event is in two groups: who reads groups sees to that.
 */
export function withCommonCauses(events: number, gates: readonly Gate[], probabilities: ArrayLike<number>, groups: readonly CommonCauseGroup[]): WithCommonCauses {
  const joint: (readonly number[])[] = []
  const chances: number[] = []
  const causes = new Map<number, number[]>()
  for (const group of groups) {
    for (let subset = 1; subset < 1 << group.members.length; subset++) {
      const members = group.members.filter((_, at) => (subset >> at) & 1)
      const chance = jointChance(group, members.length)
      if (chance === 0) continue
      for (const member of members) causes.set(member, [...(causes.get(member) ?? []), events + joint.length])
      joint.push(members)
      chances.push(chance)
    }
  }
  const all = events + joint.length
  const gateOf = new Map([...causes.keys()].map((member, at) => [member, all + gates.length + at]))
  const moved = (node: number): number => (node >= events ? node + joint.length : (gateOf.get(node) ?? node))
  return {
    events: all,
    gates: [...gates.map((gate) => ({ ...gate, children: gate.children.map(moved) })), ...[...causes.values()].map((children): Gate => ({ kind: 'or', children }))],
    probabilities: Float64Array.from([...Array.from(probabilities), ...chances]),
    joint,
  }
}
