import { type Flow, flowPicture } from '../flow-picture.ts'
import { html, type Markup, raw } from './markup.ts'
import { type Page, said } from './page.ts'
import { grid } from './table.ts'

/** The map of who leans on whom: a picture, its words for those who do not see it, and the same as a table. */
export function flowMarkup(page: Page, block: Flow): Markup {
  const picture = flowPicture(page.speaker, block)
  if (!picture) return html`<p class="quiet">${said(page, 'figure.none')}</p>`
  const labels = new Map(block.nodes.map((node) => [node.id, page.speaker.say(node.label)]))
  const rows = block.links.map((link) => ({
    cells: [
      { text: { plain: labels.get(link.from) ?? link.from } },
      { text: { plain: labels.get(link.to) ?? link.to } },
      { interval: { low: link.weight, high: link.weight }, unit: 'count' as const },
    ],
    proof: { steps: [], at: [] },
  }))
  const [title, description] = [page.nextId('flow'), page.nextId('flow-description')]
  const { inner, width, height, layers } = picture
  const columns = ['report.from', 'report.to', 'report.weight'].map((key) => said(page, key))
  return html`<p class="legend swipe">${said(page, 'report.picture-swipe')}</p>
<div class="picture" tabindex="0" role="group" aria-label="${picture.title}">
<p class="layers" aria-hidden="true">${layers.map((layer) => html`<span>${layer}</span>`)}</p>
<svg class="flow" role="img" aria-labelledby="${title} ${description}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title id="${title}">${picture.title}</title><desc id="${description}">${picture.description}</desc>${raw(inner)}</svg></div>
<details class="as-table"><summary>${said(page, 'report.as-table')}</summary>${grid(page, { title: picture.title, columns }, rows)}</details>`
}
