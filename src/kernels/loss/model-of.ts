import { durationKinds, inputKinds, type LossModel, longestOutage } from './model.ts'

/** A source with what it strikes. Left out: not uncertain, in no group, lasting no time, striking nothing. */
export interface SourcePart {
  readonly rate: number
  readonly rateSigma?: number
  /** Left out: its own. */
  readonly rateStream?: number
  /** The place of the input that the rate is multiplied with. */
  readonly rateInput?: number
  readonly group?: number
  readonly stream?: number
  readonly duration?: readonly [kind: keyof typeof durationKinds, first?: number, second?: number, third?: number]
  /** The chance that an event never ends, and the place of the input that it is multiplied with. */
  readonly endless?: number
  readonly endlessInput?: number
  readonly strikes?: readonly StrikePart[]
  readonly lumps?: readonly { readonly item: number; readonly chance?: number; readonly chanceInput?: number; readonly mu: number; readonly sigma?: number }[]
}

/** When harm begins and ends after an event. Left out: at once, and never by leaving. */
interface TimesPart {
  readonly notice?: readonly [low: number, high: number]
  readonly delay?: readonly [low: number, high: number]
  readonly exit?: { readonly mu: number; readonly sigma?: number }
}

export interface StrikePart extends TimesPart {
  readonly item: number
  readonly chance?: number
  readonly spread?: number
  readonly failOver?: { readonly chance: number; readonly chanceInput?: number; readonly mu: number; readonly sigma?: number }
}

export interface MemberPart extends TimesPart {
  readonly source: number
  readonly chance?: number
}

export interface JointPart {
  readonly item: number
  readonly least: number
  readonly members: readonly MemberPart[]
}

/** An uncertain number, as `Inputs` has it. */
export interface InputPart {
  readonly family: readonly [kind: keyof typeof inputKinds, first: number, second: number, third?: number]
  readonly most?: number
  readonly stream?: number
}

/** What uncertain numbers add to a point of a curve, by the places of both. */
export interface TermPart {
  readonly point: number
  readonly to: 'slope' | 'jump'
  readonly weight: number
  readonly inputs: readonly number[]
}

export interface CurvePart {
  readonly points: readonly (readonly [from: number, slope: number, jump: number])[]
  readonly terms?: readonly TermPart[]
  readonly cap?: number
}

export interface ItemPart {
  readonly stream?: number
  readonly limit?: number
  /** By scale. A scale that is left out costs nothing. */
  readonly curves?: readonly CurvePart[]
}

export interface ModelParts {
  readonly scales?: number
  readonly longest?: number
  readonly batches?: number
  readonly groups?: readonly number[]
  readonly sources: readonly SourcePart[]
  readonly joints?: readonly JointPart[]
  readonly inputs?: readonly InputPart[]
  readonly items: readonly ItemPart[]
}

/** A model from its parts, number by number. What is wrong in them stays wrong: `checkModel` tells. */
export function modelOf({ scales = 1, longest = longestOutage, batches = 0, groups = [], sources, joints = [], inputs = [], items }: ModelParts): LossModel {
  const strikes = sources.flatMap((one) => one.strikes ?? [])
  const lumps = sources.flatMap((one) => one.lumps ?? [])
  const members = joints.flatMap((one) => one.members)
  const curves = items.flatMap((one) => Array.from({ length: scales }, (_, scale): CurvePart => one.curves?.[scale] ?? { points: [] }))
  const points = curves.flatMap((one) => one.points)
  const firstPoints = offsetsOf(curves, (one) => one.points.length)
  const terms = curves.flatMap((one, curve) => (one.terms ?? []).map((term) => ({ ...term, point: (firstPoints[curve] as number) + term.point })))
  return {
    scales,
    longest,
    batches,
    groupShape: Float64Array.from(groups),
    sources: sourcesOf(sources),
    strikes: {
      offsets: offsetsOf(sources, (one) => one.strikes?.length ?? 0),
      item: whole(strikes, (one) => one.item),
      chance: numbers(strikes, (one) => one.chance ?? 1),
      noticeLow: numbers(strikes, (one) => one.notice?.[0] ?? 0),
      noticeHigh: numbers(strikes, (one) => one.notice?.[1] ?? 0),
      delayLow: numbers(strikes, (one) => one.delay?.[0] ?? 0),
      delayHigh: numbers(strikes, (one) => one.delay?.[1] ?? 0),
      spread: numbers(strikes, (one) => one.spread ?? 0),
      failOverChance: numbers(strikes, (one) => one.failOver?.chance ?? 0),
      failOverInput: whole(strikes, (one) => one.failOver?.chanceInput ?? -1),
      failOverMu: numbers(strikes, (one) => one.failOver?.mu ?? 0),
      failOverSigma: numbers(strikes, (one) => one.failOver?.sigma ?? 0),
      exitMu: numbers(strikes, (one) => one.exit?.mu ?? Number.POSITIVE_INFINITY),
      exitSigma: numbers(strikes, (one) => one.exit?.sigma ?? 0),
    },
    joints: {
      item: whole(joints, (one) => one.item),
      least: whole(joints, (one) => one.least),
      offsets: offsetsOf(joints, (one) => one.members.length),
      source: whole(members, (one) => one.source),
      chance: numbers(members, (one) => one.chance ?? 1),
      noticeLow: numbers(members, (one) => one.notice?.[0] ?? 0),
      noticeHigh: numbers(members, (one) => one.notice?.[1] ?? 0),
      delayLow: numbers(members, (one) => one.delay?.[0] ?? 0),
      delayHigh: numbers(members, (one) => one.delay?.[1] ?? 0),
      exitMu: numbers(members, (one) => one.exit?.mu ?? Number.POSITIVE_INFINITY),
      exitSigma: numbers(members, (one) => one.exit?.sigma ?? 0),
    },
    lumps: {
      offsets: offsetsOf(sources, (one) => one.lumps?.length ?? 0),
      item: whole(lumps, (one) => one.item),
      chance: numbers(lumps, (one) => one.chance ?? 1),
      chanceInput: whole(lumps, (one) => one.chanceInput ?? -1),
      mu: numbers(lumps, (one) => one.mu),
      sigma: numbers(lumps, (one) => one.sigma ?? 0),
    },
    inputs: {
      kind: Uint8Array.from(inputs, (one) => inputKinds[one.family[0]]),
      first: numbers(inputs, (one) => one.family[1]),
      second: numbers(inputs, (one) => one.family[2]),
      third: numbers(inputs, (one) => one.family[3] ?? 0),
      most: numbers(inputs, (one) => one.most ?? Number.POSITIVE_INFINITY),
      stream: whole(inputs, (one, at) => one.stream ?? at),
    },
    items: {
      stream: whole(items, (one, at) => one.stream ?? at),
      limit: numbers(items, (one) => one.limit ?? Number.POSITIVE_INFINITY),
      offsets: firstPoints,
      from: numbers(points, (one) => one[0]),
      slope: numbers(points, (one) => one[1]),
      jump: numbers(points, (one) => one[2]),
      cap: numbers(curves, (one) => one.cap ?? Number.POSITIVE_INFINITY),
    },
    terms: {
      point: whole(terms, (one) => one.point),
      isJump: Uint8Array.from(terms, (one) => (one.to === 'jump' ? 1 : 0)),
      weight: numbers(terms, (one) => one.weight),
      offsets: offsetsOf(terms, (one) => one.inputs.length),
      input: Int32Array.from(terms.flatMap((one) => one.inputs)),
    },
  }
}

const sourcesOf = (sources: readonly SourcePart[]): LossModel['sources'] => ({
  rate: numbers(sources, (one) => one.rate),
  rateSigma: numbers(sources, (one) => one.rateSigma ?? 0),
  rateStream: whole(sources, (one, at) => one.rateStream ?? one.stream ?? at),
  group: whole(sources, (one) => one.group ?? -1),
  kind: Uint8Array.from(sources, (one) => durationKinds[one.duration?.[0] ?? 'constant']),
  first: numbers(sources, (one) => one.duration?.[1] ?? 0),
  second: numbers(sources, (one) => one.duration?.[2] ?? 0),
  third: numbers(sources, (one) => one.duration?.[3] ?? 0),
  stream: whole(sources, (one, at) => one.stream ?? at),
  rateInput: whole(sources, (one) => one.rateInput ?? -1),
  endless: numbers(sources, (one) => one.endless ?? 0),
  endlessInput: whole(sources, (one) => one.endlessInput ?? -1),
})

/** Loops, since `Float64Array.from` takes five times as long over long lists. */
function numbers<T>(parts: readonly T[], of: (part: T) => number): Float64Array {
  const list = new Float64Array(parts.length)
  for (const [at, part] of parts.entries()) list[at] = of(part)
  return list
}

function whole<T>(parts: readonly T[], of: (part: T, at: number) => number): Int32Array {
  const list = new Int32Array(parts.length)
  for (const [at, part] of parts.entries()) list[at] = of(part, at)
  return list
}

function offsetsOf<T>(parts: readonly T[], count: (part: T) => number): Int32Array {
  const offsets = new Int32Array(parts.length + 1)
  for (const [at, part] of parts.entries()) offsets[at + 1] = (offsets[at] as number) + count(part)
  return offsets
}
