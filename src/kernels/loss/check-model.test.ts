import { expect, test } from 'vitest'
import { checkModel } from './check-model.ts'
import { type ModelParts, modelOf } from './model-of.ts'
import { richModel } from './sample-models.test-data.ts'

const parts: ModelParts = {
  sources: [{ rate: 1, duration: ['lognormal', 2, 1], strikes: [{ item: 0 }], lumps: [{ item: 0, mu: 10, sigma: 1 }] }],
  items: [
    {
      curves: [
        {
          points: [
            [0, 1, 0],
            [4, 1, 1],
          ],
        },
      ],
    },
  ],
}
const faults = (change: Partial<ModelParts>): readonly string[] => checkModel(modelOf({ ...parts, ...change })).map((one) => `${one.code} ${one.field} ${one.index}`)
const source = (change: object): Partial<ModelParts> => ({ sources: [...parts.sources, { rate: 1, duration: ['constant', 1], ...change }] })

test('a sound model has no faults, and one with wild amounts says so', () => {
  expect(faults({})).toEqual([])
  expect(checkModel(richModel()).map((one) => one.code)).toEqual(['unsettled-variance'])
})

test.each([
  [source({ rate: -1 }), 'negative sources.rate 1'],
  [source({ rate: Number.NaN }), 'not-a-number sources.rate 1'],
  [source({ rate: Number.POSITIVE_INFINITY }), 'infinite sources.rate 1'],
  [source({ rate: 2e6, lumps: [{ item: 0, mu: 1 }] }), 'too-many-events sources.rate 1'],
  [source({ rate: 6000, strikes: [{ item: 0 }] }), 'too-many-events sources.rate 1'],
  [source({ group: 0 }), 'out-of-range sources.group 1'],
  [source({ stream: 2 ** 24 }), 'out-of-range sources.stream 1'],
  [source({ stream: 0 }), 'repeated-stream sources.stream 1'],
  [source({ duration: ['pert', 4, 1, 9] }), 'out-of-order sources.second 1'],
  [source({ duration: ['pert', -4, 1, 9] }), 'negative sources.first 1'],
  [source({ duration: ['lognormal', 4, -1] }), 'negative sources.second 1'],
  [source({ duration: ['constant', -4] }), 'negative sources.first 1'],
  [source({ duration: ['lognormal', Number.NaN, 1] }), 'not-a-number sources.first 1'],
  [source({ duration: ['constant', Number.POSITIVE_INFINITY] }), 'infinite sources.first 1'],
  [source({ strikes: [{ item: 1 }] }), 'out-of-range strikes.item 1'],
  [source({ strikes: [{ item: 0, chance: 1.1 }] }), 'outside-chance strikes.chance 1'],
  [source({ strikes: [{ item: 0, failOver: { chance: -0.1, mu: 1 } }] }), 'outside-chance strikes.failOverChance 1'],
  [source({ strikes: [{ item: 0, delay: [3, 2] }] }), 'out-of-order strikes.delayHigh 1'],
  [source({ strikes: [{ item: 0, spread: -1 }] }), 'negative strikes.spread 1'],
  [source({ lumps: [{ item: 0, mu: 10, sigma: 25 }] }), 'infinite-variance lumps.sigma 1'],
  [source({ lumps: [{ item: 0, mu: 10, sigma: 2 }] }), 'unsettled-variance lumps.sigma 1'],
  [{ inputs: [{ family: ['lognormal', 1, -1] }] }, 'negative inputs.second 0'],
  [{ inputs: [{ family: ['lognormal', Number.NaN, 1] }] }, 'not-a-number inputs.first 0'],
  [{ inputs: [{ family: ['pert', 1, 9, 4] }] }, 'out-of-order inputs.second 0'],
  [{ inputs: [{ family: ['pert', -1, 2, 4] }] }, 'negative inputs.first 0'],
  [{ inputs: [{ family: ['metalog', 1, 0.3, 0.6] }] }, 'out-of-order inputs.second 0'],
  [
    {
      inputs: [
        { family: ['lognormal', 1, 1], stream: 3 },
        { family: ['lognormal', 1, 1], stream: 3 },
      ],
    },
    'repeated-stream inputs.stream 1',
  ],
  [{ items: [{ curves: [{ points: [[0, 1, 0]], terms: [{ point: 0, to: 'slope', weight: 1, inputs: [0] }] }] }] }, 'out-of-range terms.input 0'],
  [{ items: [{ curves: [{ points: [], terms: [{ point: 0, to: 'slope', weight: 1, inputs: [] }] }] }] }, 'out-of-range terms.point 0'],
  [{ items: [{ curves: [{ points: [[0, 1, 0]], terms: [{ point: 0, to: 'jump', weight: -1, inputs: [] }] }] }] }, 'negative terms.weight 0'],
  [{ groups: [0] }, 'out-of-range groupShape 0'],
  [{ scales: 4 }, 'out-of-range scales 0'],
  [{ longest: Number.POSITIVE_INFINITY }, 'out-of-range longest 0'],
  [{ joints: [{ item: 0, least: 2, members: [{ source: 0 }] }] }, 'more-than-members joints.least 0'],
  [{ joints: [{ item: 0, least: 0, members: [{ source: 0 }] }] }, 'out-of-range joints.least 0'],
  [{ joints: [{ item: 0, least: 1, members: [{ source: 3 }] }] }, 'out-of-range joints.source 0'],
  [{ items: [{ limit: -1 }] }, 'negative items.limit 0'],
  [{ items: [{ curves: [{ points: [[0, -1, 0]] }] }] }, 'negative items.slope 0'],
  [
    {
      items: [
        {
          curves: [
            {
              points: [
                [4, 1, 0],
                [4, 1, 0],
              ],
            },
          ],
        },
      ],
    },
    'out-of-order items.from 1',
  ],
  [{ items: [{ curves: [{ points: [], cap: Number.NaN }] }] }, 'not-a-number items.cap 0'],
] as const)('a fault is told with its place: %#', (change, told) => expect(faults(change as Partial<ModelParts>)).toContain(told))

test('lists of unlike lengths are told before anything is read beside them', () => {
  const model = modelOf(parts)
  expect(checkModel({ ...model, strikes: { ...model.strikes, chance: new Float64Array(3) } })).toEqual([{ code: 'wrong-length', field: 'strikes.chance', index: 3 }])
  expect(checkModel({ ...model, lumps: { ...model.lumps, offsets: Int32Array.of(0, 2) } }).map((one) => one.code)).toEqual(['out-of-range'])
})
