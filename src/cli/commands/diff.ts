import { assess } from '#assessment/assess.ts'
import type { Assessment } from '#assessment/assessment.ts'
import { diff } from '#assessment/diff.ts'
import { diffKnowledge } from '#assessment/diff-knowledge.ts'
import { NoAssessment, readAssessment } from '#assessment/read-assessment.ts'
import type { Outcome } from '#findings/outcome.ts'
import { requestOf } from '#workspace/assess-folder.ts'
import { isKnowledgeFolder, readKnowledgeFolder } from '#workspace/knowledge.ts'
import { textOfFile } from '#workspace/text-of-file.ts'
import { dateOf, languageOf, stated, UsageFault, usage } from '../options.ts'
import { printOutcome } from '../print-outcome.ts'

interface Options {
  readonly format?: string
  readonly lang?: string
  readonly asOf?: string
  readonly knowledge?: string
}

/** Says what differs between two results, two folders, or two knowledge bases. */
export const diffCommand = (was: string, is: string, options: Options): Promise<number> =>
  usage(async () => {
    const language = languageOf(options.lang)
    const outcome = stated(() => isKnowledgeFolder(was) && isKnowledgeFolder(is), was)
      ? diffKnowledge(readKnowledgeFolder(was), readKnowledgeFolder(is))
      : diff(await assessmentAt(was, options), await assessmentAt(is, options))
    return show(outcome, options.format ?? 'terminal', language)
  })

/** Whether a file is a result of ours, and no evidence of somebody's. */
const isResult = (text: string): boolean => /^\s*\{/.test(text) && text.includes('"schemaVersion"') && text.includes('"outcomes"')

/** A result as it was written, or a folder or file that is assessed now. */
async function assessmentAt(path: string, options: Options): Promise<Assessment> {
  const text = stated(() => textOfFile(path), path)
  if (text === undefined || !isResult(text)) return assess(stated(() => requestOf({ root: path, asOf: dateOf(options.asOf), ownKnowledge: options.knowledge }), path))
  try {
    return readAssessment(text)
  } catch (fault) {
    if (fault instanceof NoAssessment) throw new UsageFault(`${path}: ${fault.message}`)
    throw fault
  }
}

async function show(outcome: Outcome, format: string, language: 'en' | 'nl'): Promise<number> {
  if (format === 'terminal') return printOutcome(outcome, language)
  if (format !== 'markdown') throw new UsageFault(`--format wants terminal or markdown, got "${format}"`)
  process.stdout.write((await import('#reports/markdown.ts')).outcomeMarkdown(outcome, language))
  return 0
}
