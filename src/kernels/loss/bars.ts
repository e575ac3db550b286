import type { LossModel } from './model.ts'

/** The chances of a model as bars: a random word of 32 bits that stays below the bar is a yes. Where a chance hangs on an uncertain number, the bar is that of the block that was drawn last. */
export interface Bars {
  readonly endless: Float64Array
  readonly strike: Float64Array
  readonly failOver: Float64Array
  readonly member: Float64Array
  readonly lump: Float64Array
  /** By list, in the order above: the bars that move, each with its place, its chance and its input. */
  readonly moving: readonly Moving[]
}

interface Moving {
  readonly bars: Float64Array
  readonly at: Int32Array
  readonly chance: Float64Array
  readonly input: Int32Array
}

const barOf = (chance: number): number => chance * 4294967296

export function barsOf({ sources, strikes, joints, lumps }: LossModel): Bars {
  const [endless, strike, failOver] = [sources.endless.map(barOf), strikes.chance.map(barOf), strikes.failOverChance.map(barOf)]
  const [member, lump] = [joints.chance.map(barOf), lumps.chance.map(barOf)]
  const moving = [
    movingOf(endless, sources.endless, sources.endlessInput),
    movingOf(strike, strikes.chance, strikes.chanceInput),
    movingOf(failOver, strikes.failOverChance, strikes.failOverInput),
    movingOf(member, joints.chance, joints.chanceInput),
    movingOf(lump, lumps.chance, lumps.chanceInput),
  ]
  return { endless, strike, failOver, member, lump, moving: moving.filter((one) => one.at.length > 0) }
}

function movingOf(bars: Float64Array, chance: Float64Array, input: Int32Array): Moving {
  const at = input.map((_, place) => place).filter((place) => (input[place] as number) >= 0)
  return { bars, at, chance: Float64Array.from(at, (place) => chance[place] as number), input: Int32Array.from(at, (place) => input[place] as number) }
}

/** Sets the bars that move. A chance times its number counts as 1 where it would be more. @param inputs what the block makes of the uncertain numbers */
export function setBars({ moving }: Bars, inputs: readonly number[]): void {
  for (const { bars, at, chance, input } of moving)
    for (let one = 0; one < at.length; one++) bars[at[one] as number] = barOf(Math.min(1, (chance[one] as number) * (inputs[input[one] as number] as number)))
}
