import type { Band, Block } from '#findings/block.ts'
import { pillars } from '#findings/block.ts'
import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import { bandWords } from '../band-words.ts'
import { flowPicture } from '../flow-picture.ts'
import { type Grid, gridOf } from '../grid.ts'
import { proofText } from '../place-text.ts'
import { curveContent } from './curve.ts'
import { drawingContent } from './drawing.ts'
import { moreRows, rowsShown, tableContent } from './table.ts'
import { type Content, call, list, text } from './typst.ts'
import { waterfallContent } from './waterfall.ts'

/** How many names a cell tells before it counts the rest. */
const namesShown = 4

/** How many links of a map are told; the other reports have them all. */
const linksTold = 60

/** A block as content, with its title as a heading of a level. */
export function blockContent(speaker: Speaker, block: Block, level: number): readonly Content[] {
  if (block.kind === 'text') return [call(block.role === 'headline' ? 'headline' : 'quiet', text(speaker.say(block.text)))]
  const grid = gridOf(speaker, block, namesShown)
  if (!grid) return []
  const title = grid.title === undefined ? [] : [call('heading', `level: ${level}`, text(grid.title))]
  if (grid.rows.length === 0) return [...title, call('quiet', text(grid.empty))]
  return [...title, ...bodyOf(speaker, block, grid)]
}

function bodyOf(speaker: Speaker, block: Block, grid: Grid): readonly Content[] {
  switch (block.kind) {
    case 'list':
      return [
        call('enum', ...grid.rows.slice(0, rowsShown).map((row) => text(withPlace(row.cells[0] ?? '', proofText(row.proof, 2))))),
        ...moreRows(speaker, grid.rows.length - rowsShown),
      ]
    case 'bands':
      return [bandsContent(speaker, block, grid), ...moreRows(speaker, grid.rows.length - rowsShown)]
    case 'flow':
      return pictureOf(speaker, block)
    case 'curve':
      return [...curveContent(speaker, block), ...tableContent(speaker, grid)]
    case 'waterfall':
      return waterfallContent(speaker, block)
    default:
      return tableContent(speaker, grid)
  }
}

const withPlace = (words: string, place: string): string => (place === '' ? words : `${words} (${place})`)

function bandsContent(speaker: Speaker, block: Extract<Block, { readonly kind: 'bands' }>, grid: Grid): Content {
  const used = pillars.filter((pillar) => block.rows.some((row) => row.bands.some((band) => band.pillar === pillar)))
  const rows = block.rows.slice(0, rowsShown).map((row) => {
    const cells = used.map((pillar) => {
      const band = row.bands.find((one) => one.pillar === pillar)
      return band ? bandContent(speaker, band) : text(speaker.say(message('report.band-none')))
    })
    return list(text(speaker.say(row.label)), ...cells)
  })
  return call('grid-table', list('3fr', ...used.map(() => '2fr')), list(...grid.columns.map(text)), list(...rows))
}

function bandContent(speaker: Speaker, band: Band): Content {
  const words = bandWords(speaker, band)
  const lines = [words.rungs, words.target, words.answered].filter((line) => line !== undefined)
  const gauge = call('gauge', `${band.interval.low}`, `${band.interval.high}`, band.target === undefined ? 'none' : `${band.target}`)
  return `{ ${[gauge, ...lines.flatMap((line) => ['linebreak()', text(line)])].join('; ')} }`
}

/** The map, with its words for those who hear the document; its table stands in the other reports. */
function pictureOf(speaker: Speaker, block: Extract<Block, { readonly kind: 'flow' }>): readonly Content[] {
  const picture = flowPicture(speaker, block)
  if (!picture) return [call('quiet', text(speaker.say(message('figure.none'))))]
  const links = block.links.map((link) => `${labelOf(speaker, block, link.from)} → ${labelOf(speaker, block, link.to)}`)
  return [drawingContent(picture, `${picture.title}. ${picture.layers.join(' → ')}: ${links.slice(0, linksTold).join('; ')}`)]
}

const labelOf = (speaker: Speaker, block: Extract<Block, { readonly kind: 'flow' }>, id: string): string => {
  const node = block.nodes.find((one) => one.id === id)
  return node ? speaker.say(node.label) : id
}
