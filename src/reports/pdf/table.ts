import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import type { Grid } from '../grid.ts'
import { proofText } from '../place-text.ts'
import { type Content, call, list, text } from './typst.ts'

/** How many rows of a table are set: paper is for reading through, and the other reports have them all. */
export const rowsShown = 20

/** Rows of text as a table, with where they were read in a last column. */
export function tableContent(speaker: Speaker, grid: Grid): readonly Content[] {
  const places = grid.rows.map((row) => proofText(row.proof, 2))
  const proven = places.some((place) => place !== '')
  const columns = [...grid.columns, ...(proven ? [speaker.say(message('proof.open'))] : [])]
  const rows = grid.rows.slice(0, rowsShown).map((row, at) => [...row.cells, ...(proven ? [places[at] ?? ''] : [])])
  const more = grid.rows.length - rowsShown
  return [call('grid-table', widthsOf(columns, rows), list(...columns.map(text)), list(...rows.map((row) => list(...row.map(text))))), ...moreRows(speaker, more)]
}

/** How many rows were left out, and where they stand. */
export const moreRows = (speaker: Speaker, count: number): readonly Content[] => (count > 0 ? [call('quiet', text(speaker.say(message('grid.more-rows', { count }))))] : [])

/** Shares of the page by how much a column usually says, none narrower than its longest word that is no name of a machine. */
function widthsOf(columns: readonly string[], rows: readonly (readonly string[])[]): Content {
  const usual = columns.map((column, at) => {
    const texts = [column, ...rows.map((row) => row[at] ?? '')]
    const word = Math.max(...texts.flatMap((one) => one.split(/\s+/).map((part) => part.length)))
    const length = texts.reduce((sum, one) => sum + Math.min(60, one.length), 0) / texts.length
    return Math.max(12, Math.min(15, word), length)
  })
  return list(...usual.map((width) => `${Math.round(width)}fr`))
}
