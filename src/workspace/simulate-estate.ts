import { createHash } from 'node:crypto'
import { type Reading, readings, type SimulatedYears, type Simulation, worstYears } from '#assessment/simulate.ts'
import { blockYears, type LossModel } from '#kernels/loss/model.ts'
import { digestable, type Partial } from '#kernels/loss/partial.ts'
import { modelBytes } from '#kernels/loss/written.ts'
import { simulate, simulateTail } from './simulate.ts'

type Models = Extract<Simulation, { readonly models: unknown }>['models']

export interface Asked {
  readonly years: number
  readonly shards: number
}

/** Some years of a simulation, in both readings: what a shard makes, and what shards are merged to. `model` names what was simulated. */
export interface Part {
  readonly model: string
  /** What the part was one of: how many years were asked for, and in how many shards they were simulated. */
  readonly asked: Asked
  readonly made: Readonly<Record<Reading, { readonly loss: Partial; readonly hours: Partial }>>
}

export const scales = ['loss', 'hours'] as const

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
  readonly asked: Asked
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
  return { model: modelDigest(models), asked: wanted.asked, made: { best: of('best'), worst: of('worst') } }
}

/** What an assessment asks for: years from the first on, with the worst of them laid to their causes. */
export async function simulateInThreads(
  models: Models,
  { seed, blocks }: { readonly seed: number; readonly blocks: number },
  told: (share: number) => void = () => undefined,
): Promise<Readonly<Record<Reading, SimulatedYears>>> {
  return withTails(models, await simulatePart(models, { asked: { years: blocks * blockYears, shards: 1 }, seed, first: 0, count: blocks }, told))
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
