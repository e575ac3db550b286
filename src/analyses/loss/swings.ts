import { kindOf, type ThingId } from '#estate/claim.ts'
import { costsOf } from '#facts/cost-curve.ts'
import { costSpread, hoursOfDay } from '#facts/cost-spread.ts'
import type { Losses } from '#facts/loss-model.ts'
import { organisation } from '#facts/organisation.ts'
import type { Source } from '#facts/source.ts'
import { logsOf } from '#facts/span.ts'
import { struckOutage } from '#facts/struck-outage.ts'
import type { Subject } from '#facts/subject.ts'
import { noProof, type Proof } from '#findings/evidence.ts'
import { exp } from '#kernels/maths/exp.ts'
import { groupBy } from '#lang/group.ts'
import { type Message, message } from '#lang/message.ts'
import { named } from '../proof-of.ts'
import { endsOfMean, endsOfShare, type Factors, type OutageInput, outageSwings, z95 } from './outage-swings.ts'
import { scenarioProof, titleOf } from './parts.ts'
import type { Cell } from './shares.ts'

/** One assumption: by how many euros the average year moves when it is set to the low and to the high end of what is believed of it, everything else as it was. */
export interface Swing {
  readonly label: Message
  readonly basis: Message
  readonly proof: Proof
  readonly low: number
  readonly high: number
}

/** Assumptions under one name, as they come together. */
type Sums = Map<string, { readonly about: Pick<Swing, 'label' | 'basis' | 'proof'>; low: number; high: number }>

/**
 * Every assumption that is an interval, in the worse reading. The average year is a sum over causes, and each of them moves by a factor that is known in closed form: in proportion to how often
 * a scenario comes and how many it reaches, to what an hour and an amount cost; and with how long an outage lasts. So no year has to be run again. Of pairs, only what they are in proportion to counts: how often, and whom.
 *
 * @param cells the causes in the worse reading
 */
export function swingsOf(subject: Subject, losses: Losses, cells: readonly Cell[]): readonly Swing[] {
  const sums: Sums = new Map()
  const add = (key: string, about: () => Pick<Swing, 'label' | 'basis' | 'proof'>, euros: number, factors: Factors): void => {
    const sum = sums.get(key) ?? { about: about(), low: 0, high: 0 }
    sum.low += euros * (factors.low - 1)
    sum.high += euros * (factors.high - 1)
    sums.set(key, sum)
  }
  rates(subject, cells, add)
  outages(subject, losses, cells, add)
  functionCosts(subject, cells, add)
  amounts(subject, losses, cells, add)
  return [...sums.values()].map(({ about, low, high }) => ({ ...about, low, high }))
}

type Add = (key: string, about: () => Pick<Swing, 'label' | 'basis' | 'proof'>, euros: number, factors: Factors) => void

const ofScenario = (subject: Subject, id: string, input: string, basis: Message): Pick<Swing, 'label' | 'basis' | 'proof'> => ({
  label: message(`loss.input.${input}`, { scenario: titleOf(subject, id) }),
  basis,
  proof: scenarioProof(subject, id),
})

/** How often a scenario comes, and how many it reaches: every cause is in proportion to both, and a pair to those of either, twice where both are of one scenario. */
function rates(subject: Subject, cells: readonly Cell[], add: Add): void {
  for (const { source, beside, by, perYear } of cells) {
    for (const [id, list] of groupBy([source, ...beside], (one) => one.scenario)) {
      const scenario = subject.knowledge.scenarios.get(id)
      if (scenario === undefined) continue
      const sigma = logsOf(scenario.perYear)?.sigma
      if (sigma) add(`rate ${id}`, () => ofScenario(subject, id, 'rate', message(`loss.basis.${scenario.frequency.basis}`)), perYear, endsOfMean(sigma, list.length))
      const reach = by === 'lump' && scenario.effect !== 'outage' ? undefined : endsOfShare(scenario.reach, list.length)
      if (reach !== undefined) add(`reach ${id}`, () => ofScenario(subject, id, 'reach', message('loss.basis.scenario')), perYear, reach)
    }
  }
}

/** Those that every outage has in common: leaving and taking over are done by the same people, whatever was lost. */
const common: readonly OutageInput[] = ['exit', 'takes-over', 'take-over-time']

function outages(subject: Subject, losses: Losses, cells: readonly Cell[], add: Add): void {
  const at = new Map(losses.sources.map((one, index) => [one.id, index]))
  const harms = new Map(losses.harms.map((harm) => [`${harm.source} ${harm.function}`, harm]))
  const curves = new Map(organisation(subject).functions.map((one) => [one.id, costsOf(subject, one, 'worst').money]))
  for (const { source, item, by, perYear } of cells) {
    const scenario = subject.knowledge.scenarios.get(source.scenario)
    const harm = harms.get(`${at.get(source.id)} ${item}`)
    const curve = curves.get(item)
    const outage = by === 'strike' && scenario && harm && struckOutage(subject, scenario, harm, 'worst')
    if (!outage || curve === undefined || perYear === 0) continue
    for (const [input, factors] of outageSwings(curve, scenario, outage)) {
      if (common.includes(input)) add(input, () => ({ label: message(`loss.input.${input}`), basis: message('loss.basis.profile'), proof: noProof }), perYear, factors)
      else add(`${input} ${source.scenario}`, () => ofScenario(subject, source.scenario, input, message('loss.basis.scenario')), perYear, factors)
    }
  }
}

function functionCosts(subject: Subject, cells: readonly Cell[], add: Add): void {
  const byItem = groupBy(
    cells.filter((cell) => cell.by !== 'lump'),
    (cell) => cell.item,
  )
  for (const one of organisation(subject).functions) {
    const curve = costsOf(subject, one, 'worst').money
    const euros = (byItem.get(one.id) ?? []).reduce((sum, cell) => sum + cell.perYear, 0)
    if (curve === undefined || euros === 0) continue
    const { low, mean, high } = costSpread(curve, hoursOfDay)
    if (low < high) add(`cost ${one.id}`, () => ofItem(subject, one.id, 'cost'), euros, { low: low / mean, high: high / mean })
  }
}

/** What is stated under a name of the organisation's own. */
const ofItem = (subject: Subject, id: ThingId, input: 'cost' | 'amount' | 'event-chance'): Pick<Swing, 'label' | 'basis' | 'proof'> => ({
  label: message(`loss.input.${input}`, { function: named(subject, id) }),
  basis: message('loss.basis.declared'),
  proof: { steps: [], at: subject.estate.things.get(id)?.claims.flatMap((claim) => claim.at) ?? [] },
})

/** Of amounts at once: how many times dearer a scenario makes a contract, what the organisation states of it, and how likely it is. */
function amounts(subject: Subject, losses: Losses, cells: readonly Cell[], add: Add): void {
  for (const { lump, source, item, perYear } of lumpCells(losses, cells)) {
    const multiple = subject.knowledge.scenarios.get(source.scenario)?.multiple
    const more = kindOf(item) === 'contract' && multiple ? logsOf({ low: Math.max(0, multiple.low - 1), high: multiple.high - 1 }) : undefined
    const rest = Math.sqrt(Math.max(0, lump.cents.sigma ** 2 - (more?.sigma ?? 0) ** 2))
    if (more !== undefined && more.sigma > 0)
      add(`multiple ${source.scenario}`, () => ofScenario(subject, source.scenario, 'multiple', message('loss.basis.scenario')), perYear, endsOfMean(more.sigma))
    if (rest > 1e-9) add(`amount ${item}`, () => ofItem(subject, item, 'amount'), perYear, endsOfMean(rest))
    const { belief } = lump
    if (belief?.distribution.family !== 'lognormal') continue
    const { mu, sigma } = belief.distribution
    const ends = endsOfShare({ low: exp(mu - z95 * sigma), high: exp(mu + z95 * sigma) })
    if (ends === undefined) continue
    if (belief.of === 'item') add(`chance ${item}`, () => ofItem(subject, item, 'event-chance'), perYear, ends)
    else add(`loses data ${source.scenario}`, () => ofScenario(subject, source.scenario, 'loses-data', message('loss.basis.scenario')), perYear, ends)
  }
}

/** The causes that are amounts, with those amounts: of one source on one item there may be several, which stand in one order in both. */
function lumpCells(losses: Losses, cells: readonly Cell[]): readonly (Cell & { readonly lump: Losses['lumps'][number] })[] {
  const lumps = groupBy(losses.lumps, (one) => `${(losses.sources[one.source] as Source).id} ${one.on}`)
  const next = new Map<string, number>()
  return cells.flatMap((cell) => {
    if (cell.by !== 'lump') return []
    const key = `${cell.source.id} ${cell.item}`
    const at = next.get(key) ?? 0
    next.set(key, at + 1)
    const lump = lumps.get(key)?.[at]
    return lump === undefined ? [] : [{ ...cell, lump }]
  })
}
