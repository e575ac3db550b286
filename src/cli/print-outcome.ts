import type { Outcome } from '#findings/outcome.ts'
import { outcomeText } from '#reports/terminal/outcome.ts'
import { putDocument } from './disk.ts'
import { terminalOf } from './terminal.ts'

/**
 * Writes one outcome where it was asked for. Why there is no answer goes to standard error, and nothing else is written.
 *
 * @param out - is standard output
 * @returns the exit code: 2 when there was no answer
 */
export function printOutcome(outcome: Outcome, language: 'en' | 'nl', out = '-'): number {
  if (outcome.status !== 'answered') return tellReason(outcome, language)
  putDocument(out, outcomeText(outcome, { language, ...terminalOf(out) }))
  return 0
}

/** Says on standard error why there is no answer. @returns the exit code */
export function tellReason(outcome: Outcome, language: 'en' | 'nl'): number {
  if (outcome.status === 'answered') return 0
  process.stderr.write(outcomeText(outcome, { language, width: 80, colour: false }))
  return 2
}
