import { type Language, type Speaker, speaker } from '#words/say.ts'

/**
 * A speaker whose words cannot steer what shows them. Names come out of files of others: a terminal would obey their control
 * characters, and marks of writing direction could make a name read as another one.
 */
export function cleanSpeaker(language: Language): Speaker {
  const own = speaker(language)
  return { ...own, say: (text) => clean(own.say(text)), date: (iso) => clean(own.date(iso)), list: (items) => clean(own.list(items)), country: (code) => clean(own.country(code)) }
}

/** Text without control characters and marks of direction; each becomes one sign that shows it was there. */
export const clean = (text: string): string => text.replaceAll(/[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu, (found) => (/^[\t\r\n]+$/.test(found) ? ' ' : '�'))
