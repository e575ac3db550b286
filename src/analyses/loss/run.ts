import type { Reading } from '#facts/cost-curve.ts'
import { type Losses, type LossModelOf, lossModelOf } from '#facts/loss-model.ts'
import type { Subject } from '#facts/subject.ts'
import type { Engine } from '#kernels/loss/engine.ts'
import { type Tail, tailBeyond } from '#kernels/loss/measures.ts'
import type { LossModel } from '#kernels/loss/model.ts'
import { modelOf } from '#kernels/loss/model-of.ts'
import type { Partial } from '#kernels/loss/partial.ts'
import { openModel, simulateBlocks } from '#kernels/loss/simulate-blocks.ts'
import { type TailPart, tailPass } from '#kernels/loss/tail-pass.ts'

/** Money of the engine is in cents, and every other scale in hundredths. */
export const cents = 100

/** The share of years beyond which the tail is laid to its causes. */
export const tailShare = 0.99

/** What has to be simulated for one reading: losses on their scales, and the same years again in hours of outage, which nobody has to price. */
export interface Models {
  readonly of: LossModelOf
  readonly loss: LossModel
  readonly hours: LossModel
}

export const readings = ['best', 'worst'] as const

/** The models of both readings. Hours are in hundredths, as every scale is. */
export const modelsOf = (subject: Subject, losses: Losses): Readonly<Record<Reading, Models>> => ({
  best: modelsIn(subject, losses, 'best'),
  worst: modelsIn(subject, losses, 'worst'),
})

function modelsIn(subject: Subject, losses: Losses, reading: Reading): Models {
  const of = lossModelOf(subject, losses, reading)
  const items = of.parts.items.map((one) => ({ ...one, curves: [{ points: [[0, 100, 0]] as const }] }))
  const sources = of.parts.sources.map((one) => ({ ...one, lumps: [] }))
  return { of, loss: modelOf(of.parts), hours: modelOf({ ...of.parts, scales: 1, items, sources }) }
}

/** What came of one reading. */
export interface Run {
  readonly models: Models
  readonly loss: Partial
  readonly hours: Partial
  /** The worst years, laid to their causes; nothing when there are too few of them. */
  readonly tail: TailRun | undefined
}

export interface TailRun {
  readonly tail: Tail
  /** The years beyond, and the one at the bar, which counts with a weight. */
  readonly beyond: TailPart
  readonly boundary: TailPart
}

export type Runs = Readonly<Record<Reading, Run>>

/** Years that were simulated, without the models they were made of. */
export interface Simulated {
  readonly loss: Partial
  readonly hours: Partial
  /** The worst years again, and the one at the bar; nothing when there are too few years. */
  readonly tail: Pick<TailRun, 'beyond' | 'boundary'> | undefined
}

/** Simulates so many blocks of years of both models, in threads or wherever: the figures are the same, bit for bit, as those of `runHere`. */
export type Simulate = (
  models: Readonly<Record<Reading, Models>>,
  how: { readonly seed: number; readonly blocks: number },
  told?: (share: number) => void,
) => Promise<Readonly<Record<Reading, Simulated>>>

/** Which years have to be laid to their causes: those beyond the share that is shown, and the one at the bar. */
export function tailYears(loss: Partial): { readonly beyond: Float64Array; readonly boundary: Float64Array } | undefined {
  const tail = tailBeyond(loss, tailShare)
  return tail && { beyond: tail.years, boundary: Float64Array.of(tail.boundary.year) }
}

/** What was simulated elsewhere, with its models: the tail is found in the years again, which costs nothing. */
export const runOf = (models: Models, made: Simulated): Run => {
  const tail = tailBeyond(made.loss, tailShare)
  return { models, loss: made.loss, hours: made.hours, tail: tail && made.tail && { tail, ...made.tail } }
}

/** Simulates both readings here and now, on one thread. */
export function runHere(models: Readonly<Record<Reading, Models>>, how: { readonly seed: number; readonly blocks: number; readonly engine: Engine }): Runs {
  const run = (one: Models): Run => {
    const open = openModel(one.loss, how.engine)
    const blocks = { seed: how.seed, first: 0, count: how.blocks }
    const loss = simulateBlocks(open, blocks)
    const tail = tailBeyond(loss, tailShare)
    return {
      models: one,
      loss,
      hours: simulateBlocks(openModel(one.hours, how.engine), blocks),
      tail: tail && { tail, beyond: tailPass(open, how.seed, tail.years), boundary: tailPass(open, how.seed, [tail.boundary.year]) },
    }
  }
  return { best: run(models.best), worst: run(models.worst) }
}
