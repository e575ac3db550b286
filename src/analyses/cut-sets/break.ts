import { kindOf } from '#estate/claim.ts'
import type { Step } from '#facts/break-steps.ts'
import type { Subject } from '#facts/subject.ts'
import type { Cell } from '#findings/block.ts'
import type { Interval } from '#lang/interval.ts'
import { type Message, message } from '#lang/message.ts'
import { named } from '../proof-of.ts'

/** What was tried and found to break a set, in words; that nothing was tried where there was no time. */
export function breakCell(subject: Subject, steps: readonly Step[] | undefined): Cell {
  if (steps === undefined) return { text: message('cut-sets.break.untried'), tone: 'unknown' }
  return { list: steps.map((step) => stepText(subject, step)) }
}

/** What is itself fetched, and not those who deliver it. */
const fetched = ['image', 'package', 'model']

function stepText(subject: Subject, { way, on, hours }: Step): Message {
  const what = named(subject, on)
  if (hours !== undefined) return message(`cut-sets.break.${way === 'leave' && kindOf(on) === 'law' ? 'leave-law' : way}`, { what, time: timeText(hours) })
  return message(`cut-sets.break.${way === 'mirror' && fetched.includes(kindOf(on)) ? 'mirror-of' : way}`, { what })
}

const hoursPerDay = 24

function timeText({ low, high }: Interval): Message {
  const unit = low >= hoursPerDay ? hoursPerDay : 1
  const [from, until] = [{ amount: low / unit }, { amount: high / unit }]
  if (low === high) return message(unit === 1 ? 'cut-sets.hours' : 'cut-sets.days', { value: until })
  return message(unit === 1 ? 'cut-sets.hours-between' : 'cut-sets.days-between', { low: from, high: until })
}
