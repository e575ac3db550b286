import type { Report } from '../report.ts'
import { documentOf } from './document.ts'

/** One file that a board can read: no script, nothing fetched, light and dark, on screen and on paper. */
export const html: Report = {
  id: 'html',
  extension: '.html',
  render: (assessment, options) => documentOf(assessment, options.language),
}
