/** A file as importers see it. Text is decoded already (UTF-8, or UTF-16 by its mark); reading happens when asked for. */
export interface SourceFile {
  /** Relative to the root that was given, with forward slashes. */
  readonly path: string
  readonly size: number
  bytes(): Uint8Array
  text(): string
  chunks(): Iterable<Uint8Array>
}

/** What the organisation decided for all importers, read from `deltaplan.yaml` first. */
export interface Settings {
  /** Compose profiles that are switched on. */
  readonly composeProfiles: readonly string[]
}

export const defaultSettings: Settings = { composeProfiles: [] }

/** Neighbours that a file names are part of its format (`.env`, `extends`, layers). */
export interface Beside {
  /** A file by its path from the root, or nothing. */
  file(path: string): SourceFile | undefined
  readonly settings: Settings
}

/** A file out of a text, for tests and for texts inside texts. */
export function sourceFile(path: string, text: string): SourceFile {
  const bytes = new TextEncoder().encode(text)
  return { path, size: bytes.length, bytes: () => bytes, text: () => text, chunks: () => [bytes] }
}

/** A file with nobody beside it. */
export const alone: Beside = { file: () => undefined, settings: defaultSettings }
