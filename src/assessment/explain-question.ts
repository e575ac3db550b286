import { analyses } from '#analyses/index.ts'
import { isFilePlace, type Origin } from '#estate/claim.ts'
import type { SourceFile } from '#estate/source-file.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Cell, Row } from '#findings/block.ts'
import type { Proof, Step } from '#findings/evidence.ts'
import type { Outcome } from '#findings/outcome.ts'
import { stepName } from '#findings/step-name.ts'
import { type Message, message, plain } from '#lang/message.ts'
import { withLines } from './lines.ts'

/** Whether a word is the name of a question. */
export const isQuestion = (wanted: string): boolean => analyses.some((one) => one.id === wanted)

/** All that answers one question, and under each part of it the claims behind its figures, one line a step. */
export async function explainQuestion(subject: Subject, wanted: string, files: readonly SourceFile[]): Promise<Outcome> {
  const outcome = withLines(await analyses.find((one) => one.id === wanted)?.answer(subject), files)
  if (outcome === undefined) return { status: 'too-little-evidence', reason: message('explain.nothing', { wanted }) }
  return outcome.status === 'answered' ? { status: 'answered', blocks: outcome.blocks.flatMap((block) => [block, ...proofTable(block)]) } : outcome
}

interface Proven {
  readonly what: Message
  readonly proof: Proof
}

function provenIn(block: Block): readonly Proven[] {
  switch (block.kind) {
    case 'text':
      return block.proof ? [{ what: block.text, proof: block.proof }] : []
    case 'measures':
      return block.measures.map((one) => ({ what: one.label, proof: one.proof }))
    case 'table':
      return block.rows.map((row) => ({ what: textOf(row.cells[0]), proof: row.proof }))
    case 'bands':
      return block.rows.flatMap((row) => row.bands.map((band) => ({ what: row.label, proof: band.proof })))
    case 'timeline':
      return block.rows.flatMap((row) => row.marks.map((mark) => ({ what: mark.what, proof: mark.proof })))
    case 'list':
      return block.items.map((one) => ({ what: one.text, proof: one.proof }))
    case 'waterfall':
      return block.parts.map((part) => ({ what: part.label, proof: part.proof }))
    case 'tornado':
      return block.bars.map((bar) => ({ what: bar.label, proof: bar.proof }))
    case 'method':
    case 'flow':
    case 'curve':
      return []
  }
}

const textOf = (cell: Cell | undefined): Message => (cell && 'text' in cell ? cell.text : plain(''))

function proofTable(block: Block): readonly Block[] {
  const rows = provenIn(block).flatMap(({ what, proof }): readonly Row[] => [
    ...proof.steps.map((step): Row => ({ cells: [{ text: what }, { text: stepText(step) }, { text: message(`basis.${step.basis}`) }, { text: placeText(step.at[0]) }], proof })),
    ...proof.at.map((origin): Row => ({ cells: [{ text: what }, { text: plain('') }, { text: plain('') }, { text: placeText(origin) }], proof })),
  ])
  if (rows.length === 0) return []
  return [
    {
      kind: 'table',
      id: 'explain-proof',
      title: message('explain-proof.title'),
      columns: ['what', 'step', 'basis', 'place'].map((column) => message(`explain.column.${column}`)),
      rows,
      empty: message('explain.none'),
    },
  ]
}

const stepText = (step: Step): Message => message('explain.step', { from: stepName(step.from), role: message(`role.${step.role}`), to: stepName(step.to) })

/** A place as it is typed: file and line, or the address of a source and the day it was read. */
export function placeText(origin: Origin | undefined): Message {
  if (!origin) return message('explain.no-place')
  if (!isFilePlace(origin)) return plain(`${origin.fact} ← ${origin.url} (${origin.read})`)
  return plain(origin.line === undefined ? `${origin.file} ${origin.pointer}` : `${origin.file}:${origin.line}`)
}
