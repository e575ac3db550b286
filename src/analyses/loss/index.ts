import { type Losses, lossesOf } from '#facts/loss-model.ts'
import { organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Outcome } from '#findings/outcome.ts'
import { checkModel } from '#kernels/loss/check-model.ts'
import { blockYears } from '#kernels/loss/model.ts'
import { plainEngine } from '#kernels/loss/plain-engine.ts'
import { message, plain } from '#lang/message.ts'
import { once } from '#lang/once.ts'
import { allSources } from '#scenarios/sources.ts'
import type { Analysis, Engines } from '../analysis.ts'
import { yearsInReport } from '../effort.ts'
import { lossBlocks } from './blocks.ts'
import { figuresOf } from './figures.ts'
import { type Models, modelsOf, type Run, runHere, runOf, type Simulated } from './run.ts'

/** Names the random numbers. Whoever wants others asks `simulate`. */
const seed = 1

/** What the state of things costs a year. */
export const lossAnalysis: Analysis = {
  id: 'loss',
  answer(subject: Subject, { simulate, told }: Engines = {}): Outcome | Promise<Outcome> {
    const asked = lossQuestion(subject)
    if ('outcome' in asked) return asked.outcome
    const blocks = Math.ceil((subject.years ?? yearsInReport) / blockYears)
    if (simulate !== undefined) return simulate(asked.models, { seed, blocks }, told).then((made) => lossOutcomeOf(subject, asked, made))
    return { status: 'answered', blocks: lossBlocks(subject, asked.losses, runHere(asked.models, { seed, blocks, engine: plainEngine })) }
  },
}

/** The bare figures of years that were simulated elsewhere. */
export const lossFiguresOf = (subject: Subject, { losses, models }: Exclude<LossQuestion, { readonly outcome: Outcome }>, made: Readonly<Record<'best' | 'worst', Simulated>>) => ({
  best: figuresOf(subject, losses, runOf(models.best, made.best)),
  worst: figuresOf(subject, losses, runOf(models.worst, made.worst)),
})

/** What is said of years that were simulated elsewhere. */
export function lossOutcomeOf(subject: Subject, asked: Exclude<LossQuestion, { readonly outcome: Outcome }>, made: Readonly<Record<'best' | 'worst', Simulated>>): Outcome {
  const run = (reading: 'best' | 'worst'): Run => runOf(asked.models[reading], made[reading])
  return { status: 'answered', blocks: lossBlocks(subject, asked.losses, { best: run('best'), worst: run('worst') }) }
}

/** What has to be simulated, or why there is nothing to simulate. */
export type LossQuestion = { readonly losses: Losses; readonly models: Readonly<Record<'best' | 'worst', Models>> } | { readonly outcome: Outcome }

/** The models of a subject, checked: worked out once, for whoever simulates them. */
export const lossQuestion: (subject: Subject) => LossQuestion = once((subject: Subject): LossQuestion => {
  if (!organisation(subject).functions.some((one) => one.declared)) return { outcome: { status: 'too-little-evidence', reason: message('loss.no-function') } }
  const losses = lossesOf(subject, allSources(subject))
  if (losses.harms.length + losses.lumps.length === 0) return { outcome: { status: 'too-little-evidence', reason: message('loss.no-source') } }
  const models = modelsOf(subject, losses)
  const faults = [models.best, models.worst].flatMap((one) => checkModel(one.loss)).filter((one) => one.code !== 'unsettled-variance')
  if (faults.length > 0)
    return { outcome: { status: 'failed', reason: message('loss.faulty', { faults: faults.slice(0, 5).map((one) => plain(`${one.field}[${one.index}]: ${one.code}`)) }) } }
  return { losses, models }
})
