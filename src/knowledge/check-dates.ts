import type { Knowledge, KnowledgeFault } from './knowledge.ts'

/** Dates that contradict one another: an end before its beginning, and a law that is over without a day on which it ended. */
export function checkDates(knowledge: Knowledge): readonly KnowledgeFault[] {
  const laws = [...knowledge.laws].flatMap(([id, law]) => [
    ...spanFaults(`laws/${id}`, 'until', law.date, law.until),
    ...((law.status === 'lapsed' || law.status === 'repealed') && law.until === undefined
      ? [{ path: `laws/${id}`, where: 'until', message: `${law.status}, and no day on which it ended` }]
      : []),
  ])
  const parents = [...knowledge.parties].flatMap(([id, party]) => party.parents.flatMap((parent) => spanFaults(`parties/${id}`, 'parents', parent.from, parent.until)))
  const adequacy = [...knowledge.jurisdictions].flatMap(([id, one]) => spanFaults(`jurisdictions/${id}`, 'adequacy', one.adequacy?.since, one.adequacy?.until))
  return [...laws, ...parents, ...adequacy]
}

/** Years, months and days compare as far as both say them. */
function spanFaults(path: string, where: string, from: string | undefined, until: string | undefined): readonly KnowledgeFault[] {
  if (from === undefined || until === undefined) return []
  const length = Math.min(from.length, until.length)
  return from.slice(0, length) > until.slice(0, length) ? [{ path, where, message: `${until} lies before ${from}` }] : []
}
