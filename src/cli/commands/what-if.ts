import { idleParticulars, whatIf } from '#assessment/what-if.ts'
import { languageOf, UsageFault, usage } from '../options.ts'
import { printOutcome } from '../print-outcome.ts'
import { readSubject } from '../read-subject.ts'

interface Options {
  readonly of?: string
  readonly by?: string
  readonly lang?: string
  readonly asOf?: string
  readonly knowledge?: string
}

/** Prints what fails when something happens. Exit code 2 when no scenario and no thing is called so. */
export const whatIfCommand = (wanted: string, path: string, options: Options): Promise<number> =>
  usage(async () => {
    const language = languageOf(options.lang)
    const { subject } = readSubject(path, options)
    const outcome = whatIf(subject, wanted, options)
    const idle = outcome.status === 'answered' ? idleParticulars(subject.knowledge, wanted, options) : undefined
    if (idle !== undefined) throw new UsageFault(idle)
    return printOutcome(outcome, language)
  })
