import { checkDates } from './check-dates.ts'
import { checkFrameworks } from './check-frameworks.ts'
import { checkParties } from './check-parties.ts'
import { checkPlaces } from './check-places.ts'
import { checkPlatforms } from './check-platforms.ts'
import { checkScenarios } from './check-scenarios.ts'
import type { Knowledge, KnowledgeFault } from './knowledge.ts'

/** References between files of knowledge that lead nowhere, rules that cannot work, parties, places, platforms, frameworks and scenarios that cannot be so, and dates out of order. */
export function checkKnowledge(knowledge: Knowledge): readonly KnowledgeFault[] {
  const faults: KnowledgeFault[] = []
  const fault = (path: string, where: string, message: string): void => void faults.push({ path, where, message })
  const needs = (path: string, where: string, map: ReadonlyMap<string, unknown>, id: string | undefined): void => {
    if (id !== undefined && !map.has(id)) fault(path, where, `"${id}" is not in the knowledge base`)
  }
  for (const [id, one] of knowledge.jurisdictions) {
    needs(`jurisdictions/${id}`, 'of', knowledge.jurisdictions, one.of)
    for (const union of one.memberOf) needs(`jurisdictions/${id}`, 'memberOf', knowledge.jurisdictions, union)
  }
  for (const [id, one] of knowledge.laws) {
    needs(`laws/${id}`, 'jurisdiction', knowledge.jurisdictions, one.jurisdiction)
    for (const home of one.aimed?.jurisdictions ?? []) needs(`laws/${id}`, 'aimed', knowledge.jurisdictions, home)
    for (const clash of one.clashes) needs(`laws/${id}`, 'clashes', knowledge.laws, clash.with)
  }
  for (const [id, one] of knowledge.parties) {
    needs(`parties/${id}`, 'seat', knowledge.jurisdictions, one.seat)
    for (const parent of one.parents) needs(`parties/${id}`, 'parents', knowledge.parties, parent.party)
  }
  for (const [id, one] of knowledge.places) {
    needs(`places/${id}`, 'party', knowledge.parties, one.party)
    for (const [code, region] of Object.entries(one.regions)) {
      needs(`places/${id}`, code, knowledge.jurisdictions, region.country)
      needs(`places/${id}`, code, knowledge.parties, region.operator)
    }
  }
  for (const [id, one] of knowledge.services) needs(`services/${id}`, 'operator', knowledge.parties, one.operator)
  for (const [id, one] of knowledge.models) needs(`models/${id}`, 'developer', knowledge.parties, one.developer)
  for (const [id, one] of knowledge.platforms) {
    needs(`platforms/${id}`, 'vendor', knowledge.parties, one.vendor)
    needs(`platforms/${id}`, 'steward', knowledge.parties, one.steward)
    for (const tier of one.tiers) needs(`platforms/${id}`, 'tiers', knowledge.parties, tier.by)
    for (const up of one.upstream) needs(`platforms/${id}`, 'upstream', knowledge.parties, up.party)
  }
  return [
    ...faults,
    ...checkParties(knowledge),
    ...checkPlaces(knowledge),
    ...checkPlatforms(knowledge),
    ...checkDates(knowledge),
    ...checkFrameworks(knowledge),
    ...checkScenarios(knowledge),
    ...ruleFaults(knowledge),
  ]
}

function ruleFaults(knowledge: Knowledge): readonly KnowledgeFault[] {
  const entries = [
    ...[...knowledge.parties].map(([id, one]) => [`parties/${id}`, one.foundBy] as const),
    ...[...knowledge.services].map(([id, one]) => [`services/${id}`, one.foundBy] as const),
    ...[...knowledge.platforms].map(([id, one]) => [`platforms/${id}`, one.foundBy] as const),
    ...[...knowledge.models].map(([id, one]) => [`models/${id}`, one.foundBy] as const),
    ...[...knowledge.signals].map(([id, one]) => [`signals/${id}`, one.foundBy] as const),
  ]
  return entries.flatMap(([path, rules]) =>
    rules.flatMap((rule) => {
      const texts = [rule.is, rule.starts, rule.ends, rule.matches].filter((one) => one !== undefined)
      const empty = texts.length === 0 ? [{ path, where: 'foundBy', message: 'one of is, starts, ends, matches is needed' }] : []
      const broken = [...(rule.matches ?? []), ...(rule.withValue === undefined ? [] : [rule.withValue])].filter((text) => !compiles(text))
      return [...empty, ...broken.map((text) => ({ path, where: 'foundBy', message: `no regular expression: ${text}` }))]
    }),
  )
}

function compiles(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp
  } catch {
    return false // the answer to the question is no
  }
}
