/** The language in which this process tells what is wrong: that of the command, before its options are looked at any closer. */
const state: { language: 'en' | 'nl' } = { language: 'en' }

export const spokenLanguage = (): 'en' | 'nl' => state.language

/** @param text what `--lang` was given; what goes wrong with anything that is no language is told in English */
export function speakIn(text: unknown): void {
  state.language = text === 'nl' ? 'nl' : 'en'
}
