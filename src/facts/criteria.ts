import { isFilePlace, keyOf, kindOf, type Origin, type ThingId } from '#estate/claim.ts'
import { type Link, linksFrom } from '#estate/estate.ts'
import { saidList, saidNumber, saidText } from '#estate/said.ts'
import type { Criterion } from '#knowledge/schema-frameworks.ts'
import { once } from '#lang/once.ts'
import { agreementCriteria, registerCriteria } from './agreement-criteria.ts'
import { continuityCriteria } from './continuity-criteria.ts'
import type { CriterionFact, CriterionItem } from './criterion.ts'
import { dataCriteria, locationCriteria } from './data-criteria.ts'
import { isOurs } from './diagnostics.ts'
import { entityCriteria } from './entity-criteria.ts'
import { exposureOf } from './exposure.ts'
import { unitsOf } from './leaning.ts'
import { platformCriteria } from './platform-criteria.ts'
import { leansOnOf } from './reach.ts'
import { ringOf, rings } from './ring.ts'
import { billCriteria, softwareCriteria } from './software-criteria.ts'
import type { Subject } from './subject.ts'

/** Every fact that `data/frameworks` may name. */
export const criterionFacts: Readonly<Record<string, CriterionFact>> = {
  ...platformCriteria,
  ...entityCriteria,
  ...locationCriteria,
  ...softwareCriteria,
  ...agreementCriteria,
  ...dataCriteria,
  ...billCriteria,
  ...registerCriteria,
  ...continuityCriteria,
  'portability.tie-ins': tieIns,
  'portability.alternatives': alternatives,
  'people.residence': residence,
  'people.diagnostics': diagnosticsRing,
  'ai.operator': aiOperator,
  'ai.weights': aiWeights,
}

/** What a fact speaks of: the workload, each party behind it, or each service and product in it. A criterion has to be asked of the same. */
export const factPer = (fact: string): Criterion['per'] => (fact in entityCriteria ? 'entity' : fact in perPiece ? 'block' : 'subject')

const perPiece = { ...locationCriteria, ...softwareCriteria, ...agreementCriteria }

const placesOf = (subject: Subject, id: ThingId): readonly Origin[] => (subject.estate.things.get(id)?.claims ?? []).flatMap((claim) => claim.at.filter(isFilePlace)).slice(0, 3)

/** How many closed services a workload is tied to. Types that nobody knows may be tied too: they count at the high end. */
function tieIns(subject: Subject, workload: ThingId): readonly CriterionItem[] {
  const services = [...leansOnOf(subject)(workload)].filter((id) => kindOf(id) === 'service')
  if (services.length === 0 && unitsOf(subject, workload).length === 0) return [{ about: workload, values: 'unknown', at: [] }]
  const known = services.flatMap((id) => subject.knowledge.services.get(keyOf(id)) ?? [])
  const tied = known.filter((one) => one.portability?.class === 'proprietary').length
  const open = services.filter((id) => !linksFrom(subject.estate, id, 'same-as').length).length - known.filter((one) => one.portability !== undefined).length
  return [{ about: workload, values: open > 0 ? [tied, tied + open] : [tied], at: placesOf(subject, workload) }]
}

/** Whether what a workload needs from others has a stated alternative: every need a group of which one may fall away. */
function alternatives(subject: Subject, workload: ThingId): readonly CriterionItem[] {
  const needs = linksFrom(subject.estate, workload, 'needs')
  if (needs.length === 0) return [{ about: workload, values: 'unknown', at: placesOf(subject, workload) }]
  const redundant = needs.every((link) => {
    const keep = saidNumber(subject.estate.things.get(link.to), 'at-least')
    return keep !== undefined && keep < linksFrom(subject.estate, link.to, 'needs').length
  })
  return [{ about: workload, values: [redundant], at: placesOf(subject, workload) }]
}

/** Where the people of the supporting team live: the farthest place of residence that is stated for any of them. */
function residence(subject: Subject, workload: ThingId): readonly CriterionItem[] {
  const teams = linksFrom(subject.estate, workload, 'supported-by').filter((link) => kindOf(link.to) === 'team')
  if (teams.length === 0) return [{ about: workload, values: 'unknown', at: placesOf(subject, workload) }]
  return teams.map((link) => {
    const stated = saidList(subject.estate.things.get(link.to), 'predicates').filter((text) => /(^|[,; ])(main-)?residence[=:]/.test(text))
    const countries = stated.flatMap((text) => /residence[=:]\s*([A-Za-z]{2})/.exec(text)?.[1]?.toLowerCase() ?? [])
    const found = countries.flatMap((country) => ringOf(subject, country) ?? [])
    const values = found.length === 0 || found.length < countries.length ? ('unknown' as const) : [rings[Math.max(...found.map((ring) => rings.indexOf(ring)))] ?? 'other']
    return { about: link.to, values, at: placesOf(subject, link.to) }
  })
}

/** Under whose law diagnostic data comes to lie: for each destination the farthest ring of the parties behind it. */
function diagnosticsRing(subject: Subject, workload: ThingId): readonly CriterionItem[] {
  const links = [workload, ...unitsOf(subject, workload)]
    .flatMap((id) => linksFrom(subject.estate, id, 'reports-to'))
    .filter((link) => link.state === 'active' && !isOurs(subject, link.to))
  const teams = linksFrom(subject.estate, workload, 'supported-by').flatMap((link) => saidText(subject.estate.things.get(link.to), 'diagnostics-to') ?? [])
  if (links.length === 0 && teams.length === 0) return [{ about: workload, values: 'unknown', at: placesOf(subject, workload) }]
  return links.map((link) => ({ about: link.to, values: farthest(subject, link.to), at: link.claims.flatMap((claim) => claim.at.filter(isFilePlace)).slice(0, 3) }))
}

/**
 * The farthest ring among the jurisdictions that surely reach a thing while it runs; with any doubt, every ring from there on is
 * possible. From where its software once came does not count.
 */
function farthest(subject: Subject, id: ThingId): readonly string[] | 'unknown' {
  if (kindOf(id) === 'jurisdiction') return [ringOf(subject, keyOf(id)) ?? 'other']
  const found = exposureOf(subject)(id).jurisdictions.filter((one) => one.phase === 'run' || one.phase === 'monitor')
  const known = found.map((one) => ({ ring: ringOf(subject, keyOf(one.to)), contested: one.contested }))
  if (known.length === 0 || known.some((one) => one.ring === undefined)) return 'unknown'
  const worst = (list: typeof known): number => Math.max(0, ...list.map((one) => rings.indexOf(one.ring ?? 'other')))
  const sure = worst(known.filter((one) => !one.contested))
  const most = worst(known)
  return rings.slice(sure, most + 1)
}

/** What a workload uses of AI: endpoints that it calls, models that it names, and parts of its own that run models. */
interface AiUse {
  readonly calls: readonly Link[]
  readonly models: readonly Link[]
  readonly engines: readonly ThingId[]
}

const aiLinks = once((subject: Subject) => subject.estate.links.filter((link) => (link.role === 'ai-endpoint' || link.role === 'ai-model') && link.state === 'active'))

function aiOf(subject: Subject, workload: ThingId): AiUse {
  const within = leansOnOf(subject)(workload)
  const links = aiLinks(subject).filter((link) => within.has(link.from))
  const isEngine = (id: ThingId): boolean => kindOf(id) === 'platform' && subject.knowledge.platforms.get(keyOf(id))?.kind === 'ai'
  const engines = [...within].filter((id) => kindOf(id) === 'unit' && partsWithin(subject, id).some(isEngine))
  return { calls: links.filter((link) => link.role === 'ai-endpoint'), models: links.filter((link) => link.role === 'ai-model'), engines }
}

/** What a unit holds, and what the images that it starts hold. */
function partsWithin({ estate }: Subject, unit: ThingId): readonly ThingId[] {
  const held = linksFrom(estate, unit, 'contains', 'image').map((link) => link.to)
  return [...held, ...held.flatMap((id) => linksFrom(estate, id, 'contains').map((link) => link.to))]
}

const linkPlaces = (link: Link): readonly Origin[] => link.claims.flatMap((claim) => claim.at.filter(isFilePlace)).slice(0, 3)

/** Who runs the models a workload calls, and where its own run. Without any sign of AI the criterion does not apply. */
function aiOperator(subject: Subject, workload: ThingId): readonly CriterionItem[] {
  const { calls, models, engines } = aiOf(subject, workload)
  const called = calls.map((link): CriterionItem => ({ about: link.to, values: farthest(subject, link.to), at: linkPlaces(link) }))
  const own = engines.map((id): CriterionItem => ({ about: id, values: farthest(subject, id), at: placesOf(subject, id) }))
  const all = [...called, ...own]
  return all.length === 0 && models.length > 0 ? [{ about: workload, values: 'unknown', at: placesOf(subject, workload) }] : all
}

/** Whether the weights of the models in use can be had. */
function aiWeights(subject: Subject, workload: ThingId): readonly CriterionItem[] {
  const { calls, models, engines } = aiOf(subject, workload)
  if (models.length === 0) return calls.length + engines.length === 0 ? [] : [{ about: workload, values: 'unknown', at: placesOf(subject, workload) }]
  return models.map((link): CriterionItem => {
    const twins = [link.to, ...linksFrom(subject.estate, link.to, 'same-as').map((twin) => twin.to)]
    const model = twins.map((id) => (kindOf(id) === 'model' ? subject.knowledge.models.get(keyOf(id)) : undefined)).find((known) => known !== undefined)
    return { about: link.to, values: model === undefined ? 'unknown' : [model.weightsOpen], at: linkPlaces(link) }
  })
}

/** The targets a workload states for itself, by pillar. */
export const statedTarget = (subject: Subject, id: ThingId, pillar: string): number | undefined =>
  saidNumber(subject.estate.things.get(id), `target-${pillar}` as 'target-platform')
