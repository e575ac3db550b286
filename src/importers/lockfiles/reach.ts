import type { Use } from './lock-read.ts'

/** One package needs another; `optional` where it also does without. */
export interface Edge {
  readonly to: number
  readonly optional?: boolean
}

/** Packages that the project itself asks for, by what it asks them for. */
export type Roots = Readonly<Record<Use, readonly number[]>>

/**
 * What each package is needed for, by who leads to it: the program goes before extras, and extras before what only builds and tests. A
 * package that nothing leads to counts for the program: who put it there is not known.
 */
export function usesOf(count: number, edgesOf: (at: number) => readonly Edge[], roots: Roots): readonly Use[] {
  const uses: (Use | undefined)[] = Array.from({ length: count })
  const extras = [...roots.optional]
  walk(uses, roots.run, 'run', (at) => {
    for (const edge of edgesOf(at)) if (edge.optional === true) extras.push(edge.to)
    return edgesOf(at).filter((edge) => edge.optional !== true)
  })
  walk(uses, extras, 'optional', edgesOf)
  walk(uses, roots.build, 'build', edgesOf)
  return uses.map((use) => use ?? 'run')
}

function walk(uses: (Use | undefined)[], roots: readonly number[], use: Use, edgesOf: (at: number) => readonly Edge[]): void {
  const open = [...roots]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (uses[at] !== undefined || at >= uses.length) continue
    uses[at] = use
    for (const edge of edgesOf(at)) open.push(edge.to)
  }
}
