import type { Block, Measure, MethodPart } from '#findings/block.ts'
import { unreachable } from '#lang/assert.ts'
import { groupBy } from '#lang/group.ts'
import { figure } from '../figure.ts'
import { bandLines } from './bands.ts'
import { curveLines } from './curve.ts'
import { cut } from './cut.ts'
import { padded, shortened, widthOf, wrapped } from './fit.ts'
import { type Page, said } from './page.ts'
import { tableLines } from './table.ts'
import { timelineLines } from './timeline.ts'
import { tornadoLines } from './tornado.ts'
import { waterfallLines } from './waterfall.ts'

/** A block in lines, with its title above. `most` is how many rows it may take. */
export function blockLines(page: Page, block: Block, most: number): readonly string[] {
  const title = 'title' in block && block.title ? ['', ...wrapped(page.speaker.say(block.title), page.width).map((line) => page.palette.title(line))] : ['']
  return [...title, ...bodyLines(page, block, most)]
}

function bodyLines(page: Page, block: Block, most: number): readonly string[] {
  switch (block.kind) {
    case 'text':
      return wrapped(page.speaker.say(block.text), page.width).map((line) => (block.role === 'headline' ? page.palette.strong(line) : page.palette.quiet(line)))
    case 'method':
      return methodLines(page, block.parts)
    case 'measures':
      return measureLines(page, block.measures)
    case 'table':
      return tableLines(page, block, most)
    case 'bands':
      return bandLines(page, block, most)
    case 'list':
      return listLines(page, block, most)
    case 'flow': {
      const labels = new Map(block.nodes.map((node) => [node.id, page.speaker.say(node.label)]))
      return cut(page, block.links, most, (link) => [
        shortened(`  ${labels.get(link.from) ?? link.from} → ${labels.get(link.to) ?? link.to} (${page.speaker.number(link.weight)})`, page.width),
      ])
    }
    case 'curve':
      return curveLines(page, block)
    case 'waterfall':
      return waterfallLines(page, block, most)
    case 'tornado':
      return tornadoLines(page, block, most)
    case 'timeline':
      return timelineLines(page, block, most)
    default:
      return unreachable(block)
  }
}

/** Under a line for each aspect its parts, a formula on a line of its own. */
function methodLines(page: Page, parts: readonly MethodPart[]): readonly string[] {
  return [...groupBy(parts, (part) => part.aspect)].flatMap(([aspect, list]) => [
    `  ${said(page, `method.aspect.${aspect}`)}`,
    ...list.flatMap(({ formula, says }) => [
      ...(formula === undefined ? [] : [`  · ${formula}`]),
      ...wrapped(page.speaker.say(says), page.width - 4).map((line, at) => page.palette.quiet(`${at === 0 && formula === undefined ? '  · ' : '    '}${line}`)),
    ]),
  ])
}

/** So many signs a name keeps, however long the figures beside it are. */
const shortestLabel = 16

/** Names and figures in two columns. A long figure takes its room from the names, which go on on the next line; no figure is cut. */
export function measureLines(page: Page, measures: readonly Measure[]): readonly string[] {
  const labels = measures.map((measure) => page.speaker.say(measure.label))
  const values = measures.map((measure) => figureWords(page, measure))
  const left = page.width - 4 - Math.max(...values.map(widthOf), 0)
  const room = Math.min(Math.max(...labels.map(widthOf), 0), Math.floor(page.width / 2), Math.max(shortestLabel, left))
  return measures.flatMap(({ tone }, at) => {
    const [names, figures] = [wrapped(labels[at] ?? '', room), wrapped(values[at] ?? '', Math.max(1, page.width - room - 4))]
    return Array.from({ length: Math.max(names.length, figures.length) }, (_, line) => {
      const value = figures[line]
      return `  ${padded(names[line] ?? '', value === undefined ? 0 : room)}${value === undefined ? '' : `  ${page.palette.toned(value, tone)}`}`
    })
  })
}

function figureWords(page: Page, measure: Measure): string {
  const plain = figure(page.speaker, measure.interval, measure.unit)
  const value = measure.of === undefined ? plain : said(page, 'figure.of', { figure: plain, of: measure.of })
  const sign = measure.tone === 'warning' ? '▲ ' : measure.tone === 'unknown' ? '◌ ' : ''
  return sign + value
}

function listLines(page: Page, block: Extract<Block, { readonly kind: 'list' }>, most: number): readonly string[] {
  if (block.items.length === 0) return wrapped(page.speaker.say(block.empty), page.width - 2).map((line) => `  ${line}`)
  const numbered = block.items.map((item, at) => ({ number: `${at + 1}`, text: page.speaker.say(item.text) }))
  return cut(page, numbered, most, ({ number, text }) => wrapped(text, page.width - 5).map((line, at) => (at === 0 ? ` ${padded(number, 3)} ${line}` : `     ${line}`)))
}
