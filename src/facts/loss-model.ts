import type { ThingId } from '#estate/claim.ts'
import type { ItemPart, JointPart, ModelParts, SourcePart, StrikePart } from '#kernels/loss/model-of.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import { groupBy } from '#lang/group.ts'
import type { Interval } from '#lang/interval.ts'
import { costsOf, type Reading } from './cost-curve.ts'
import { exitOf } from './endings.ts'
import { eventLumps } from './event-lumps.ts'
import { type Harm, harmOf, type JointHarm } from './harm.ts'
import { type Lump, lumpsOf } from './lumps.ts'
import { hoursToLeave, noticeOf } from './notice.ts'
import { type BusinessFunction, organisation } from './organisation.ts'
import { type Inputs, noInputs, placeOf, pricedCurve } from './priced-curve.ts'
import type { Source } from './source.ts'
import { logsOf } from './span.ts'
import { struckOutage } from './struck-outage.ts'
import type { Subject } from './subject.ts'
import { distributionOf } from './uncertain.ts'

/** The scales that losses are counted on, and that are never added up. */
const scales = ['money', 'people', 'duties'] as const

/**
 * The estate as a model of yearly losses, in one reading of what is so. Sources of the kernel are those of ours that cost anything.
 */
export interface LossModelOf {
  readonly parts: ModelParts
  /** For each source of the kernel: which of ours. */
  readonly sourceAt: readonly number[]
  /** For each item of the kernel: the function, contract or dataset that bears the loss. */
  readonly items: readonly ThingId[]
}

/** Enough that the error of a share is known to within an eighth of itself. */
const batchesOfModel = 32

/** What may happen, as the readings of it see it; worked out once for both. */
export interface Losses {
  readonly sources: readonly Source[]
  readonly harms: readonly Harm[]
  readonly joint: readonly JointHarm[]
  readonly lumps: readonly Lump[]
}

export function lossesOf(subject: Subject, sources: readonly Source[]): Losses {
  const effect = (source: Source) => subject.knowledge.scenarios.get(source.scenario)?.effect
  const outages = sources.filter((one) => effect(one) === 'outage')
  const others = sources.filter((one) => effect(one) === 'price' || effect(one) === 'disclosure')
  const lumps = lumpsOf(subject, others)
  const all = [...outages, ...others.filter((_, at) => lumps.some((one) => one.source === at))]
  const places = new Map(all.map((one, at) => [one.id, at]))
  const moved = lumps.map((one) => ({ ...one, source: places.get((others[one.source] as Source).id) ?? 0 }))
  const { harms, joint } = harmOf(subject, outages)
  const events = eventLumps(subject, outages, harms)
  return { sources: all, harms, joint, lumps: [...moved, ...events] }
}

/** The model of one reading: the better takes every doubt about what is so at the end that costs less. What may be, with which chance, is drawn in both alike. */
export function lossModelOf(subject: Subject, losses: Losses, reading: Reading): LossModelOf {
  const { functions } = organisation(subject)
  const items = [...new Set([...functions.map((one) => one.id), ...losses.lumps.map((one) => one.on)])]
  const itemAt = new Map(items.map((id, at) => [id, at]))
  const groups = [...new Set(losses.sources.flatMap((one) => scenarioOf(subject, one).together?.group ?? []))].sort()
  const streams = streamsOf(
    losses.sources.map((one) => one.id),
    2 ** 24,
  )
  // What is not known of a scenario's frequency is the same for all that it may befall.
  const rateStreams = streamsOf([...new Set(losses.sources.map((one) => one.scenario))], 2 ** 24)
  const bySource = groupBy(losses.harms, (one) => one.source)
  const inJoint = new Set(losses.joint.flatMap((one) => one.sources))
  const inputs = noInputs()
  const kernel: { readonly of: number; readonly part: SourcePart }[] = losses.sources.flatMap((source, of) => {
    const scenario = scenarioOf(subject, source)
    const about = { scenario, of: source.scenario, reading, inputs }
    const strikes = (bySource.get(of) ?? []).flatMap((harm) => strikeOf(subject, harm, { ...about, item: itemAt.get(harm.function) as number }))
    const lumps = losses.lumps
      .filter((one) => one.source === of)
      .map((one) => ({ item: itemAt.get(one.on) as number, ...lumpChance(one, reading, inputs), mu: one.cents.mu, sigma: one.cents.sigma }))
    if (strikes.length + lumps.length === 0 && !inJoint.has(of)) return []
    const part: SourcePart = {
      ...rateOf(about),
      ...durationOf(about),
      stream: streams.get(source.id) as number,
      rateStream: rateStreams.get(source.scenario) as number,
      group: groups.indexOf(scenario.together?.group ?? ''),
      strikes,
      lumps,
    }
    return [{ of, part }]
  })
  const shapes = groups.map((group) => losses.sources.map((one) => scenarioOf(subject, one).together).find((one) => one?.group === group)?.shape ?? 1)
  const kernelAt = new Map(kernel.map((one, at) => [one.of, at]))
  const ways = new Map(losses.harms.map((one) => [`${one.source} ${one.function}`, one.via]))
  const joints = losses.joint.flatMap((one) => jointsOf(subject, one, { reading, kernelAt, ways, item: itemAt.get(one.function) as number, losses }))
  const functionItems = functions.map((one) => itemOf(subject, one, { reading, inputs }))
  const inputStreams = streamsOf(inputs.keys, 2 ** 24)
  const parts: ModelParts = {
    scales: scales.length,
    batches: batchesOfModel,
    groups: shapes,
    sources: kernel.map((one) => one.part),
    joints,
    inputs: inputs.keys.map((key, at) => ({ ...(inputs.parts[at] as Inputs['parts'][number]), stream: inputStreams.get(key) as number })),
    items: [...functionItems, ...items.slice(functions.length).map(() => ({}))],
  }
  return { parts, sourceAt: kernel.map((one) => one.of), items }
}

function scenarioOf(subject: Subject, source: Source): Scenario {
  const scenario = subject.knowledge.scenarios.get(source.scenario)
  if (scenario === undefined) throw new Error(`broken promise inside Deltaplan: a source of the unknown scenario "${source.scenario}"`)
  return scenario
}

/** Random numbers hang on what something is and not on where it stands, so that they stay when others come and go. @param count how many streams there are */
function streamsOf(ids: readonly string[], count: number): ReadonlyMap<string, number> {
  const taken = new Set<number>()
  const streams = new Map<string, number>()
  for (const id of ids.toSorted()) {
    let hash = 0x811c9dc5
    for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 0x01000193) >>> 0
    let stream = Math.floor((hash / 2 ** 32) * count)
    while (taken.has(stream)) stream = (stream + 1) % count
    taken.add(stream)
    streams.set(id, stream)
  }
  return streams
}

/** What a source is a case of, and where what is not known of it is gathered. */
interface Of {
  readonly scenario: Scenario
  /** The scenario's id. */
  readonly of: string
  readonly reading: Reading
  readonly inputs: Inputs
}

/**
 * How often it comes to us: of all that an outage reaches, we are one, whatever of ours leans on it. So whom it does not reach it does not reach at all, and the functions that lean on one thing are
 * hit together.
 */
function rateOf({ scenario, of, inputs }: Of): Pick<SourcePart, 'rate' | 'rateSigma' | 'rateInput'> {
  const { perYear, reach, effect } = scenario
  const logs = logsOf(perYear)
  const { chance, chanceInput } = effect === 'outage' ? chanceIn(reach, `reach ${of}`, inputs) : { chance: 1 }
  return {
    rate: logs === undefined ? 0 : Math.sqrt(perYear.low * perYear.high) * chance,
    rateSigma: logs?.sigma ?? 0,
    ...(chanceInput === undefined ? {} : { rateInput: chanceInput }),
  }
}

/** An event ends by itself, or, with the chance that it is lasting, only when somebody has left. */
function durationOf({ scenario: { hours, lasting, effect }, of, inputs }: Of): Pick<SourcePart, 'duration' | 'endless' | 'endlessInput'> {
  if (effect !== 'outage') return { duration: ['constant', 0] }
  const logs = hours && logsOf(hours)
  if (logs === undefined) return { duration: ['endless'] }
  const { chance, chanceInput } = chanceIn(lasting, `lasting ${of}`, inputs)
  return { duration: ['lognormal', logs.mu, logs.sigma], endless: chance, ...(chanceInput === undefined ? {} : { endlessInput: chanceInput }) }
}

/** A share that is believed to lie in an interval, as an uncertain number; or as what it is where that is known. */
function chanceIn(interval: Interval, key: string, inputs: Inputs): { readonly chance: number; readonly chanceInput?: number } {
  const distribution = distributionOf(interval)
  if (distribution === undefined || distribution.family === 'constant') return { chance: interval.high }
  return { chance: 1, chanceInput: placeOf({ key, distribution, most: 1 }, inputs) }
}

/** The chance of an amount at once: what the reading makes of it, times what is believed of it. */
function lumpChance({ chance, belief }: Lump, reading: Reading, inputs: Inputs): { readonly chance: number; readonly chanceInput?: number } {
  if (belief === undefined) return { chance: chance[reading] }
  const { distribution } = belief
  if (distribution.family === 'constant') return { chance: Math.min(1, chance[reading] * distribution.value) }
  return { chance: chance[reading], chanceInput: placeOf({ key: belief.key, distribution, most: 1 }, inputs) }
}

/** What the source does to the function. */
function strikeOf(subject: Subject, harm: Harm, { scenario, reading, item, inputs }: Of & { readonly item: number }): readonly StrikePart[] {
  const outage = struckOutage(subject, scenario, harm, reading)
  if (outage === undefined) return []
  const { notice, grace, exit, takeOver } = outage
  return [
    {
      item,
      notice: [notice.low, notice.high],
      delay: [grace + notice.low, grace + notice.high],
      ...(exit ? { exit } : {}),
      ...(takeOver ? { failOver: { ...chanceIn(takeOver.chance, `takes over ${takeOver.chance.low} ${takeOver.chance.high}`, inputs), ...takeOver.time } } : {}),
    },
  ]
}

interface JointAt {
  readonly reading: Reading
  /** Of our sources, which of the kernel's. */
  readonly kernelAt: ReadonlyMap<number, number>
  /** By source and function, what lies between. */
  readonly ways: ReadonlyMap<string, readonly ThingId[]>
  readonly item: number
  readonly losses: Losses
}

function jointsOf(subject: Subject, joint: JointHarm, { reading, kernelAt, ways, item, losses }: JointAt): readonly JointPart[] {
  const grace = reading === 'worst' ? joint.hours.low : joint.hours.high
  if (grace === Number.POSITIVE_INFINITY) return []
  const members = joint.sources.flatMap((of) => {
    const source = kernelAt.get(of)
    if (source === undefined) return []
    const scenario = scenarioOf(subject, losses.sources[of] as Source)
    const via = ways.get(`${of} ${joint.function}`) ?? []
    const [notice, exit] = [noticeOf(subject, scenario, via), hoursToLeave(exitOf(subject, via).hours)]
    const times = { notice: [notice.low, notice.high], delay: [grace + notice.low, grace + notice.high] } as const
    return [{ source, ...times, ...(exit ? { exit } : {}) }]
  })
  return members.length < joint.sources.length ? [] : [{ item, least: 2, members }]
}

/** A function as an item: longer than its tolerable time and what work by hand carries is a breach. */
function itemOf(subject: Subject, one: BusinessFunction, { reading, inputs }: { readonly reading: Reading; readonly inputs: Inputs }): ItemPart {
  const end = (interval: Interval): number => (reading === 'worst' ? interval.low : interval.high)
  const costs = costsOf(subject, one, reading)
  return { limit: end(one.mtpdHours) + end(one.fallbackHours), curves: scales.map((scale) => pricedCurve(costs[scale], inputs)) }
}
