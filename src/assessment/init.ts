import { thingsOfKind } from '#estate/estate.ts'
import type { Subject } from '#facts/subject.ts'
import { workloadSummaries } from '#facts/workload-summaries.ts'

/**
 * A first `deltaplan.yaml` out of what was found: every workload with the label it was grouped by, and one function for each to
 * be filled in. What only the organisation can know is left as a comment; nothing is invented.
 */
export function init(subject: Subject): string {
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
    ]),
    ...(workloads.length === 0 ? ['  {}'] : []),
    '',
    'workloads:',
    ...workloads.flatMap((one) => [`  ${key(one.name)}:`, `    serves: [${key(one.name)}]`, '    match:', `      - ${match(one.groupedBy, one.id)}`]),
    ...(workloads.length === 0 ? ['  {}'] : []),
    ...(services.length === 0 ? [] : ['', `# Services in your register: ${services.map((one) => one.name).join(', ')}`]),
    '',
  ].join('\n')
}

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
