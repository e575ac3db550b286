import type { Claim } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { SourceDocument } from '#estate/source/documents.ts'
import { isRecord, listAt, recordAt } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import { withoutIndices } from './address.ts'
import type { Reading } from './resource.ts'
import { isDigest, isScript, scriptClaims } from './scripts.ts'
import type { Unit } from './unit.ts'

interface Read {
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Scripts that only the configuration shows: the values hold a digest of them, and provisioners stand nowhere else. */
export function configuredScripts(reading: Reading, unit: Unit, place: SourceDocument['place']): Read {
  const configured = reading.configuration?.resources.get(withoutIndices(unit.resource.address))
  if (!configured) return { claims: [], diagnostics: [] }
  const own = constantsOf(configured.expressions, [...configured.at, 'expressions']).filter(({ name }) => {
    const known = unit.resource.values[name]
    return typeof known === 'string' && isDigest(known)
  })
  const provisioned = listAt(configured.whole, 'provisioners').flatMap((one, index) =>
    constantsOf(recordAt(one, 'expressions'), [...configured.at, 'provisioners', index, 'expressions']),
  )
  const read = [...own, ...provisioned].map(({ name, text, at }) => scriptClaims({ ...unit, place: () => place(at) }, { path: [], names: [name], value: text }))
  return { claims: read.flatMap((one) => one.claims), diagnostics: read.flatMap((one) => one.diagnostics) }
}

function constantsOf(expressions: Readonly<Record<string, unknown>>, at: Path): readonly { readonly name: string; readonly text: string; readonly at: Path }[] {
  return Object.entries(expressions).flatMap(([name, one]) => {
    const value = isScript(name) && isRecord(one) ? one['constant_value'] : undefined
    const texts = (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string')
    return texts.map((text) => ({ name, text, at: [...at, name, 'constant_value'] }))
  })
}
