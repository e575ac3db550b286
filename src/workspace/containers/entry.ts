/** What an archive holds, as its directory says. */
export interface Entry {
  /** As it is written there: not to be trusted as a path. */
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link' | 'special'
  /** Its content; for an archive that packs each entry, packed. */
  readonly bytes: Uint8Array
  /** How the content is packed, and what comes of it. Left out where it is not packed. */
  readonly packed?: Packed
}

export interface Packed {
  readonly method: 'deflate' | 'zstd' | 'stored' | 'encrypted' | 'unknown'
  readonly size: number
  /** The sum by which the content is known (CRC-32). */
  readonly sum: number
}

export interface Entries {
  readonly entries: readonly Entry[]
  /** Set where the directory breaks off or contradicts itself; what came before stands. */
  readonly isBroken?: true
}
