import { type LossModel, periods } from './model.ts'

/**
 * Chances as bars: a random word of 32 bits that stays below the bar is a yes. Where any of a list hangs on an uncertain number, the list stands there once for each period of the block: the bars of
 * period p begin at p · `stride`; else once, and the stride is 0.
 */
export interface Bars {
  readonly bars: Float64Array
  readonly stride: number
  readonly moving: Moving
}

/** The bars that move, each with its place, its chance and its input. */
interface Moving {
  readonly at: Int32Array
  readonly chance: Float64Array
  readonly input: Int32Array
}

/** All chances of a model that may hang on uncertain numbers. */
export interface AllBars {
  readonly endless: Bars
  readonly failOver: Bars
  readonly lump: Bars
}

/** The bar of a chance. */
export const barOf = (chance: number): number => chance * 4294967296

export const barsOf = ({ sources, strikes, lumps }: LossModel): AllBars => ({
  endless: listOf(sources.endless, sources.endlessInput),
  failOver: listOf(strikes.failOverChance, strikes.failOverInput),
  lump: listOf(lumps.chance, lumps.chanceInput),
})

function listOf(chances: Float64Array, inputs: Int32Array): Bars {
  const at = inputs.map((_, place) => place).filter((place) => (inputs[place] as number) >= 0)
  const moving = { at, chance: Float64Array.from(at, (place) => chances[place] as number), input: Int32Array.from(at, (place) => inputs[place] as number) }
  if (at.length === 0) return { bars: chances.map(barOf), stride: 0, moving }
  const bars = new Float64Array(chances.length * periods)
  for (let period = 0; period < periods; period++) bars.set(chances.map(barOf), period * chances.length)
  return { bars, stride: chances.length, moving }
}

export const isMoving = ({ stride }: Bars): boolean => stride > 0

/** Sets the bars that move, for one period. A chance times its number counts as 1 where it would be more. @param inputs what the period makes of the uncertain numbers */
export function setBars(all: AllBars, period: number, inputs: readonly number[]): void {
  for (const { bars, stride, moving } of Object.values(all) as readonly Bars[]) {
    const { at, chance, input } = moving
    for (let one = 0; one < at.length; one++) bars[period * stride + (at[one] as number)] = barOf(Math.min(1, (chance[one] as number) * (inputs[input[one] as number] as number)))
  }
}
