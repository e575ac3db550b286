import type { Block } from '#findings/block.ts'
import { duration } from '../figure.ts'
import { phasesIn } from '../phases-in.ts'
import { cut } from './cut.ts'
import { shortened, wrapped } from './fit.ts'
import { type Page, said } from './page.ts'

/** Under each function when harm begins, through what, in which phase it is missed, and how sure that is; beneath all, what the phases mean. */
export function timelineLines(page: Page, block: Extract<Block, { readonly kind: 'timeline' }>, most: number): readonly string[] {
  const [quiet, busy] = [block.rows.filter((row) => row.marks.length === 0), block.rows.filter((row) => row.marks.length > 0)]
  const rows = cut(page, busy, most, (row) => [
    `  ${page.palette.strong(shortened(page.speaker.say(row.label), page.width - 2))}`,
    ...row.marks.flatMap((mark) => {
      const told = [said(page, mark.certain ? 'report.certain' : 'report.possible'), ...(mark.phase === undefined ? [] : [said(page, `phase.${mark.phase}`)])].join(', ')
      return wrapped(`${duration(page.speaker, mark.hours)}: ${page.speaker.say(mark.what)} (${told})`, page.width - 4).map((line) => `    ${line}`)
    }),
    ...(row.leftOut === undefined ? [] : [`    ${page.palette.quiet(said(page, 'report.timeline-more', { count: row.leftOut }))}`]),
  ])
  const phases = phasesIn(block).map((phase) => said(page, 'report.phase-meaning', { phase: { key: `phase.${phase}` }, felt: { key: `phase-felt.${phase}` } }))
  const none = quiet.length > 0 ? [`${page.speaker.list(quiet.map((row) => page.speaker.say(row.label)))}: ${said(page, 'report.timeline-none')}`] : []
  const legend = phases.length > 0 ? [`${said(page, 'report.phases-legend')} ${phases.join(' · ')}`] : []
  return [...rows, ...[...none, ...legend].flatMap((words) => wrapped(words, page.width - 2).map((line) => `  ${page.palette.quiet(line)}`))]
}
