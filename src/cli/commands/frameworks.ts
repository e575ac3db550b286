import { subjectOf } from '#assessment/assess.ts'
import { frameworkStanding, listFrameworks } from '#assessment/frameworks.ts'
import { requestOf } from '#workspace/assess-folder.ts'
import { loadKnowledge } from '#workspace/knowledge.ts'
import { dateOf, languageOf, stated, usage } from '../options.ts'
import { printOutcome } from '../print-outcome.ts'

interface Options {
  readonly of?: string
  readonly lang?: string
  readonly asOf?: string
  readonly knowledge?: string
}

/** Lists the frameworks, or prints how a folder stands against one. Exit code 2 when no framework or thing is called so. */
export const frameworksCommand = (id: string | undefined, path: string, options: Options): Promise<number> =>
  usage(async () => {
    const language = languageOf(options.lang)
    if (id === undefined) return printOutcome(listFrameworks(loadKnowledge(options.knowledge).knowledge), language)
    const request = stated(() => requestOf({ root: path, asOf: dateOf(options.asOf), ownKnowledge: options.knowledge }), path)
    for (const fault of request.knowledgeFaults) console.error(`knowledge: ${fault}`)
    return printOutcome(frameworkStanding(subjectOf(request).subject, id, options.of), language)
  })
