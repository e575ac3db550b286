import { isDate } from '#lang/duration.ts'

/** More years than anybody can wait for; a number beyond is a slip. */
export const mostYears = 999_999_999_999

/** Something wrong with how the command was called, said to the one who called it. */
export class UsageFault extends Error {}

/** Runs a command; wrong usage is told in one line and answered with exit code 2. */
export async function usage(command: () => Promise<number>): Promise<number> {
  try {
    return await command()
  } catch (fault) {
    if (!(fault instanceof UsageFault)) throw fault
    console.error(`deltaplan: ${fault.message}`)
    return 2
  }
}

export function languageOf(text: string | undefined): 'en' | 'nl' {
  if (text === undefined || text === 'en' || text === 'nl') return text ?? 'en'
  throw new UsageFault(`--lang wants nl or en, got "${text}"`)
}

/** A date as it was given, or nothing; the product reads no other form. */
export function dateOf(text: string | undefined): string | undefined {
  if (text === undefined || isDate(text)) return text
  throw new UsageFault(`--as-of wants a day as 2026-11-24, got "${text}"`)
}

/** What of a text that was given is a whole number within these bounds, written in plain digits: `1e3`, `0x10` and nothing at all are none. */
export function wholeOf(option: string, text: string, { from, to }: { readonly from: number; readonly to: number }): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (value >= from && value <= to) return value
  throw new UsageFault(`${option} wants a whole number from ${from} to ${to}, got "${text}"`)
}

/** One of some words, as it was given. */
export function oneOf<T extends string>(option: string, text: string, words: readonly T[]): T {
  const found = words.find((word) => word === text)
  if (found === undefined) throw new UsageFault(`${option} wants ${words.slice(0, -1).join(', ')} or ${words.at(-1)}, got "${text}"`)
  return found
}

/** Options that do nothing where they were given: whoever gave them expects otherwise. @param where what they belong to, in words */
export function refuseIdle(given: Readonly<Record<string, unknown>>, where: string): void {
  const idle = Object.keys(given).filter((option) => given[option] !== undefined && given[option] !== false)
  if (idle.length > 0) throw new UsageFault(`${idle.join(', ')}: ${where}`)
}
