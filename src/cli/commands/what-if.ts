import { subjectOf } from '#assessment/assess.ts'
import { whatIf } from '#assessment/what-if.ts'
import { requestOf } from '#workspace/assess-folder.ts'
import { dateOf, languageOf, stated, usage } from '../options.ts'
import { printOutcome } from '../print-outcome.ts'

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
    const request = stated(() => requestOf({ root: path, asOf: dateOf(options.asOf), ownKnowledge: options.knowledge }), path)
    for (const fault of request.knowledgeFaults) console.error(`knowledge: ${fault}`)
    return printOutcome(whatIf(subjectOf(request).subject, wanted, options), language)
  })
