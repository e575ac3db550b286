/** The years with the largest totals, in the order of the years. As many as `mostWorst` are kept; of equal totals the earlier years. */
export interface WorstYears {
  readonly total: Float64Array
  readonly year: Float64Array
}

/** Enough for the worst hundredth of six million years. */
const mostWorst = 65536

/** Joins two lists of different years, each in order, and keeps the largest. */
export function worstOf(a: WorstYears, b: WorstYears, most = mostWorst): WorstYears {
  const length = a.year.length + b.year.length
  const all = emptyList(length)
  for (let [at, left, right] = [0, 0, 0]; at < length; at++) {
    const fromLeft = right >= b.year.length || (left < a.year.length && (a.year[left] as number) < (b.year[right] as number))
    const [list, place] = fromLeft ? [a, left++] : [b, right++]
    all.total[at] = list.total[place] as number
    all.year[at] = list.year[place] as number
  }
  return firstOf(all, keepLargest(all, length, most, new Float64Array(length)))
}

/** The largest of a list. */
export const largestOf = (list: WorstYears, most: number): WorstYears => worstOf(list, emptyList(0), most)

/** A list that takes one year after the other. It takes its memory at the outset and no more. */
export interface WorstSoFar {
  /** @param year one that was not added before */
  add(total: number, year: number): void
  list(): WorstYears
}

export function worstSoFar(most = mostWorst): WorstSoFar {
  // A quarter more than is kept, so that it is not sorted too often.
  const room = Math.ceil(most * 1.25)
  const [all, scratch] = [emptyList(room), new Float64Array(room)]
  let count = 0
  let isOrdered = true
  const order = (): void => {
    if (!isOrdered) sortByYear(all, count)
    isOrdered = true
  }
  return {
    add(total, year) {
      if (count === room) {
        order()
        count = keepLargest(all, count, most, scratch)
      }
      if (count > 0 && year < (all.year[count - 1] as number)) isOrdered = false
      all.total[count] = total
      all.year[count++] = year
    },
    list() {
      order()
      count = keepLargest(all, count, most, scratch)
      return firstOf(all, count)
    },
  }
}

const emptyList = (length: number): WorstYears => ({ total: new Float64Array(length), year: new Float64Array(length) })

const firstOf = ({ total, year }: WorstYears, count: number): WorstYears => ({ total: total.slice(0, count), year: year.slice(0, count) })

/** Moves the largest to the front, in their order. @returns how many they are */
function keepLargest({ total, year }: WorstYears, length: number, most: number, scratch: Float64Array): number {
  if (length <= most) return length
  const sorted = scratch.subarray(0, length)
  sorted.set(total.subarray(0, length))
  sorted.sort()
  const bar = sorted[length - most] as number
  let equal = most
  for (let at = length - 1; at >= 0 && (sorted[at] as number) > bar; at--) equal--
  for (let [at, to] = [0, 0]; to < most; at++) {
    const value = total[at] as number
    if (value < bar || (value === bar && equal-- <= 0)) continue
    total[to] = value
    year[to++] = year[at] as number
  }
  return most
}

function sortByYear({ total, year }: WorstYears, count: number): void {
  const order = Uint32Array.from({ length: count }, (_, at) => at).sort((a, b) => (year[a] as number) - (year[b] as number))
  const [totals, years] = [total.slice(0, count), year.slice(0, count)]
  for (const [to, from] of order.entries()) {
    total[to] = totals[from] as number
    year[to] = years[from] as number
  }
}
