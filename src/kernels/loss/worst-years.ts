/** The years with the largest totals, in the order of the years. As many as `mostWorst` are kept; of equal totals the earlier years. */
export interface WorstYears {
  readonly total: Float64Array
  readonly year: Float64Array
}

/** Enough for the worst hundredth of six million years. */
export const mostWorst = 65536

export const noYears: WorstYears = { total: new Float64Array(0), year: new Float64Array(0) }

/** Joins two lists of different years, each in order, and keeps the largest. */
export function worstOf(a: WorstYears, b: WorstYears, most = mostWorst): WorstYears {
  const length = a.year.length + b.year.length
  const all = { total: new Float64Array(length), year: new Float64Array(length) }
  for (let [at, left, right] = [0, 0, 0]; at < length; at++) {
    const fromLeft = right >= b.year.length || (left < a.year.length && (a.year[left] as number) < (b.year[right] as number))
    const [list, place] = fromLeft ? [a, left++] : [b, right++]
    all.total[at] = list.total[place] as number
    all.year[at] = list.year[place] as number
  }
  return length <= most ? all : largest(all, most)
}

function largest({ total, year }: WorstYears, most: number): WorstYears {
  const sorted = total.slice().sort()
  const bar = sorted[sorted.length - most] as number
  let equal = most
  for (let at = sorted.length - 1; at >= 0 && (sorted[at] as number) > bar; at--) equal--
  const kept = { total: new Float64Array(most), year: new Float64Array(most) }
  for (let [at, to] = [0, 0]; to < most; at++) {
    const value = total[at] as number
    if (value < bar || (value === bar && equal-- <= 0)) continue
    kept.total[to] = value
    kept.year[to++] = year[at] as number
  }
  return kept
}
