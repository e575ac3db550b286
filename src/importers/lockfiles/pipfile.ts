import { documentsOf } from '#estate/source/documents.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord, listAt, recordAt, textAt } from '#lang/json.ts'
import { pointerOf } from '#lang/pointer.ts'
import { headOf, type Locked, type LockFormat, type LockRead } from './lock-read.ts'
import { pythonIndex, pythonProject } from './python-project.ts'

/** `Pipfile.lock` (https://pipenv.pypa.io/en/latest/pipfile.html). */
export const pipfileLock: LockFormat = {
  recognises: (file) => {
    if (!/^\s*\{\s*"_meta"\s*:/.test(headOf(file))) return false
    const value = documentsOf(file).documents[0]?.value
    return isRecord(value) && isRecord(value['_meta']) && 'pipfile-spec' in value['_meta']
  },
  read,
}

function read(file: SourceFile, beside: Beside): LockRead {
  const { documents, diagnostics } = documentsOf(file)
  const lock = documents[0]?.value
  const run = packagesIn(lock, 'default')
  const names = new Set(run.map((one) => one.name))
  const packages = [...run, ...packagesIn(lock, 'develop').filter((one) => !names.has(one.name))]
  const sources = listAt(recordAt(lock, '_meta'), 'sources').flatMap((one, at) => {
    const address = textAt(one, 'url')
    return address === undefined ? [] : [{ address, spot: { pointer: `/_meta/sources/${at}` } }]
  })
  const silent = packages.find((one) => one.from === undefined)
  return {
    family: 'pypi',
    project: { ...pythonProject(file, beside).project, spot: { pointer: '' } },
    packages,
    sources: sources.length > 0 || silent === undefined ? sources : [{ address: pythonIndex, spot: { pointer: silent.pointer }, basis: 'inferred' }],
    diagnostics,
  }
}

const packagesIn = (lock: unknown, section: 'default' | 'develop'): readonly Locked[] =>
  Object.entries(recordAt(lock, section)).map(([name, value]) => ({
    name,
    version: textAt(value, 'version')?.replace(/^==+/, ''),
    use: section === 'develop' ? 'build' : 'run',
    from: textAt(value, 'git') ?? textAt(value, 'file') ?? (textAt(value, 'path') === undefined ? undefined : 'file:.'),
    pointer: pointerOf([section, name]),
  }))
