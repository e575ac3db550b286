/** What people write where there is nothing to write. */
const blank = /^(-+|_+|\?+|n\.?v\.?t\.?|n\/?a|#n\/a|none|null|nil|geen|onbekend|unknown|undefined|tbd|leeg|empty|\(?(?:empty|blank|leeg)\)?)$/i

const longestBlank = 12
const oddBlanks = /\s\s|[^\S ]/

/** A text, unless it only says that there is none. */
export function textIn(cell: string): string | undefined {
  const trimmed = cell.trim()
  const plain = oddBlanks.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed
  return plain === '' || (plain.length <= longestBlank && blank.test(plain)) ? undefined : plain
}

/** Lists in one cell are parted by semicolons, bars or lines; by commas too, unless the cell as a whole is a name that is known. */
export function listIn(cell: string, isKnown: (text: string) => boolean): readonly string[] {
  const whole = textIn(cell)
  if (whole === undefined) return []
  if (isKnown(whole)) return [whole]
  return cell.split(/[;|\n]/).flatMap((part) => {
    const text = textIn(part)
    if (text === undefined) return []
    return isKnown(text) ? [text] : text.split(',').flatMap((piece) => textIn(piece) ?? [])
  })
}

/** An item by its name, as others of the same list refer to it. */
export function keyIn(name: string): string {
  const plain = name.trim().toLowerCase()
  return oddBlanks.test(plain) ? plain.replace(/\s+/g, ' ') : plain
}
