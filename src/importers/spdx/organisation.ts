import { plainName } from '../bill-parties.ts'

/** Whoever a file names as `Organization: …`, `Person: …` or `Tool: …` (SPDX 2.3, clause 7.5). */
interface Agent {
  /** The name of an organisation. Those of people are never copied, and tools are nobody. */
  readonly organisation: string | undefined
  /** Whether the text has one of the three forms, with a name. */
  readonly isWellFormed: boolean
}

/** Reads who a text names. A text without its kind may name a person, so it names nobody here. */
export function agentIn(text: string): Agent {
  const [, kind = '', rest = ''] = /^\s*(organization|person|tool)\s*:(.*)$/is.exec(text.slice(0, 400)) ?? []
  // What stands in brackets at the end is an address of mail, or nothing.
  const name = plainName(rest.replace(/\([^()]*\)\s*$/, ''))
  return { organisation: kind.toLowerCase() === 'organization' ? asName(name) : undefined, isWellFormed: kind !== '' && rest.trim() !== '' }
}

/** Names that stand for having none. */
const asName = (name: string | undefined): string | undefined => (name === undefined || /^(?:unknown|anonymous|noassertion|none|n\/a)$/i.test(name) ? undefined : name)
