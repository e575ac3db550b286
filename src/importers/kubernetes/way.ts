import type { Path } from '#lang/pointer.ts'

/** A way down into an object, kept as a chain: thousands are walked for each one that is told. */
export interface Way {
  readonly up: Way | undefined
  readonly step: string | number
}

/** One step further down. */
export const below = (up: Way | undefined, step: string | number): Way => ({ up, step })

/** Several steps down from the top of an object. */
export const wayTo = (...steps: Path): Way | undefined => steps.reduce<Way | undefined>(below, undefined)

/** All steps, from the top down. */
export function pathOf(way: Way | undefined): Path {
  const path: (string | number)[] = []
  for (let at = way; at; at = at.up) path.push(at.step)
  return path.reverse()
}

/** The steps without indices: what a schema calls the way. */
export const namesOf = (way: Way | undefined): readonly string[] => pathOf(way).filter((step) => typeof step === 'string')
