import { assess } from '#assessment/assess.ts'
import type { Assessment } from '#assessment/assessment.ts'
import { readInputs } from '#assessment/read-inputs.ts'
import { message } from '#lang/message.ts'
import type { RenderOptions, Report } from '#reports/report.ts'
import { requestAhead } from '#workspace/assess-folder.ts'
import { NoTypesetter, typesetPdf } from '#workspace/typeset.ts'
import { fileAt, folderAt, makePlace, putDocument, statedLater } from '../disk.ts'
import { loadReport } from '../load-report.ts'
import { dateOf, languageOf, limitOf, mostYears, tell, UsageFault, usage, wholeOf } from '../options.ts'
import { assessmentBar } from '../progress.ts'
import { tellKnowledgeFaults } from '../tell-faults.ts'
import { terminalOf } from '../terminal.ts'

interface Options {
  readonly format?: readonly string[]
  readonly out?: readonly string[]
  readonly lang?: string
  readonly asOf?: string
  readonly knowledge?: string
  readonly failOn?: readonly string[]
  readonly config?: string
  readonly years?: string
  readonly quiet?: boolean
}

/** Assesses a folder and writes each document that was asked for. */
export const assessCommand = (path: string, options: Options): Promise<number> =>
  usage(async () => {
    const formats = options.format ?? ['terminal']
    const outs = options.out ?? formats.map(() => '-')
    if (formats.length !== outs.length) throw new UsageFault(message('usage.format-and-out', { formats: formats.length, outs: outs.length }))
    const language = languageOf(options.lang)
    const reports = await Promise.all(formats.map((format) => loadReport(format)))
    const years = options.years === undefined ? undefined : wholeOf('--years', options.years, { from: 1, to: mostYears })
    const [ownKnowledge, config] = [folderAt('--knowledge', options.knowledge), fileAt('--config', options.config)]
    const wish = { root: path, asOf: dateOf(options.asOf), ownKnowledge, limits: (options.failOn ?? []).map(limitOf), config, years }
    const bar = assessmentBar({ quiet: options.quiet === true, language }, years)
    try {
      const request = await statedLater(() => requestAhead(wish, bar.told), path)
      bar.clear()
      tellKnowledgeFaults(request.knowledgeFaults)
      for (const out of outs) makePlace(out)
      const assessment = await assess(request)
      for (const [at, report] of reports.entries()) {
        const out = outs[at] ?? '-'
        bar.document(out === '-' ? (formats[at] ?? '') : out, at / reports.length)
        const document = await written(report, assessment, { language, ...terminalOf(out) })
        bar.clear()
        putDocument(out, document)
      }
      return exitCode(assessment)
    } finally {
      bar.clear()
    }
  })

/** The document as it is kept: text, or the bytes that an engine sets it in. */
async function written(report: Report, assessment: Assessment, options: RenderOptions): Promise<string | Uint8Array> {
  const text = report.render(assessment, options)
  if (report.setBy === undefined) return text
  try {
    return await typesetPdf(text, assessment.asOf)
  } catch (fault) {
    if (fault instanceof NoTypesetter) throw new UsageFault(message('usage.no-typesetter', { name: fault.wanted }))
    throw fault
  }
}

/** 2 when not one file could be read, 1 when a limit is passed, 0 otherwise. */
function exitCode(assessment: Assessment): number {
  if (readInputs(assessment.inputs).length === 0) {
    tell(message('terminal.nothing-read'))
    return 2
  }
  const failed = assessment.thresholds.filter((one) => !one.passed)
  for (const one of failed) tell(message('terminal.over-limit', { name: one.name, value: `${one.value}`, limit: `${one.limit}` }))
  return failed.length > 0 ? 1 : 0
}
