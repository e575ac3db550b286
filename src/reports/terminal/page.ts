import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import { cleanSpeaker } from '../clean-speaker.ts'
import type { RenderOptions } from '../report.ts'
import { colourPalette, type Palette, plainPalette } from './palette.ts'

/** What every line of one terminal page is made with. */
export interface Page {
  readonly speaker: Speaker
  readonly palette: Palette
  readonly width: number
}

/** Narrower than this nothing can be laid out. */
const narrowest = 40

export const pageFor = (options: RenderOptions): Page => ({
  speaker: cleanSpeaker(options.language),
  palette: options.colour === true ? colourPalette : plainPalette,
  width: Math.max(narrowest, options.width ?? 80),
})

/** Says a sentence of the catalogues. */
export const said = (page: Page, key: string, values?: Parameters<typeof message>[1]): string => page.speaker.say(message(key, values))
