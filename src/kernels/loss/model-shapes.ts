import type { LossModel } from './model.ts'

export type Numbers = ArrayLike<number>

/** Streams share a word with the tag of their purpose. */
const streams = 2 ** 24

/** Which list has which length and which kind of numbers. */
export function shapesOf({ scales, sources, strikes, joints, lumps, inputs, items, terms }: LossModel) {
  const [sourceCount, itemCount, curves] = [sources.rate.length, items.limit.length, items.limit.length * scales]
  const named = (name: string, lists: object, length: number) =>
    Object.entries(lists as Record<string, Numbers>)
      .filter(([key]) => key !== 'offsets')
      .map(([key, list]) => [`${name}.${key}`, list, length] as const)
  const { from, slope, jump, cap, ...perItem } = items
  const { input, ...perTerm } = terms
  const { item, least, ...members } = joints
  return {
    lengths: [
      ...named('sources', sources, sourceCount),
      ...named('strikes', strikes, strikes.item.length),
      ...named('lumps', lumps, lumps.item.length),
      ...named('joints', { item, least }, item.length),
      ...named('joints', members, joints.source.length),
      ...named('items', perItem, itemCount),
      ...named('inputs', inputs, inputs.kind.length),
      ...named('terms', perTerm, perTerm.point.length),
      ...named('items', { cap }, curves),
      ...named('items', { from, slope, jump }, from.length),
    ],
    offsets: [
      ['strikes.offsets', strikes.offsets, sourceCount + 1, strikes.item.length],
      ['lumps.offsets', lumps.offsets, sourceCount + 1, lumps.item.length],
      ['joints.offsets', joints.offsets, item.length + 1, joints.source.length],
      ['items.offsets', items.offsets, curves + 1, from.length],
      ['terms.offsets', terms.offsets, perTerm.point.length + 1, input.length],
    ] as const,
    chances: [
      ['sources.endless', sources.endless],
      ['strikes.chance', strikes.chance],
      ['strikes.failOverChance', strikes.failOverChance],
      ['joints.chance', joints.chance],
      ['lumps.chance', lumps.chance],
    ] as const,
    amounts: [
      ['sources.rate', sources.rate],
      ['sources.rateSigma', sources.rateSigma],
      ['strikes.noticeLow', strikes.noticeLow],
      ['strikes.noticeHigh', strikes.noticeHigh],
      ['strikes.delayLow', strikes.delayLow],
      ['strikes.delayHigh', strikes.delayHigh],
      ['strikes.spread', strikes.spread],
      ['strikes.failOverSigma', strikes.failOverSigma],
      ['strikes.exitSigma', strikes.exitSigma],
      ['joints.noticeLow', joints.noticeLow],
      ['joints.noticeHigh', joints.noticeHigh],
      ['joints.delayLow', joints.delayLow],
      ['joints.delayHigh', joints.delayHigh],
      ['joints.exitSigma', joints.exitSigma],
      ['lumps.sigma', lumps.sigma],
      ['items.from', from],
      ['items.slope', slope],
      ['items.jump', jump],
      ['terms.weight', perTerm.weight],
    ] as const,
    bounds: [
      ['items.limit', items.limit],
      ['items.cap', cap],
      ['inputs.most', inputs.most],
    ] as const,
    logs: [
      ['strikes.failOverMu', strikes.failOverMu],
      ['strikes.exitMu', strikes.exitMu],
      ['joints.exitMu', joints.exitMu],
      ['lumps.mu', lumps.mu],
    ] as const,
  }
}

/** Lists of places among the inputs, or −1. */
export function inputPlacesOf({ sources, strikes, lumps }: LossModel) {
  return [
    ['sources.rateInput', sources.rateInput],
    ['sources.endlessInput', sources.endlessInput],
    ['strikes.failOverInput', strikes.failOverInput],
    ['lumps.chanceInput', lumps.chanceInput],
  ] as const
}

/** Lists of places in other lists, each with how long that is. */
export function placesOf({ sources, strikes, joints, lumps, inputs, items, terms }: LossModel) {
  const [sourceCount, itemCount] = [sources.rate.length, items.limit.length]
  return [
    ['strikes.item', strikes.item, itemCount],
    ['lumps.item', lumps.item, itemCount],
    ['joints.item', joints.item, itemCount],
    ['joints.source', joints.source, sourceCount],
    ['terms.point', terms.point, items.from.length],
    ['terms.input', terms.input, inputs.kind.length],
    ['terms.isJump', terms.isJump, 2],
    ['sources.stream', sources.stream, streams],
    ['sources.rateStream', sources.rateStream, streams],
    ['inputs.stream', inputs.stream, streams],
    ['items.stream', items.stream, streams],
  ] as const
}
