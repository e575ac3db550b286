import type { Diagnostic } from '#estate/diagnostic.ts'
import { emptyFragment, type Fragment } from '#estate/fragment.ts'
import type { Beside, Settings, SourceFile } from '#estate/source-file.ts'
import { importers } from '#importers/index.ts'

/** What one file said, and which importer read it; an empty `format` when none knows the file. */
export interface ReadFile {
  readonly file: string
  readonly format: string
  readonly fragment: Fragment
}

/** Reads every file with the importer that recognises it. One file's faults never keep another from being read. */
export function* readFiles(files: readonly SourceFile[], settings: Settings): Generator<ReadFile> {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const beside: Beside = { file: (path) => byPath.get(path), settings }
  for (const file of files) yield readFile(file, beside)
}

function readFile(file: SourceFile, beside: Beside): ReadFile {
  try {
    const importer = importers.find((one) => one.recognises(file))
    if (!importer) return { file: file.path, format: '', fragment: { claims: [], diagnostics: [diagnostic(file, 'not-understood', 'note')] } }
    return { file: file.path, format: importer.id, fragment: importer.read(file, beside) }
  } catch (fault) {
    // Only depth can get here: a document nested beyond what the machine's stack holds. It is said, and the rest goes on.
    if (!(fault instanceof RangeError)) throw fault
    return { file: file.path, format: '', fragment: { ...emptyFragment, diagnostics: [{ ...diagnostic(file, 'unreadable', 'error'), values: { reason: 'too-deep' } }] } }
  }
}

const diagnostic = (file: SourceFile, code: Diagnostic['code'], severity: Diagnostic['severity']): Diagnostic => ({ code, severity, file: file.path })
