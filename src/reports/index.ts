import type { Report } from './report.ts'

/** Every report by its format. Each is loaded only when asked for: drawing pictures is heavy, and a pipe wants none. */
export const reports: Readonly<Record<string, () => Promise<Report>>> = {
  terminal: async () => (await import('./terminal/index.ts')).terminal,
  json: async () => (await import('./json.ts')).json,
  html: async () => (await import('./html/index.ts')).html,
  markdown: async () => (await import('./markdown.ts')).markdown,
  sarif: async () => (await import('./sarif.ts')).sarif,
  pdf: async () => (await import('./pdf/index.ts')).pdf,
  csv: async () => (await import('./csv.ts')).csv,
  'dora-b_06.01': async () => (await import('./register-csv.ts')).registerCsv('dora-b_06.01', 'b-06.01'),
  'dora-b_07.01': async () => (await import('./register-csv.ts')).registerCsv('dora-b_07.01', 'b-07.01'),
}
