import { normalCells, normalTable, outerCells } from '../maths/normal-table.ts'

/**
 * Standard normal numbers from the first `count` words, by table. Where a word lies in the outermost cells, what stands there is no normal number yet: its place is
 * noted in `outer`, for `normalOf` with a second word.
 *
 * @returns how many were noted
 */
export function normalWords(words: Int32Array, count: number, into: Float64Array, outer: Int32Array): number {
  let noted = 0
  for (let at = 0; at < count; at++) {
    const word = words[at] as number
    const cell = word >>> 20
    const t = ((word & 0xfffff) + 0.5) * 9.5367431640625e-7
    const place = cell * 4
    into[at] = (normalTable[place] as number) + t * ((normalTable[place + 1] as number) + t * ((normalTable[place + 2] as number) + t * (normalTable[place + 3] as number)))
    if (cell < outerCells || cell >= normalCells - outerCells) outer[noted++] = at
  }
  return noted
}
