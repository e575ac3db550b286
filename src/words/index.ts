import type { Catalogue } from './catalogue.ts'
import { appendix } from './subjects/appendix.ts'
import { calibration } from './subjects/calibrate.ts'
import { concentration } from './subjects/concentration.ts'
import { contracts } from './subjects/contracts.ts'
import { cutSets } from './subjects/cut-sets.ts'
import { cuts } from './subjects/cuts.ts'
import { diagnosticData } from './subjects/diagnostic-data.ts'
import { diagnostics } from './subjects/diagnostics.ts'
import { diff } from './subjects/diff.ts'
import { evidence } from './subjects/evidence.ts'
import { explain } from './subjects/explain.ts'
import { exposure } from './subjects/exposure.ts'
import { figures } from './subjects/figures.ts'
import { frameworks } from './subjects/frameworks.ts'
import { glossary } from './subjects/glossary.ts'
import { grid } from './subjects/grid.ts'
import { kinds } from './subjects/kinds.ts'
import { lifecycle } from './subjects/lifecycle.ts'
import { loss } from './subjects/loss.ts'
import { methods } from './subjects/methods.ts'
import { opacity } from './subjects/opacity.ts'
import { overview } from './subjects/overview.ts'
import { pictures } from './subjects/pictures.ts'
import { register } from './subjects/register.ts'
import { report } from './subjects/report.ts'
import { roles } from './subjects/roles.ts'
import { singlePoints } from './subjects/single-points.ts'
import { spectrum } from './subjects/spectrum.ts'
import { standing } from './subjects/standing.ts'
import { terminal } from './subjects/terminal.ts'
import { usage } from './subjects/usage.ts'
import { whatIf } from './subjects/what-if.ts'

/** Every sentence the product can say. A subject owns the keys of its file; a test makes sure that no key is owned twice. */
export const subjects: readonly Catalogue[] = [
  appendix,
  calibration,
  concentration,
  contracts,
  cuts,
  cutSets,
  diagnostics,
  diagnosticData,
  diff,
  evidence,
  explain,
  exposure,
  figures,
  frameworks,
  glossary,
  grid,
  kinds,
  lifecycle,
  loss,
  methods,
  opacity,
  overview,
  pictures,
  register,
  report,
  roles,
  singlePoints,
  spectrum,
  standing,
  terminal,
  usage,
  whatIf,
]

export const catalogue: Catalogue = Object.fromEntries(subjects.flatMap((subject) => Object.entries(subject)))
