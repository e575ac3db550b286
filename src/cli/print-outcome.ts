import type { Outcome } from '#findings/outcome.ts'
import { outcomeText } from '#reports/terminal/outcome.ts'
import { terminalOf } from './terminal.ts'

/** Writes one outcome to standard output. @returns the exit code: 2 when there was no answer */
export function printOutcome(outcome: Outcome, language: 'en' | 'nl'): number {
  process.stdout.write(outcomeText(outcome, { language, ...terminalOf('-') }))
  return outcome.status === 'answered' ? 0 : 2
}
