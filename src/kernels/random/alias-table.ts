/** What a table is made with, so that making it again takes no memory. */
export interface AliasScratch {
  readonly share: Float64Array
  readonly waiting: Int32Array
}

export const aliasScratch = (slots: number): AliasScratch => ({ share: new Float64Array(slots), waiting: new Int32Array(slots) })

/**
 * A table from which one of many is picked by its weight in one step: as many slots as a power of two, all of one chance, and in each a bar below which the slot's own
 * number is meant and above which another.
 *
 * Two numbers a slot: the bar as 32 bits without a sign, and the other. Chances are exact to 2^−32 of a slot.
 *
 * Source: A. J. Walker, "An efficient method for generating discrete random variables with general distributions", 1977; made in the way of M. D. Vose, 1991.
 *
 * @param weights at most as many as slots, none below 0, with a sum above 0
 * @param table 2 · slots numbers
 */
export function fillAliasTable(weights: Float64Array, table: Int32Array, { share, waiting }: AliasScratch): void {
  const slots = table.length / 2
  const sum = weights.reduce((all, weight) => all + weight, 0)
  // Those that fall short stand at the front of the list, those that have too much at its end.
  let [short, rich] = [0, slots]
  for (let slot = 0; slot < slots; slot++) {
    const mine = ((weights[slot] ?? 0) / sum) * slots
    share[slot] = mine
    if (mine < 1) waiting[short++] = slot
    else waiting[--rich] = slot
  }
  let giver = 0
  while (short > 0 && rich < slots) {
    const slot = waiting[--short] as number
    giver = waiting[rich] as number
    setSlot(table, slot, share[slot] as number, giver)
    const left = (share[giver] as number) - (1 - (share[slot] as number))
    share[giver] = left
    if (left >= 1) continue
    rich++
    waiting[short++] = giver
  }
  // What falls short by now does so by rounding.
  while (short > 0) {
    const slot = waiting[--short] as number
    setSlot(table, slot, share[slot] as number, giver)
  }
  for (; rich < slots; rich++) setSlot(table, waiting[rich] as number, 1, waiting[rich] as number)
}

function setSlot(table: Int32Array, slot: number, share: number, other: number): void {
  table[slot * 2] = Math.min(Math.floor(share * 4294967296), 4294967295)
  table[slot * 2 + 1] = other
}
