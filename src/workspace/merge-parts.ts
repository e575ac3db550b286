import type { Reading } from '#assessment/simulate.ts'
import { blockYears } from '#kernels/loss/model.ts'
import { mergePartials, type Partial } from '#kernels/loss/partial.ts'
import { type Asked, blocksOf, type Part, scales, shardOf } from './simulate-estate.ts'

/** Why parts do not go together. */
export class NoMerge extends Error {
  readonly why: 'nothing' | 'models' | 'seeds' | 'overlap'

  constructor(why: NoMerge['why']) {
    super(`no merge: ${why}`)
    this.why = why
  }
}

/** @throws NoMerge where they are of two models or seeds, or have years in common */
export function mergeParts(parts: readonly Part[]): Part {
  const [first, ...others] = parts
  if (first === undefined) throw new NoMerge('nothing')
  return others.reduce((sum, part) => {
    if (part.model !== sum.model) throw new NoMerge('models')
    if (part.made.best.loss.seed !== sum.made.best.loss.seed) throw new NoMerge('seeds')
    if (overlaps(part.made.best.loss, sum.made.best.loss)) throw new NoMerge('overlap')
    const merged = (reading: Reading) => {
      const [loss, hours] = scales.map((scale) => mergePartials(sum.made[reading][scale], part.made[reading][scale]))
      return { loss: loss as Partial, hours: hours as Partial }
    }
    return { model: sum.model, asked: wider(sum.asked, part.asked), made: { best: merged('best'), worst: merged('worst') } }
  }, first)
}

/** Of parts that were asked for in two ways, the one that wants the most. */
const wider = (a: Asked, b: Asked): Asked => (b.years > a.years || (b.years === a.years && b.shards > a.shards) ? b : a)

const overlaps = (a: Partial, b: Partial): boolean => a.ranges.some(([first, count]) => b.ranges.some(([other, more]) => first < other + more && other < first + count))

/** What of the years that were asked for is not in a part. @returns nothing where all of them are there */
export function missingOf({ asked, made }: Part): { readonly years: number; readonly asked: number; readonly shards: number; readonly of: number } | undefined {
  const blocks = blocksOf(asked.years)
  const covered = (first: number, count: number): number =>
    made.best.loss.ranges.reduce((sum, [from, more]) => sum + Math.max(0, Math.min(first + count, from + more) - Math.max(first, from)), 0)
  const gone = blocks - covered(0, blocks)
  if (gone === 0) return undefined
  const shards = Array.from({ length: asked.shards }, (_, at) => shardOf(blocks, { at: at + 1, of: asked.shards })).filter(({ first, count }) => covered(first, count) < count)
  return { years: gone * blockYears, asked: blocks * blockYears, shards: shards.length, of: asked.shards }
}
