import { IntlMessageFormat } from 'intl-messageformat'
import type { Message, MessageValue } from '#lang/message.ts'
import { catalogue } from './index.ts'

export const languages = ['en', 'nl'] as const
export type Language = (typeof languages)[number]

/** Turns messages into sentences of one language. Numbers and dates are written as people there write them. */
export interface Speaker {
  readonly language: Language
  say(text: Message): string
  date(iso: string): string
  number(value: number, digits?: number): string
  /** A large amount as it is said: two digits that count, no fractions, and from a million on in words ("1.2 million"). */
  amount(value: number): string
  list(items: readonly string[]): string
  /** A country by its code of two letters (ISO 3166); the code itself where that is none. */
  country(code: string): string
}

const locales = { en: 'en-GB', nl: 'nl-NL' } as const

/** @returns a speaker for a language; a key without a sentence is said as the key, and a test makes sure that there is none */
export function speaker(language: Language): Speaker {
  const locale = locales[language]
  const formats = new Map<string, IntlMessageFormat>()
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const large = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 2 })
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const formatOf = (key: string, text: string): IntlMessageFormat => {
    const format = formats.get(key) ?? new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
    formats.set(key, format)
    return format
  }
  const date = (iso: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? dates.format(new Date(`${iso}T00:00:00Z`)) : iso)
  const amount = (number: number): string => {
    const rounded = Number(number.toPrecision(2))
    return (Math.abs(rounded) < 1_000_000 ? whole : large).format(rounded)
  }
  const value = (one: MessageValue): string | number => {
    if (typeof one === 'string' || typeof one === 'number') return one
    if (Array.isArray(one)) return lists.format(one.map((item: Message) => say(item)))
    if ('amount' in one) return amount(one.amount)
    return 'date' in one ? date(one.date) : say(one as Message)
  }
  const say = (text: Message): string => {
    if ('plain' in text) return text.plain
    const wording = catalogue[text.key]
    if (!wording) return text.key
    const values = Object.fromEntries(Object.entries(text.values ?? {}).map(([name, one]) => [name, value(one)]))
    return String(formatOf(text.key, wording[language]).format(values))
  }
  return {
    language,
    say,
    date,
    number: (number, digits = 1) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(number),
    amount,
    list: (items) => lists.format(items),
    country: (code) => (/^[A-Za-z]{2}$/.test(code) ? (countries.of(code.toUpperCase()) ?? code) : code),
  }
}
