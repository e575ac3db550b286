import { isDate } from '#lang/duration.ts'

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

/** What a path led to, or the reason why it led nowhere. Only the disk's own faults are turned into usage. */
export function stated<T>(read: () => T, path: string): T {
  try {
    return read()
  } catch (fault) {
    throw ofPath(fault, path)
  }
}

/** The same of what takes its time. */
export const statedLater = <T>(read: () => Promise<T>, path: string): Promise<T> =>
  read().catch((fault: unknown) => {
    throw ofPath(fault, path)
  })

function ofPath(fault: unknown, path: string): unknown {
  const code = (fault as { readonly code?: string }).code
  if (code === 'ENOENT') return new UsageFault(`there is no ${path}`)
  if (code === 'EACCES' || code === 'ELOOP' || code === 'ENOTDIR') return new UsageFault(`${path} cannot be read (${code})`)
  return fault
}
