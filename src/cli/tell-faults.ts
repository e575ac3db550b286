import type { Request, subjectOf } from '#assessment/assess.ts'
import { withLines } from '#assessment/lines.ts'
import { message } from '#lang/message.ts'
import { clean, cleanSpeaker } from '#reports/clean-speaker.ts'
import { diagnosticMessage, diagnosticPlace } from '#reports/diagnostic-words.ts'

/** As many are said beside an answer; who asks for the assessment gets all. */
const mostTold = 5

interface Read {
  readonly subject: ReturnType<typeof subjectOf>['subject']
  readonly request: Pick<Request, 'files'> & { readonly knowledgeFaults: readonly string[] }
  readonly language: 'en' | 'nl'
}

/**
 * Says on standard error what is amiss in what the organisation wrote itself, its deltaplan.yaml and its own knowledge: an answer
 * that leans on it may be another than was meant.
 */
export function tellFaults({ subject, request, language }: Read): void {
  const { say } = cleanSpeaker(language)
  const faults = [
    ...request.knowledgeFaults.map(knowledgeLine),
    ...ownDiagnostics(subject, request.files).map((one) => clean(`${diagnosticPlace(one)}: ${say(diagnosticMessage(one))}`)),
  ]
  for (const fault of faults.slice(0, mostTold)) console.error(fault)
  if (faults.length > mostTold) console.error(say(message('terminal.more-faults', { count: faults.length - mostTold })))
}

/** Says on standard error every fault of the user's own knowledge. */
export function tellKnowledgeFaults(faults: readonly string[]): void {
  for (const fault of faults) console.error(knowledgeLine(fault))
}

const knowledgeLine = (fault: string): string => clean(`knowledge: ${fault}`)

/** Errors first. A file that was asked about by itself counts whatever its name. */
function ownDiagnostics({ diagnostics, inputs }: Read['subject'], files: Request['files']): Read['subject']['diagnostics'] {
  const isOwn = (file: string): boolean => inputs.length === 1 || /(^|\/)deltaplan\.ya?ml$/.test(file)
  const found = diagnostics.filter((one) => isOwn(one.file))
  return withLines(
    ['error', 'warning'].flatMap((severity) => found.filter((one) => one.severity === severity)),
    files,
  )
}
