import { reports } from '#reports/index.ts'
import type { Report } from '#reports/report.ts'
import { UsageFault } from './options.ts'

/** The report of a format. Heavy ones are loaded only when they are asked for. */
export async function loadReport(format: string): Promise<Report> {
  const load = reports[format]
  if (!load) throw new UsageFault(`--format wants ${Object.keys(reports).join(', ')}, got "${format}"`)
  return load()
}
