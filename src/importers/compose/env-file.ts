import { interpolate, type Lookup } from './interpolate.ts'

/** One line of an env file. */
export interface EnvEntry {
  readonly name: string
  /** Left out for a name alone: it is taken over from whoever starts the program. */
  readonly value?: string
  readonly line: number
}

/**
 * Reads an env file as Compose does: comments, `export`, blanks round the equals sign, single quotes (taken as they are but for `\'`), double
 * quotes (which may run over lines), and variables of `before`, of the project, and of the lines above.
 *
 * @param raw whether variables and quotes stay as they are (`format: raw`)
 */
export function readEnvFile(text: string, before: Lookup, raw = false): readonly EnvEntry[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const known = new Map<string, string>()
  const lookup: Lookup = (name) => known.get(name) ?? before(name)
  const entries: EnvEntry[] = []
  for (let at = 0; at < lines.length; at++) {
    const parts = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*(?:[=:]\s*(.*))?$/.exec(lines[at] ?? '')
    if (!parts) continue
    const [, name = '', rest] = parts
    const line = at + 1
    if (rest === undefined) {
      entries.push({ name, line })
      continue
    }
    const quote = raw ? undefined : /^["']/.exec(rest)?.[0]
    const more = quote === undefined || quotedIn(rest) !== undefined ? 0 : linesToClose(lines, at, quote)
    const written = more === 0 ? rest : [rest, ...lines.slice(at + 1, at + 1 + more)].join('\n')
    at += more
    const value = raw ? written.trim() : readValue(written, lookup)
    known.set(name, value)
    entries.push({ name, value, line })
  }
  return entries
}

/** A quoted value that runs over more lines than this was never closed. */
const longest = 100

/** How many more lines a quoted value takes; none when it is not closed at all, and then ends with its line. */
function linesToClose(lines: readonly string[], at: number, quote: string): number {
  for (let more = 1; more <= longest && at + more < lines.length; more++) {
    if ((lines[at + more] ?? '').replace(/\\./g, '').includes(quote)) return more
  }
  return 0
}

/** What stands between the quote that a text begins with and the one that closes it, if one does. */
function quotedIn(text: string): string | undefined {
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === text[0]) return text.slice(1, at)
  }
  return undefined
}

function readValue(written: string, lookup: Lookup): string {
  const quoted = /^["']/.test(written) ? quotedIn(written) : undefined
  if (quoted !== undefined) return written.startsWith("'") ? quoted.replaceAll("\\'", "'") : interpolate(unescaped(quoted), lookup).text
  const comment = written.startsWith('#') ? 0 : written.search(/\s#/)
  return interpolate((comment < 0 ? written : written.slice(0, comment)).trimEnd(), lookup).text
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }
const unescaped = (text: string): string => text.replace(/\\(.)/gs, (_, char: string) => escapes[char] ?? (char === '$' ? '$$' : char))
