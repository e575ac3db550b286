import { coverage } from '#facts/coverage.ts'
import { organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import { unseenSides } from '#facts/views.ts'
import type { Block, Measure } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { message } from '#lang/message.ts'

/** What stands beside the sentence: how much was read, and how much of it is tied to what the organisation does. */
export function evidenceMeasures(subject: Subject): readonly Measure[] {
  const { filesRead, filesNotUnderstood, workloads, workloadsTied, functions, functionsComplete } = coverage(subject)
  const count = (key: string, value: number, more: Partial<Measure> = {}): Measure => ({
    label: message(key),
    interval: { low: value, high: value },
    unit: 'count',
    basis: 'observed',
    proof: noProof,
    ...more,
  })
  const tied = organisation(subject).declared ? [count('overview.tied', workloadsTied, { of: workloads, ...(workloadsTied < workloads ? { tone: 'unknown' } : {}) })] : []
  return [
    count('overview.files-read', filesRead),
    count('overview.files-not-understood', filesNotUnderstood, filesNotUnderstood > 0 ? { tone: 'unknown' } : {}),
    ...(tied.length > 0 ? tied : [count('overview.workloads', workloads)]),
    count('overview.complete', functionsComplete, { of: functions, ...(functionsComplete < functions ? { tone: 'unknown' } : {}) }),
  ]
}

/** How old the oldest of it is, and what nobody showed us at all. */
export function evidenceNotes(subject: Subject): readonly Block[] {
  const { oldest } = coverage(subject)
  const unseen = unseenSides(subject)
  return [
    ...(oldest === undefined ? [] : [{ kind: 'text' as const, role: 'note' as const, text: message('overview.oldest', { date: { date: oldest } }) }]),
    ...(unseen.length === 0
      ? []
      : [{ kind: 'text' as const, role: 'note' as const, tone: 'unknown' as const, text: message('overview.unseen', { sides: unseen.map((side) => message(`side.${side}`)) }) }]),
  ]
}
