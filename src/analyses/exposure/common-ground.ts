import { commonGround } from '#facts/common-ground.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block } from '#findings/block.ts'
import { message } from '#lang/message.ts'
import { named, proofOf } from '../proof-of.ts'

/** What every workload leans on and nobody knows an alternative for, said once. */
export function commonGroundBlock(subject: Subject): Block {
  return {
    kind: 'list',
    title: message('exposure.common-ground'),
    items: commonGround(subject).map((one) => ({
      text: message('exposure.common-ground-item', {
        party: named(subject, one.party),
        phases: one.phases.map((phase) => message(`phase.${phase}`)),
        count: one.workloads,
      }),
      proof: proofOf(subject, one.road),
    })),
    empty: message('exposure.no-common-ground'),
    primary: true,
  }
}
