import { thingsOfKind } from '#estate/estate.ts'
import { exposureOf } from '#facts/exposure.ts'
import { organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Outcome } from '#findings/outcome.ts'
import { message } from '#lang/message.ts'
import type { Analysis } from '../analysis.ts'
import { commonGroundBlock } from './common-ground.ts'
import { flowOf } from './flow.ts'
import { clashTable, lawTable } from './laws.ts'
import { mitigationTable } from './mitigations.ts'
import { ownerTable, partyTable } from './parties.ts'
import { reachTable } from './reach.ts'

/** Who and which law stands behind what each workload and function leans on. */
export const exposureAnalysis: Analysis = {
  id: 'exposure',
  answer(subject: Subject): Outcome {
    const workloads = thingsOfKind(subject.estate, 'workload').filter((one) => one.state === 'active')
    const functions = organisation(subject).functions
    if (workloads.length + functions.length === 0) return { status: 'too-little-evidence', reason: message('exposure.no-workload') }
    const exposed = (id: (typeof functions)[number]['id']) => ({ id, exposure: exposureOf(subject)(id) })
    const byWorkload = workloads.map((one) => exposed(one.id))
    const byFunction = functions.map((one) => exposed(one.id))
    return {
      status: 'answered',
      blocks: [
        commonGroundBlock(subject),
        flowOf(subject, byFunction),
        reachTable(subject, 'functions', byFunction),
        reachTable(subject, 'workloads', byWorkload),
        lawTable(subject, byFunction),
        clashTable(subject, byFunction),
        partyTable(subject, byFunction),
        ownerTable(subject, byFunction),
        mitigationTable(subject),
        { kind: 'text', role: 'method', text: message('exposure.method') },
      ],
    }
  },
}
