import { CustomChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Spot, Tick } from './curve-frame.ts'
import { type Drawing, drawnBy, standIn } from './drawing.ts'

use([CustomChart, GridComponent, SVGRenderer])

export interface Axis {
  readonly from: number
  readonly to: number
  readonly ticks: readonly Tick[]
  readonly name: string
}

export interface DrawnMark {
  readonly from: number
  readonly to: number
  /** Those of the two that are known, and get a dot. */
  readonly ends: readonly number[]
  readonly chance: number
  readonly label: string
}

/** A curve as it is drawn: everything lies within the axes already, and words are final. */
export interface DrawnCurve {
  readonly amounts: Axis
  readonly chances: Axis
  readonly lines: readonly (readonly Spot[])[]
  readonly marks: readonly DrawnMark[]
  readonly size: { readonly width: number; readonly height: number }
}

/** Room around the field, for the words of the axes. */
export const margins = { left: 48, right: 18, top: 30, bottom: 46 }

const fontSize = 13
/** About how wide a sign is. */
export const signWidth = 6.7
const lineTypes = ['solid', 'dashed', 'dotted'] as const

/** How a line is told from the others without colour, by its place among them. */
export const lineTypeOf = (at: number): (typeof lineTypes)[number] => lineTypes[at % lineTypes.length] ?? 'solid'

/** Draws a curve of chances as SVG: no browser, no chance, and the same bytes for the same points. Both axes multiply. */
export function curveDrawing({ amounts, chances, lines, marks, size }: DrawnCurve): Drawing {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  chart.setOption({
    animation: false,
    grid: { left: margins.left, right: margins.right, top: margins.top, bottom: margins.bottom, outerBoundsMode: 'none' },
    xAxis: axisOf(
      amounts,
      { nameLocation: 'end', nameGap: 0, nameTextStyle: { align: 'right', verticalAlign: 'top', padding: [24, 0, 0, 0], color: standIn.quiet, fontSize } },
      edgeLabels(amounts, size.width),
    ),
    yAxis: axisOf(chances, { nameLocation: 'end', nameGap: 12, nameTextStyle: { align: 'left', padding: [0, 0, 0, -margins.left + 4], color: standIn.quiet, fontSize } }),
    series: [band(lines), strokes(lines), markSeries(marks, size.width)],
  })
  const drawn = chart.renderToSVGString()
  chart.dispose()
  return drawnBy(drawn, size.width, size.height)
}

/** A label at the end of the axis that would leave the drawing is written towards its middle. */
function edgeLabels({ from, to, ticks }: Axis, width: number): object {
  const [first, last] = [ticks[0], ticks.at(-1)]
  const outside = (tick: Tick | undefined, room: number): boolean => tick !== undefined && (tick.text.length * signWidth) / 2 > room
  const right = last ? margins.right + ((width - margins.left - margins.right) * Math.log(to / last.at)) / Math.log(to / from) : 0
  return { ...(outside(first, margins.left) ? { alignMinLabel: 'left' } : {}), ...(outside(last, right) ? { alignMaxLabel: 'right' } : {}) }
}

function axisOf({ from, to, ticks, name }: Axis, naming: object, ends: object = {}): object {
  const places = ticks.map(({ at }) => Math.log10(at))
  const textAt = (value: number): string => ticks.find(({ at }) => Math.abs(Math.log10(at) - value) < 1e-9)?.text ?? ''
  return {
    type: 'value',
    min: Math.log10(from),
    max: Math.log10(to),
    name,
    ...naming,
    axisLine: { show: true, onZero: false, lineStyle: { color: standIn.quiet } },
    axisTick: { show: true, length: 4, customValues: places, lineStyle: { color: standIn.quiet } },
    axisLabel: { customValues: places, formatter: textAt, color: standIn.ink, fontSize, showMinLabel: true, showMaxLabel: true, ...ends },
    splitLine: { show: true, lineStyle: { color: standIn.line } },
  }
}

/** What the evidence leaves open: the field between the first line and the last. */
function band(lines: readonly (readonly Spot[])[]): object {
  const outline = [...(lines[0] ?? []), ...(lines.at(-1) ?? []).toReversed()]
  return {
    type: 'custom',
    silent: true,
    data: lines.length > 1 ? [[0, 0]] : [],
    renderItem: (_: unknown, field: Field) => ({
      type: 'polygon',
      shape: { points: outline.map(([amount, chance]) => field.coord([Math.log10(amount), Math.log10(chance)])) },
      style: { fill: standIn.ribbon, opacity: 0.55 },
    }),
  }
}

/** The lines. Not those of the library, which hide what lies outside of the field behind a mask with a name of its own. */
function strokes(lines: readonly (readonly Spot[])[]): object {
  return {
    type: 'custom',
    silent: true,
    data: lines.map((_, at) => [at, at]),
    renderItem: (params: { readonly dataIndex: number }, field: Field) => ({
      type: 'polyline',
      shape: { points: (lines[params.dataIndex] ?? []).map(([amount, chance]) => field.coord([Math.log10(amount), Math.log10(chance)])) },
      style: { fill: 'none', stroke: standIn.strong, lineWidth: 2.2, lineDash: lineTypeOf(params.dataIndex) },
    }),
  }
}

interface Field {
  coord(value: readonly [number, number]): [number, number]
}

/** A named amount: a dot, or a bar with two where it is not known exactly, and its words where there is room for them. */
function markSeries(marks: readonly DrawnMark[], width: number): object {
  return {
    type: 'custom',
    silent: true,
    data: marks.map((_, at) => [at, at]),
    renderItem: (params: { readonly dataIndex: number }, field: Field) => {
      const mark = marks[params.dataIndex]
      if (!mark) return { type: 'group', children: [] }
      const [from, to] = [mark.from, mark.to].map((amount) => field.coord([Math.log10(amount), Math.log10(mark.chance)]))
      return from && to ? { type: 'group', children: markShapes(mark, { from, to }, width) } : { type: 'group', children: [] }
    },
  }
}

function markShapes(
  { label, ends, from: least, to: most }: DrawnMark,
  { from, to }: { readonly from: readonly [number, number]; readonly to: readonly [number, number] },
  width: number,
): readonly object[] {
  const dotted = [...(ends.includes(least) ? [from] : []), ...(ends.includes(most) ? [to] : [])]
  const dots = dotted.map(([cx, cy]) => ({ type: 'circle', shape: { cx, cy, r: 4 }, style: { fill: standIn.ink } }))
  const bar = { type: 'line', shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, style: { stroke: standIn.ink, lineWidth: 2 } }
  const [right, left] = [width - margins.right - to[0] - 8, from[0] - margins.left - 8]
  const words = label.length * signWidth
  const onRight = words <= right || right >= left
  const room = Math.floor((onRight ? right : left) / signWidth)
  const text = label.length > room ? `${label.slice(0, Math.max(0, room - 1))}…` : label
  const place = onRight ? { x: to[0] + 8, y: to[1] - 2, align: 'left', verticalAlign: 'bottom' } : { x: from[0] - 8, y: from[1] + 2, align: 'right', verticalAlign: 'top' }
  return [bar, ...dots, { type: 'text', style: { text, ...place, fill: standIn.ink, stroke: standIn.paper, lineWidth: 3, fontSize } }]
}
