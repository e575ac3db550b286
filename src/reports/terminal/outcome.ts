import type { Outcome } from '#findings/outcome.ts'
import type { RenderOptions } from '../report.ts'
import { blockLines } from './block.ts'
import { wrapped } from './fit.ts'
import { pageFor } from './page.ts'

/** One outcome in full, for a command that answers a single question. */
export function outcomeText(outcome: Outcome, options: RenderOptions): string {
  const page = pageFor(options)
  const lines =
    outcome.status === 'answered'
      ? outcome.blocks.flatMap((block) => blockLines(page, block, Number.POSITIVE_INFINITY))
      : ['', ...wrapped(page.speaker.say(outcome.reason), page.width)]
  return `${lines.slice(1).join('\n')}\n`
}
