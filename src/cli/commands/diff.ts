import { assess } from '#assessment/assess.ts'
import type { Assessment } from '#assessment/assessment.ts'
import { diff } from '#assessment/diff.ts'
import { diffKnowledge } from '#assessment/diff-knowledge.ts'
import { NoAssessment, readAssessment } from '#assessment/read-assessment.ts'
import { readInputs } from '#assessment/read-inputs.ts'
import type { Outcome } from '#findings/outcome.ts'
import { message } from '#lang/message.ts'
import { isKnowledgeFolder, readKnowledgeFolder } from '#workspace/knowledge.ts'
import { textOfFile } from '#workspace/text-of-file.ts'
import { folderAt, stated } from '../disk.ts'
import { languageOf, oneOf, UsageFault, usage } from '../options.ts'
import { printOutcome } from '../print-outcome.ts'
import { readRequest } from '../read-subject.ts'

interface Options {
  readonly format?: string
  readonly lang?: string
  readonly asOf?: string
  readonly knowledge?: string
}

/** Says what differs between two results, two folders, or two knowledge bases. */
export const diffCommand = (was: string, is: string, options: Options): Promise<number> =>
  usage(async () => {
    const [language, format] = [languageOf(options.lang), oneOf('--format', options.format ?? 'terminal', formats)]
    folderAt('--knowledge', options.knowledge)
    const areKnowledge = [was, is].map((path) => stated(() => isKnowledgeFolder(path), path))
    const outcome = areKnowledge.every((one) => one)
      ? diffKnowledge(readKnowledgeFolder(was), readKnowledgeFolder(is))
      : diff(await assessmentAt(was, options), await assessmentAt(is, options))
    return show(outcome, format, language)
  })

const formats = ['terminal', 'markdown'] as const

/** Whether a file is a result of ours, and no evidence of somebody's. */
const isResult = (text: string): boolean => /^\s*\{/.test(text) && text.includes('"schemaVersion"') && text.includes('"outcomes"')

/** A result as it was written, or a folder or file that is assessed now. Where nothing can be read, nothing is compared: it would seem an estate without anything in it. */
async function assessmentAt(path: string, options: Options): Promise<Assessment> {
  const text = stated(() => textOfFile(path), path)
  if (text === undefined || !isResult(text)) return assessedNow(path, options)
  try {
    return readAssessment(text)
  } catch (fault) {
    if (fault instanceof NoAssessment) throw new UsageFault(message('usage.no-assessment', { path, reason: fault.reason }))
    throw fault
  }
}

async function assessedNow(path: string, options: Options): Promise<Assessment> {
  const assessment = await assess(readRequest(path, options))
  if (readInputs(assessment.inputs).length > 0) return assessment
  throw new UsageFault(message('usage.diff-nothing', { path }))
}

async function show(outcome: Outcome, format: (typeof formats)[number], language: 'en' | 'nl'): Promise<number> {
  if (format === 'terminal') return printOutcome(outcome, language)
  process.stdout.write((await import('#reports/markdown.ts')).outcomeMarkdown(outcome, language))
  return 0
}
