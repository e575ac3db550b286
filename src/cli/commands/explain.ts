import { subjectOf } from '#assessment/assess.ts'
import { explain } from '#assessment/explain.ts'
import { requestOf } from '#workspace/assess-folder.ts'
import { languageOf, stated, usage } from '../options.ts'
import { printOutcome } from '../print-outcome.ts'

/** Prints the claims behind a thing. Exit code 2 when nothing is called so. */
export const explainCommand = (thing: string, path: string, options: { readonly lang?: string; readonly asOf?: string; readonly knowledge?: string }): Promise<number> =>
  usage(async () => {
    const language = languageOf(options.lang)
    const request = stated(() => requestOf({ root: path, asOf: options.asOf, ownKnowledge: options.knowledge }), path)
    return printOutcome(explain(subjectOf(request).subject, thing), language)
  })
