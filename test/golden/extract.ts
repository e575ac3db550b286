import { createHash } from 'node:crypto'
import type { Assessment } from '#assessment/assessment.ts'
import { cellText, type Example } from './example.ts'

/**
 * An assessment as text that a person reads in a diff: what stops what, every dependency with the first place that shows it, the workloads,
 * and what is told of the files. Of the rest, digests: they say which answer moved, and `deltaplan assess` says how. The whole is megabytes,
 * and nobody reads those.
 */
export function extractOf(example: Example): string {
  const { assessment } = example
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['What stops what: surely | perhaps', stopLines(example)],
    ['Workloads: how they were found, parts, functions', workloadLines(assessment)],
    ['Dependencies: state, kind, value, ground, first place', dependencyLines(assessment)],
    ['Told of the files', diagnosticLines(assessment)],
    ['Limits', assessment.thresholds.map((one) => JSON.stringify(one))],
    ['Digests of the answers', assessment.outcomes.map((one) => `${one.id} ${one.outcome.status} ${digestOf(one.outcome)}`)],
  ]
  return sections.map(([title, lines]) => `# ${title}\n\n${lines.join('\n')}\n`).join('\n')
}

const levels = ['supplier', 'parent', 'jurisdiction', 'place', 'service', 'component']

const stopLines = ({ rowsOf }: Example): readonly string[] =>
  levels.flatMap((level) =>
    rowsOf('single-points', `single-points-${level}`).map(({ cells }) => {
      const [what, certain, possible] = [0, 1, 2].map((at) => cellText(cells[at]).join(', ') || '-')
      return `${level} ${what}: ${certain} | ${possible}`
    }),
  )

const workloadLines = ({ workloads }: Assessment): readonly string[] =>
  workloads.map((one) => `${one.name} (${one.groupedBy}, ${one.units}): ${one.serves.map((each) => each.name).join(', ') || '-'}`)

const dependencyLines = ({ dependencies }: Assessment): readonly string[] =>
  dependencies.map((one) => `${one.state} ${one.kind} ${one.value}, ${one.basis}, ${one.evidence.slice(0, 1).map(placeText).join('')}`)

const diagnosticLines = ({ diagnostics }: Assessment): readonly string[] =>
  diagnostics.map((one) => `${one.severity} ${one.code} ${placeText(one)} ${JSON.stringify(one.values ?? {})}`)

const placeText = ({ file, line }: { readonly file?: string | undefined; readonly line?: number | undefined }): string => `${file ?? ''}${line === undefined ? '' : `:${line}`}`

const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
