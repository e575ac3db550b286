import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import type { Project, Source } from './lock-read.ts'
import { neighbour } from './manifest.ts'
import { tomlOf } from './toml-parts.ts'

/** What `pyproject.toml` beside a lock file says (https://packaging.python.org/specifications/pyproject-toml/, and Poetry's own table). */
export interface PythonProject {
  readonly project: Project
  /** Indexes that packages are fetched from besides the common one, or in its stead. */
  readonly sources: readonly Source[]
  /** Whether the common index is asked no more. */
  readonly hasPrimary: boolean
  /** Names that the program needs, in one spelling; nothing where the manifest does not tell. */
  readonly needs: ReadonlySet<string> | undefined
}

/** A name in the one spelling of the Python index (PEP 503). */
export const pythonName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-')

/** The index that everything in Python asks by default. */
export const pythonIndex = 'https://pypi.org/simple'

export function pythonProject(file: SourceFile, beside: Beside): PythonProject {
  const manifest = neighbour(file, beside, 'pyproject.toml')
  const value = manifest === undefined ? {} : tomlOf(manifest.text())
  const standard = recordAt(value, 'project')
  const poetry = recordAt(recordAt(value, 'tool'), 'poetry')
  const stated = listAt(poetry, 'source').flatMap((one) => (isRecord(one) ? [one] : []))
  const sources = stated.flatMap((one, at): readonly Source[] => {
    const address = textAt(one, 'url')
    return address === undefined || manifest === undefined ? [] : [{ address, spot: { pointer: `/tool/poetry/source/${at}` }, file: manifest.path }]
  })
  const asked = [
    ...listAt(standard, 'dependencies').flatMap((one) => (typeof one === 'string' ? (/^[\w.-]+/.exec(one.trim()) ?? []) : [])),
    ...Object.keys(recordAt(poetry, 'dependencies')),
  ]
  return {
    project: { name: textAt(standard, 'name') ?? textAt(poetry, 'name'), version: textAt(standard, 'version') ?? textAt(poetry, 'version'), spot: { pointer: '', line: 1 } },
    sources,
    hasPrimary: stated.some(
      (one) => one['default'] === true || ['primary', 'default'].includes(String(one['priority'] ?? (one['secondary'] === true ? 'secondary' : 'primary')).toLowerCase()),
    ),
    needs: asked.length === 0 ? undefined : new Set(asked.map(pythonName)),
  }
}
