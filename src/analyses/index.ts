import { causeLevels } from '#scenarios/points.ts'
import type { Analysis } from './analysis.ts'
import { concentrationAnalysis } from './concentration/index.ts'
import { contractsAnalysis } from './contracts/index.ts'
import { cutSetsAnswer as answerOfCutSets, cutSetsAnalysis } from './cut-sets/index.ts'
import { namedEvent as eventNamed } from './cut-sets/set-table.ts'
import { diagnosticsAnalysis } from './diagnostics/index.ts'
import { evidenceAnalysis } from './evidence/index.ts'
import { exposureAnalysis } from './exposure/index.ts'
import { answerFor, frameworksAnalysis } from './frameworks/index.ts'
import { registerTables as tablesOfRegisters } from './frameworks/register-tables.ts'
import { lifecycleAnalysis } from './lifecycle/index.ts'
import { lossFiguresOf as figuresOfLoss, lossAnalysis, lossOutcomeOf as outcomeOfLoss, lossQuestion as questionOfLoss } from './loss/index.ts'
import { type Models, type Simulated as SimulatedYears, tailYears as yearsOfTail } from './loss/run.ts'
import { opacityAnalysis } from './opacity/index.ts'
import { overview } from './overview/index.ts'
import { singlePointsAnalysis } from './single-points/index.ts'
import { spectrum } from './spectrum/index.ts'
import { eachAnswer as eachOfScenario } from './what-if/each.ts'
import { whatIfAnalysis } from './what-if/index.ts'
import { whatIfAnswer as answerOfSupposed } from './what-if/supposed.ts'
import { takeoverAnswer as answerOfTakeover } from './what-if/takeover.ts'

/** All analyses, in the order a report tells them. */
export const analyses: readonly Analysis[] = [
  overview,
  spectrum,
  singlePointsAnalysis,
  cutSetsAnalysis,
  whatIfAnalysis,
  lossAnalysis,
  evidenceAnalysis,
  exposureAnalysis,
  concentrationAnalysis,
  contractsAnalysis,
  lifecycleAnalysis,
  opacityAnalysis,
  diagnosticsAnalysis,
  frameworksAnalysis,
]

/** Tables of registers by name, for those who check that a framework calls for one that is there. */
export const registerTables = tablesOfRegisters

/** The same question of one framework alone, and of some things alone. */
export const frameworkAnswer = answerFor

/** What fails when something happens to one thing, what a scenario can happen to, and what a takeover changes. */
export const whatIfAnswer = answerOfSupposed
export const scenarioAnswer = eachOfScenario
export const takeoverAnswer = answerOfTakeover

/** What has to be simulated for the yearly loss, and what is said of the years once they are. */
export const lossQuestion = questionOfLoss
export const lossOutcomeOf = outcomeOfLoss
export const lossFiguresOf = figuresOfLoss
export const tailYears = yearsOfTail
export type LossModels = Readonly<Record<'best' | 'worst', Models>>
export type Simulated = SimulatedYears

/** Which combinations stop a function, on one level alone. */
export const cutSetsAnswer = answerOfCutSets
export const namedEvent = eventNamed
export const causeLevelNames = causeLevels
