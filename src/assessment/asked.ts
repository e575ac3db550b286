import type { Wanted } from '#estate/contents.ts'
import { tellsOf } from '#knowledge/enrich.ts'
import type { Knowledge } from '#knowledge/knowledge.ts'

/** Which of the packages that files list in bulk somebody asks for: those that the knowledge base knows, and those that are named besides. */
export function askedIn(knowledge: Knowledge, named?: Wanted): Wanted {
  const tells = tellsOf(knowledge)
  return named === undefined ? tells : (listed) => tells(listed) || named(listed)
}
