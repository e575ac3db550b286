import { explainKnowledge } from '#assessment/explain-knowledge.ts'
import { today } from '#workspace/assess-folder.ts'
import { loadKnowledge } from '#workspace/knowledge.ts'
import { folderAt } from '../disk.ts'
import { dateOf, languageOf, usage } from '../options.ts'
import { printOutcome } from '../print-outcome.ts'
import { tellKnowledgeFaults } from '../tell-faults.ts'

/** Prints what the knowledge base knows of something, and who says so. Exit code 2 when it knows nothing. */
export const knowledgeCommand = (thing: string, options: { readonly lang?: string; readonly asOf?: string; readonly knowledge?: string }): Promise<number> =>
  usage(async () => {
    const language = languageOf(options.lang)
    const { knowledge, faults } = loadKnowledge(folderAt('--knowledge', options.knowledge))
    tellKnowledgeFaults(faults.map((fault) => `${fault.path} ${fault.where}: ${fault.message}`))
    return printOutcome(explainKnowledge(knowledge, thing, dateOf(options.asOf) ?? today()), language)
  })
