import type { Assessment } from '#assessment/assessment.ts'
import { type FirstScreen, openingFigures, type PrimaryBlock } from '../first-screen.ts'
import { blockMarkup } from './block.ts'
import { toned } from './cell.ts'
import { html, type Markup } from './markup.ts'
import { measuresMarkup } from './measures.ts'
import { type Page, said } from './page.ts'

/** The first page: the sentence, beside it what it rests on, then what its questions put forward. */
export function firstPage(page: Page, assessment: Assessment, first: FirstScreen): Markup {
  const sentence = (block: FirstScreen['headlines'][number], name: string): Markup =>
    html`<p class="${name}">${toned(page, page.speaker.say(block.text), block.tone)} ${page.proofs.button(block.proof)}</p>`
  const sentences = first.headlines.map((block, at) => sentence(block, at === first.headlines.length - 1 ? 'headline' : 'before-headline'))
  const more = first.more.map((block) => sentence(block, 'after-headline'))
  return html`<section id="first" aria-labelledby="first-title">
<h2 id="first-title" class="away">${said(page, 'report.first-page')}</h2>
<div class="opening"><div>${sentences.length > 0 ? sentences : html`<p class="headline">${said(page, 'report.no-headline')}</p>`}${more}${first.notes.map((block) => blockMarkup(page, block))}</div>
<aside aria-labelledby="rests-title"><h3 id="rests-title">${said(page, 'report.evidence-title')}</h3>${measuresMarkup(page, openingFigures(assessment, first))}</aside></div>
${primaries(
  page,
  first.primary.map(({ block }) => block),
)}
<p class="legend">${said(page, 'report.signs')}</p>
</section>
`
}

/** Lists that follow one another stand side by side; tables and bands take the whole width. */
function primaries(page: Page, blocks: readonly PrimaryBlock[]): readonly Markup[] {
  const [next, ...rest] = blocks
  if (!next) return []
  if (next.kind !== 'list') return [blockMarkup(page, next), ...primaries(page, rest)]
  const end = rest.findIndex((block) => block.kind !== 'list')
  const lists = [next, ...(end === -1 ? rest : rest.slice(0, end))]
  return [html`<div class="side-by-side">${lists.map((block) => blockMarkup(page, block))}</div>`, ...primaries(page, end === -1 ? [] : rest.slice(end))]
}
