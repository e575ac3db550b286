import { explain, packageNamed } from '#assessment/explain.ts'
import { explainQuestion, isQuestion } from '#assessment/explain-question.ts'
import { languageOf, usage } from '../options.ts'
import { printOutcome } from '../print-outcome.ts'
import { readSubject } from '../read-subject.ts'

/** Prints the claims behind a thing, or behind all that answers a question. Exit code 2 when nothing is called so. */
export const explainCommand = (thing: string, path: string, options: { readonly lang?: string; readonly asOf?: string; readonly knowledge?: string }): Promise<number> =>
  usage(async () => {
    const language = languageOf(options.lang)
    const { subject, files } = readSubject(path, options, { asked: packageNamed(thing) })
    return printOutcome(isQuestion(thing) ? await explainQuestion(subject, thing, files) : explain(subject, thing, files), language)
  })
