/** One row of the bench: ours beside the least that anybody would have to do for the same. */
export interface Bench {
  readonly name: string
  /** What it is measured against, in words. */
  readonly against: string
  /** The ratio that we want to stay below. */
  readonly limit: number
  /** What both are measured in, where that is not milliseconds. */
  readonly unit?: string
  /** Runs both once, one after the other. */
  run(): Measured
}

/** Ours and the other, in the unit of the row, and the most memory that ours took in megabytes, where that is measured. */
export interface Measured {
  readonly ours: number
  readonly other: number
  readonly megabytes?: number
}

/** How long some work takes, in milliseconds. */
export function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
