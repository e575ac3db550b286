import type { Assessment } from '#assessment/assessment.ts'
import { isReadFormat } from '#estate/passed-over.ts'
import type { Block, Measure } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { message } from '#lang/message.ts'

type Of<K extends Block['kind']> = Extract<Block, { readonly kind: K }>

/** What a first page is made of, taken from the outcomes in their order. */
export interface FirstScreen {
  readonly headlines: readonly Of<'text'>[]
  /** What other questions say in one sentence: below the headline, and smaller. */
  readonly more: readonly Of<'text'>[]
  /** Notes of the question that gave the headline. */
  readonly notes: readonly Of<'text'>[]
  /** The evidence beside the headline: figures of the same question. */
  readonly measures: readonly Of<'measures'>[]
  readonly primary: readonly { readonly outcome: string; readonly block: PrimaryBlock }[]
}

export type PrimaryBlock = Of<'table'> | Of<'bands'> | Of<'list'> | Of<'curve'> | Of<'waterfall'>

/** Picks the first page. No question is known by its name: blocks say themselves that they belong here. */
export function firstScreen(assessment: Assessment): FirstScreen {
  const answered = assessment.outcomes.map(({ id, outcome }) => ({ id, blocks: outcome.status === 'answered' ? outcome.blocks : [] }))
  const telling = answered.filter(({ blocks }) => blocks.some(isHeadline))
  const opening = telling[0]?.blocks ?? []
  return {
    headlines: opening.filter(isHeadline),
    more: telling.slice(1).flatMap(({ blocks }) => blocks.filter(isHeadline)),
    notes: opening.filter((block): block is Of<'text'> => block.kind === 'text' && block.role === 'note'),
    measures: opening.filter((block): block is Of<'measures'> => block.kind === 'measures'),
    primary: answered.flatMap(({ id, blocks }) => blocks.filter(isPrimary).map((block) => ({ outcome: id, block }))),
  }
}

/** The blocks of an outcome that the first page does not show already. */
export function laterBlocks(blocks: readonly Block[], first: FirstScreen): readonly Block[] {
  const shown = new Set<Block>([...first.headlines, ...first.more, ...first.notes, ...first.measures, ...first.primary.map(({ block }) => block)])
  return blocks.filter((block) => !shown.has(block))
}

/** The evidence beside the headline: the figures of its question, or else what the document itself can count. */
export const openingFigures = (assessment: Assessment, first: FirstScreen): readonly Measure[] =>
  first.measures.length > 0 ? first.measures.flatMap((block) => block.measures) : countsOf(assessment)

function countsOf({ inputs, workloads }: Assessment): readonly Measure[] {
  const measure = (key: string, count: number): Measure => ({ label: message(key), interval: { low: count, high: count }, unit: 'count', basis: 'observed', proof: noProof })
  return [
    measure('report.files-read', inputs.filter((input) => isReadFormat(input.format)).length),
    measure('report.files-not-understood', inputs.filter((input) => input.format === '').length),
    measure('report.workloads-found', workloads.length),
  ]
}

const isHeadline = (block: Block): block is Of<'text'> => block.kind === 'text' && block.role === 'headline'

const isPrimary = (block: Block): block is PrimaryBlock => 'primary' in block && block.primary === true
