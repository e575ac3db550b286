import { type Basis, type Claim, type FilePlace, firmer, type Phase, type State, stronger, type ThingId } from '#estate/claim.ts'
import type { Contents, Listed, Wanted } from '#estate/contents.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'

/** What one bill of materials has said so far, whichever format it is in. Filled while its parts are read one after another. */
export interface Bill {
  readonly file: string
  /** The place of a JSON pointer, in whichever form the file has. */
  readonly place: (pointer: string) => FilePlace
  /** What the bill describes. */
  readonly unit: ThingId
  readonly claims: Claim[]
  /** Packages by what holds them, in which state and phase. */
  readonly contents: Map<string, Contents & { readonly packages: Listed[] }>
  /** Which of the listed packages somebody asks for; without it, all. */
  readonly wanted: Wanted | undefined
  readonly diagnostics: Diagnostic[]
  /** How often each kind of fault was met. */
  readonly faults: Map<string, number>
  /** The holder of the package that was read last, and the list it went to: siblings follow each other. */
  last: { readonly holder?: Holder; readonly list?: Listed[] }
  /** Things that are said once per file, however often they are met: where first, and as active as the most active. */
  readonly ecosystems: Map<string, Met>
  readonly downloads: Map<string, Met>
  readonly hosts: Map<string, string | undefined>
  /** Parties by name. */
  readonly parties: Set<string>
  /** The distribution that packages say they were made for, and whether an operating system was named outright. */
  readonly system: { named: boolean; distro?: { readonly text: string; readonly at: FilePlace; readonly holder: ThingId } }
}

export interface Met {
  readonly state: State
  readonly basis: Basis
  readonly at: FilePlace
}

/** Where components stand: what holds them, whether they are in use, and when they are needed if not at run time. */
export interface Holder {
  readonly id: ThingId
  readonly state: State
  readonly phase?: Phase
}

/** A part of a bill at its place. */
export interface BillPlace {
  readonly pointer: string
  readonly holder: Holder
}

export const startBill = (file: string, { unit, place, wanted }: Pick<Bill, 'unit' | 'place' | 'wanted'>): Bill => ({
  file,
  place,
  unit,
  wanted,
  claims: [],
  contents: new Map(),
  diagnostics: [],
  faults: new Map(),
  last: {},
  ecosystems: new Map(),
  downloads: new Map(),
  hosts: new Map(),
  parties: new Set(),
  system: { named: false },
})

/** Remembers that something was met, as active and on as firm a ground as in the best of its places. */
export function meet(met: Map<string, Met>, key: string, now: Met): void {
  const before = met.get(key)
  if (!before || isBetter(now, before)) met.set(key, now)
}

function isBetter(now: Met, before: Met): boolean {
  if (now.state !== before.state) return stronger(before.state, now.state) === now.state
  return now.basis !== before.basis && firmer(before.basis, now.basis) === now.basis
}

/** The name of a thing that this file alone names, so that a like-named thing of another file stays another. */
export const ownName = (bill: Bill, part: { readonly group?: unknown; readonly name: string; readonly version?: unknown }): string => {
  const group = typeof part.group === 'string' && part.group !== '' ? `${part.group}/` : ''
  const version = typeof part.version === 'string' && part.version !== '' ? `@${part.version}` : ''
  return `${bill.file}/${group}${part.name}${version}`
}
