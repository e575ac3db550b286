/** Columns that a text takes: one per code point, which is right for every language that the product speaks. */
export const widthOf = (text: string): number => [...text].length

/** A text cut to a width, with an ellipsis where something was cut off. */
export function shortened(text: string, width: number): string {
  const signs = [...text]
  return signs.length <= width ? text : `${signs.slice(0, Math.max(0, width - 1)).join('')}…`
}

/** A text with blanks after it up to a width. */
export const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** A text in lines no wider than a width, broken between words; a word that is itself too wide is broken where it must be. A sign of money stays with its number. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text
    .replaceAll(/\s+/g, ' ')
    .split(/(?<!€) /)
    .filter((one) => one !== '')
    .flatMap((one) => pieces(one, width))) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

function pieces(word: string, width: number): readonly string[] {
  const signs = [...word]
  return Array.from({ length: Math.ceil(signs.length / width) }, (_, at) => signs.slice(at * width, (at + 1) * width).join(''))
}

/**
 * Widths of columns that together fit: a column gets what it needs as long as that is no more than an even share, and what is
 * left is shared among the others.
 */
export function columnWidths(needs: readonly number[], room: number): readonly number[] {
  const widths = new Map<number, number>()
  let left = room
  for (const { need, at } of needs.map((need, at) => ({ need, at })).toSorted((a, b) => a.need - b.need)) {
    const width = Math.max(1, Math.min(need, Math.floor(left / (needs.length - widths.size))))
    widths.set(at, width)
    left -= width
  }
  return needs.map((_, at) => widths.get(at) ?? 1)
}
