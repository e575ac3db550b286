/** One document of a YAML stream as text, and where it begins. */
export interface YamlChunk {
  readonly text: string
  /** Lines before it in the file. */
  readonly linesBefore: number
}

/**
 * Parts a stream at its document markers. `---` at the beginning of a line is one wherever it stands (YAML 1.2.2, 9.1.2: it is
 * forbidden inside of scalars), so a document that is broken costs no other one.
 */
export function yamlChunks(text: string): readonly YamlChunk[] {
  const chunks: YamlChunk[] = []
  const marks = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm
  let from = 0
  let before = 0
  const end = (to: number): void => {
    const chunk = text.slice(from, to)
    chunks.push({ text: chunk, linesBefore: before })
    before += linesIn(chunk)
    from = to
  }
  for (const mark of text.matchAll(marks)) {
    const at = mark.index
    if (mark[0] === '...') end(endOfLine(text, at))
    else if (holdsMore(text.slice(from, at))) end(at)
  }
  const rest = text.slice(from)
  if (chunks.length === 0 || /^---/m.test(rest) || holdsMore(rest)) end(text.length)
  return chunks
}

/** Whether there is anything but blanks, comments and directives, which belong to the document that follows them. */
const holdsMore = (text: string): boolean => /^(?![ \t]*(?:#|$)|%)/m.test(text.replace(/\r/g, ''))

const endOfLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

function linesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
