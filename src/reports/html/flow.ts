import type { Block, FlowNode } from '#findings/block.ts'
import { cellText } from '../cell-text.ts'
import { html, type Markup, raw } from './markup.ts'
import { type Page, said } from './page.ts'
import { type DrawnLink, type DrawnNode, sankey } from './sankey.ts'
import { grid } from './table.ts'

type Flow = Extract<Block, { readonly kind: 'flow' }>

/** How many nodes a layer shows before the lightest are drawn as one, and how many signs a label has room for. */
const nodesShown = 14
const labelLength = 30

/** The map of who leans on whom: a picture, its words for those who do not see it, and the same as a table. */
export function flowMarkup(page: Page, block: Flow): Markup {
  const labels = new Map(block.nodes.map((node) => [node.id, page.speaker.say(node.label)]))
  const layerOf = new Map(block.nodes.map((node) => [node.id, node.layer]))
  const forward = block.links.filter((link) => link.weight > 0 && (layerOf.get(link.from) ?? 0) < (layerOf.get(link.to) ?? 0))
  if (forward.length === 0) return html`<p class="quiet">${said(page, 'figure.none')}</p>`
  const [title, description] = [page.nextId('flow'), page.nextId('flow-description')]
  const layers = block.layers.map((layer) => page.speaker.say(layer))
  const rows = block.links.map((link) => ({
    cells: [
      { text: { plain: labels.get(link.from) ?? link.from } },
      { text: { plain: labels.get(link.to) ?? link.to } },
      { interval: { low: link.weight, high: link.weight }, unit: 'count' as const },
    ],
    proof: { steps: [], at: [] },
  }))
  const { inner, width, height } = sankey(...drawnOf(page, block.nodes, forward))
  const columns = ['report.from', 'report.to', 'report.weight'].map((key) => said(page, key))
  return html`<div class="picture" tabindex="0" role="group" aria-label="${page.speaker.say(block.title)}">
<p class="layers" aria-hidden="true">${layers.map((layer) => html`<span>${layer}</span>`)}</p>
<svg class="flow" role="img" aria-labelledby="${title} ${description}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><title id="${title}">${page.speaker.say(block.title)}</title><desc id="${description}">${said(page, 'report.flow-description', { count: layers.length, layers: layers.map((layer) => ({ plain: layer })) })}</desc>${raw(inner)}</svg></div>
<details class="as-table"><summary>${said(page, 'report.as-table')}</summary>${grid(page, { title: page.speaker.say(block.title), columns }, rows)}</details>`
}

/** Nodes and links as they are drawn: at most so many a layer, the lightest together as "n others". */
function drawnOf(page: Page, nodes: readonly FlowNode[], links: Flow['links']): [readonly DrawnNode[], readonly DrawnLink[]] {
  const weight = (id: string): number => links.reduce((sum, link) => sum + (link.from === id || link.to === id ? link.weight : 0), 0)
  const weights = new Map(nodes.map((node) => [node.id, weight(node.id)]))
  const drawn: DrawnNode[] = []
  const nameOf = new Map<string, string>()
  for (const layer of [...new Set(nodes.map((node) => node.layer))].sort((a, b) => a - b)) {
    const own = nodes.filter((node) => node.layer === layer && (weights.get(node.id) ?? 0) > 0).toSorted((a, b) => (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0))
    const shown = own.length > nodesShown ? own.slice(0, nodesShown - 1) : own
    for (const node of shown) {
      nameOf.set(node.id, `n${drawn.length}`)
      drawn.push({ name: `n${drawn.length}`, label: labelOf(page, node), layer, tone: node.tone ?? 'plain' })
    }
    const rest = own.slice(shown.length)
    for (const node of rest) nameOf.set(node.id, `n${drawn.length}`)
    if (rest.length > 0) drawn.push({ name: `n${drawn.length}`, label: said(page, 'report.others', { count: rest.length }), layer, tone: 'plain' })
  }
  const sums = new Map<string, number>()
  for (const link of links) {
    const key = `${nameOf.get(link.from)} ${nameOf.get(link.to)}`
    sums.set(key, (sums.get(key) ?? 0) + link.weight)
  }
  return [drawn, [...sums].map(([key, value]) => ({ source: key.split(' ')[0] ?? '', target: key.split(' ')[1] ?? '', value }))]
}

function labelOf(page: Page, node: FlowNode): string {
  const text = [...cellText(page.speaker, { text: node.label })]
  const short = text.length > labelLength ? `${text.slice(0, labelLength - 1).join('')}…` : text.join('')
  if (node.tone === 'warning') return `▲ ${short}`
  return node.tone === 'unknown' ? `◌ ${short}` : short
}
