import { registerTables } from '#analyses/index.ts'
import { criterionFacts, factPer } from '#facts/criteria.ts'
import type { Knowledge, KnowledgeFault } from '#knowledge/knowledge.ts'
import type { Criterion, Framework } from '#knowledge/schema-frameworks.ts'
import { celRule } from '#policy/cel.ts'

/** What of a framework only those can check who know the facts, the rules and the tables: that each is there, and that a criterion asks what its fact speaks of. */
export const checkCriteria = (knowledge: Knowledge): readonly KnowledgeFault[] =>
  [...knowledge.frameworks].flatMap(([id, framework]) => {
    const path = `frameworks/${id}`
    return [...framework.criteria.flatMap(faultsOf), ...tableFaults(framework)].map((fault) => ({ path, ...fault }))
  })

type Fault = Omit<KnowledgeFault, 'path'>

function faultsOf({ id, fact, per, rungs }: Criterion): readonly Fault[] {
  const broken = rungs.filter((rung) => rung.when !== undefined && !compiles(rung.when)).map((rung) => ({ where: id, message: `no rule in CEL: ${rung.when}` }))
  if (fact === undefined) return broken
  if (criterionFacts[fact] === undefined) return [...broken, { where: id, message: `there is no fact "${fact}"` }]
  return factPer(fact) === per ? broken : [...broken, { where: id, message: `the fact "${fact}" speaks of each ${factPer(fact)}, the criterion asks per ${per}` }]
}

const tableFaults = ({ tables }: Framework): readonly Fault[] =>
  tables.filter((one) => registerTables[one] === undefined).map((one) => ({ where: 'tables', message: `nobody makes a table "${one}"` }))

function compiles(rule: string): boolean {
  try {
    return typeof celRule(rule) === 'function'
  } catch {
    return false // the answer to the question is no
  }
}
