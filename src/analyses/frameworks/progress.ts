import type { Cell } from '#findings/block.ts'
import { message } from '#lang/message.ts'
import type { Grade } from '../grades.ts'

/** How far questions are answered: settled, narrowed (something is ruled out, and more than one level or number of points is left), or neither. */
export interface Progress {
  readonly answered: number
  readonly narrowed: number
  readonly of: number
}

/** Of the criteria that were asked of anything. */
export function progressOf(grades: readonly Grade[]): Progress {
  const asked = grades.filter((grade) => grade.items.length > 0)
  return { answered: asked.filter((grade) => grade.answered).length, narrowed: asked.filter((grade) => grade.narrowed).length, of: asked.length }
}

export const together = (list: readonly Progress[]): Progress =>
  list.reduce((sum, one) => ({ answered: sum.answered + one.answered, narrowed: sum.narrowed + one.narrowed, of: sum.of + one.of }), { answered: 0, narrowed: 0, of: 0 })

export const progressCell = ({ answered, narrowed, of }: Progress): Cell => ({ text: message('frameworks.progress', { count: answered, narrowed, of }) })

/** Whether anything at all is known of what was asked. */
export const isTold = ({ answered, narrowed }: Progress): boolean => answered + narrowed > 0
