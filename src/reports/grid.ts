import type { Block } from '#findings/block.ts'
import { pillars } from '#findings/block.ts'
import type { Proof } from '#findings/evidence.ts'
import { unreachable } from '#lang/assert.ts'
import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import { bandWords } from './band-words.ts'
import { cellText } from './cell-text.ts'
import type { Curve } from './curve-reading.ts'
import { curveTable } from './curve-words.ts'
import { duration, figure } from './figure.ts'
import { waterfallRows } from './waterfall-rows.ts'

/** A block as rows of text, for whatever shows no pictures: the same figures in the same words. */
export interface Grid {
  readonly title: string | undefined
  readonly columns: readonly string[]
  readonly rows: readonly GridRow[]
  /** What is said where there is no row. */
  readonly empty: string
}

export interface GridRow {
  readonly cells: readonly string[]
  readonly proof?: Proof
}

/** @param mostNames how many names of a cell are told before the rest is counted; all, where it is left out. @returns nothing for a paragraph, which is no table */
export function gridOf(speaker: Speaker, block: Block, mostNames?: number): Grid | undefined {
  const grid = rawGrid(speaker, block, mostNames)
  return grid && { ...grid, columns: grid.columns.map(capital) }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

function rawGrid(speaker: Speaker, block: Block, mostNames: number | undefined): Grid | undefined {
  const say = (key: string, values?: Parameters<typeof message>[1]): string => speaker.say(message(key, values))
  const title = 'title' in block && block.title ? speaker.say(block.title) : undefined
  const empty = 'empty' in block ? speaker.say(block.empty) : say('figure.none')
  switch (block.kind) {
    case 'text':
      return undefined
    case 'method':
      return {
        title,
        empty,
        columns: [say('method.column.aspect'), say('method.column.says')],
        rows: block.parts.map(({ aspect, formula, says }) => ({
          cells: [say(`method.aspect.${aspect}`), [...(formula === undefined ? [] : [formula]), speaker.say(says)].join(': ')],
        })),
      }
    case 'measures':
      return {
        title,
        empty,
        columns: [say('grid.figure'), say('grid.value')],
        rows: block.measures.map((one) => ({ cells: [speaker.say(one.label), signed(one.tone, measureText(speaker, one))], proof: one.proof })),
      }
    case 'table':
      return {
        title,
        empty,
        columns: block.columns.map((column) => speaker.say(column)),
        rows: block.rows.map((row) => ({ cells: row.cells.map((cell) => signed('tone' in cell ? cell.tone : undefined, cellText(speaker, cell, mostNames))), proof: row.proof })),
      }
    case 'bands':
      return bandGrid(speaker, block, title)
    case 'list':
      return { title, empty, columns: [title ?? say('grid.value')], rows: block.items.map((item) => ({ cells: [speaker.say(item.text)], proof: item.proof })) }
    case 'flow': {
      const labels = new Map(block.nodes.map((node) => [node.id, speaker.say(node.label)]))
      const cells = block.links.map((link) => [labels.get(link.from) ?? link.from, labels.get(link.to) ?? link.to, speaker.number(link.weight)])
      return { title, empty, columns: ['report.from', 'report.to', 'report.weight'].map((key) => say(key)), rows: cells.map((row) => ({ cells: row })) }
    }
    case 'timeline':
      return {
        title,
        empty,
        columns: ['grid.for', 'report.timeline-what', 'report.timeline-phase', 'report.timeline-when', 'report.timeline-how-sure'].map((key) => say(key)),
        rows: block.rows.flatMap((row) => [
          ...row.marks.map((mark) => ({
            cells: [
              speaker.say(row.label),
              speaker.say(mark.what),
              mark.phase === undefined ? '' : say(`phase.${mark.phase}`),
              duration(speaker, mark.hours),
              say(mark.certain ? 'report.certain' : 'report.possible'),
            ],
            proof: mark.proof,
          })),
          ...(row.leftOut === undefined ? [] : [{ cells: [speaker.say(row.label), say('report.timeline-more', { count: row.leftOut }), '', '', ''] }]),
        ]),
      }
    case 'curve':
      return curveGrid(speaker, block, { title, empty })
    case 'waterfall':
      return {
        title,
        empty,
        columns: [say('waterfall.part'), say('waterfall.amount')],
        rows: (block.parts.length === 0 ? [] : waterfallRows(block)).map((row) => ({
          cells: [speaker.say(row.label), figure(speaker, row.interval, block.unit)],
          ...(row.proof ? { proof: row.proof } : {}),
        })),
      }
    case 'tornado':
      return {
        title,
        empty,
        columns: ['tornado.input', 'tornado.if-low', 'tornado.if-high', 'tornado.basis'].map((key) => say(key)),
        rows: block.bars.map((bar) => ({
          cells: [speaker.say(bar.label), ...[bar.ifLow, bar.ifHigh].map((value) => figure(speaker, { low: value, high: value }, block.unit)), speaker.say(bar.basis)],
          proof: bar.proof,
        })),
      }
    default:
      return unreachable(block)
  }
}

function curveGrid(speaker: Speaker, block: Curve, head: { readonly title: string | undefined; readonly empty: string }): Grid {
  const { columns, rows } = curveTable(speaker, block)
  return { ...head, columns, rows: rows.map((cells) => ({ cells })) }
}

function measureText(speaker: Speaker, measure: Extract<Block, { readonly kind: 'measures' }>['measures'][number]): string {
  const plain = figure(speaker, measure.interval, measure.unit)
  return measure.of === undefined ? plain : speaker.say(message('figure.of', { figure: plain, of: measure.of }))
}

/** Words with the sign of their tone: neither colour nor shape is at hand. */
const signed = (tone: string | undefined, text: string): string => (tone === 'warning' ? `▲ ${text}` : tone === 'unknown' ? `◌ ${text}` : text)

function bandGrid(speaker: Speaker, block: Extract<Block, { readonly kind: 'bands' }>, title: string | undefined): Grid {
  const used = pillars.filter((pillar) => block.rows.some((row) => row.bands.some((band) => band.pillar === pillar)))
  const rows = block.rows.map((row): GridRow => {
    const cells = used.map((pillar) => {
      const band = row.bands.find((one) => one.pillar === pillar)
      if (!band) return speaker.say(message('report.band-none'))
      const words = bandWords(speaker, band)
      return [words.rungs, words.target, words.answered].filter((text) => text !== undefined).join('; ')
    })
    const [first] = row.bands
    return { cells: [speaker.say(row.label), ...cells], ...(first ? { proof: first.proof } : {}) }
  })
  const columns = [speaker.say(message(`kind.${block.rows[0]?.level ?? 'workload'}`)), ...used.map((pillar) => speaker.say(message(`pillar.${pillar}`)))]
  return { title, columns, rows, empty: speaker.say(message('figure.none')) }
}
