import type { Assessment } from '#assessment/assessment.ts'
import type { Block } from '#findings/block.ts'
import { isEmptyCurve } from '../curve-reading.ts'
import { type FirstScreen, laterBlocks } from '../first-screen.ts'
import { questionOf } from '../question.ts'
import { blockMarkup } from './block.ts'
import { html, type Markup } from './markup.ts'
import { type Page, said } from './page.ts'

/** A part of the report that the table of contents leads to. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly body: Markup
}

/** Each question as a section, in the order they were asked. One whose findings all stand on the first page has none. */
export function questionSections(page: Page, assessment: Assessment, first: FirstScreen): readonly Section[] {
  return assessment.outcomes.flatMap(({ id, outcome }, at): readonly Section[] => {
    const section = { id: `question-${at + 1}`, title: page.speaker.say(questionOf(id)) }
    if (outcome.status !== 'answered') {
      const status = html`<p class="no-answer"><strong>${said(page, `report.status.${outcome.status}`)}</strong> ${page.speaker.say(outcome.reason)}</p>`
      return [{ ...section, body: status }]
    }
    const later = laterBlocks(outcome.blocks, first)
    if (!later.some((block) => block.kind !== 'text' && block.kind !== 'method')) return []
    const shownBefore = first.primary.filter((one) => one.outcome === id).map(({ block }) => block.title)
    const note = shownBefore.length > 0 && html`<p class="quiet">${said(page, 'report.see-first-page', { titles: shownBefore })}</p>`
    return [{ ...section, body: html`${note}${later.filter((block) => !isEmpty(block)).map((block) => blockMarkup(page, block))}${emptyOnes(page, later)}` }]
  })
}

function isEmpty(block: Block): boolean {
  if (block.kind === 'curve') return isEmptyCurve(block)
  if (block.kind === 'waterfall') return block.parts.length === 0
  if (block.kind === 'tornado') return block.bars.length === 0
  return (block.kind === 'table' && block.rows.length === 0) || (block.kind === 'list' && block.items.length === 0)
}

/** What has not a single row or point, said together in one sentence. */
function emptyOnes(page: Page, blocks: readonly Block[]): Markup | false {
  const titles = blocks.filter(isEmpty).flatMap((block) => ('title' in block && block.title ? [html`<li>${page.speaker.say(block.title)}</li>`] : []))
  return titles.length > 0 && html`<div class="nothing"><p>${said(page, 'report.nothing-under')}</p><ul>${titles}</ul></div>`
}
