import { organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Outcome } from '#findings/outcome.ts'
import { message } from '#lang/message.ts'
import { cutLevels } from '#scenarios/points.ts'
import type { Analysis } from '../analysis.ts'
import { cutSetMethod } from './method.ts'
import { type AskedSets, setTable } from './set-table.ts'

/** How many things at most are lost together: three at once is a year of bad luck, and lists of it are long. */
const usualOrder = 2

/** Of more functions than this nobody asks for combinations: they are workloads that nobody grouped. */
const mostFunctions = 200

/** Which combinations stop a function, where none of them does alone. */
export const cutSetsAnalysis: Analysis = {
  id: 'cut-sets',
  answer(subject: Subject): Outcome {
    const { functions } = organisation(subject)
    if (!functions.some((one) => one.declared)) return { status: 'too-little-evidence', reason: message('cut-sets.no-function') }
    const tables = cutLevels.map((level) => setTable(subject, { level, maxOrder: usualOrder, least: 2 }))
    return { status: 'answered', blocks: [...tables.flat(), { kind: 'text', role: 'method', text: message('cut-sets.method') }, cutSetMethod] }
  },
}

/** The same of one level alone, as it is asked for; single losses included. */
export function cutSetsAnswer(subject: Subject, asked: Omit<AskedSets, 'least' | 'roads'>): Outcome {
  const { functions } = organisation(subject)
  if (functions.length === 0 || functions.length > mostFunctions) return { status: 'too-little-evidence', reason: message('cut-sets.no-function') }
  return {
    status: 'answered',
    blocks: [...setTable(subject, { ...asked, least: 1, roads: true }), { kind: 'text', role: 'method', text: message('cut-sets.method') }, cutSetMethod],
  }
}
