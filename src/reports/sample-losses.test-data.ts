import type { Block, CurveSeries } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { plain } from '#lang/message.ts'
import { hostileName, imageProof, longName, placeProof, signInProof } from './sample-parts.test-data.ts'

type Curve = Extract<Block, { readonly kind: 'curve' }>
type Waterfall = Extract<Block, { readonly kind: 'waterfall' }>

/** A line that falls as losses do: level among small amounts, steep among large ones. `usual` is where half of the chance is left. */
function line(label: string, { any, usual }: { readonly any: number; readonly usual: number }): CurveSeries {
  const amounts = [0, ...Array.from({ length: 46 }, (_, at) => 1000 * 10 ** (at / 10))]
  return { label: plain(label), points: amounts.map((amount) => ({ amount, chance: any / (1 + (amount / usual) ** 1.4) })) }
}

export const sampleCurve: Curve = {
  kind: 'curve',
  id: 'loss-curve',
  title: plain('What a year may cost'),
  unit: 'euros',
  series: [line('if all that is unknown turns out well', { any: 0.36, usual: 21_000 }), line(`if ${longName} turns out badly`, { any: 0.71, usual: 95_000 })],
  marks: [
    { label: plain('One year in five'), amount: { low: 17_900, high: 185_000 }, chance: 0.2 },
    { label: plain('A bad year'), amount: { low: 266_000, high: 1_974_000 }, chance: 0.01 },
    { label: plain(hostileName), amount: { low: 417_000, high: 417_000 }, chance: 0.035 },
  ],
  primary: true,
}

export const sampleWaterfall: Waterfall = {
  kind: 'waterfall',
  id: 'loss-parts',
  title: plain('Where the average year comes from'),
  unit: 'euros-per-year',
  parts: [
    { label: plain('Northwind Corporation falls away'), interval: { low: 9200, high: 71_000 }, proof: signInProof },
    { label: plain(hostileName), interval: { low: 6100, high: 34_000 }, proof: imageProof },
    { label: plain('Zorgcloud B.V. falls away'), interval: { low: 0, high: 29_000 }, proof: placeProof },
    { label: plain(longName), interval: { low: 2600, high: 2600 }, proof: placeProof },
    { label: plain('Everything else'), interval: { low: 400, high: 5400 }, proof: noProof },
  ],
  total: { low: 18_300, high: 142_000 },
  totalLabel: plain('An average year'),
}

export const sampleLosses: readonly Block[] = [
  sampleCurve,
  {
    kind: 'measures',
    title: plain('Losses at a glance'),
    measures: [
      { label: plain('A year in which something stops'), interval: { low: 0.36, high: 0.71 }, unit: 'share-per-year', basis: 'supposed', proof: placeProof },
      { label: plain('Standstill of Outpatient care'), interval: { low: 0.05, high: 0.2 }, unit: 'per-year', basis: 'supposed', proof: noProof },
      { label: plain('Hours that people go without'), interval: { low: 340, high: 12_000 }, unit: 'person-hours', basis: 'supposed', proof: noProof },
    ],
  },
  sampleWaterfall,
]
