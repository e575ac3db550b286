import { isDate } from '#lang/duration.ts'
import { type Message, message, plain } from '#lang/message.ts'
import { cleanSpeaker } from '#reports/clean-speaker.ts'
import { spokenLanguage } from './spoken.ts'

/** More years than anybody can wait for; a number beyond is a slip. */
export const mostYears = 999_999_999_999

/** Something wrong with how the command was called, said to the one who called it. */
export class UsageFault extends Error {
  readonly said: Message

  constructor(said: Message | string) {
    const text = typeof said === 'string' ? plain(said) : said
    super('key' in text ? text.key : text.plain)
    this.said = text
  }
}

/** Says something on standard error, in the language of the command. */
export const tell = (text: Message): void => console.error(cleanSpeaker(spokenLanguage()).say(text))

/** Runs a command; wrong usage is told in one line and answered with exit code 2. */
export async function usage(command: () => Promise<number>): Promise<number> {
  try {
    return await command()
  } catch (fault) {
    if (!(fault instanceof UsageFault)) throw fault
    console.error(`deltaplan: ${cleanSpeaker(spokenLanguage()).say(fault.said)}`)
    return 2
  }
}

export function languageOf(text: string | undefined): 'en' | 'nl' {
  if (text === undefined || text === 'en' || text === 'nl') return text ?? 'en'
  throw new UsageFault(message('usage.language', { text }))
}

/** A date as it was given, or nothing; the product reads no other form. */
export function dateOf(text: string | undefined): string | undefined {
  if (text === undefined || isDate(text)) return text
  throw new UsageFault(message('usage.day', { text }))
}

/** What of a text that was given is a whole number within these bounds, written in plain digits: `1e3`, `0x10` and nothing at all are none. */
export function wholeOf(option: string, text: string, { from, to }: { readonly from: number; readonly to: number }): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (value >= from && value <= to) return value
  throw new UsageFault(message('usage.whole', { option, from: `${from}`, to: `${to}`, text }))
}

/** A limit as it was given, `name=number`. A name that nobody knows is told when all is read: its gate stays shut. */
export function limitOf(text: string): string {
  if (/^[^=]+=\s*\d{1,15}(\.\d+)?\s*$/.test(text)) return text
  throw new UsageFault(message('usage.limit', { text }))
}

/** One of some words, as it was given. */
export function oneOf<T extends string>(option: string, text: string, words: readonly T[]): T {
  const found = words.find((word) => word === text)
  if (found === undefined) throw new UsageFault(message('usage.one-of', { option, words: words.slice(0, -1).join(', '), last: words.at(-1) ?? '', text }))
  return found
}

/** Options that do nothing where they were given: whoever gave them expects otherwise. @param where what they belong to, in words */
export function refuseIdle(given: Readonly<Record<string, unknown>>, where: Message | string): void {
  const idle = Object.keys(given).filter((option) => given[option] !== undefined && given[option] !== false)
  if (idle.length > 0) throw new UsageFault(message('usage.idle', { options: idle.join(', '), where: typeof where === 'string' ? plain(where) : where }))
}
