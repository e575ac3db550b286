import type { Block, FlowNode } from '#findings/block.ts'
import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import type { Drawing } from './drawing.ts'
import { type DrawnLink, type DrawnNode, sankey } from './sankey.ts'

export type Flow = Extract<Block, { readonly kind: 'flow' }>

/** A map of who leans on whom. */
export interface FlowPicture extends Drawing {
  readonly title: string
  /** The picture in words, for those who do not see it. */
  readonly description: string
  readonly layers: readonly string[]
}

/** How many nodes a layer shows before the lightest are drawn as one, and how many signs a label has room for. */
const nodesShown = 14
const labelLength = 30

/** @returns nothing where no link leads on from one layer to a later one */
export function flowPicture(speaker: Speaker, block: Flow): FlowPicture | undefined {
  const layerOf = new Map(block.nodes.map((node) => [node.id, node.layer]))
  const forward = block.links.filter((link) => link.weight > 0 && (layerOf.get(link.from) ?? 0) < (layerOf.get(link.to) ?? 0))
  if (forward.length === 0) return undefined
  const layers = block.layers.map((layer) => speaker.say(layer))
  const description = speaker.say(message('report.flow-description', { count: layers.length, layers: layers.map((layer) => ({ plain: layer })) }))
  return { ...sankey(...drawnOf(speaker, block.nodes, forward)), title: speaker.say(block.title), description, layers }
}

/** Nodes and links as they are drawn: at most so many a layer, the lightest together as "n others". */
function drawnOf(speaker: Speaker, nodes: readonly FlowNode[], links: Flow['links']): [readonly DrawnNode[], readonly DrawnLink[]] {
  const weight = (id: string): number => links.reduce((sum, link) => sum + (link.from === id || link.to === id ? link.weight : 0), 0)
  const weights = new Map(nodes.map((node) => [node.id, weight(node.id)]))
  const drawn: DrawnNode[] = []
  const nameOf = new Map<string, string>()
  for (const layer of [...new Set(nodes.map((node) => node.layer))].sort((a, b) => a - b)) {
    const own = nodes.filter((node) => node.layer === layer && (weights.get(node.id) ?? 0) > 0).toSorted((a, b) => (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0))
    const shown = own.length > nodesShown ? own.slice(0, nodesShown - 1) : own
    for (const node of shown) {
      nameOf.set(node.id, `n${drawn.length}`)
      drawn.push({ name: `n${drawn.length}`, label: labelOf(speaker, node), layer, tone: node.tone ?? 'plain' })
    }
    const rest = own.slice(shown.length)
    for (const node of rest) nameOf.set(node.id, `n${drawn.length}`)
    if (rest.length > 0) drawn.push({ name: `n${drawn.length}`, label: speaker.say(message('report.others', { count: rest.length })), layer, tone: 'plain' })
  }
  const sums = new Map<string, number>()
  for (const link of links) {
    const key = `${nameOf.get(link.from)} ${nameOf.get(link.to)}`
    sums.set(key, (sums.get(key) ?? 0) + link.weight)
  }
  return [drawn, [...sums].map(([key, value]) => ({ source: key.split(' ')[0] ?? '', target: key.split(' ')[1] ?? '', value }))]
}

function labelOf(speaker: Speaker, node: FlowNode): string {
  const text = [...speaker.say(node.label)]
  const short = text.length > labelLength ? `${text.slice(0, labelLength - 1).join('')}…` : text.join('')
  if (node.tone === 'warning') return `▲ ${short}`
  return node.tone === 'unknown' ? `◌ ${short}` : short
}
