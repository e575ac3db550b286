import { isRecord, listAt } from '#lang/json.ts'
import { sayOdd, shown, unexpected } from '../bill-faults.ts'
import type { Reading } from './reading.ts'

/**
 * The graph of what depends on what. Packages are held by what the file describes, and edges between them add nothing to that; so
 * only those that lead to a service are taken: who calls which.
 */
export function readNeeds(reading: Reading, dependencies: unknown): void {
  if (dependencies === undefined) return
  if (!Array.isArray(dependencies)) {
    unexpected(reading, '/dependencies', { expected: 'array', found: dependencies })
    return
  }
  for (let at = 0; at < dependencies.length; at++) {
    const entry: unknown = dependencies[at]
    const ref = isRecord(entry) ? entry['ref'] : undefined
    if (typeof ref !== 'string' || ref === '') unexpected(reading, `/dependencies/${at}/ref`, { expected: 'bom-ref', found: ref })
    else {
      if (!reading.refs.has(ref)) unknownReference(reading, ref, `/dependencies/${at}/ref`)
      readEdges(reading, { ref, entry }, `/dependencies/${at}/dependsOn`)
    }
  }
}

function readEdges(reading: Reading, { ref, entry }: { readonly ref: string; readonly entry: unknown }, pointer: string): void {
  const from = reading.refs.get(ref)
  const targets = listAt(entry, 'dependsOn')
  for (let at = 0; at < targets.length; at++) {
    const target = targets[at]
    if (typeof target !== 'string') unexpected(reading, `${pointer}/${at}`, { expected: 'bom-ref', found: target })
    else {
      const to = reading.refs.get(target)
      if (to === undefined) unknownReference(reading, target, `${pointer}/${at}`)
      else if (from !== undefined && from !== to && to.startsWith('service:')) {
        reading.claims.push({ claim: 'link', from, to, role: 'needs', state: 'active', basis: 'observed', at: [reading.place(`${pointer}/${at}`)] })
      }
    }
  }
}

/** References into other bills (BOM-Link) are not expected here. */
function unknownReference(reading: Reading, ref: string, pointer: string): void {
  if (!ref.startsWith('urn:cdx:')) sayOdd(reading, pointer, { code: 'unknown-reference', severity: 'note', values: { what: shown(ref) } })
}
