import type { BlockDraws } from './block-draws.ts'
import type { Events } from './events.ts'
import type { GivenOutages } from './joint-outages.ts'
import type { Plan } from './plan.ts'

/** Something that carries out the two loops in which all the time goes. Every engine gives the same bits; the plain one is the reference. */
export interface Engine {
  readonly name: string
  open(plan: Plan): Kernels
}

/** The loops over one model, adding up block after block. */
export interface Kernels {
  /**
   * Begins a block: its factors count, what was told by year is wiped, sums by cause and breaches go on.
   *
   * @returns the sums, good until the next block begins
   */
  begin(draws: BlockDraws, sizes: BlockSizes): Tally
  /** Adds the lumps of the pools. @param wanted by year, 1 for those to count; all where it is left out */
  lumps(wanted?: Uint8Array): void
  /** Adds the outages of events and those that are given. */
  strikes(events: Events, given: GivenOutages): void
}

/** How much a block brings. */
export interface BlockSizes {
  readonly events: number
  /** How many outages are given beside those of the events. */
  readonly given: number
  /** How many outages a year may have at most. */
  readonly most: number
}

/** What a block adds up, in whole cents or units of the scale: exact as long as it stays below 2^53. */
export interface Tally {
  /** By scale, then year of the block. */
  readonly totals: Float64Array
  /** The largest event of each year, on scale 0. */
  readonly largest: Float64Array
  /** By scale, then cause. */
  readonly cells: Float64Array
  /** By item: the years with a breach. */
  readonly breaches: Float64Array
  /** By event of the block: what it costs on scale 0. */
  readonly eventLoss: Float64Array
}

/** A logarithm above this is cut off: e^36 cents are 43 trillion in the currency, and sums of whole numbers have to stay exact. */
export const largestLog = 36

/** The same for one outage's cost. */
export const largestCost = 4311231547115195

/** Rounds to whole numbers, halves to even; for 0 up to 2^52. */
export const whole = (x: number): number => x + 4503599627370496 - 4503599627370496
