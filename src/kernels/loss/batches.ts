import type { LossModel } from './model.ts'
import { addWide, mergedWide, type WideSums, wideNumber, wideZeros } from './wide-sums.ts'

/**
 * What sources and items come to on scale 0, in as many batches of blocks as the model has: block n is of batch n modulo their number. How far the batches lie apart tells
 * how far chance alone may be off for any group of sources or items. Exact, so that parts merge in any order to the same bits.
 */
export interface Batches {
  /** By batch. */
  readonly years: Float64Array
  /** By batch, then source; by batch, then item. */
  readonly source: WideSums
  readonly item: WideSums
}

export const noBatches = ({ batches, sources, items }: LossModel): Batches => ({
  years: new Float64Array(batches),
  source: wideZeros(batches * sources.rate.length),
  item: wideZeros(batches * items.limit.length),
})

/** The source and the item of each cause, in the order of the sums by cause: strikes, members of joints, lumps. */
export interface Causes {
  readonly source: Int32Array
  readonly item: Int32Array
}

export function causesOf({ sources, strikes, joints, lumps }: LossModel): Causes {
  const [source, item]: [number[], number[]] = [[], []]
  const add = (offsets: Int32Array, items: Int32Array): void => {
    for (let one = 0; one < sources.rate.length; one++)
      for (let at = offsets[one] as number; at < (offsets[one + 1] as number); at++) {
        source.push(one)
        item.push(items[at] as number)
      }
  }
  add(strikes.offsets, strikes.item)
  for (let joint = 0; joint < joints.item.length; joint++)
    for (let at = joints.offsets[joint] as number; at < (joints.offsets[joint + 1] as number); at++) {
      source.push(joints.source[at] as number)
      item.push(joints.item[joint] as number)
    }
  add(lumps.offsets, lumps.item)
  return { source: Int32Array.from(source), item: Int32Array.from(item) }
}

/** Adds what causes came to on scale 0 in some years of one block. @param cells by cause */
export function addToBatches({ years, source, item }: Batches, causes: Causes, at: { readonly block: number; readonly years: number; readonly cells: ArrayLike<number> }): void {
  const count = years.length
  const batch = at.block % count
  const [sources, items] = [source.low.length / count, item.low.length / count]
  years[batch] = (years[batch] as number) + at.years
  for (let cell = 0; cell < causes.source.length; cell++) {
    const amount = at.cells[cell] as number
    if (amount === 0) continue
    addWide(source, batch * sources + (causes.source[cell] as number), amount)
    addWide(item, batch * items + (causes.item[cell] as number), amount)
  }
}

export const mergedBatches = (a: Batches, b: Batches): Batches => ({
  years: a.years.map((years, batch) => years + (b.years[batch] as number)),
  source: mergedWide(a.source, b.source),
  item: mergedWide(a.item, b.item),
})

/** What some sources, or some items, came to in each batch that has years, as `meanOfBatches` wants it. */
export const inBatches = (batches: Batches, by: 'source' | 'item', which: readonly number[]): readonly { readonly years: number; readonly sum: number }[] =>
  everyBatch(batches, by, which).filter((one) => one.years > 0)

/** The same of all batches, those without years among them. */
export function everyBatch({ years, ...sums }: Batches, by: 'source' | 'item', which: readonly number[]): readonly { readonly years: number; readonly sum: number }[] {
  const width = sums[by].low.length / years.length
  return Array.from(years, (count, batch) => ({ years: count, sum: which.reduce((sum, one) => sum + wideNumber(sums[by], batch * width + one), 0) }))
}
