import { isRecord } from '#lang/json.ts'
import type { Bill } from '../bill.ts'
import { sayOdd, shown, unexpected } from '../bill-faults.ts'

/**
 * What breaks the format's own rules, as far as tools are known to break them. Whatever is found here is read all the same. What one
 * tool leaves out of every package is told once, with how many there are.
 */

/** Keys that SPDX 2.2 wants of each package and each file, and those of them that 2.3 still wants. */
const wanted = {
  packages: { always: ['SPDXID', 'name', 'downloadLocation'], before3: ['licenseConcluded', 'licenseDeclared', 'copyrightText'] },
  files: { always: ['SPDXID', 'fileName', 'checksums'], before3: ['licenseConcluded', 'licenseInfoInFiles', 'copyrightText'] },
} as const

const wantedOfDocument = ['SPDXID', 'name', 'dataLicense', 'documentNamespace', 'creationInfo'] as const

/** The outermost object of a document in SPDX 2. */
export function checkTwo(bill: Bill, document: Record<string, unknown>): void {
  const version = document['spdxVersion']
  if (typeof version !== 'string' || !/^SPDX-2\.[0-3]$/.test(version)) unexpected(bill, `/spdxVersion`, { expected: 'SPDX-2.2 | SPDX-2.3', found: version })
  for (const key of wantedOfDocument) if (!(key in document)) missing(bill, '', { key, count: 1 })
  for (const list of ['packages', 'files'] as const) {
    const { always, before3 } = wanted[list]
    missingIn(bill, document[list], { pointer: `/${list}`, keys: version === 'SPDX-2.3' ? always : [...always, ...before3] })
  }
  const { packages } = document
  const isUnrelated = document['documentDescribes'] === undefined && (!Array.isArray(document['relationships']) || document['relationships'].length === 0)
  if (Array.isArray(packages) && packages.length > 1 && isUnrelated) missing(bill, '', { key: 'relationships', count: 1 })
}

function missingIn(bill: Bill, list: unknown, { pointer, keys }: { readonly pointer: string; readonly keys: readonly string[] }): void {
  if (!Array.isArray(list)) return
  const counts = keys.map(() => 0)
  const firsts = keys.map(() => 0)
  for (let at = 0; at < list.length; at++) {
    const one: unknown = list[at]
    if (!isRecord(one)) continue
    for (let key = 0; key < keys.length; key++) {
      if (one[keys[key] ?? ''] !== undefined) continue
      if (counts[key] === 0) firsts[key] = at
      counts[key] = (counts[key] ?? 0) + 1
    }
  }
  for (const [at, key] of keys.entries()) if ((counts[at] ?? 0) > 0) missing(bill, `${pointer}/${firsts[at]}`, { key, count: counts[at] ?? 0 })
}

/** That a key is not there: once, at the first of the places. */
export function missing(bill: Bill, pointer: string, { key, count }: { readonly key: string; readonly count: number }): void {
  sayOdd(bill, pointer, { code: 'defect', severity: 'note', values: { what: `${key} ∅${count === 1 ? '' : ` × ${count}`}` } })
}

/** References that lead to nothing in this file. */
export function tellDangling(bill: Bill, references: readonly { readonly what: string; readonly pointer: string }[]): void {
  for (const { what, pointer } of references) sayOdd(bill, pointer, { code: 'unknown-reference', severity: 'note', values: { what: shown(what) } })
}
