/** One instruction of a Dockerfile, its continued lines joined by blanks. */
export interface Instruction {
  /** In upper case: `FROM`, `RUN`. */
  readonly word: string
  /** Options before the rest: `--from=build`, each without its dashes. */
  readonly flags: readonly string[]
  readonly rest: string
  /** What stands in here-documents behind it. */
  readonly heredocs: readonly string[]
  /** The line it begins on, from 1. */
  readonly line: number
}

export interface DockerfileRead {
  readonly instructions: readonly Instruction[]
  /** The image that reads the file in Docker's stead (`# syntax=…`), where one is named. */
  readonly syntax?: { readonly image: string; readonly line: number }
  /** The line on which a here-document opens that nothing closes. */
  readonly openAt?: number
}

/**
 * A Dockerfile as its builder reads it (https://docs.docker.com/reference/dockerfile/): directives at its very top, comments, lines that
 * go on behind the escape sign, and here-documents. Whatever stands in it, it comes apart into instructions.
 */
export function dockerfileLines(text: string): DockerfileRead {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const { joint, syntax } = directivesOf(lines)
  const instructions: Instruction[] = []
  let openAt: number | undefined
  for (let at = 0; at < lines.length; ) {
    if (isPassedOver(lines[at] ?? '')) {
      at++
      continue
    }
    const joined = joinedAt(lines, at, joint)
    const inside = heredocsAt(lines, joined)
    if (inside.isOpen) openAt ??= at + 1
    instructions.push({ ...partsOf(joined.text), heredocs: inside.texts, line: at + 1 })
    at = inside.next
  }
  return { instructions, ...(syntax === undefined ? {} : { syntax }), ...(openAt === undefined ? {} : { openAt }) }
}

/** Directives stand before everything else, comments and blank lines included, each once. `joint` is the sign behind which a line goes on. */
function directivesOf(lines: readonly string[]): { readonly joint: string; readonly syntax?: { readonly image: string; readonly line: number } } {
  let joint = '\\'
  let syntax: { readonly image: string; readonly line: number } | undefined
  for (const [at, line] of lines.entries()) {
    const [, name = '', value = ''] = /^\s*#\s*([a-zA-Z][\w-]*)\s*=\s*(\S.*?)\s*$/.exec(line.slice(0, longestDirective)) ?? []
    if (name === '') break
    if (name.toLowerCase() === 'escape' && value === '`') joint = value
    if (name.toLowerCase() === 'syntax') syntax ??= { image: value, line: at + 1 }
  }
  return { joint, ...(syntax === undefined ? {} : { syntax }) }
}

const longestDirective = 1000

const isPassedOver = (line: string): boolean => /^\s*(?:#|$)/.test(line)

interface Joined {
  readonly text: string
  readonly next: number
}

/** An instruction with the lines it goes on in. Comments and blank lines between those are left out. */
function joinedAt(lines: readonly string[], from: number, joint: string): Joined {
  const parts: string[] = []
  let at = from
  for (; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (at > from && isPassedOver(line)) continue
    const plain = line.trim()
    if (!plain.endsWith(joint)) {
      parts.push(plain)
      at++
      break
    }
    parts.push(plain.slice(0, -1).trimEnd())
  }
  return { text: parts.join(' ').trim(), next: at }
}

const takesHeredocs = /^(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\b/i

/** The here-documents that an instruction opens, each up to its own word on a line of its own. */
function heredocsAt(lines: readonly string[], { text, next }: Joined): { readonly texts: readonly string[]; readonly next: number; readonly isOpen: boolean } {
  const names = takesHeredocs.test(text) ? [...text.matchAll(/(?<![<\w])\d?<<(-?)(["']?)([A-Za-z_]\w*)\2(?=[\s;|&>)]|$)/g)] : []
  const texts: string[] = []
  let at = next
  for (const [, dash = '', , name = ''] of names) {
    const from = at
    while (at < lines.length && (dash === '' ? lines[at] : lines[at]?.replace(/^\t+/, '')) !== name) at++
    texts.push(lines.slice(from, at).join('\n'))
    if (at >= lines.length) return { texts, next: at, isOpen: true }
    at++
  }
  return { texts, next: at, isOpen: false }
}

function partsOf(text: string): Pick<Instruction, 'word' | 'flags' | 'rest'> {
  const [first = ''] = /^\S*/.exec(text) ?? []
  const flags: string[] = []
  let rest = text.slice(first.length).trimStart()
  for (;;) {
    const flag = /^--([a-z][\w-]*(?:=\S*)?)(?=\s|$)/i.exec(rest)
    if (!flag) break
    flags.push(flag[1] ?? '')
    rest = rest.slice(flag[0].length).trimStart()
  }
  return { word: first.toUpperCase(), flags, rest }
}
