/** How far work is that runs through stages one after the other, and how long it still takes. */
export interface Standing {
  /** Within [0, 1]; never falls. */
  readonly share: number
  /** Nothing for as long as it cannot be told. */
  readonly millisecondsLeft: number | undefined
}

/** Before this much has passed, and this much is done, nobody can tell how long the rest takes. */
const soonest = 1500
const leastDone = 0.04

/** A new estimate moves the one that is shown over so long, in milliseconds: a figure that jumps about is believed by nobody, and one that rises least of all. */
const slowToFall = 800
const slowToRise = 3000

/** From this share on a stage tells its own pace; before, that of the stages that went before it counts along. */
const ownPaceFrom = 0.25

/**
 * Estimates from the pace so far. What the stages usually take, in proportion to each other, counts only until a stage shows its own pace.
 *
 * @param weights one for each stage
 */
export function timeLeft(weights: readonly number[]): { told(stage: number, share: number, now: number): Standing } {
  const whole = sumOf(weights)
  const state = { stage: -1, start: 0, last: 0, left: Number.NaN, share: 0 }
  let told: { readonly share: number; readonly at: number }[] = []
  return {
    told(stage, share, now) {
      if (state.stage === -1) Object.assign(state, { start: now, last: now })
      if (stage !== state.stage) told = []
      state.stage = stage
      told.push({ share, at: now })
      const weight = weights[stage] ?? 0
      const before = sumOf(weights.slice(0, stage))
      const done = (before + weight * share) / whole
      const elapsed = now - state.start
      if (elapsed < soonest || done < leastDone) {
        state.share = Math.max(state.share, done)
        return { share: state.share, millisecondsLeft: undefined }
      }
      const usual = (elapsed / done / whole) * weight * (1 - share)
      const trust = Math.min(1, share / ownPaceFrom)
      const rest = trust * (paceOf(told) ?? 0) * (1 - share) + (1 - trust) * usual
      const later = ((elapsed + rest) / (before + weight)) * sumOf(weights.slice(stage + 1))
      const passed = now - state.last
      state.left = moved(Number.isNaN(state.left) ? rest + later : Math.max(0, state.left - passed), rest + later, passed)
      state.last = now
      state.share = Math.max(state.share, elapsed / (elapsed + state.left))
      return { share: state.share, millisecondsLeft: state.left }
    },
  }
}

/** What a whole stage takes at the pace of its later half: the first is slower, since engines warm up. Nothing where nothing is done yet. */
function paceOf(told: readonly { readonly share: number; readonly at: number }[]): number | undefined {
  const now = told.at(-1)
  const half = told.find((one) => now !== undefined && one.share >= now.share / 2)
  return now === undefined || half === undefined || half.share === now.share ? undefined : (now.at - half.at) / (now.share - half.share)
}

const moved = (from: number, to: number, passed: number): number => from + (to - from) * (1 - Math.exp(-passed / (to < from ? slowToFall : slowToRise)))

const sumOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0)
