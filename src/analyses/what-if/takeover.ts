import type { ThingId } from '#estate/claim.ts'
import { exposureOf } from '#facts/exposure.ts'
import type { LawReach } from '#facts/law-reach.ts'
import { organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Row } from '#findings/block.ts'
import type { Outcome } from '#findings/outcome.ts'
import { groupBy } from '#lang/group.ts'
import { message } from '#lang/message.ts'
import { afterTakeover, type Takeover } from '#scenarios/suppose.ts'
import { named, proofOf, titled } from '../proof-of.ts'
import { scenarioBlocks } from './scenario-blocks.ts'

/** What changes when a party comes under an owner elsewhere: nothing stops, and laws reach functions that they did not reach before. */
export function takeoverAnswer(subject: Subject, takeover: Takeover): Outcome {
  const after = afterTakeover(subject, takeover)
  const news = organisation(subject).functions.flatMap((one) => newReaches(subject, after, one.id))
  const byLaw = [...groupBy(news, (one) => `${one.reach.law}\n${one.reach.power}`)].map(([, list]) => list)
  const functions = new Set(news.map((one) => one.function))
  const rows = byLaw.map((list): Row => {
    const first = list[0] as New
    return {
      cells: [
        { text: named(after, first.reach.law) },
        { text: message(`power.${first.reach.power}`) },
        { list: list.map((one) => named(after, one.function)) },
        { text: message(list.every((one) => one.reach.contested) ? 'exposure.contested' : 'exposure.settled') },
      ],
      proof: proofOf(after, first.reach.road),
    }
  })
  const where = named(subject, `jurisdiction:${takeover.jurisdiction}`)
  return {
    status: 'answered',
    blocks: [
      {
        kind: 'text',
        role: 'headline',
        text: message('takeover.headline', { party: named(subject, takeover.party), where, count: functions.size, of: organisation(subject).functions.length }),
      },
      ...scenarioBlocks(subject.knowledge, takeover.scenario, titled(subject, takeover.party)),
      {
        kind: 'table',
        id: 'takeover-laws',
        title: message('takeover.laws'),
        columns: ['law', 'power', 'functions', 'reach'].map((column) => message(`takeover.column.${column}`)),
        rows: rows.toSorted((a, b) => countOf(b) - countOf(a)),
        empty: message('takeover.none'),
        primary: true,
      },
      { kind: 'text', role: 'method', text: message('takeover.method') },
    ],
  }
}

interface New {
  readonly function: ThingId
  readonly reach: LawReach
}

const countOf = (row: Row): number => row.cells.reduce((sum, cell) => sum + ('list' in cell ? cell.list.length : 0), 0)

/** Laws with powers that reach a function only afterwards, each power once. */
function newReaches(before: Subject, after: Subject, id: ThingId): readonly New[] {
  const known = new Set(exposureOf(before)(id).laws.map((one) => `${one.law} ${one.power}`))
  const fresh = exposureOf(after)(id).laws.filter((one) => !known.has(`${one.law} ${one.power}`))
  return [...new Map(fresh.map((reach) => [`${reach.law} ${reach.power}`, { function: id, reach }])).values()]
}
