/** A tag with its value, which may go on over several lines between `<text>` and `</text>`. */
export interface TagLine {
  readonly tag: string
  readonly value: string
  /** Of its first line, from 1. */
  readonly number: number
  /** Where in the text that line begins. */
  readonly offset: number
}

/** Values longer than this (whole licences) are texts that nobody reads here. */
const longest = 2_000

/**
 * The tags of a text one after the other, without comments and blank lines.
 *
 * @param fault told of a line that is no tag, and of a text that is never closed: that one ends with its own line
 */
export function* tagLines(text: string, fault: (line: number, reason: 'tag-value') => void): Generator<TagLine> {
  const opens = finder(text, '<text>')
  const closes = finder(text, '</text>')
  let number = 1
  for (let from = text.startsWith('\uFEFF') ? 1 : 0; from < text.length; ) {
    const end = endOfLine(text, from)
    const line = text.slice(from, end).trim()
    let next = end
    if (line !== '' && !line.startsWith('#')) {
      const colon = line.indexOf(':')
      const tag = colon < 0 ? '' : tagIn(line.slice(0, colon))
      const value = line.slice(colon + 1).trimStart()
      const isOpen = value.startsWith('<text>')
      const open = isOpen ? opens(from) : -1
      const close = isOpen ? closeOf({ open, opens, closes }) : -1
      if (tag === '' || (isOpen && close < 0)) fault(number, 'tag-value')
      if (tag !== '') yield { tag, value: close < 0 ? value.slice(0, longest) : text.slice(open + 6, Math.min(close, open + longest)).trim(), number, offset: from }
      if (close > end) next = endOfLine(text, close)
    }
    // A value that goes on holds the line ends between.
    number += next === end ? 1 : text.slice(end, next).split('\n').length
    from = next + 1
  }
}

/** A tag is one word of ASCII letters. */
const tagIn = (text: string): string => (/^[A-Za-z]\w*[ \t]*$/.test(text) ? text.trimEnd() : '')

type Finder = (from: number) => number

/** Where a word stands next. Asked for places further and further on, so that the text is searched once, however often the word is not there. */
function finder(text: string, word: string): Finder {
  let at = 0
  let isAsked = false
  return (from) => {
    if (!isAsked || (at >= 0 && at < from)) at = text.indexOf(word, from)
    isAsked = true
    return at
  }
}

/** Where a text closes; nothing where another one opens before that. */
function closeOf({ open, opens, closes }: { readonly open: number; readonly opens: Finder; readonly closes: Finder }): number {
  const close = closes(open)
  const other = opens(open + 6)
  return other >= 0 && other < close ? -1 : close
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
