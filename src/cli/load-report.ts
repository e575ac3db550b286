import { message } from '#lang/message.ts'
import { reports } from '#reports/index.ts'
import type { Report } from '#reports/report.ts'
import { UsageFault } from './options.ts'

/** The report of a format. Heavy ones are loaded only when they are asked for. */
export async function loadReport(format: string): Promise<Report> {
  const load = reports[format]
  if (!load)
    throw new UsageFault(
      message('usage.one-of', { option: '--format', words: Object.keys(reports).slice(0, -1).join(', '), last: Object.keys(reports).at(-1) ?? '', text: format }),
    )
  return load()
}
