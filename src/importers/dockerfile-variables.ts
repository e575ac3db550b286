/** Values of variables by name; nothing where nobody gave one. */
export type Variables = ReadonlyMap<string, string>

/** A text with its variables filled in, and the names of those that nobody gave a value. */
export interface Filled {
  readonly text: string
  readonly open: readonly string[]
}

const variable = /\\?\$(?:\{([A-Za-z_]\w*)(?:(:?[-+?])([^${}]*))?\}|([A-Za-z_]\w*))/g
/** Defaults within defaults are rarely deeper. */
const mostRounds = 4
/** Longer values are not kept, and no text grows by more: variables that double one another would fill the memory. */
const longestValue = 2000
const mostGrown = 100_000

/**
 * Fills in `$A`, `${A}`, `${A:-b}` and `${A:+b}` as a Dockerfile does. Variables without a value stay as they are written, and so do those
 * with a pattern (`${A#v}`).
 */
export function filledIn(text: string, values: Variables): Filled {
  let filled: Filled = { text, open: [] }
  for (let round = 0; round < mostRounds && filled.text.includes('$'); round++) {
    const next = filledOnce(filled.text, values)
    if (next.text === filled.text) return next
    filled = next
    if (!/\$\{\w+:?[-+?]/.test(filled.text)) break
  }
  return filled
}

function filledOnce(text: string, values: Variables): Filled {
  const open = [...text.matchAll(/\$\{([A-Za-z_]\w*)[#%/]/g)].map(([, name = '']) => name)
  let grown = 0
  const filled = text.replace(variable, (whole: string, braced: string | undefined, sign = '', other = '', bare = '') => {
    if (whole.startsWith('\\')) return whole
    const name = braced ?? bare
    const value = values.get(name)
    const isSet = value !== undefined && (value !== '' || !sign.startsWith(':'))
    if (sign.endsWith('+')) return isSet ? other : ''
    if (isSet) {
      grown += value.length
      return value.length > longestValue || grown > mostGrown ? whole : value
    }
    if (sign.endsWith('-')) return other
    open.push(name)
    return whole
  })
  return { text: filled, open }
}

/** A row of `ENV`, `ARG` or `LABEL`; only `ARG` may name a variable without giving it a value. */
export interface Assignment {
  readonly name: string
  readonly value?: string
}

/** The rows of `A=b C="d e"`. `ENV` and `LABEL` also know an old form with one row alone, `A b c`. */
export function assignmentsIn(text: string, word: string): readonly Assignment[] {
  const old = word === 'ARG' ? null : /^([^\s="']+)\s+(\S.*)$/s.exec(text)
  if (old) return [{ name: old[1] ?? '', value: unquoted(old[2] ?? '') }]
  return wordsOf(text).flatMap((row) => {
    const cut = row.indexOf('=')
    const name = unquoted(cut < 0 ? row : row.slice(0, cut))
    if (name === '') return []
    return [cut < 0 ? { name } : { name, value: unquoted(row.slice(cut + 1)) }]
  })
}

/** Words parted by blanks; quotes and backslashes hold one together. */
const wordsOf = (text: string): readonly string[] => text.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/gs) ?? []

const unquoted = (text: string): string =>
  text.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs, (_, double: string | undefined, single: string | undefined, escaped: string | undefined) =>
    double === undefined ? (single ?? escaped ?? '') : double.replace(/\\(["\\$])/g, '$1'),
  )
