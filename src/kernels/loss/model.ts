/**
 * What the loss engine simulates: sources that have events, and items that these strike. Rates are per year of 8,766 hours, times in hours, chances
 * within [0, 1], amounts of scale 0 in cents. A lognormal is given by μ and σ of its logarithm; σ = 0 is the constant e^μ.
 *
 * All lists are flat. Where things belong to others, those of number `n` stand at `offsets[n]` up to `offsets[n + 1]`.
 */
export interface LossModel {
  /** How many scales an outage is costed on, 1 to 3; the first is money. */
  readonly scales: number
  /** No outage counts for longer than this many hours. */
  readonly longest: number
  /** In how many batches sums by source and by item are kept, so that their errors can be told; none for 0. */
  readonly batches: number
  /** Shape of the gamma factor, of mean 1, that all sources of a group share within a year; small shapes make bad years. */
  readonly groupShape: Float64Array
  readonly sources: Sources
  readonly strikes: Strikes
  readonly joints: Joints
  readonly lumps: Lumps
  readonly inputs: Inputs
  readonly items: Items
  readonly terms: Terms
}

/** How long a source's event lasts. The three numbers: lognormal μ, σ; PERT least, likeliest, greatest; constant hours; endless none. */
export const durationKinds = { lognormal: 0, pert: 1, constant: 2, endless: 3 } as const

/**
 * What has events.
 *
 * @property rate events per year; where it is uncertain, the median of what is believed
 * @property rateSigma σ of the lognormal that says how uncertain the rate is, drawn once a period; 0 where it is known
 * @property rateStream which random numbers tell how far the rate is off: sources with one of them are off together
 * @property group the group whose yearly factor multiplies the rate; −1 for none
 * @property stream which random numbers are the source's own, below 2^24; unlike its place it stays when other sources come and go
 * @property rateInput the uncertain number that the rate is multiplied with; −1 for none
 * @property endless chance that an event never ends, whatever its duration would be
 * @property endlessInput the uncertain number that this chance is multiplied with; −1 where it is known
 */
export interface Sources {
  readonly rate: Float64Array
  readonly rateSigma: Float64Array
  readonly rateStream: Int32Array
  readonly group: Int32Array
  readonly kind: Uint8Array
  readonly first: Float64Array
  readonly second: Float64Array
  readonly third: Float64Array
  readonly stream: Int32Array
  readonly rateInput: Int32Array
  readonly endless: Float64Array
  readonly endlessInput: Int32Array
}

/**
 * What an event of a source does to an item, by source. The item is down from `delay` after the event until the first of: the event's end (its notice, and then its duration times e^(spread · z)),
 * a fail-over, an exit. Where that comes before the delay has passed, nothing happens.
 *
 * @property chance that an event reaches the item at all
 * @property noticeLow hours between being told, which is the event, and being hit, at least: the duration of the event begins with the hit. Where between the ends is drawn once
 *   per event, so that all its notices and delays move together
 * @property delayLow hours between event and harm, at least, notice included
 * @property failOverChance that a stand-by works when it is needed; 0 where there is none
 * @property failOverInput the uncertain number that this chance is multiplied with; −1 where it is known
 * @property exitMu of the hours until one has left for good; infinite where one cannot
 */
export interface Strikes {
  readonly offsets: Int32Array
  readonly item: Int32Array
  readonly chance: Float64Array
  readonly noticeLow: Float64Array
  readonly noticeHigh: Float64Array
  readonly delayLow: Float64Array
  readonly delayHigh: Float64Array
  readonly spread: Float64Array
  readonly failOverChance: Float64Array
  readonly failOverInput: Int32Array
  readonly failOverMu: Float64Array
  readonly failOverSigma: Float64Array
  readonly exitMu: Float64Array
  readonly exitSigma: Float64Array
}

/**
 * Items that are down only while at least `least` of their members are: redundancy, lost through several causes at once. A member is a source with the
 * chance that its event takes this member, the notice and the delay; it is down from the delay until the first of the event's end and the member's exit.
 */
export interface Joints {
  readonly item: Int32Array
  readonly least: Int32Array
  readonly offsets: Int32Array
  readonly source: Int32Array
  readonly chance: Float64Array
  readonly noticeLow: Float64Array
  readonly noticeHigh: Float64Array
  readonly delayLow: Float64Array
  readonly delayHigh: Float64Array
  readonly exitMu: Float64Array
  readonly exitSigma: Float64Array
}

/** Amounts that an event costs at once, on scale 0 alone, by source: lognormal, each with its chance. */
export interface Lumps {
  readonly offsets: Int32Array
  readonly item: Int32Array
  readonly chance: Float64Array
  readonly chanceInput: Int32Array
  readonly mu: Float64Array
  readonly sigma: Float64Array
}

/** Of what family an uncertain number is. The three numbers: lognormal μ, σ; PERT least, likeliest, greatest; metalog the first three coefficients of its logarithm. */
export const inputKinds = { lognormal: 0, pert: 1, metalog: 2 } as const

/** Uncertain numbers that are what they are for good, and that nobody knows: each is drawn once a period. None is below nought, and what is drawn above `most` counts as that. */
export interface Inputs {
  readonly kind: Uint8Array
  readonly first: Float64Array
  readonly second: Float64Array
  readonly third: Float64Array
  readonly most: Float64Array
  readonly stream: Int32Array
}

/**
 * What is struck. Costs run over the hours of an outage, by item and within it by scale: from each point on a slope, and a jump as soon as the outage is longer
 * than the point; before the first point nothing.
 *
 * @property stream under an event's own key, which draws are the item's
 * @property limit an outage longer than this many hours breaches; infinite for no limit
 * @property offsets of the points, by item · scales + scale
 * @property slope what is known of it; the terms come on top, and likewise for `jump`
 * @property cap most that one outage costs; infinite for none
 */
export interface Items {
  readonly stream: Int32Array
  readonly limit: Float64Array
  readonly offsets: Int32Array
  readonly from: Float64Array
  readonly slope: Float64Array
  readonly jump: Float64Array
  readonly cap: Float64Array
}

/**
 * What uncertain numbers add to the points of curves: a weight times the product of some inputs.
 *
 * @property point its place among all points
 * @property isJump 1 for the jump, 0 for the slope
 * @property offsets of the inputs, by term
 */
export interface Terms {
  readonly point: Int32Array
  readonly isJump: Uint8Array
  readonly weight: Float64Array
  readonly offsets: Int32Array
  readonly input: Int32Array
}

/** How many years a block has. */
export const blockYears = 1024

/**
 * All that is uncertain for good (rates, chances, curves) is drawn once for so many years. A year by itself is the same however many that are, but for what is still down since years of another
 * period; the fewer, the more often it is drawn, and the sooner a mean settles.
 */
const periodYears = 32
export const periods = blockYears / periodYears
export const periodOf = (year: number): number => Math.floor(year / periodYears)
export const hoursPerYear = 8766

/** Five years: what is still down then counts as lost, not as down. What a model has where it says nothing else. */
export const longestOutage = 5 * hoursPerYear
