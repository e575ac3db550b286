import { clean } from '../clean-speaker.ts'

/** Text that is markup already. Whatever is not stays text: it is escaped on its way in. */
export interface Markup {
  readonly markup: string
}

type Piece = string | number | Markup | undefined | false | readonly Piece[]

/** Markup from a template. Every value is escaped unless it is markup itself; lists are joined; nothing leaves nothing. */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup => ({ markup: parts.reduce((sum, part, at) => sum + written(pieces[at - 1]) + part) })

/** Markup that was made by us and nobody else: a style sheet, a drawing. */
export const raw = (markup: string): Markup => ({ markup })

/** Words longer than this are names of machines, and may be broken at their signs. */
const longWord = 20

/** A sign of money stays with its number, and the number with its millions. */
const together = (text: string): string => text.replaceAll(/(?<=€) (?=\d)|(?<=\d) (?=(?:[mb]|tr)il(?:lion|joen|jard)\b)/g, '\u00a0')

/** Text whose very long words (host names, addresses in code) may be broken behind a full stop, a slash and the like, and nowhere else. */
export const breakable = (text: string): Markup =>
  html`${together(text)
    .split(/(\s+)/)
    .map((word) => (word.length <= longWord ? word : word.split(/(?<=[._/:@-])/).map((part, at) => html`${at > 0 && html`<wbr>`}${part}`)))}`

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text that stays text, between tags as well as within quotes. */
const escaped = (text: string): string => clean(text).replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)

function written(piece: Piece): string {
  if (piece === undefined || piece === false) return ''
  if (typeof piece === 'string') return escaped(piece)
  if (typeof piece === 'number') return String(piece)
  return 'markup' in piece ? piece.markup : piece.map(written).join('')
}
