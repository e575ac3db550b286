import type { Block } from '#findings/block.ts'
import { unreachable } from '#lang/assert.ts'
import type { Message } from '#lang/message.ts'
import { bandsMarkup } from './bands.ts'
import { toned } from './cell.ts'
import { curveMarkup } from './curve.ts'
import { flowMarkup } from './flow.ts'
import { html, type Markup } from './markup.ts'
import { measuresMarkup } from './measures.ts'
import { methodMarkup } from './method.ts'
import type { Page } from './page.ts'
import { tableMarkup } from './table.ts'
import { timelineMarkup } from './timeline.ts'
import { tornadoMarkup } from './tornado.ts'
import { waterfallMarkup } from './waterfall.ts'

/** One block in markup, under a heading of its own where it has a title. */
export function blockMarkup(page: Page, block: Block): Markup {
  switch (block.kind) {
    case 'text':
      return html`<p class="text ${block.role ?? 'plain'}">${toned(page, page.speaker.say(block.text), block.tone)} ${page.proofs.button(block.proof)}</p>`
    case 'method':
      return methodMarkup(page, block)
    case 'measures':
      return titled(page, block, measuresMarkup(page, block.measures))
    case 'table':
      return titled(page, block, tableMarkup(page, block))
    case 'bands':
      return titled(page, block, bandsMarkup(page, block))
    case 'flow':
      return titled(page, block, flowMarkup(page, block))
    case 'timeline':
      return titled(page, block, timelineMarkup(page, block))
    case 'curve':
      return titled(page, block, curveMarkup(page, block))
    case 'waterfall':
      return titled(page, block, waterfallMarkup(page, block))
    case 'tornado':
      return titled(page, block, tornadoMarkup(page, block))
    case 'list':
      return titled(page, block, listMarkup(page, block))
    default:
      return unreachable(block)
  }
}

function titled(page: Page, block: { readonly kind: string; readonly title?: Message }, body: Markup): Markup {
  return html`<div class="block ${block.kind}">${block.title && html`<h3>${page.speaker.say(block.title)}</h3>`}${body}</div>\n`
}

function listMarkup(page: Page, block: Extract<Block, { readonly kind: 'list' }>): Markup {
  if (block.items.length === 0) return html`<p class="quiet">${page.speaker.say(block.empty)}</p>`
  return html`<ol class="items">${block.items.map((item) => html`<li>${page.speaker.say(item.text)} ${page.proofs.button(item.proof)}</li>`)}</ol>`
}
