import type { Analysis } from './analysis.ts'
import { concentrationAnalysis } from './concentration/index.ts'
import { exposureAnalysis } from './exposure/index.ts'
import { overview } from './overview/index.ts'
import { singlePointsAnalysis } from './single-points/index.ts'
import { spectrum } from './spectrum/index.ts'

/** All analyses, in the order a report tells them. */
export const analyses: readonly Analysis[] = [overview, singlePointsAnalysis, exposureAnalysis, concentrationAnalysis, spectrum]
