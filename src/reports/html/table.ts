import type { Block, Row } from '#findings/block.ts'
import { foldRows } from '../cell-text.ts'
import { cellMarkup } from './cell.ts'
import { html, type Markup } from './markup.ts'
import { type Page, said } from './page.ts'

type Table = Extract<Block, { readonly kind: 'table' }>

/** How many rows stand open. The rest is folded under its number: nobody reads two hundred rows in passing. */
const rowsShown = 10

export function tableMarkup(page: Page, block: Table): Markup {
  const { shown, folded } = foldRows(page.speaker, block.rows)
  const sentence = folded.length > 0 && html`<p class="quiet">${said(page, 'report.folded', { names: folded.map((name) => ({ plain: name })) })}</p>`
  if (block.rows.length === 0) return html`<p class="quiet">${page.speaker.say(block.empty)}</p>`
  if (shown.length === 0) return html`${sentence}`
  const columns = block.columns.map((column) => page.speaker.say(column))
  const title = page.speaker.say(block.title)
  const rest = shown.length > rowsShown + 2 ? shown.slice(rowsShown) : []
  const open = shown.slice(0, shown.length - rest.length)
  // The rows that stand open are made first, so that proofs are numbered in the order they are met.
  const table = grid(page, { title, columns }, open)
  const more =
    rest.length > 0 &&
    html`<details class="more-rows"><summary>${said(page, 'report.more-rows', { count: rest.length })}</summary>${grid(page, { title, columns }, rest)}</details>`
  return html`${table}${more}${sentence}`
}

interface Head {
  readonly title: string
  readonly columns: readonly string[]
}

/**
 * A table that becomes a stack of cards on a narrow screen. The roles are spelled out because browsers drop those of a table
 * that is no longer laid out as one.
 */
export function grid(page: Page, head: Head, rows: readonly Row[]): Markup {
  const proven = rows.map((row) => page.proofs.button(row.proof, true))
  const columns = proven.some((button) => button !== undefined) ? [...head.columns, said(page, 'proof.open')] : head.columns
  const cells = rows.map((row, at) => [...row.cells.map((cell) => cellMarkup(page, cell)), ...(columns.length > head.columns.length ? [proven[at] ?? html``] : [])])
  return plainGrid(head.title, columns, cells)
}

/** The same with its cells already in markup. The first cell of a row is its head. */
export function plainGrid(title: string, columns: readonly string[], rows: readonly (readonly Markup[])[]): Markup {
  const head = columns.map((column) => html`<th role="columnheader" scope="col">${column}</th>`)
  const body = rows.map((cells) => html`<tr role="row">${cells.map((cell, at) => cellOf(columns[at] ?? '', cell, at))}</tr>\n`)
  return html`<div class="table-box"><table role="table" aria-label="${title}"><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${body}</tbody></table></div>`
}

function cellOf(column: string, cell: Markup, at: number): Markup {
  if (at === 0) return html`<th role="rowheader" scope="row">${cell}</th>`
  return html`<td role="cell"><span class="column-name" aria-hidden="true">${column}</span><span class="cell">${cell}</span></td>`
}
