import type { Knowledge, KnowledgeFault } from '#knowledge/knowledge.ts'
import { celRule, namesOfRule } from '#policy/cel.ts'
import { noTraits } from './traits.ts'

/** Rules of scenarios that cannot select anything: no CEL, a name that no thing has, or an answer that is neither true nor false. */
export const checkRules = (knowledge: Knowledge): readonly KnowledgeFault[] =>
  [...knowledge.scenarios].flatMap(([id, { strikes }]) => ruleFaults(strikes.when).map((message) => ({ path: `scenarios/${id}`, where: 'strikes.when', message })))

function ruleFaults(rule: string): readonly string[] {
  const names = namesIn(rule)
  if (names === undefined) return [`this is no rule in CEL: ${rule}`]
  const unknown = names.filter((name) => !Object.hasOwn(noTraits, name))
  if (unknown.length > 0) return unknown.map((name) => `no thing has a trait "${name}"; there are ${Object.keys(noTraits).join(', ')}`)
  return answers(rule) ? [] : [`this rule answers neither true nor false: ${rule}`]
}

function namesIn(rule: string): readonly string[] | undefined {
  try {
    return namesOfRule(rule)
  } catch {
    return undefined // the answer to the question: it names nothing, being no rule
  }
}

/** All traits are there for every thing, so a rule that works has an answer for any, whatever stands on either side of an "and". */
function answers(rule: string): boolean {
  const all = Object.fromEntries(Object.entries(noTraits).map(([name, value]) => [name, value === false ? true : value]))
  try {
    return [noTraits, all].every((traits) => celRule(rule)(traits) !== undefined)
  } catch {
    return false // it has a form and cannot be made ready, as for want of a function
  }
}
