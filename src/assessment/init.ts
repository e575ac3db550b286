import { thingsOfKind } from '#estate/estate.ts'
import type { Subject } from '#facts/subject.ts'
import { workloadSummaries } from '#facts/workload-summaries.ts'
import { costTemplate, type FunctionKind, functionKinds, kindWords } from './cost-templates.ts'

/**
 * A first `deltaplan.yaml` out of what was found: every workload with the label it was grouped by, and one function for each to
 * be filled in. What only the organisation can know is left as a comment; nothing is invented.
 *
 * @param kind of function whose cost is to be filled in under each of them; left out, all kinds stand at the end, to be copied from
 */
export function init(subject: Subject, kind?: FunctionKind): string {
  const workloads = workloadSummaries(subject).filter((one) => !['declared', 'none', 'service'].includes(one.groupedBy))
  const services = thingsOfKind(subject.estate, 'service').filter((one) => one.id.startsWith('service:declared/'))
  return [
    '# Written by `deltaplan init` from what it found. Fill in what only you can know; delete what is not so.',
    'version: 1',
    '# profile: general   # general | bank | care | ministry | municipality: which defaults hold',
    '# home: NL           # your own country, as ISO 3166-1 writes it',
    '# frameworks: [nis2] # published frameworks to be held against; `deltaplan frameworks` lists them',
    '',
    'functions:',
    '  # A business function is what may not stop. Durations as ISO 8601 writes them: PT4H, P2D.',
    ...workloads.flatMap((one) => [
      `  ${key(one.name)}:`,
      `    title: ${quoted(one.name)}`,
      '    # owner: …',
      '    # mtpd: P1D      # how long it may be gone before the harm becomes unacceptable',
      '    # rpo: PT4H      # how much work may be lost: the time between two copies',
      ...(kind === undefined ? [] : commented(costTemplate(kind), 4)),
    ]),
    ...(workloads.length === 0 ? ['  {}'] : []),
    '',
    'workloads:',
    ...workloads.flatMap((one) => [`  ${key(one.name)}:`, `    serves: [${key(one.name)}]`, '    match:', `      - ${match(one.groupedBy, one.id)}`]),
    ...(workloads.length === 0 ? ['  {}'] : []),
    ...(services.length === 0 ? [] : ['', `# Services in your register: ${services.map((one) => one.name).join(', ')}`]),
    ...(kind === undefined ? catalogue() : []),
    '',
  ].join('\n')
}

/** The lines to fill in for each kind of function. */
const catalogue = (): readonly string[] => [
  '',
  '# What the loss of a function costs, by kind. Copy the lines of the kind that fits under the function and fill in every …: low and high so that nine times out of',
  '# ten the truth lies between; beside each stands who knows it. Each cost once: what stands in two lines counts twice. Leave out what nobody knows.',
  '# `deltaplan init --template office` writes them under every function.',
  ...functionKinds.flatMap((kind) => ['#', `# ${kind}: ${kindWords[kind]}`, ...commented(costTemplate(kind), 0, '    ')]),
]

/** @param before stands between the sign of the comment and the line */
const commented = (lines: readonly string[], indent: number, before = ''): readonly string[] => lines.map((line) => `${' '.repeat(indent)}# ${before}${line}`)

const key = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'workload'
const quoted = (text: string): string => JSON.stringify(text)

function match(groupedBy: string, id: string): string {
  const value = id.slice(id.lastIndexOf(`${groupedBy}/`) + groupedBy.length + 1)
  return groupedBy.startsWith('label:') ? `label: ${quoted(`${groupedBy.slice('label:'.length)}=${value}`)}` : `${groupedBy}: ${quoted(value)}`
}
