import type { Wanted } from './contents.ts'
import type { InventoryMapping } from './inventory-columns.ts'

/** A file as importers see it. Text is decoded already (UTF-8, or UTF-16 by its mark); reading happens when asked for. */
export interface SourceFile {
  /** Relative to the root that was given, with forward slashes. */
  readonly path: string
  readonly size: number
  /** Set where the file is longer than a text can be: `text()` is then its beginning alone, and the whole is had in `chunks()`. */
  readonly isCut?: true
  /** Set where the file is an archive that was unpacked: what is inside stands beside it, and the file itself says nothing. */
  readonly container?: string
  bytes(): Uint8Array
  text(): string
  chunks(): Iterable<Uint8Array>
}

/** What the organisation decided for all importers, read from `deltaplan.yaml` first. */
export interface Settings {
  /** Compose profiles that are switched on. */
  readonly composeProfiles: readonly string[]
  /** What stands under which heading in the organisation's own lists of what it has. */
  readonly inventory: readonly InventoryMapping[]
}

export const defaultSettings: Settings = { composeProfiles: [], inventory: [] }

/** Neighbours that a file names are part of its format (`.env`, `extends`, layers). */
export interface Beside {
  /** A file by its path from the root, or nothing. */
  file(path: string): SourceFile | undefined
  readonly settings: Settings
  /** Which of the packages that are listed in bulk somebody asks for; the others may be left out of the listing. Without it, all are listed. */
  readonly wanted?: Wanted
}

/** Whether a file begins as JSON or XML does, told by its first bytes: most files of a folder are large and need not be decoded to know. */
export function opensWithBracket(file: SourceFile): boolean {
  for (const chunk of file.chunks()) {
    const first = chunk.find((byte) => byte > 32)
    return first === 0x7b || first === 0x5b || first === 0x3c
  }
  return false
}

/** A file out of a text, for tests and for texts inside texts. */
export function sourceFile(path: string, text: string): SourceFile {
  const bytes = new TextEncoder().encode(text)
  return { path, size: bytes.length, bytes: () => bytes, text: () => text, chunks: () => [bytes] }
}

/** A file with nobody beside it. */
export const alone: Beside = { file: () => undefined, settings: defaultSettings }
