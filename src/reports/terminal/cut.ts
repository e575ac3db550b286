import { type Page, said } from './page.ts'

/** The first so many in lines, and how many more there are. */
export function cut<T>(page: Page, things: readonly T[], most: number, lines: (thing: T) => readonly string[]): readonly string[] {
  const rest = things.length - most
  return [...things.slice(0, most).flatMap(lines), ...(rest > 0 ? [`  ${page.palette.quiet(said(page, 'terminal.more-rows', { count: rest }))}`] : [])]
}
