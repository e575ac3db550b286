import { createHash } from 'node:crypto'
import { type Reading, readings, type SimulatedYears, type Simulation, worstYears } from '#assessment/simulate.ts'
import { blockYears, type LossModel } from '#kernels/loss/model.ts'
import { digestable, mergePartials, type Partial } from '#kernels/loss/partial.ts'
import { modelBytes, readPartial, writtenPartial } from '#kernels/loss/written.ts'
import { isRecord } from '#lang/json.ts'
import { simulate, simulateTail } from './simulate.ts'

type Models = Extract<Simulation, { readonly models: unknown }>['models']

/** Some years of a simulation, in both readings: what a shard makes, and what shards are merged to. `model` names what was simulated. */
export interface Part {
  readonly model: string
  readonly made: Readonly<Record<Reading, { readonly loss: Partial; readonly hours: Partial }>>
}

const scales = ['loss', 'hours'] as const

/** The digest of all models of an estate. Parts of other models cannot be merged with it. */
export function modelDigest(models: Models): string {
  const hash = createHash('sha256')
  for (const reading of readings) for (const scale of scales) for (const bytes of modelBytes(models[reading][scale])) hash.update(bytes)
  return `sha256:${hash.digest('hex')}`
}

/** The digest of what was simulated: the same for any number of threads, processes and machines. */
export function partDigest({ made }: Part): string {
  const hash = createHash('sha256')
  for (const reading of readings) for (const scale of scales) for (const bytes of digestable(made[reading][scale])) hash.update(bytes)
  return `sha256:${hash.digest('hex')}`
}

export interface Wanted {
  readonly seed: number
  readonly first: number
  readonly count: number
}

/** The blocks that so many years come to: years are simulated in blocks. */
export const blocksOf = (years: number): number => Math.ceil(years / blockYears)

/** The blocks of one shard out of so many, from 1. */
export function shardOf(blocks: number, { at, of }: { readonly at: number; readonly of: number }): { readonly first: number; readonly count: number } {
  const cut = (shard: number): number => Math.floor((blocks * shard) / of)
  return { first: cut(at - 1), count: cut(at) - cut(at - 1) }
}

/** Simulates some blocks in both readings. @param told how much of the whole is done, within [0, 1] */
export async function simulatePart(models: Models, wanted: Wanted, told: (share: number) => void): Promise<Part> {
  const works = readings.flatMap((reading) => scales.map((scale) => ({ reading, scale })))
  const found = new Map<string, Partial>()
  for (const [at, { reading, scale }] of works.entries()) {
    const model: LossModel = models[reading][scale]
    found.set(`${reading} ${scale}`, await simulate(model, wanted, { progress: (done) => told((at + done / Math.max(1, wanted.count)) / works.length) }))
  }
  const of = (reading: Reading) => ({ loss: found.get(`${reading} loss`) as Partial, hours: found.get(`${reading} hours`) as Partial })
  return { model: modelDigest(models), made: { best: of('best'), worst: of('worst') } }
}

/** Lays the worst years to their causes, so that all can be told. */
export async function withTails(models: Models, { made }: Part): Promise<Readonly<Record<Reading, SimulatedYears>>> {
  const simulated = async (reading: Reading): Promise<SimulatedYears> => {
    const { loss, hours } = made[reading]
    const years = worstYears(loss)
    if (years === undefined) return { loss, hours, tail: undefined }
    const model = models[reading].loss
    return { loss, hours, tail: { beyond: await simulateTail(model, loss.seed, years.beyond), boundary: await simulateTail(model, loss.seed, years.boundary) } }
  }
  return { best: await simulated('best'), worst: await simulated('worst') }
}

/** Why parts do not go together. */
export class NoMerge extends Error {}

/** @throws NoMerge where they are of two models or seeds, or have years in common */
export function mergeParts(parts: readonly Part[]): Part {
  const [first, ...others] = parts
  if (first === undefined) throw new NoMerge('there is nothing to merge')
  return others.reduce((sum, part) => {
    if (part.model !== sum.model) throw new NoMerge('parts of two models: each has to be made of the same files, the same knowledge and the same version')
    if (part.made.best.loss.seed !== sum.made.best.loss.seed) throw new NoMerge('parts of two seeds')
    if (overlaps(part.made.best.loss, sum.made.best.loss)) throw new NoMerge('two parts have years in common')
    const merged = (reading: Reading) => ({
      loss: mergePartials(sum.made[reading].loss, part.made[reading].loss),
      hours: mergePartials(sum.made[reading].hours, part.made[reading].hours),
    })
    return { model: sum.model, made: { best: merged('best'), worst: merged('worst') } }
  }, first)
}

const overlaps = (a: Partial, b: Partial): boolean => a.ranges.some(([first, count]) => b.ranges.some(([other, more]) => first < other + more && other < first + count))

/** A part as a file. */
export const writtenPart = ({ model, made }: Part): string =>
  `${JSON.stringify({
    deltaplanPart: 1,
    model,
    ...Object.fromEntries(readings.map((reading) => [reading, { loss: writtenPartial(made[reading].loss), hours: writtenPartial(made[reading].hours) }])),
  })}\n`

/** A part out of a file; nothing when it is none. */
export function readPart(text: string): Part | undefined {
  const value = parsed(text)
  if (!isRecord(value) || value['deltaplanPart'] !== 1 || typeof value['model'] !== 'string') return undefined
  const of = (reading: Reading) => {
    const made = value[reading]
    const [loss, hours] = isRecord(made) ? [readPartial(made['loss']), readPartial(made['hours'])] : []
    return loss && hours && { loss, hours }
  }
  const [best, worst] = [of('best'), of('worst')]
  return best && worst && { model: value['model'], made: { best, worst } }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // no part, as the caller is told
  }
}
