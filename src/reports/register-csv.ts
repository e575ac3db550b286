import type { Block } from '#findings/block.ts'
import { message } from '#lang/message.ts'
import { cellText } from './cell-text.ts'
import { cleanSpeaker } from './clean-speaker.ts'
import type { Report } from './report.ts'

/**
 * One table of a register as plain CSV with its own headings (`c0010`), as a report package holds it: cells that nothing tells are
 * blank, and the result itself lists them. What a person reads in words stands here as its code.
 *
 * @param table the id of the table among the result's
 */
export const registerCsv = (id: string, table: string): Report => ({
  id,
  extension: '.csv',
  render(assessment, { language }) {
    const speaker = cleanSpeaker(language)
    const found = assessment.outcomes
      .flatMap(({ outcome }) => (outcome.status === 'answered' ? outcome.blocks : []))
      .find((block): block is Extract<Block, { readonly kind: 'table' }> => block.kind === 'table' && block.id === table)
    if (!found) return `# ${speaker.say(message('register.not-chosen'))}\r\n`
    const head = found.columns.map((column) => /c\d{4}/.exec(speaker.say(column))?.[0] ?? '')
    const rows = found.rows.map((row) =>
      row.cells.map((cell) => quoted('tone' in cell && cell.tone === 'unknown' ? '' : 'code' in cell && cell.code !== undefined ? cell.code : cellText(speaker, cell))),
    )
    return [head, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')
  },
})

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
