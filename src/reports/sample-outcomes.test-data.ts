import type { Assessment } from '#assessment/assessment.ts'
import type { Band, BandRow, Block, FlowLink, FlowNode, Measure, TimelineRow } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { horizonHours } from '#lang/duration.ts'
import { message, plain } from '#lang/message.ts'
import { sampleLosses } from './sample-losses.test-data.ts'
import { file, hostileName, hours, imageProof, longName, names, placeProof, row, signInProof, steeringName, table, text } from './sample-parts.test-data.ts'

const measure = (label: string, low: number, more: Partial<Measure> = {}): Measure => ({
  label: plain(label),
  interval: { low, high: low },
  unit: 'count',
  basis: 'observed',
  proof: noProof,
  ...more,
})

const overview: readonly Block[] = [
  {
    kind: 'text',
    role: 'headline',
    text: message('overview.sentence-with', {
      date: { date: '2026-11-24' },
      all: message('overview.critical-functions', { count: 3 }),
      certain: 1,
      possible: 1,
      open: 1,
      party: plain('Northwind Corporation'),
      count: 1,
    }),
    proof: signInProof,
  },
  { kind: 'text', role: 'note', text: message('overview.profile', { profile: plain('care') }) },
  {
    kind: 'measures',
    measures: [
      measure('Files read', 48, { unit: 'files' }),
      measure('Files not understood', 3, { unit: 'files', tone: 'warning', proof: placeProof }),
      measure('Workloads tied to a function', 5, { unit: 'workloads', of: 6 }),
      measure('Oldest evidence', 14, { unit: 'months', interval: { low: 14, high: 14 } }),
      measure('Suppliers without a known seat', 2, { interval: { low: 2, high: 5 }, tone: 'unknown', basis: 'inferred' }),
    ],
  },
  table(
    'points',
    {
      title: 'overview.points',
      columns: ['overview.column.thing', 'overview.column.functions', 'overview.column.harm', 'overview.column.road', 'overview.column.owner'],
      empty: 'overview.no-points',
      primary: true,
    },
    [
      row(signInProof, text('Northwind Corporation', 'warning'), text('stops Outpatient care'), hours(0, 12), text('Entra ID'), { list: names('Head of IT') }),
      row(
        imageProof,
        text(hostileName, 'unknown'),
        text(`may stop ${longName}`),
        hours(24, 168),
        text('registry.example.org, Example Registry'),
        text('no owner stated', 'unknown'),
      ),
      row(placeProof, text('Zorgcloud B.V.', 'unknown'), text('may stop Salaries'), hours(4, Number.POSITIVE_INFINITY), text('hosting contract 2024/17'), {
        list: names('Finance', 'Legal'),
      }),
    ],
  ),
  {
    kind: 'list',
    title: plain('Where sources contradict each other'),
    items: [{ text: plain('suppliers.csv says Frankfurt; the Terraform state says Dublin.'), proof: placeProof }],
    empty: plain('None found in what was read.'),
    primary: true,
  },
]

const band = (pillar: Band['pillar'], low: number, high: number, more: Partial<Band> = {}): Band => ({
  pillar,
  interval: { low, high },
  cap: 4,
  answered: 4,
  of: 9,
  proof: placeProof,
  ...more,
})

const bandRows: readonly BandRow[] = [
  {
    label: plain('Outpatient care'),
    level: 'function',
    bands: [
      band('platform', 1, 3, { target: 3 }),
      band('portability', 0, 2, { target: 3 }),
      band('people', 2, 2, { target: 2, answered: 9 }),
      band('ai', 0, 4, { target: 3, answered: 0, of: 3 }),
    ],
  },
  {
    label: plain('Salaries'),
    level: 'function',
    bands: [band('platform', 3, 4, { target: 3 }), band('portability', 1, 1, { target: 2 }), band('people', 0, 3, { target: 2, answered: 1 })],
  },
  { label: plain(longName), level: 'function', bands: [band('platform', 0, 0), band('people', 4, 4)] },
]

const spectrum: readonly Block[] = [
  { kind: 'bands', title: message('spectrum.critical-functions'), rows: bandRows, primary: true },
  {
    kind: 'list',
    title: message('spectrum.next'),
    items: ['Who holds the keys of Entra ID?', 'Where do the backups of client-records lie?', `Who operates ${hostileName}?`].map((ask) => ({
      text: plain(ask),
      proof: placeProof,
    })),
    empty: message('spectrum.next-none'),
    primary: true,
  },
  {
    kind: 'bands',
    title: message('spectrum.workloads'),
    rows: Array.from({ length: 18 }, (_, at) => ({ ...(bandRows[at % 3] as BandRow), level: 'workload' as const, label: plain(`workload-${at + 1}`) })),
  },
  { kind: 'text', role: 'method', text: message('spectrum.method') },
]

const node = (id: string, layer: number, label = id): FlowNode => ({ id, label: plain(label), layer })
const link = (from: string, to: string, weight: number): FlowLink => ({ from, to, weight })

const exposure: readonly Block[] = [
  {
    kind: 'flow',
    title: message('exposure.map'),
    layers: [message('exposure.layer.workloads'), message('exposure.layer.suppliers'), message('exposure.layer.countries')],
    nodes: [
      ...['client-records', 'salary-run', 'website', 'intranet', 'mail', longName].map((id) => node(id, 0)),
      ...['Northwind Cloud Ireland Ltd', 'Zorgcloud B.V.', 'Example Registry', hostileName].map((id) => node(id, 1)),
      node('United States', 2),
      node('Netherlands', 2),
      { ...node('unknown', 2, 'unknown'), tone: 'unknown' },
    ],
    links: [
      link('client-records', 'Northwind Cloud Ireland Ltd', 3),
      link('client-records', 'Zorgcloud B.V.', 2),
      link('salary-run', 'Zorgcloud B.V.', 2),
      link('website', 'Example Registry', 1),
      link('intranet', 'Northwind Cloud Ireland Ltd', 1),
      link('mail', 'Northwind Cloud Ireland Ltd', 2),
      link(longName, hostileName, 1),
      link('Northwind Cloud Ireland Ltd', 'United States', 6),
      link('Zorgcloud B.V.', 'Netherlands', 4),
      link('Example Registry', 'United States', 1),
      link(hostileName, 'unknown', 1),
    ],
  },
  table(
    'laws',
    {
      title: 'exposure-laws.title',
      columns: ['exposure.column.law', 'exposure.column.country', 'exposure.column.powers', 'exposure.column.workloads', 'exposure.column.reach'],
      empty: 'exposure.none',
    },
    [
      row(
        signInProof,
        text('CLOUD Act'),
        text('United States (no adequacy decision)', 'warning'),
        { list: [message('power.access')] },
        { list: names('client-records', 'intranet', 'mail', 'website', 'salary-run', longName, steeringName) },
        text('settled'),
      ),
      row(
        placeProof,
        text('Wet op de inlichtingen- en veiligheidsdiensten 2017'),
        text('Netherlands (own country)'),
        { list: [message('power.access'), message('power.interception')] },
        { list: names('salary-run') },
        text('contested', 'unknown'),
      ),
    ],
  ),
]

const share = (low: number, high: number) => ({ interval: { low, high }, unit: 'share' as const })
const functions = (low: number, high: number) => ({ interval: { low, high }, unit: 'functions' as const })

const concentration: readonly Block[] = [
  table(
    'by-supplier',
    {
      title: 'concentration.title.supplier',
      columns: ['concentration.column.supplier', 'concentration.column.functions', 'concentration.column.weight', 'concentration.column.phases'],
      empty: 'concentration.none',
    },
    [
      row(signInProof, text('Northwind Corporation'), functions(2, 3), share(0.42, 0.8), { list: [message('phase.run'), message('phase.deploy')] }),
      ...Array.from({ length: 16 }, (_, at) => row(placeProof, text(`Supplier ${at + 1} B.V.`), functions(1, 1), share(0.07, 0.07), { list: [message('phase.build')] })),
      row(noProof, text('Quiet Hosting B.V.'), functions(0, 0), share(0, 0), { list: [] }),
      row(noProof, text('Stille Software B.V.'), functions(0, 0), share(0, 0), { list: [] }),
    ],
  ),
  table('by-place', { title: 'concentration.title.place', columns: ['concentration.column.place', 'concentration.column.functions'], empty: 'concentration.none' }, []),
]

const timelineRows: readonly TimelineRow[] = [
  {
    label: plain('Outpatient care'),
    mtpdHours: { low: 4, high: 4 },
    marks: [
      { what: plain('Northwind Corporation'), hours: { low: 0, high: 12 }, certain: false, phase: 'run', proof: signInProof },
      { what: plain('Zorgcloud B.V.'), hours: { low: 0, high: 0 }, certain: true, proof: placeProof },
      { what: plain(hostileName), hours: { low: 24, high: 168 }, certain: false, phase: 'deploy', proof: imageProof },
    ],
  },
  {
    label: plain('Salaries'),
    mtpdHours: { low: 72, high: 120 },
    leftOut: 3,
    marks: [{ what: plain(longName), hours: { low: 720, high: Number.POSITIVE_INFINITY }, certain: false, phase: 'build', proof: placeProof }],
  },
  { label: plain('Archive'), marks: [] },
]

const singlePoints: readonly Block[] = [
  { kind: 'timeline', title: message('single-points.timeline'), horizonHours, rows: timelineRows },
  table(
    'component',
    {
      title: 'single-points.level.component',
      columns: ['single-points.column.thing', 'single-points.column.certain', 'single-points.column.possible', 'single-points.column.harm'],
      empty: 'single-points.none',
    },
    [row(imageProof, text('postgres-0'), { list: names('Outpatient care') }, { list: [] }, hours(0, 0, 'warning'))],
  ),
]

const contracts: readonly Block[] = [
  {
    kind: 'measures',
    title: plain('Contracts at a glance'),
    measures: [
      measure('Contracts that end within a year', 0),
      measure('Without an exit clause', 2, { of: 4, tone: 'warning' }),
      measure('Share of services under contract', 0.5, { unit: 'share', interval: { low: 0.5, high: 0.9 } }),
      measure('Lowest rung', 0, { unit: 'level', interval: { low: 0, high: 2 } }),
    ],
  },
  table('contracts', { title: 'exposure-mitigations.title', columns: ['exposure.column.mitigation', 'exposure.column.on', 'exposure.column.expires'], empty: 'exposure.none' }, [
    row(placeProof, text('Keys in own hand', 'good'), text('client-records'), { date: '2027-03-01' }),
    row({ steps: [], at: [file('deltaplan.yaml', 88)] }, text('Escrow'), text('Entra ID'), { date: '2025-01-31', tone: 'warning' }),
  ]),
]

/** Every kind of block, every kind of cell, every state of an outcome. */
export const sampleOutcomes: Assessment['outcomes'] = [
  { id: 'overview', outcome: { status: 'answered', blocks: overview } },
  { id: 'spectrum', outcome: { status: 'answered', blocks: spectrum } },
  { id: 'single-points', outcome: { status: 'answered', blocks: singlePoints } },
  { id: 'exposure', outcome: { status: 'answered', blocks: exposure } },
  { id: 'concentration', outcome: { status: 'answered', blocks: concentration } },
  { id: 'contracts', outcome: { status: 'answered', blocks: contracts } },
  { id: 'losses', outcome: { status: 'answered', blocks: sampleLosses } },
  { id: 'costs', outcome: { status: 'too-little-evidence', reason: plain('No function states what an hour of standstill costs.') } },
  { id: 'ai-models', outcome: { status: 'not-applicable', reason: plain('No AI model was found.') } },
  { id: 'exit', outcome: { status: 'failed', reason: plain(`unexpected ${hostileName}`) } },
]
