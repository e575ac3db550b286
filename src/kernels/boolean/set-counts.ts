import type { SmallestSets } from './smallest-sets.ts'

/** How many sets there are of each size, from 0. */
export type Counts = readonly number[] | readonly bigint[]

/** Whole numbers of a float are exact up to here. */
const exact = 2 ** 53

/** How many smallest sets there are of each size; the last entry is not nought. Numbers as long as all are exact, else big ones. */
export function setCounts(sets: SmallestSets): Counts {
  const plain = counted(
    sets,
    0,
    1,
    (a, b) => a + b,
    (a, b) => a * b,
  ) as number[]
  return plain.reduce((sum, one) => sum + one, 0) <= exact
    ? plain
    : (counted(
        sets,
        0n,
        1n,
        (a, b) => a + b,
        (a, b) => a * b,
      ) as bigint[])
}

/** One pass, children first; a module in a set stands for all of its sets, so sizes multiply like polynomials. */
function counted<N>({ events, starts, roots, variables, high, low }: SmallestSets, zero: N, one: N, add: (a: N, b: N) => N, times: (a: N, b: N) => N): readonly N[] {
  const ofNode: (readonly N[])[] = [[], [one]]
  const ofModule: (readonly N[])[] = []
  for (let module = 0; module < roots.length; module++) {
    for (let node = starts[module] as number; node < (starts[module + 1] as number); node++) {
      const [variable, more, less] = [variables[node] as number, ofNode[high[node] as number] as readonly N[], ofNode[low[node] as number] as readonly N[]]
      const factor = variable < events ? undefined : (ofModule[variable - events] as readonly N[])
      const sum: N[] = new Array<N>(Math.max(less.length, more.length + (factor ? factor.length - 1 : 1)))
      for (let at = 0; at < sum.length; at++) sum[at] = less[at] ?? zero
      if (factor === undefined) for (let at = 0; at < more.length; at++) sum[at + 1] = add(sum[at + 1] as N, more[at] as N)
      else for (let at = 0; at < factor.length; at++) for (let i = 0; i < more.length; i++) sum[at + i] = add(sum[at + i] as N, times(factor[at] as N, more[i] as N))
      ofNode[node] = sum
    }
    ofModule[module] = ofNode[roots[module] as number] as readonly N[]
  }
  const whole = ofModule.at(-1) ?? []
  return whole.slice(0, whole.findLastIndex((count) => count !== zero) + 1)
}
