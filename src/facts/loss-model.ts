import type { ThingId } from '#estate/claim.ts'
import type { ItemPart, JointPart, ModelParts, SourcePart, StrikePart } from '#kernels/loss/model-of.ts'
import { log } from '#kernels/maths/log.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import { groupBy } from '#lang/group.ts'
import type { Interval } from '#lang/interval.ts'
import { costsOf, type Reading } from './cost-curve.ts'
import { agreedNotice, exitOf, takeOverOf } from './endings.ts'
import { eventLumps } from './event-lumps.ts'
import { type Harm, harmOf, type JointHarm } from './harm.ts'
import { type Lump, lumpsOf } from './lumps.ts'
import { type BusinessFunction, organisation } from './organisation.ts'
import { type Inputs, noInputs, pricedCurve } from './priced-curve.ts'
import type { Source } from './source.ts'
import { logsOf } from './span.ts'
import type { Subject } from './subject.ts'

/** The scales that losses are counted on, and that are never added up. */
const scales = ['money', 'people', 'duties'] as const

/**
 * The estate as a model of yearly losses, in one reading of what is not known. Sources of the kernel are ours, each twice where it may be lasting: once for the
 * events that end by themselves, and once for those that end only when somebody has left.
 */
export interface LossModelOf {
  readonly parts: ModelParts
  /** For each source of the kernel: which of ours. */
  readonly sourceAt: readonly number[]
  /** For each item of the kernel: the function, contract or dataset that bears the loss. */
  readonly items: readonly ThingId[]
}

const hoursPerDay = 24

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
  const events = eventLumps(subject, outages, harms, (scenario, { via }) => ({ notice: noticeOf(subject, scenario, via), exit: hoursToLeave(exitOf(subject, via).hours) }))
  return { sources: all, harms, joint, lumps: [...moved, ...events] }
}

/** The model of one reading: the better takes every doubt at the end that costs less. */
export function lossModelOf(subject: Subject, losses: Losses, reading: Reading): LossModelOf {
  const { functions } = organisation(subject)
  const items = [...new Set([...functions.map((one) => one.id), ...losses.lumps.map((one) => one.on)])]
  const itemAt = new Map(items.map((id, at) => [id, at]))
  const groups = [...new Set(losses.sources.flatMap((one) => scenarioOf(subject, one).together?.group ?? []))].sort()
  const streams = streamsOf(
    losses.sources.map((one) => one.id),
    2 ** 23,
  )
  // What is not known of a scenario's frequency is the same for all that it may befall.
  const rateStreams = streamsOf([...new Set(losses.sources.map((one) => one.scenario))], 2 ** 24)
  const bySource = groupBy(losses.harms, (one) => one.source)
  const kernel: { readonly of: number; readonly part: SourcePart }[] = losses.sources.flatMap((source, of) => {
    const scenario = scenarioOf(subject, source)
    const strikes = (bySource.get(of) ?? []).flatMap((harm) => strikeOf(subject, harm, { scenario, reading, item: itemAt.get(harm.function) as number }))
    const lumps = losses.lumps
      .filter((one) => one.source === of)
      .map((one) => ({ item: itemAt.get(one.on) as number, chance: one.chance[lessOf(reading)], mu: one.cents.mu, sigma: one.cents.sigma }))
    return lastingAndNot(scenario, reading).flatMap((split, at) =>
      split.share === 0 || strikes.length + lumps.length === 0
        ? []
        : [
            {
              of,
              part: {
                ...rateOf(scenario, split.share),
                duration: split.duration,
                stream: (streams.get(source.id) as number) * 2 + at,
                rateStream: rateStreams.get(source.scenario) as number,
                group: groups.indexOf(scenario.together?.group ?? ''),
                strikes,
                lumps,
              },
            },
          ],
    )
  })
  const shapes = groups.map((group) => losses.sources.map((one) => scenarioOf(subject, one).together).find((one) => one?.group === group)?.shape ?? 1)
  const inputs = noInputs()
  const functionItems = functions.map((one) => itemOf(subject, one, { reading, inputs }))
  const inputStreams = streamsOf(inputs.keys, 2 ** 24)
  const parts: ModelParts = {
    scales: scales.length,
    groups: shapes,
    sources: kernel.map((one) => one.part),
    joints: losses.joint.flatMap((one) => jointsOf(subject, one, { reading, kernel, item: itemAt.get(one.function) as number, losses })),
    inputs: inputs.keys.map((key, at) => ({ ...(inputs.parts[at] as Inputs['parts'][number]), stream: inputStreams.get(key) as number })),
    items: [...functionItems, ...items.slice(functions.length).map(() => ({}))],
  }
  return { parts, sourceAt: kernel.map((one) => one.of), items }
}

/** Which end of an interval of something bad a reading takes. */
const lessOf = (reading: Reading): 'low' | 'high' => (reading === 'worst' ? 'high' : 'low')

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

function rateOf(scenario: Scenario, share: number): { readonly rate: number; readonly rateSigma: number } {
  const logs = logsOf(scenario.perYear)
  return { rate: (logs === undefined ? 0 : Math.sqrt(scenario.perYear.low * scenario.perYear.high)) * share, rateSigma: logs?.sigma ?? 0 }
}

interface Split {
  readonly share: number
  readonly duration: NonNullable<SourcePart['duration']>
}

function lastingAndNot({ hours, lasting, effect }: Scenario, reading: Reading): readonly Split[] {
  if (effect !== 'outage') return [{ share: 1, duration: ['constant', 0] }]
  const share = lasting[lessOf(reading)]
  const logs = hours && logsOf(hours)
  return [
    { share: logs === undefined ? 0 : 1 - share, duration: ['lognormal', logs?.mu ?? 0, logs?.sigma ?? 0] },
    { share: logs === undefined ? 1 : share, duration: ['endless'] },
  ]
}

/** What the source does to the function; nothing in the better reading where it is contested that it comes to that. */
function strikeOf(subject: Subject, harm: Harm, at: { readonly scenario: Scenario; readonly reading: Reading; readonly item: number }): readonly StrikePart[] {
  const { scenario, reading, item } = at
  const grace = reading === 'worst' ? harm.hours.low : harm.hours.high
  if (grace === Number.POSITIVE_INFINITY || !harm.inUse[reading]) return []
  const exit = hoursToLeave(exitOf(subject, harm.via).hours)
  const notice = noticeOf(subject, scenario, harm.via)
  const takeOver = harm.covered ? takeOverOf(subject, harm.via) : undefined
  const failOver = takeOver && hoursToLeave(takeOver.hours)
  return [
    {
      item,
      chance: scenario.reach[lessOf(reading)],
      notice: [notice.low, notice.high],
      delay: [grace + notice.low, grace + notice.high],
      ...(exit ? { exit } : {}),
      ...(takeOver && failOver ? { failOver: { chance: takeOver.chance[reading === 'worst' ? 'low' : 'high'], ...failOver } } : {}),
    },
  ]
}

/** How long it takes to be elsewhere. What takes no time at all takes a second. */
const hoursToLeave = (hours: Interval) => (hours.high === 0 ? { mu: log(1 / 3600), sigma: 0 } : logsOf(hours))

/** Hours between being told and being hit. Where a scenario gives notice at all, whoever agreed on a longer one has that. */
function noticeOf(subject: Subject, { noticeDays }: Scenario, via: readonly ThingId[]): Interval {
  const [low, high] = [noticeDays.low * hoursPerDay, noticeDays.high * hoursPerDay]
  const agreed = noticeDays.low === 0 ? 0 : agreedNotice(subject, via)
  return { low: Math.max(low, agreed), high: Math.max(high, agreed) }
}

interface JointAt {
  readonly reading: Reading
  readonly kernel: readonly { readonly of: number }[]
  readonly item: number
  readonly losses: Losses
}

/** Each pair once for every combination of ending by themselves and not. */
function jointsOf(subject: Subject, joint: JointHarm, { reading, kernel, item, losses }: JointAt): readonly JointPart[] {
  const grace = reading === 'worst' ? joint.hours.low : joint.hours.high
  if (grace === Number.POSITIVE_INFINITY) return []
  const exit = hoursToLeave(exitOf(subject, []).hours)
  const members = (source: number) =>
    kernel.flatMap((one, at) => {
      const { noticeDays, reach } = scenarioOf(subject, losses.sources[source] as Source)
      const notice = [noticeDays.low * hoursPerDay, noticeDays.high * hoursPerDay] as const
      const delay = [grace + notice[0], grace + notice[1]] as const
      return one.of === source ? [{ source: at, chance: reach[lessOf(reading)], notice, delay }] : []
    })
  return members(joint.sources[0]).flatMap((one) => members(joint.sources[1]).map((other) => ({ item, least: 2, members: [one, other], ...(exit ? { exit } : {}) })))
}

/** A function as an item: longer than its tolerable time and what work by hand carries is a breach. */
function itemOf(subject: Subject, one: BusinessFunction, { reading, inputs }: { readonly reading: Reading; readonly inputs: Inputs }): ItemPart {
  const end = (interval: Interval): number => (reading === 'worst' ? interval.low : interval.high)
  const costs = costsOf(subject, one, reading)
  return { limit: end(one.mtpdHours) + end(one.fallbackHours), curves: scales.map((scale) => pricedCurve(costs[scale], inputs)) }
}
