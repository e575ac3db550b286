import { kindOf, type ThingId } from '#estate/claim.ts'
import { linksFrom } from '#estate/estate.ts'
import { isBeyondLine } from '#facts/ring.ts'
import { idsOf } from '#facts/road.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, FlowLink, FlowNode } from '#findings/block.ts'
import { by } from '#lang/compare.ts'
import { message } from '#lang/message.ts'
import { named } from '../proof-of.ts'
import { type Exposed, isTwin } from './exposed.ts'

/** The map: functions, the suppliers they lean on directly, and the countries those are seated in. A link weighs one function. */
export function flowOf(subject: Subject, exposures: readonly Exposed[]): Block {
  const nodes = new Map<string, FlowNode>()
  const weights = new Map<string, number>()
  const add = (from: string, to: string): void => void weights.set(`${from}\n${to}`, (weights.get(`${from}\n${to}`) ?? 0) + 1)
  for (const { id, exposure } of exposures) {
    for (const party of suppliersOf(subject, exposure)) {
      const seat = linksFrom(subject.estate, party, 'seated-in')[0]?.to
      nodes.set(id, { id, label: named(subject, id), layer: 0 })
      nodes.set(party, { id: party, label: named(subject, party), layer: 1 })
      nodes.set(seat ?? 'unknown', countryNode(subject, seat))
      add(id, party)
      add(party, seat ?? 'unknown')
    }
  }
  const links: FlowLink[] = [...weights].sort(by(([key]) => key)).map(([key, weight]) => ({ from: key.split('\n')[0] ?? '', to: key.split('\n')[1] ?? '', weight }))
  return {
    kind: 'flow',
    title: message('exposure.map'),
    layers: ['functions', 'suppliers', 'countries'].map((layer) => message(`exposure.layer.${layer}`)),
    nodes: [...nodes.values()].sort(by((node) => node.id)),
    links,
  }
}

/** Parties that do something for us themselves; owners above them are told in their own table. */
function suppliersOf(subject: Subject, exposure: Exposed['exposure']): readonly ThingId[] {
  const direct = exposure.parties.filter(
    (one) =>
      !isTwin(subject, one.to) &&
      !idsOf(one.road)
        .slice(0, -1)
        .some((step) => kindOf(step) === 'party' && !isTwin(subject, step)),
  )
  return [...new Set(direct.map((one) => one.to))]
}

function countryNode(subject: Subject, seat: ThingId | undefined): FlowNode {
  if (seat === undefined) return { id: 'unknown', label: message('exposure.unknown'), layer: 2, tone: 'unknown' }
  const beyond = isBeyondLine(subject, seat.slice('jurisdiction:'.length), 'cut-off') === true
  return { id: seat, label: named(subject, seat), layer: 2, ...(beyond ? { tone: 'warning' as const } : {}) }
}
