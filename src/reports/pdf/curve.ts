import { message } from '#lang/message.ts'
import type { Speaker } from '#words/say.ts'
import { curvePicture } from '../curve-picture.ts'
import type { Curve } from '../curve-reading.ts'
import { drawingContent } from './drawing.ts'
import { type Content, call, text } from './typst.ts'

/** The curve, and what its lines are; its table follows it. */
export function curveContent(speaker: Speaker, block: Curve): readonly Content[] {
  const picture = curvePicture(speaker, block)
  if (!picture) return []
  const legend = picture.lines.length > 1 ? [speaker.say(message('curve.legend'))] : []
  return [drawingContent(picture.wide, `${picture.title}. ${picture.description}`), ...[...picture.lines, ...legend].map((line) => call('quiet', text(line)))]
}
