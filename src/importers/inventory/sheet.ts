import type { CsvRow } from '#estate/source/csv-rows.ts'
import { walkXml } from './xml-walk.ts'

/** The rows of one sheet. A row's line is its number in the sheet. */
export interface Sheet {
  readonly rows: readonly CsvRow[]
  readonly sound: boolean
  /** Whether there was more in it than is read. */
  readonly excess: boolean
}

/** As much as a spreadsheet can hold. */
const mostRows = 1_048_576
const mostColumns = 16_384
/** Cells of one sheet that are read. */
const mostCells = 20_000_000
/** No cell holds more (32,767 signs). */
const longestCell = 32_767

/** Texts that sheets refer to by number. Pronunciations beside them (`rPh`) are no part of the text. */
export function sharedTexts(pieces: readonly Uint8Array[]): { readonly texts: readonly string[]; readonly sound: boolean } {
  const texts: string[] = []
  let text = ''
  let [inText, beside] = [false, 0]
  const sound = walkXml(pieces, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') beside++
    },
    close(name) {
      if (name === 'si') texts.push(text)
      else if (name === 't') inText = false
      else if (name === 'rPh') beside--
    },
    text(part) {
      if (inText && beside === 0 && text.length < longestCell) text += part
    },
  })
  return { texts, sound }
}

/** The rows of a sheet, cells that are left out being blank. Numbers stay as they are written; what a formula came to is its value. */
export function sheetOf(pieces: readonly Uint8Array[], texts: readonly string[]): Sheet {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let [line, column, count] = [0, 0, 0]
  let [type, value] = ['', '']
  let [inValue, excess] = [false, false]
  const sound = walkXml(pieces, {
    open(name, attributes) {
      if (name === 'row') {
        cells = []
        line = numberIn(attributes['r']) ?? line + 1
        column = -1
      } else if (name === 'c') {
        column = columnIn(attributes['r']) ?? column + 1
        type = attributes['t'] ?? ''
        value = ''
      } else if (name === 'v' || name === 't') inValue = true
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'c') {
        const text = type === 's' ? (texts[Number(value)] ?? '') : type === 'e' ? '' : value
        if (text === '') return
        if (column >= mostColumns || ++count > mostCells) excess = true
        else {
          while (cells.length < column) cells.push('')
          cells[column] = text.trim()
        }
      } else if (name === 'row') {
        if (rows.length >= mostRows || line > mostRows) excess = true
        else if (cells.some((cell) => cell !== '')) rows.push({ cells, line })
      }
    },
    text(part) {
      if (inValue && value.length < longestCell) value += part
    },
  })
  return { rows, sound, excess }
}

const numberIn = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined)

/** `BC12` stands in the fifty-fifth column: letters count by twenty-six. */
function columnIn(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(reference ?? '')?.[1]
  if (letters === undefined) return undefined
  let number = 0
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64
  return number - 1
}
