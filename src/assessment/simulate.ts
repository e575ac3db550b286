import { yearsInReport as yearsOfReport } from '#analyses/effort.ts'
import { type LossModels, lossFiguresOf, lossOutcomeOf, lossQuestion, type Simulated, tailYears } from '#analyses/index.ts'
import type { Subject } from '#facts/subject.ts'
import type { Outcome } from '#findings/outcome.ts'

/** The two ends of what is not known: everything at its best, everything at its worst. */
export const readings = ['best', 'worst'] as const
export type Reading = (typeof readings)[number]

/** Years that were simulated in one reading. */
export type SimulatedYears = Simulated

/** What has to be simulated for a subject: in each reading the losses, and the same years in hours. Or why there is nothing to simulate. */
export type Simulation = { readonly models: LossModels } | { readonly outcome: Outcome }

export function simulationOf(subject: Subject): Simulation {
  const asked = lossQuestion(subject)
  return 'outcome' in asked ? asked : { models: asked.models }
}

/** What the simulated years say. */
export function simulated(subject: Subject, made: Readonly<Record<Reading, SimulatedYears>>): Outcome {
  const asked = lossQuestion(subject)
  return 'outcome' in asked ? asked.outcome : lossOutcomeOf(subject, asked, made)
}

/** The bare figures of the simulated years, for those who compute on. */
export function simulatedFigures(subject: Subject, made: Readonly<Record<Reading, SimulatedYears>>): ReturnType<typeof lossFiguresOf> | undefined {
  const asked = lossQuestion(subject)
  return 'outcome' in asked ? undefined : lossFiguresOf(subject, asked, made)
}

/** Years in an assessment where nobody asked for more. */
export const yearsInReport = yearsOfReport

/** Which years of a simulation have to be laid to their causes. */
export const worstYears = tailYears
