import type { Drawing } from '../drawing.ts'
import { lightColours } from '../html/style/theme.ts'
import { type Content, call, text } from './typst.ts'

/** A drawing in the colours of paper, with its words for those who hear the document. */
export function drawingContent({ inner, width, height }: Drawing, words: string): Content {
  const coloured = inner.replaceAll(/var\(--([\w-]+)\)/g, (_, name: string) => lightColours[name] ?? '#14303c')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${coloured}</svg>`
  return call('image', call('bytes', text(svg)), 'format: "svg"', 'width: 100%', `alt: ${text(words)}`)
}
