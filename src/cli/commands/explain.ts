import { subjectOf } from '#assessment/assess.ts'
import { explain, packageNamed } from '#assessment/explain.ts'
import { explainQuestion, isQuestion } from '#assessment/explain-question.ts'
import { requestOf } from '#workspace/assess-folder.ts'
import { dateOf, languageOf, stated, usage } from '../options.ts'
import { printOutcome } from '../print-outcome.ts'

/** Prints the claims behind a thing, or behind all that answers a question. Exit code 2 when nothing is called so. */
export const explainCommand = (thing: string, path: string, options: { readonly lang?: string; readonly asOf?: string; readonly knowledge?: string }): Promise<number> =>
  usage(async () => {
    const language = languageOf(options.lang)
    const request = stated(() => requestOf({ root: path, asOf: dateOf(options.asOf), ownKnowledge: options.knowledge }), path)
    const { subject } = subjectOf({ ...request, asked: packageNamed(thing) })
    return printOutcome(isQuestion(thing) ? await explainQuestion(subject, thing, request.files) : explain(subject, thing, request.files), language)
  })
