import { stableJson } from '#lang/json.ts'
import type { Report } from './report.ts'

/** The assessment itself. Its arrays are sorted already; here its keys are, so the same assessment gives the same bytes. */
export const json: Report = {
  id: 'json',
  extension: '.json',
  render: (assessment) => stableJson(assessment),
}
