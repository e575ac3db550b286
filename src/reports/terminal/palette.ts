import type { Tone } from '#findings/block.ts'

/** How text is coloured. Colour only underlines what the words and signs already say, so a page without it loses nothing. */
export interface Palette {
  strong(text: string): string
  quiet(text: string): string
  title(text: string): string
  toned(text: string, tone: Tone | undefined): string
}

const same = (text: string): string => text

export const plainPalette: Palette = { strong: same, quiet: same, title: same, toned: same }

/** A colour of ECMA-48, set and set back. */
const sgr =
  (code: string) =>
  (text: string): string =>
    text === '' ? text : `\u001b[${code}m${text}\u001b[0m`

const tones: Readonly<Record<Tone, (text: string) => string>> = { plain: same, good: sgr('32'), warning: sgr('1;33'), unknown: sgr('35') }

export const colourPalette: Palette = { strong: sgr('1'), quiet: sgr('2'), title: sgr('1;36'), toned: (text, tone) => tones[tone ?? 'plain'](text) }
