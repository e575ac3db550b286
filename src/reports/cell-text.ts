import type { Cell, Row } from '#findings/block.ts'
import { type Message, message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import { figure } from './figure.ts'

/** A cell in words, as plain text. @param most how many names of a list are told before the rest is counted; all, where it is left out */
export function cellText(speaker: Speaker, cell: Cell, most = Number.POSITIVE_INFINITY): string {
  if ('text' in cell) return speaker.say(cell.text)
  if ('date' in cell) return speaker.date(cell.date)
  if ('list' in cell) return cell.list.length === 0 ? speaker.say(message('figure.none')) : speaker.list(namesOf(speaker, cell.list, most))
  return figure(speaker, cell.interval, cell.unit)
}

function namesOf(speaker: Speaker, list: readonly Message[], most: number): readonly string[] {
  const rest = list.length - most
  // One name takes no more room than the words for it.
  const shown = rest > 1 ? [...list.slice(0, most), message('report.others', { count: rest })] : list
  return shown.map((item) => speaker.say(item))
}

/** Units whose nought means that nothing was found. Nought hours is "at once", and rung 0 is a rung. */
const countingUnits: readonly string[] = ['count', 'files', 'functions', 'workloads', 'share']

function isNothing(cell: Cell): boolean {
  if ('list' in cell) return cell.list.length === 0
  return 'interval' in cell && cell.tone !== 'unknown' && cell.interval.low === 0 && cell.interval.high === 0 && countingUnits.includes(cell.unit)
}

/**
 * Rows that say something, and the names of those that only say "nothing" in every cell after the first. A wall of noughts
 * hides the one row that matters, so a view says those in one sentence.
 */
export function foldRows(speaker: Speaker, rows: readonly Row[]): { readonly shown: readonly Row[]; readonly folded: readonly string[] } {
  const empty = (row: Row): boolean => row.cells.length > 1 && row.cells.slice(1).every(isNothing)
  const names = rows.filter(empty).flatMap((row) => (row.cells[0] ? [cellText(speaker, row.cells[0])] : []))
  return { shown: rows.filter((row) => !empty(row)), folded: names }
}
