import { SankeyChart } from 'echarts/charts'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Tone } from '#findings/block.ts'
import { type Drawing, drawnBy, standIn } from './drawing.ts'

use([SankeyChart, SVGRenderer])

/** A node as it is drawn: its words are final, its name is a number of ours. */
export interface DrawnNode {
  readonly name: string
  readonly label: string
  readonly layer: number
  readonly tone: Tone
}

export interface DrawnLink {
  readonly source: string
  readonly target: string
  readonly value: number
}

const colourOf: Readonly<Record<Tone, string>> = { plain: standIn.node, good: standIn.node, warning: standIn['node-warning'], unknown: standIn['node-unknown'] }

/** Room for one node, in units of the drawing. */
const nodeRoom = 34
const width = 960

/** Draws who leans on whom as SVG: no browser, no chance, and the same bytes for the same nodes. */
export function sankey(nodes: readonly DrawnNode[], links: readonly DrawnLink[]): Drawing {
  const layers = Math.max(...nodes.map((node) => node.layer))
  const most = Math.max(...Array.from({ length: layers + 1 }, (_, layer) => nodes.filter((node) => node.layer === layer).length))
  const height = 40 + most * nodeRoom
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({
    animation: false,
    series: [
      {
        type: 'sankey',
        left: 4,
        right: 4,
        top: 12,
        bottom: 12,
        nodeWidth: 10,
        nodeGap: 16,
        silent: true,
        emphasis: { disabled: true },
        lineStyle: { color: standIn.ribbon, opacity: 1, curveness: 0.5 },
        label: { color: standIn.ink, fontSize: 13, formatter: (one: { readonly name: string }) => nodes.find((node) => node.name === one.name)?.label ?? '' },
        data: nodes.map((node) => ({
          name: node.name,
          depth: node.layer,
          itemStyle: { color: colourOf[node.tone], borderWidth: 0 },
          label: { position: node.layer === layers && layers > 0 ? 'left' : 'right' },
        })),
        links: [...links],
      },
    ],
  })
  const drawn = chart.renderToSVGString()
  chart.dispose()
  return drawnBy(drawn, width, height)
}
