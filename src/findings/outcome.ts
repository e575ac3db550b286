import type { Message } from '#lang/message.ts'
import type { Block } from './block.ts'

/** What came of a question. Every state but the first says why there is no answer; none is ever scored as good. */
export type Outcome =
  | { readonly status: 'answered'; readonly blocks: readonly Block[] }
  | { readonly status: 'not-applicable' | 'too-little-evidence' | 'failed'; readonly reason: Message }
