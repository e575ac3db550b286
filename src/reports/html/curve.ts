import { lineTypeOf } from '../curve-drawing.ts'
import { type CurvePicture, curvePicture } from '../curve-picture.ts'
import { type Curve, isEmptyCurve } from '../curve-reading.ts'
import { curveTable } from '../curve-words.ts'
import type { Drawing } from '../drawing.ts'
import { breakable, html, type Markup, raw } from './markup.ts'
import { type Page, said } from './page.ts'
import { plainGrid } from './table.ts'

/** How likely a year is to come to an amount: the lines, what each is, and beside them the same as a table. */
export function curveMarkup(page: Page, block: Curve): Markup {
  if (isEmptyCurve(block)) return html`<p class="quiet">${said(page, 'figure.none')}</p>`
  const picture = curvePicture(page.speaker, block)
  const { columns, rows } = curveTable(page.speaker, block)
  const table = plainGrid(
    page.speaker.say(block.title),
    columns.slice(0, 2),
    rows.map(([chance = '', amount = '', name = '']) => [html`${chance}${name !== '' && html`<span class="curve-name">${breakable(name)}</span>`}`, breakable(amount)]),
  )
  return picture ? html`<div class="curve-beside"><div class="curve-picture">${pictureMarkup(page, picture)}</div>${table}</div>` : table
}

/** Drawn twice, for wide screens and for narrow ones: scaled down, its words could not be read. The style sheet shows one. */
function pictureMarkup(page: Page, picture: CurvePicture): Markup {
  const keys = picture.lines.map(
    (line, at) => html`<li><svg aria-hidden="true" viewBox="0 0 30 8" width="30" height="8"><path class="${lineTypeOf(at)}" d="M0 4H30"/></svg>${breakable(line)}</li>`,
  )
  const legend = picture.lines.length > 1 && html`<p class="legend">${said(page, 'curve.legend')}</p>`
  return html`${drawingMarkup(page, picture, { drawing: picture.wide, size: 'wide' })}${drawingMarkup(page, picture, { drawing: picture.narrow, size: 'narrow' })}<ul class="curve-lines">${keys}</ul>${legend}`
}

function drawingMarkup(page: Page, picture: CurvePicture, { drawing, size }: { readonly drawing: Drawing; readonly size: 'wide' | 'narrow' }): Markup {
  const [title, description] = [page.nextId('curve'), page.nextId('curve-description')]
  return html`<svg class="curve ${size}" role="img" aria-labelledby="${title} ${description}" viewBox="0 0 ${drawing.width} ${drawing.height}" width="${drawing.width}" height="${drawing.height}"><title id="${title}">${picture.title}</title><desc id="${description}">${picture.description}</desc>${raw(drawing.inner)}</svg>`
}
