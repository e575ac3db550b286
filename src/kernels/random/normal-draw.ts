import { normalQuantile } from '../maths/normal.ts'
import { normalCells, normalTable, outerCells } from '../maths/normal-table.ts'
import { unit } from './uniform.ts'

/** Whether a word falls where 32 bits are too few and the extension counts: in the outermost 24 of 4,096 cells at either end. */
export const isOuter = (word: number): boolean => word >>> 20 < outerCells || word >>> 20 >= normalCells - outerCells

/**
 * A standard normal number from a random word, rising with it: by table, and in the outermost cells by the formula with 52 bits. With
 * 32 bits alone a lognormal of σ = 3 would lose a third of its second moment.
 *
 * @param extension a second word, which counts in the outermost cells alone
 */
export function normalOf(word: number, extension: number): number {
  const cell = word >>> 20
  if (cell < outerCells || cell >= normalCells - outerCells) return normalQuantile(unit(word, extension))
  const t = ((word & 0xfffff) + 0.5) * 9.5367431640625e-7
  const at = cell * 4
  return (normalTable[at] as number) + t * ((normalTable[at + 1] as number) + t * ((normalTable[at + 2] as number) + t * (normalTable[at + 3] as number)))
}
