import { type Concentration, concentrationLevels, concentrations } from '#facts/concentration.ts'
import { organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import type { Outcome } from '#findings/outcome.ts'
import { message } from '#lang/message.ts'
import type { Analysis } from '../analysis.ts'
import { named, proofOf } from '../proof-of.ts'

/** Of how much that we do hangs on one supplier, group, country or place. */
export const concentrationAnalysis: Analysis = {
  id: 'concentration',
  answer(subject: Subject): Outcome {
    const { functions } = organisation(subject)
    if (functions.length === 0) return { status: 'too-little-evidence', reason: message('concentration.no-function') }
    const all = concentrations(subject)
    return {
      status: 'answered',
      blocks: [
        ...concentrationLevels.map((level) =>
          tableOf(
            subject,
            level,
            all.filter((one) => one.level === level),
          ),
        ),
        { kind: 'text', role: 'method', text: message('concentration.method') },
      ],
    }
  },
}

function tableOf(subject: Subject, level: Concentration['level'], list: readonly Concentration[]): Block {
  return {
    kind: 'table',
    id: `concentration-${level}`,
    title: message(`concentration.title.${level}`),
    columns: [`concentration.column.${level}`, 'concentration.column.functions', 'concentration.column.weight', 'concentration.column.phases'].map((key) => message(key)),
    rows: list.map((one) => rowOf(subject, one)),
    empty: message('concentration.none'),
  }
}

function rowOf(subject: Subject, one: Concentration): Row {
  return {
    cells: [
      { text: named(subject, one.thing) },
      { interval: one.functions, unit: 'functions' },
      { interval: one.weightShare, unit: 'share' },
      { list: one.phases.map((phase) => message(`phase.${phase}`)) },
    ],
    proof: one.roads[0] ? proofOf(subject, one.roads[0]) : noProof,
  }
}
