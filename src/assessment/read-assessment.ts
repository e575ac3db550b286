import { isRecord } from '#lang/json.ts'
import { type Message, message } from '#lang/message.ts'
import { type Assessment, schemaVersion } from './assessment.ts'
import { assessmentForm } from './assessment-schema.ts'

/** That a text is no assessment of a form that this version reads. */
export class NoAssessment extends Error {
  readonly reason: Message

  constructor(reason: Message) {
    super('no assessment')
    this.reason = reason
  }
}

/**
 * An assessment as it was written to JSON. Bounds that JSON cannot hold come back: `null` in an interval is without bound.
 *
 * @throws NoAssessment with what is amiss
 */
export function readAssessment(text: string): Assessment {
  const value = parsed(text)
  if (!isRecord(value) || typeof value['schemaVersion'] !== 'string') throw new NoAssessment(message('assessment.no-version'))
  if (value['schemaVersion'] !== schemaVersion) throw new NoAssessment(message('assessment.other-version', { found: value['schemaVersion'], own: schemaVersion }))
  const checked = assessmentForm.safeParse(value)
  if (!checked.success) {
    const [fault] = checked.error.issues
    throw new NoAssessment(message('assessment.faulty', { fault: `${fault?.path.join('.') ?? ''} ${fault?.message ?? ''}`.trim() }))
  }
  return unbounded(value) as unknown as Assessment
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new NoAssessment(message('assessment.no-json'))
  }
}

function unbounded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unbounded)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, one === null ? Number.POSITIVE_INFINITY : unbounded(one)]))
}
