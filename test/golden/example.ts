import { join } from 'node:path'
import { assess } from '#assessment/assess.ts'
import type { Assessment } from '#assessment/assessment.ts'
import type { Block, Cell, Row } from '#findings/block.ts'
import type { Message } from '#lang/message.ts'
import { html } from '#reports/html/index.ts'
import { json } from '#reports/json.ts'
import { terminal } from '#reports/terminal/index.ts'
import { speaker } from '#words/say.ts'
import { requestOf } from '#workspace/assess-folder.ts'

/** One of the examples, from its files to its reports, and the questions that a story is checked by. */
export interface Example {
  readonly assessment: Assessment
  /** Its outputs, by what they are. */
  readonly pages: Readonly<Record<'json' | 'html in Dutch' | 'html in English' | 'terminal in Dutch' | 'terminal in English', string>>
  blocksOf(analysis: string): readonly Block[]
  rowsOf(analysis: string, table: string): readonly Row[]
  /** What surely and what perhaps stops when something falls away, by the name that the report has for it. */
  stops(name: string, level?: string): Stops
  /** What contradicts itself, in English. */
  contradictions(): readonly string[]
  /** The values of the first sentence. */
  headline(): Readonly<Record<string, unknown>>
}

export interface Stops {
  readonly certain: readonly string[]
  readonly possible: readonly string[]
}

const english = speaker('en')

/** The words of a cell in English, one for each thing that stands in it. */
export function cellText(cell: Cell | undefined): readonly string[] {
  if (cell === undefined) return []
  return 'text' in cell ? [english.say(cell.text)] : 'list' in cell ? cell.list.map((one: Message) => english.say(one)) : 'date' in cell ? [cell.date] : []
}

/** The example in a folder of `examples`, as of the day on which the goldens speak. */
export async function exampleOf(folder: string): Promise<Example> {
  const assessment = await assess(requestOf({ root: join(import.meta.dirname, '..', '..', 'examples', folder), asOf: '2026-11-24', ownKnowledge: undefined }))
  const blocksOf = (id: string): readonly Block[] => {
    const outcome = assessment.outcomes.find((one) => one.id === id)?.outcome
    return outcome?.status === 'answered' ? outcome.blocks : []
  }
  const rowsOf = (analysis: string, table: string): readonly Row[] => blocksOf(analysis).flatMap((block) => (block.kind === 'table' && block.id === table ? block.rows : []))
  return {
    assessment,
    pages: {
      json: json.render(assessment, { language: 'en' }),
      'html in Dutch': html.render(assessment, { language: 'nl' }),
      'html in English': html.render(assessment, { language: 'en' }),
      'terminal in Dutch': terminal.render(assessment, { language: 'nl' }),
      'terminal in English': terminal.render(assessment, { language: 'en' }),
    },
    blocksOf,
    rowsOf,
    stops: (name, level = 'supplier') => {
      const row = rowsOf('single-points', `single-points-${level}`).find((one) => cellText(one.cells[0])[0] === name)
      return { certain: cellText(row?.cells[1]), possible: cellText(row?.cells[2]) }
    },
    contradictions: () => blocksOf('evidence').flatMap((block) => (block.kind === 'list' && block.primary === true ? block.items.map((item) => english.say(item.text)) : [])),
    headline: () => {
      const block = blocksOf('overview').find((one) => one.kind === 'text' && one.role === 'headline')
      return block?.kind === 'text' && 'values' in block.text ? (block.text.values ?? {}) : {}
    },
  }
}
