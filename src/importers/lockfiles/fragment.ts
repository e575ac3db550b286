import { lockFileUnit } from '#estate/built-units.ts'
import { type Claim, type FilePlace, idOf, type Phase, type State } from '#estate/claim.ts'
import type { Contents, Listed } from '#estate/contents.ts'
import type { Fragment } from '#estate/fragment.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { groupBy } from '#lang/group.ts'
import { folderOf } from '../paths.ts'
import { firstOfEach } from '../told.ts'
import { type FetchedFrom, fetchedFrom } from './fetched-from.ts'
import type { Locked, LockRead, Spot, Use } from './lock-read.ts'
import { purlKey } from './purl-key.ts'

/** How a use is said of what holds the package: what only builds is needed at the next build, and extras are not there. */
const held: Readonly<Record<Use, { readonly state: State; readonly phase?: Phase }>> = {
  run: { state: 'active' },
  build: { state: 'active', phase: 'build' },
  optional: { state: 'inactive' },
}

/** The claims of a lock file: its project as a unit, its packages in bulk, their family, and the hosts they are fetched from. */
export function lockFragment(file: SourceFile, read: LockRead): Fragment {
  const id = lockFileUnit(file.path)
  const place = (spot: Spot, path: string = file.path): FilePlace => ({ file: path, ...spot })
  const hosts = fetchedFrom(id, addressesOf(read, place))
  const { family, packages, project } = read
  const first = packages.find((one) => one.use !== 'optional') ?? packages[0]
  const unit: Claim = { claim: 'thing', id, ...unitOf(read, file.path), state: 'active', basis: 'observed', at: [place(project.spot)] }
  const ecosystem: readonly Claim[] =
    first === undefined
      ? []
      : [{ claim: 'link', from: id, to: idOf('ecosystem', family), role: 'package-ecosystem', state: held[first.use].state, basis: 'observed', at: [place(spotOf(first))] }]
  const diagnostics = firstOfEach([...read.diagnostics, ...hosts.diagnostics])
  const isEmpty = packages.length === 0 && hosts.claims.length === 0 && diagnostics.length === 0
  return {
    claims: [unit, ...ecosystem, ...hosts.claims],
    contents: [...groupBy(packages, (one) => one.use)].map(([use, list]) => contentsOf(file, { family, use, list })),
    diagnostics: isEmpty ? [{ code: 'nothing-inside', severity: 'note', file: file.path }] : diagnostics,
  }
}

/** A project without a name of its own goes by the folder it lies in. */
function unitOf({ family, project }: LockRead, path: string): { readonly name: string; readonly says: Record<string, string | boolean | readonly string[]> } {
  const { name, version } = project
  const groups = name === undefined ? [`name=${folderOf(path) || path}`] : [`purl=${purlKey(family, name, undefined)}`, `name=${shortName(family, name)}`]
  return { name: name === undefined ? path : shortName(family, name), says: { groups, runs: false, ...(version === undefined ? {} : { version }) } }
}

/** In Maven's family the name that people use stands behind its group. */
const shortName = (family: string, name: string): string => (family === 'maven' ? name.slice(name.lastIndexOf('/') + 1) : name)

function* addressesOf(read: LockRead, place: (spot: Spot, path?: string) => FilePlace): Generator<FetchedFrom> {
  for (const { address, spot, file, state = 'active', basis = 'observed' } of read.sources) yield { address, at: place(spot, file), state, basis }
  for (const one of read.packages) if (one.from !== undefined) yield { address: one.from, at: place(spotOf(one)), state: held[one.use].state, basis: 'observed' }
}

const spotOf = ({ pointer, line }: Spot): Spot => (line === undefined ? { pointer } : { pointer, line })

function contentsOf(file: SourceFile, { family, use, list }: { readonly family: string; readonly use: Use; readonly list: readonly Locked[] }): Contents {
  const packages = list.map((one): Listed => {
    const { name, version, licences } = one
    const says = licences === undefined || licences.length === 0 ? {} : { says: { licences } }
    return { key: purlKey(family, name, version), name, ...spotOf(one), ...says }
  })
  return { of: lockFileUnit(file.path), ...held[use], basis: 'observed', file: file.path, packages }
}
