import type { CurvePart, InputPart, TermPart } from '#kernels/loss/model-of.ts'
import { expectedCapped } from '#kernels/statistics/distributions/behaviour.ts'
import { behaviourOf, type Distribution } from '#kernels/statistics/distributions/distribution.ts'
import { assert } from '#lang/assert.ts'
import type { CostCurve, CostPart, Factor } from './cost-curve.ts'

/** The uncertain numbers of a model, each once, and their places. */
export interface Inputs {
  readonly keys: string[]
  readonly parts: Pick<InputPart, 'family' | 'most'>[]
}

export const noInputs = (): Inputs => ({ keys: [], parts: [] })

/** A cost curve as the loss engine wants it: from point to point, with terms for what is not known. Adds its uncertain numbers to `inputs`. */
export function pricedCurve(curve: CostCurve | undefined, inputs: Inputs): CurvePart {
  if (curve === undefined) return { points: [] }
  const hours = [...new Set(curve.parts.flatMap((one) => [one.from, ...(one.until === undefined ? [] : [one.until])]))].filter(Number.isFinite).sort((a, b) => a - b)
  const [slope, jump] = [hours.map(() => 0), hours.map(() => 0)]
  const terms: TermPart[] = []
  for (const part of curve.parts) {
    const { weight, uncertain } = splitOf(part, inputs)
    const [to, into] = part.until === undefined ? (['jump', jump] as const) : (['slope', slope] as const)
    for (const [point, from] of hours.entries()) {
      if (part.until === undefined ? from !== part.from : from < part.from || from >= part.until) continue
      if (uncertain.length > 0) terms.push({ point, to, weight, inputs: uncertain })
      else into[point] = (into[point] as number) + weight
    }
  }
  return { points: hours.map((from, point) => [from, slope[point] as number, jump[point] as number] as const), terms, ...(curve.cap === undefined ? {} : { cap: curve.cap }) }
}

/** The same with every uncertain number at its mean: what an outage is expected to cost, from point to point. */
export function expectedPoints(curve: CostCurve): CurvePart['points'] {
  const parts = curve.parts.map((part) => ({ ...part, weight: part.factors.reduce((weight, one) => weight * meanOf(one), part.weight), factors: [] }))
  return pricedCurve({ parts }, noInputs()).points
}

function meanOf({ distribution, most }: Factor): number {
  const behaviour = behaviourOf(distribution)
  return most === undefined ? behaviour.mean : expectedCapped(behaviour, most)
}

/** What is known of a part as one weight, and the places of what is not. */
function splitOf({ weight, factors }: CostPart, inputs: Inputs): { readonly weight: number; readonly uncertain: readonly number[] } {
  let known = weight
  const uncertain: number[] = []
  for (const factor of factors) {
    if (factor.distribution.family === 'constant') known *= factor.distribution.value
    else uncertain.push(placeOf(factor, inputs))
  }
  return { weight: known, uncertain }
}

/** The place of an uncertain number among those of a model, where it is put the first time. A known number is none. */
export function placeOf({ key, distribution, most }: Factor, { keys, parts }: Inputs): number {
  const known = keys.indexOf(key)
  if (known >= 0) return known
  keys.push(key)
  parts.push({ family: familyOf(distribution), ...(most === undefined ? {} : { most }) })
  return keys.length - 1
}

function familyOf(distribution: Distribution): InputPart['family'] {
  if (distribution.family === 'lognormal') return ['lognormal', distribution.mu, distribution.sigma]
  if (distribution.family === 'pert') return ['pert', distribution.min, distribution.mode, distribution.max]
  assert(distribution.family === 'metalog', `no uncertain number is a ${distribution.family}`)
  const [first = 0, second = 0, third = 0] = distribution.coefficients
  return ['metalog', first, second, third]
}
