import type { Assessment } from '#assessment/assessment.ts'
import { plain } from '#lang/message.ts'
import { clean } from '../clean-speaker.ts'
import { diagnosticGroups, diagnosticPlace } from '../diagnostic-words.ts'
import { figure } from '../figure.ts'
import { type FirstScreen, firstScreen, laterBlocks, openingFigures } from '../first-screen.ts'
import { questionOf } from '../question.ts'
import type { Report } from '../report.ts'
import { blockLines, measureLines } from './block.ts'
import { padded, shortened, widthOf, wrapped } from './fit.ts'
import { type Page, pageFor, said } from './page.ts'

/** How many rows a table of the first page may take here: the page is for a glance, the other reports are for reading. */
const rowsShown = 8

/** The first page in text, what else there is in a line each, and how to see it. */
export const terminal: Report = {
  id: 'terminal',
  extension: '.txt',
  render(assessment, options) {
    const page = pageFor(options)
    const first = firstScreen(assessment)
    const lines = [
      ...opening(page, assessment, first),
      ...first.primary.flatMap(({ block }) => blockLines(page, block, rowsShown)),
      ...also(page, assessment, first),
      ...attention(page, assessment),
    ]
    const ways = ['terminal.see-html', 'terminal.see-explain'].flatMap((key) => wrapped(said(page, key), page.width))
    return `${[...lines, '', ...ways.map((line) => page.palette.quiet(line))].join('\n')}\n`
  },
}

function opening(page: Page, assessment: Assessment, first: FirstScreen): readonly string[] {
  const head = page.palette.quiet(`Deltaplan · ${said(page, 'report.as-of', { date: { date: assessment.asOf } })}`)
  const sentences = [...first.headlines, ...first.more].flatMap((block) => blockLines(page, block, rowsShown))
  const notes = first.notes.flatMap((block) => wrapped(page.speaker.say(block.text), page.width).map((line) => page.palette.quiet(line)))
  const evidence = ['', page.palette.title(said(page, 'report.evidence-title')), ...measureLines(page, openingFigures(assessment, first))]
  return [head, ...sentences, ...notes, ...evidence]
}

/** What the first page does not show, one line a block, and each question that has no answer. */
function also(page: Page, assessment: Assessment, first: FirstScreen): readonly string[] {
  const lines = assessment.outcomes.flatMap(({ id, outcome }) => {
    if (outcome.status !== 'answered') {
      const text = `${page.speaker.say(questionOf(id))} ${said(page, `report.status.${outcome.status}`)} ${page.speaker.say(outcome.reason)}`
      return wrapped(text, page.width - 2).map((line) => `  ${page.palette.toned(line, 'unknown')}`)
    }
    return laterBlocks(outcome.blocks, first).flatMap((block) => {
      if (block.kind === 'waterfall') return [entry(page, page.speaker.say(block.title), figure(page.speaker, block.total, block.unit))]
      if (!('rows' in block || 'items' in block) || !block.title) return []
      const count = 'rows' in block ? block.rows.length : block.items.length
      return count === 0 ? [] : [entry(page, page.speaker.say(block.title), said(page, 'terminal.rows', { count }))]
    })
  })
  return lines.length > 0 ? ['', page.palette.title(said(page, 'terminal.also')), ...lines] : []
}

/** A name and a figure with dots between them. */
function entry(page: Page, name: string, value: string): string {
  const title = shortened(name, page.width - widthOf(value) - 6)
  return `  ${title} ${page.palette.quiet('·'.repeat(Math.max(1, page.width - widthOf(title) - widthOf(value) - 4)))} ${value}`
}

function attention(page: Page, assessment: Assessment): readonly string[] {
  const failed = assessment.thresholds
    .filter((one) => !one.passed)
    .map((one) => shortened(`  ▲ ${said(page, 'report.thresholds')}: ${clean(one.name)} ${page.speaker.number(one.value)} > ${page.speaker.number(one.limit)}`, page.width))
  const cases = diagnosticGroups(assessment.diagnostics).map(({ code, severity, list }) => {
    const title = said(page, 'appendix.count', { title: { key: `diagnostic-title.${code}` }, count: list.length })
    const place = page.speaker.say(plain(list[0] ? diagnosticPlace(list[0]) : ''))
    return shortened(`  ${padded(said(page, `severity.${severity}`), 12)} ${title}: ${place}${list.length > 1 ? ' …' : ''}`, page.width)
  })
  return failed.length + cases.length > 0 ? ['', page.palette.title(said(page, 'terminal.attention')), ...failed.map((line) => page.palette.toned(line, 'warning')), ...cases] : []
}
