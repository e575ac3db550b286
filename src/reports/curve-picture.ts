import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import { curveDrawing, type DrawnMark, lineTypeOf, margins, signWidth } from './curve-drawing.ts'
import { amountTicks, chanceTicksOf, type Frame, frameOf, lineOf } from './curve-frame.ts'
import { type Curve, pointsOf } from './curve-reading.ts'
import type { Drawing } from './drawing.ts'

export interface CurvePicture {
  readonly wide: Drawing
  readonly narrow: Drawing
  readonly title: string
  /** The picture in words, for those who do not see it. */
  readonly description: string
  /** What each line is, in the order of the lines. */
  readonly lines: readonly string[]
}

const sizes = { wide: { width: 500, height: 350 }, narrow: { width: 340, height: 330 } }

/** @returns nothing where no line has two points that can be drawn */
export function curvePicture(speaker: Speaker, block: Curve): CurvePicture | undefined {
  const series = block.series.map((one) => ({ label: speaker.say(one.label), points: pointsOf(one) })).filter(({ points }) => points.length > 0)
  const frame = frameOf(
    series.map(({ points }) => points),
    block.marks,
  )
  if (!frame) return undefined
  const lines = series.map(({ points }) => lineOf(points, frame))
  const marks = block.marks.flatMap((mark) => drawnMark(speaker.say(mark.label), mark, frame))
  const draw = (size: { readonly width: number; readonly height: number }): Drawing => {
    const amounts = {
      ...frame.amounts,
      name: speaker.say(message('curve.axis-amount')),
      ticks: amountTicks(speaker, block.unit, { range: frame.amounts, width: size.width - margins.left - margins.right, signWidth }),
    }
    const chances = { ...frame.chances, name: speaker.say(message('curve.axis-chance')), ticks: chanceTicksOf(speaker, frame.chances) }
    return curveDrawing({ amounts, chances, lines, marks, size })
  }
  const names = series.map(({ label }, at) => speaker.say(message(`curve.line-${lineTypeOf(at)}`, { label })))
  return {
    wide: draw(sizes.wide),
    narrow: draw(sizes.narrow),
    title: speaker.say(block.title),
    description: speaker.say(message('curve.description', { lines: names.map((plain) => ({ plain })) })),
    lines: names,
  }
}

/** A mark as far as it lies in the frame. An end that lies beyond it is drawn at the edge, and is no dot. */
function drawnMark(label: string, { amount, chance }: Curve['marks'][number], { amounts, chances }: Frame): readonly DrawnMark[] {
  if (!(chance >= chances.from && chance <= chances.to) || !(amount.high >= amounts.from)) return []
  const inside = (value: number): number => Math.min(amounts.to, Math.max(amounts.from, value))
  const ends = [amount.low, amount.high].filter((end) => end === inside(end))
  return [{ label, chance, from: inside(amount.low), to: inside(amount.high), ends }]
}
