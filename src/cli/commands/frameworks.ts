import { frameworkStanding, listFrameworks } from '#assessment/frameworks.ts'
import { message } from '#lang/message.ts'
import { loadKnowledge } from '#workspace/knowledge.ts'
import { folderAt } from '../disk.ts'
import { languageOf, refuseIdle, usage } from '../options.ts'
import { printOutcome } from '../print-outcome.ts'
import { readSubject } from '../read-subject.ts'

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
    if (id !== undefined) return printOutcome(frameworkStanding(readSubject(path, options).subject, id, options.of), language)
    refuseIdle({ '--of': options.of }, message('usage.with-framework'))
    return printOutcome(listFrameworks(loadKnowledge(folderAt('--knowledge', options.knowledge)).knowledge), language)
  })
