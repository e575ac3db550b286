import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cuts } from '#assessment/cuts.ts'
import type { Cuts } from '#assessment/cuts-below.ts'
import { named, shared } from './shared-folder.ts'

/** The Aralia fault trees, with counts and probabilities that two other programs agree on. Nothing of them is copied here. */
const folder = join(shared, 'corpus', 'openpsa', 'aralia')
const table = join(shared, 'facts', 'aralia.tsv')
const isThere = existsSync(folder) && existsSync(table)

interface Row {
  readonly tree: string
  readonly products: number
  readonly probability: number
  /** Counts by order as far as they are known, order 1 first. */
  readonly byOrder: readonly number[]
}

/** Trees whose lists the other program cannot print: counts that five orders of variables agree on, and its own as far as it goes. */
const unlisted: readonly Row[] = [
  { tree: 'cea9601', products: 130_281_976, probability: 0.00148409, byOrder: [0, 0, 1144, 53_292] },
  { tree: 'das9209', products: 82_000_000_000, probability: 1.058e-13, byOrder: [0, 0, 0, 0, 0, 0, 0, 0, 0, 10_077_696] },
  { tree: 'edf9206', products: 7_159_688_704, probability: 8.615e-12, byOrder: [0, 0, 0, 0, 0, 8, 72, 336] },
  { tree: 'edfpa14b', products: 105_955_422, probability: 0.29562, byOrder: [] },
  { tree: 'edfpa14o', products: 105_927_244, probability: 0.297057, byOrder: [] },
  { tree: 'edfpa14q', products: 105_950_670, probability: 0.295905, byOrder: [] },
]

const stated: readonly Row[] = !isThere
  ? []
  : readFileSync(table, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('model\t'))
      .map((line) => line.split('\t'))
      .map(([tree = '', products, probability, , , orders = '']) => ({
        tree,
        products: Number(products),
        probability: Number(probability),
        byOrder: orders.split(' ').map(Number),
      }))

const cutsOf = (tree: string): Cuts => {
  const answer = cuts({ text: readFileSync(join(folder, `${tree}.xml`), 'utf8') })
  if (answer.status === 'failed' || answer.tops.length !== 1) throw new Error(tree)
  return answer.tops[0] as Cuts
}

describe.skipIf(!isThere)(named('the Aralia fault trees'), () => {
  test('41 of them have figures to hold ours against', () => expect(new Set([...stated, ...unlisted].map(({ tree }) => tree)).size).toBe(41))

  test.each([...stated, ...unlisted].map((row) => [row.tree, row] as const))('%s', (tree, { products, probability, byOrder }) => {
    const found = cutsOf(tree)
    expect({ products: found.products, exact: found.exact, byOrder: found.byOrder.slice(0, byOrder.length) }).toEqual({ products, exact: true, byOrder })
    expect(found.byOrder.reduce<number>((sum, count) => sum + Number(count), 0)).toBe(products)
    // Six digits are given, or five.
    expect(Math.abs((found.probability as number) / probability - 1)).toBeLessThan(5e-5)
  })
})
