import type { LossModel } from './model.ts'
import { modelOf, type TermPart } from './model-of.ts'

/** One of everything: groups, uncertain rates, chances and curves, all kinds of duration, fail-overs, exits, joints, several scales, lumps of both roads, a busy source. */
export function richModel(): LossModel {
  const curve = (scale: number, terms: readonly TermPart[] = []) => ({
    points: [[0, 100 * scale, 0] as const, [4, 5000 * scale, 100] as const, [24, 9000 * scale, 100_000 * scale] as const],
    terms,
    cap: 5_000_000 * scale,
  })
  const uncertain: readonly TermPart[] = [
    { point: 0, to: 'slope', weight: 3, inputs: [0, 1] },
    { point: 1, to: 'slope', weight: 2, inputs: [0, 1, 2] },
    { point: 2, to: 'jump', weight: 1000, inputs: [2] },
  ]
  const items = Array.from({ length: 12 }, (_, item) => ({
    stream: 100 + item,
    limit: 24,
    curves: [curve(1 + (item % 3), item === 4 ? uncertain : []), curve(2), { points: [[0, 7, 0] as const] }],
  }))
  const some = Array.from({ length: 11 }, (_, item) => ({
    item,
    chance: item === 3 ? 0.4 : 1,
    ...(item % 4 === 1 ? { chance: 0.8 } : {}),
    delay: [item % 4, (item % 4) * 2] as const,
    ...(item % 5 === 2 ? { notice: [1, 2] as const, delay: [2, 4] as const } : {}),
    spread: item % 2 === 0 ? 0.3 : 0,
    ...(item % 3 === 1 ? { failOver: { chance: 0.7, ...(item === 7 ? { chanceInput: 3 } : {}), mu: 0.5, sigma: item === 4 ? 0 : 0.6 } } : {}),
    ...(item % 3 === 2 ? { exit: { mu: 4, sigma: item === 5 ? 0 : 0.4 } } : {}),
  }))
  return modelOf({
    scales: 3,
    batches: 3,
    groups: [2.5],
    sources: [
      { rate: 3, rateInput: 3, group: 0, duration: ['lognormal', 2, 1], strikes: some },
      { rate: 1.5, rateSigma: 0.7, duration: ['pert', 1, 4, 40], endless: 0.1, endlessInput: 4, strikes: [...some.slice(0, 5), ...some.slice(2, 4)] },
      { rate: 0.2, duration: ['endless'], strikes: some.slice(2, 6), lumps: [{ item: 1, mu: 12, sigma: 1 }] },
      {
        rate: 0.8,
        group: 0,
        duration: ['constant', 12],
        strikes: some.slice(1, 2),
        lumps: [
          { item: 0, mu: 9, sigma: 0.5, chance: 0.3, chanceInput: 4 },
          { item: 2, mu: 8 },
        ],
      },
      { rate: 2, lumps: [{ item: 7, mu: 10, sigma: 1.2, chance: 0.5 }] },
      { rate: 2, rateSigma: 0.4, lumps: [{ item: 7, mu: 10, sigma: 2.5 }] },
      { rate: 12, lumps: [{ item: 8, mu: 3, sigma: 0.4 }] },
      { rate: 2, duration: ['lognormal', 5, 1], endless: 0.02 },
    ],
    joints: [
      { item: 11, least: 2, members: [{ source: 0, exit: { mu: 3, sigma: 0.3 } }, { source: 7, chance: 0.5, delay: [1, 3] }, { source: 1 }] },
      {
        item: 10,
        least: 2,
        members: [
          { source: 7, notice: [1, 3], delay: [1, 4] },
          { source: 0, delay: [2, 2] },
        ],
      },
    ],
    inputs: [
      { family: ['lognormal', 2, 0.5] },
      { family: ['pert', 1, 4, 12] },
      { family: ['metalog', 1, 0.3, -0.1] },
      { family: ['lognormal', -0.3, 0.4], most: 1 },
      { family: ['pert', 0, 1, 3] },
    ],
    items,
  })
}

/** One source of lognormal amounts, in cents. */
export const oneLump = (rate: number, mu: number, sigma: number): LossModel => modelOf({ sources: [{ rate, lumps: [{ item: 0, mu, sigma }] }], items: [{}] })

/**
 * So many sources of one amount that they are pooled: known and uncertain rates, some without events, one so busy that it stays alone.
 *
 * @param eventsPerYear of all but the busy one, in the middle
 */
export function manyLumps(eventsPerYear: number, sigma = 1): LossModel {
  const count = 5000
  const usual = eventsPerYear / count
  const sources = Array.from({ length: count }, (_, at) => ({
    stream: (at * 7919 + 5) % 2 ** 24,
    rate: at % 50 === 7 ? 0 : (usual * (1 + (at % 9))) / 5,
    rateSigma: at % 4 === 0 ? 0.3 : 0,
    lumps: [{ item: at % 3, mu: 9 + (at % 5), sigma, chance: at % 2 === 0 ? 1 : 0.5 }],
  }))
  return modelOf({ sources: [{ stream: 4, rate: 6, lumps: [{ item: 1, mu: 8, sigma }] }, ...sources], items: [{}, {}, {}] })
}
