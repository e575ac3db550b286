import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Band, BandRow, Block, Cell, Measure, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import type { Outcome } from '#findings/outcome.ts'
import type { Interval } from '#lang/interval.ts'
import { stableJson } from '#lang/json.ts'
import { type Message, message, plain } from '#lang/message.ts'
import type { Assessment } from './assessment.ts'

/**
 * What differs between two assessments: evidence, what is leaned on, and every finding. No question is known by its name: findings are
 * compared by what their rows are about, so a new question is compared without a line here.
 */
export function diff(was: Assessment, is: Assessment): Outcome {
  const findings = is.outcomes.flatMap(({ id, outcome }) => {
    const before = was.outcomes.find((one) => one.id === id)?.outcome
    if (outcome.status !== 'answered') return []
    return outcome.blocks.flatMap((block, at) => blockChanges(before?.status === 'answered' ? sameBlock(before.blocks, block, at) : undefined, block))
  })
  const around = [...statusChanges(was, is), ...inputChanges(was, is), ...dependencyChanges(was, is), ...diagnosticChanges(was, is)]
  const blocks = [...around, ...findings]
  return { status: 'answered', blocks: [headline(was, is, blocks), ...lessEvidence(was, is), ...blocks] }
}

/** A figure may look better only because a file is no longer there: that is said before any figure. */
function lessEvidence(was: Assessment, is: Assessment): readonly Block[] {
  const count = minus(was.inputs, is.inputs, (one) => one.file).length
  return count === 0 ? [] : [{ kind: 'text', role: 'note', tone: 'unknown', text: message('diff.less-evidence', { count }) }]
}

function headline(was: Assessment, is: Assessment, blocks: readonly Block[]): Block {
  if (blocks.length === 0) return { kind: 'text', role: 'headline', text: message('diff.nothing', { was: { date: was.asOf }, is: { date: is.asOf } }) }
  const [gone, come] = [minus(was.dependencies, is.dependencies, dependencyKey).length, minus(is.dependencies, was.dependencies, dependencyKey).length]
  const text = message(was.knowledge.digest === is.knowledge.digest ? 'diff.headline' : 'diff.headline-knowledge', { was: { date: was.asOf }, is: { date: is.asOf }, come, gone })
  return { kind: 'text', role: 'headline', text }
}

/** The block of before that a block continues: the one of its kind and id, or the one at its place of the same kind and title. */
function sameBlock(blocks: readonly Block[], block: Block, at: number): Block | undefined {
  if ('id' in block) return blocks.find((one) => one.kind === block.kind && 'id' in one && one.id === block.id)
  const titled = blocks.find((one) => one.kind === block.kind && 'title' in one && 'title' in block && stableJson(one.title ?? null) === stableJson(block.title ?? null))
  return titled ?? (blocks[at]?.kind === block.kind ? blocks[at] : undefined)
}

function blockChanges(was: Block | undefined, is: Block): readonly Block[] {
  switch (is.kind) {
    case 'table':
      return tableChanges(was?.kind === 'table' ? was : undefined, is)
    case 'bands':
      return bandChanges(was?.kind === 'bands' ? was.rows : [], is)
    case 'measures':
      return figureChanges('measures', is.title ?? message('report.evidence-title'), { before: figuresOf(was), after: is.measures })
    case 'curve':
      return figureChanges(is.id, is.title, { before: figuresOf(was), after: figuresOf(is) })
    case 'waterfall': {
      const before = was?.kind === 'waterfall' ? was.parts : []
      const key = (part: (typeof is.parts)[number]): string => stableJson(part.label)
      const items = (parts: typeof is.parts) => parts.map((part) => ({ text: part.label, proof: part.proof }))
      const [come, gone] = [items(minus(is.parts, before, key)), items(minus(before, is.parts, key))]
      return [...listOf('diff.new', is, come), ...listOf('diff.gone', is, gone), ...figureChanges(is.id, is.title, { before: figuresOf(was), after: figuresOf(is) })]
    }
    case 'list': {
      const before = was?.kind === 'list' ? was.items : []
      const key = (item: (typeof is.items)[number]): string => stableJson(item.text)
      return [...listOf('diff.new', is, minus(is.items, before, key)), ...listOf('diff.gone', is, minus(before, is.items, key))]
    }
    case 'text':
      return is.role === 'headline' && was?.kind === 'text' && stableJson(was.text) !== stableJson(is.text) ? [sentences(was.text, is.text)] : []
    default:
      return [] // pictures show what tables say
  }
}

/** The first sentence, before and after: the shortest account of a change. */
const sentences = (was: Message, is: Message): Block => ({
  kind: 'list',
  title: message('diff.sentence'),
  items: [
    { text: message('diff.was', { text: was }), proof: noProof },
    { text: message('diff.is', { text: is }), proof: noProof },
  ],
  empty: message('figure.none'),
})

const listOf = (key: string, { title }: { readonly title: Message }, items: Extract<Block, { readonly kind: 'list' }>['items']): readonly Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', title: message(key, { title }), items, empty: message('figure.none') }]

type Table = Extract<Block, { readonly kind: 'table' }>

function tableChanges(was: Table | undefined, is: Table): readonly Block[] {
  const [before, after] = [keyed(was?.rows ?? []), keyed(is.rows)]
  const rows = (list: readonly Row[], key: string): readonly Block[] =>
    list.length === 0
      ? []
      : [{ kind: 'table', id: `${is.id}-${key}`, title: message(`diff.${key}`, { title: is.title }), columns: is.columns, rows: list, empty: message('figure.none') }]
  const come = [...after].flatMap(([key, row]) => (before.has(key) ? [] : [row]))
  const gone = [...before].flatMap(([key, row]) => (after.has(key) ? [] : [row]))
  const changed = [...after].flatMap(([key, row]) => cellChanges(is.columns, before.get(key), row))
  return [...rows(come, 'new'), ...rows(gone, 'gone'), ...changesTable(is.id, is.title, changed)]
}

/** Rows by what they are about: their first cell; rows about the same are told apart by their order. */
function keyed(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>()
  for (const row of rows) {
    let key = stableJson(row.cells[0] && 'text' in row.cells[0] ? row.cells[0].text : (row.cells[0] ?? null))
    while (found.has(key)) key = `${key} `
    found.set(key, row)
  }
  return found
}

function cellChanges(columns: readonly Message[], was: Row | undefined, is: Row): readonly Row[] {
  if (!was) return []
  const [about] = is.cells
  return is.cells.flatMap((cell, at): readonly Row[] => {
    const before = was.cells[at]
    if (at === 0 || before === undefined || about === undefined || said(before) === said(cell)) return []
    return [{ cells: [about, { text: columns[at] ?? plain('') }, before, cell], proof: is.proof }]
  })
}

/** What a cell says, without its tone. */
const said = (cell: Cell): string => stableJson('list' in cell ? cell.list : 'interval' in cell ? [cell.interval, cell.unit] : 'date' in cell ? cell.date : cell.text)

const changesTable = (id: string, title: Message, rows: readonly Row[]): readonly Block[] =>
  rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          id: `${id}-changed`,
          title: message('diff.changed', { title }),
          columns: ['what', 'column', 'was', 'is'].map((column) => message(`diff.column.${column}`)),
          rows,
          empty: message('figure.none'),
        },
      ]

/** Where something stands on the ladder: a lower end is a warning, a higher one is good. */
function bandChanges(was: readonly BandRow[], is: Extract<Block, { readonly kind: 'bands' }>): readonly Block[] {
  const key = (row: BandRow): string => stableJson([row.level, row.label])
  const before = new Map(was.map((row) => [key(row), row]))
  const rows = is.rows.flatMap((row) =>
    row.bands.flatMap((band): readonly Row[] => {
      const old = before.get(key(row))?.bands.find((one) => one.pillar === band.pillar)
      if (!old || sameInterval(old.interval, band.interval)) return []
      return [
        {
          cells: [{ text: row.label }, { text: message(`pillar.${band.pillar}`) }, levelCell(old), { ...levelCell(band), tone: toneOf(old.interval, band.interval) }],
          proof: band.proof,
        },
      ]
    }),
  )
  return changesTable('key' in is.title ? is.title.key.replaceAll('.', '-') : 'bands', is.title, rows)
}

const levelCell = (band: Band) => ({ interval: band.interval, unit: 'level' as const })
const sameInterval = (one: Interval, other: Interval): boolean => one.low === other.low && one.high === other.high
const toneOf = (was: Interval, is: Interval) => (is.low < was.low || is.high < was.high ? ('warning' as const) : ('good' as const))

/** A figure with its name, whatever kind of block it stands in. */
type Named = Pick<Measure, 'label' | 'interval' | 'unit' | 'of' | 'proof'>

function figuresOf(block: Block | undefined): readonly Named[] {
  switch (block?.kind) {
    case 'measures':
      return block.measures
    case 'curve':
      return block.marks.map((mark) => ({ label: mark.label, interval: mark.amount, unit: block.unit, proof: noProof }))
    case 'waterfall':
      return [...block.parts, { label: block.totalLabel, interval: block.total, proof: noProof }].map((part) => ({ ...part, unit: block.unit }))
    default:
      return []
  }
}

function figureChanges(id: string, title: Message, { before, after }: { readonly before: readonly Named[]; readonly after: readonly Named[] }): readonly Block[] {
  const known = new Map(before.map((one) => [stableJson(one.label), one]))
  const rows = after.flatMap((one): readonly Row[] => {
    const old = known.get(stableJson(one.label))
    if (!old || (sameInterval(old.interval, one.interval) && old.of === one.of)) return []
    return [{ cells: [{ text: one.label }, { text: plain('') }, { interval: old.interval, unit: old.unit }, { interval: one.interval, unit: one.unit }], proof: one.proof }]
  })
  return changesTable(id, title, rows)
}

/** Questions that were answered and no longer are, and the other way round. */
function statusChanges(was: Assessment, is: Assessment): readonly Block[] {
  const rows = is.outcomes.flatMap(({ id, outcome }): readonly Row[] => {
    const before = was.outcomes.find((one) => one.id === id)?.outcome
    if (!before || before.status === outcome.status) return []
    return [
      {
        cells: [{ text: message(`question.${id}`) }, { text: plain('') }, { text: message(`diff.status.${before.status}`) }, { text: message(`diff.status.${outcome.status}`) }],
        proof: noProof,
      },
    ]
  })
  return changesTable('status', message('diff.questions'), rows)
}

function inputChanges(was: Assessment, is: Assessment): readonly Block[] {
  const before = new Map(was.inputs.map((one) => [one.file, one]))
  const rows = [
    ...is.inputs.flatMap((one) => (before.has(one.file) ? (before.get(one.file)?.sha256 === one.sha256 ? [] : [fileRow(one.file, 'other')]) : [fileRow(one.file, 'come')])),
    ...minus(was.inputs, is.inputs, (one) => one.file).map((one) => fileRow(one.file, 'gone')),
  ]
  if (rows.length === 0) return []
  return [
    { kind: 'table', id: 'files', title: message('diff.files'), columns: ['what', 'how'].map((column) => message(`diff.column.${column}`)), rows, empty: message('figure.none') },
  ]
}

const fileRow = (file: string, how: 'come' | 'other' | 'gone'): Row => ({ cells: [{ text: plain(file) }, { text: message(`diff.file.${how}`) }], proof: noProof })

const dependencyKey = (one: Assessment['dependencies'][number]): string => stableJson([one.kind, one.value, one.state])

function dependencyChanges(was: Assessment, is: Assessment): readonly Block[] {
  const table = (key: 'new' | 'gone', list: Assessment['dependencies']): readonly Block[] =>
    list.length === 0
      ? []
      : [
          {
            kind: 'table',
            id: `dependencies-${key}`,
            title: message(`diff.${key}`, { title: message('appendix.dependencies') }),
            columns: ['diff.column.kind', 'appendix.dependency', 'appendix.state', 'appendix.basis'].map((column) => message(column)),
            rows: list.map(
              (one): Row => ({
                cells: [{ text: message(`dependency.${one.kind}`) }, { text: plain(one.value) }, { text: message(`state.${one.state}`) }, { text: message(`basis.${one.basis}`) }],
                proof: { steps: [], at: one.evidence },
              }),
            ),
            empty: message('figure.none'),
          },
        ]
  return [...table('new', minus(is.dependencies, was.dependencies, dependencyKey)), ...table('gone', minus(was.dependencies, is.dependencies, dependencyKey))]
}

/** What newly needs attention. A place that only moved to another line is the same. */
function diagnosticChanges(was: Assessment, is: Assessment): readonly Block[] {
  const come = minus(is.diagnostics, was.diagnostics, (one: Diagnostic) => stableJson([one.code, one.file, one.pointer ?? '', one.values ?? null]))
  if (come.length === 0) return []
  return [
    {
      kind: 'table',
      id: 'diagnostics-new',
      title: message('diff.new', { title: message('report.attention') }),
      columns: ['diff.column.what', 'diff.column.where'].map((column) => message(column)),
      rows: come.map(
        (one): Row => ({
          cells: [
            { text: message(`diagnostic-title.${one.code}`), tone: one.severity === 'note' ? 'plain' : 'warning' },
            { text: plain(one.line === undefined ? one.file : `${one.file}:${one.line}`) },
          ],
          proof: noProof,
        }),
      ),
      empty: message('figure.none'),
    },
  ]
}

function minus<T>(all: readonly T[], without: readonly T[], key: (one: T) => string): readonly T[] {
  const keys = new Set(without.map(key))
  return all.filter((one) => !keys.has(key(one)))
}
