import type { Basis, Phase } from '#estate/claim.ts'
import type { Interval } from '#lang/interval.ts'
import type { Message } from '#lang/message.ts'
import type { Proof } from './evidence.ts'

/**
 * The closed vocabulary between those who find and those who show. Analyses make blocks, views render them, and neither
 * knows the other. A new kind of block is a deliberate act: here, one renderer per view, and the golden estates.
 */

/**
 * Units of measures. `level` is the product's own ladder from 0 to 4; `share`, and `share-per-year` (the chance of a year), lie within
 * [0, 1]. Money is in euros, not cents; `per-year` is a frequency, in times a year.
 */
export type Unit =
  | 'count'
  | 'hours'
  | 'days'
  | 'months'
  | 'share'
  | 'level'
  | 'files'
  | 'functions'
  | 'workloads'
  | 'euros'
  | 'euros-per-year'
  | 'per-year'
  | 'share-per-year'
  | 'person-hours'

/** A number shown to a person. `low` and `high` are equal when it is known. */
export interface Measure {
  readonly label: Message
  readonly interval: Interval
  readonly unit: Unit
  /** Of how many, where the number is a part. */
  readonly of?: number
  readonly basis: Basis
  readonly proof: Proof
  readonly tone?: Tone
}

/** How a reader should take it. Never a verdict by flag: `warning` asks for action, `unknown` for evidence. */
export type Tone = 'plain' | 'good' | 'warning' | 'unknown'

export type Cell =
  /** `code` is how a register writes what the text says, for those who hand the register in. */
  | { readonly text: Message; readonly code?: string; readonly tone?: Tone }
  | { readonly interval: Interval; readonly unit: Unit; readonly tone?: Tone }
  | { readonly date: string; readonly tone?: Tone }
  | { readonly list: readonly Message[] }

export interface Row {
  readonly cells: readonly Cell[]
  readonly proof: Proof
}

/** What is said of a method: how it is reckoned, what is taken for granted, where it ends, and whose it is. */
export type MethodAspect = 'formula' | 'assumed' | 'limit' | 'source'

export interface MethodPart {
  readonly aspect: MethodAspect
  /** A formula, in signs that need no translation. */
  readonly formula?: string
  readonly says: Message
}

export type Block =
  /** One paragraph. `headline` is the sentence that a first page opens with. */
  | { readonly kind: 'text'; readonly text: Message; readonly role?: 'headline' | 'note' | 'method'; readonly tone?: Tone; readonly proof?: Proof }
  /** How figures come about, for whoever doubts them. Stands behind the findings and is folded where a view can fold. */
  | { readonly kind: 'method'; readonly title: Message; readonly parts: readonly MethodPart[] }
  | { readonly kind: 'measures'; readonly title?: Message; readonly measures: readonly Measure[] }
  /** `primary` tables belong on the first page. `empty` is said when there is no row. */
  | {
      readonly kind: 'table'
      readonly id: string
      readonly title: Message
      readonly columns: readonly Message[]
      readonly rows: readonly Row[]
      readonly empty: Message
      readonly primary?: boolean
    }
  /** Bands of the four-pillar spectrum: what is still possible on the ladder 0 to 4, against the target. */
  | { readonly kind: 'bands'; readonly title: Message; readonly rows: readonly BandRow[]; readonly primary?: boolean }
  /** Who is leaned on, in layers from left to right; widths are weights. Every picture has its table. */
  | { readonly kind: 'flow'; readonly title: Message; readonly layers: readonly Message[]; readonly nodes: readonly FlowNode[]; readonly links: readonly FlowLink[] }
  /** From when harm begins, over the horizons, and in which phase; one row per function. */
  | { readonly kind: 'timeline'; readonly title: Message; readonly horizonHours: readonly number[]; readonly rows: readonly TimelineRow[] }
  | {
      readonly kind: 'list'
      readonly title: Message
      readonly items: readonly { readonly text: Message; readonly proof: Proof }[]
      readonly empty: Message
      readonly primary?: boolean
    }
  /** How likely a year is to reach an amount: `chance` falls as `amount` rises. One line for each reading that the evidence leaves, the better first. */
  | {
      readonly kind: 'curve'
      readonly id: string
      readonly title: Message
      readonly unit: Unit
      readonly series: readonly CurveSeries[]
      readonly marks: readonly CurveMark[]
      readonly primary?: boolean
    }
  /** Parts that add up to a whole, the largest first; each with the interval that the readings leave. */
  | {
      readonly kind: 'waterfall'
      readonly id: string
      readonly title: Message
      readonly unit: Unit
      readonly parts: readonly WaterfallPart[]
      readonly total: Interval
      readonly totalLabel: Message
      readonly primary?: boolean
    }
  /** A figure as it would be with one assumption after the other set to the low and to the high end of what is believed of it; the one that moves it most first. */
  | {
      readonly kind: 'tornado'
      readonly id: string
      readonly title: Message
      readonly unit: Unit
      readonly usual: number
      readonly usualLabel: Message
      readonly bars: readonly TornadoBar[]
      readonly empty: Message
    }

export const pillars = ['platform', 'portability', 'people', 'ai'] as const
export type Pillar = (typeof pillars)[number]

export interface BandRow {
  readonly label: Message
  readonly level: 'function' | 'unit-of-organisation' | 'team' | 'workload'
  readonly bands: readonly Band[]
}

/** One pillar of one row. A pillar without criteria that apply has no band. `target` is left out where none is known; `cap` is the highest rung that what we ask could ever show. */
export interface Band {
  readonly pillar: Pillar
  readonly interval: Interval
  readonly target?: number
  readonly cap: number
  readonly answered: number
  /** Criteria of which something is ruled out, and more than one rung is left. Left out where there is none. */
  readonly narrowed?: number
  readonly of: number
  readonly proof: Proof
}

export interface FlowNode {
  readonly id: string
  readonly label: Message
  readonly layer: number
  readonly tone?: Tone
}

export interface FlowLink {
  readonly from: string
  readonly to: string
  readonly weight: number
}

export interface TimelineRow {
  readonly label: Message
  /** Maximum tolerable period of disruption, in hours; an interval when it is not stated. */
  readonly mtpdHours?: Interval
  readonly marks: readonly TimelineMark[]
  /** How many more there are, told elsewhere. Left out where these are all. */
  readonly leftOut?: number
}

export interface TimelineMark {
  readonly what: Message
  readonly hours: Interval
  readonly certain: boolean
  /** When what is lost is missed: while things run, when they are deployed anew, when they are built … */
  readonly phase?: Phase
  readonly proof: Proof
}

export interface CurveSeries {
  readonly label: Message
  /** The smallest amount has the chance that there is any. */
  readonly points: readonly { readonly amount: number; readonly chance: number }[]
}

/** An amount that is named on the curve, such as the loss of a year that is bad once in a hundred. `chance` is per year. */
export interface CurveMark {
  readonly label: Message
  readonly amount: Interval
  readonly chance: number
}

/** `ifHigh` may be the smaller: the more likely an alternative takes over, the less a year costs. `basis` is who says so. */
export interface TornadoBar {
  readonly label: Message
  readonly basis: Message
  readonly ifLow: number
  readonly ifHigh: number
  readonly proof: Proof
}

export interface WaterfallPart {
  readonly label: Message
  readonly interval: Interval
  readonly proof: Proof
}
