import { hoursOf, isDate } from '#lang/duration.ts'

/** Lists in one cell are parted by semicolons, commas, bars or lines. */
export const listIn = (cell: string): readonly string[] =>
  cell
    .split(/[;,|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isBlank(part))

/** What people write where there is nothing to write. */
const isBlank = (text: string): boolean => /^(-+|\?|n\.?v\.?t\.?|n\/?a|none|geen|onbekend|unknown|onbepaald|doorlopend|indefinite|rolling)$/i.test(text.trim())

/** Whether a cell for the end of something says that it has none. */
export const isOpenEnded = (cell: string): boolean => /^((voor )?onbepaalde? ?(tijd)?|doorlopend|indefinite|rolling|open[- ]?ended|evergreen)$/i.test(cell.trim())

/** A text, unless it only says that there is none. */
export const textIn = (cell: string): string | undefined => (cell.trim() === '' || isBlank(cell) ? undefined : cell.trim().replace(/\s+/g, ' '))

/** An ISO date from `2027-01-31`, or `31-01-2027` as Dutch spreadsheets write it, with hyphens, slashes or full stops. */
export function dateIn(cell: string): string | undefined {
  const plain = cell.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2})?$/, '')
  const turned = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain)
  const iso = turned ? `${turned[3]}-${(turned[2] ?? '').padStart(2, '0')}-${(turned[1] ?? '').padStart(2, '0')}` : plain
  return isDate(iso) ? iso : undefined
}

const units: readonly (readonly [RegExp, string])[] = [
  [/^(dag(en)?|days?|d)$/i, 'D'],
  [/^(week|weken|weeks|w|wk)$/i, 'W'],
  [/^(maand(en)?|mnd|months?|m)$/i, 'M'],
  [/^(jaar|jaren|years?|y|j)$/i, 'Y'],
]

/** A period as ISO 8601 writes it, from that or from `3 maanden`; any other text as it stands. */
export function periodIn(cell: string): string | undefined {
  const text = textIn(cell)
  if (text === undefined || hoursOf(text) !== undefined) return text
  const parts = /^(\d{1,4})\s*([a-z]+)$/i.exec(text)
  const unit = units.find(([form]) => form.test(parts?.[2] ?? ''))?.[1]
  return parts && unit ? `P${parts[1]}${unit}` : text
}

/** A party behind the provider: `2: Name (NL)`, with the rank and the country where they are given. */
export interface Subcontractor {
  readonly name: string
  readonly rank?: number
  readonly country?: string
}

export const subcontractorsIn = (cell: string): readonly Subcontractor[] =>
  cell.split(/[;|\n]/).flatMap((part) => {
    const text = textIn(part)
    const country = /\(([A-Za-z]{2})\)$/.exec(text ?? '')?.[1]
    const rank = /^(\d{1,2})\s*[:.)]\s*/.exec(text ?? '')
    const name = text?.slice(rank?.[0].length ?? 0, country === undefined ? undefined : -4).trim()
    if (!name) return []
    return [{ name, ...(rank ? { rank: Number(rank[1]) } : {}), ...(country === undefined ? {} : { country: country.toLowerCase() }) }]
  })
