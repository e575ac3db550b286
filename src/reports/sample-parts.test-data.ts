import type { Basis, Origin, Role, ThingId } from '#estate/claim.ts'
import type { Block, Cell, Row } from '#findings/block.ts'
import type { Proof, Step } from '#findings/evidence.ts'
import { type Message, message, plain } from '#lang/message.ts'

/** Names that a file of somebody else could hold: markup, an address, signs that steer a terminal, and sheer length. */
export const hostileName = '<script>alert("x")</script><img src=https://evil.example/p.png onerror=alert(1)>'
export const steeringName = 'payments\u001b[31m\u202egnp.exe'
export const longName = 'zaakafhandeling-en-documentgeneratie-voor-vergunningen-van-de-omgevingsdienst-acceptatie-en-productie'

export const file = (path: string, line: number): Origin => ({ file: path, pointer: '/spec/template/spec/containers/0/image', line })
const fact = (id: string, verified = true): Origin => ({ fact: id, url: `https://register.example/${id}`, read: '2026-10-02', verified })

const nameOf = (id: ThingId): string => id.slice(id.indexOf(':') + 1)

function step(from: ThingId, role: Role, to: ThingId, how: { readonly basis: Basis; readonly at: readonly Origin[] }): Step {
  return { from: { id: from, name: nameOf(from) }, to: { id: to, name: nameOf(to) }, role, basis: how.basis, state: 'active', at: how.at }
}

/** From a function to the country behind its sign-in: five steps, of every basis but a scenario's. */
export const signInProof: Proof = {
  steps: [
    step('workload:client-records', 'serves', 'function:Outpatient care', { basis: 'declared', at: [file('deltaplan.yaml', 14)] }),
    step('unit:web', 'identity-provider', 'service:Entra ID', {
      basis: 'observed',
      at: [file('k8s/client-records/deployment.yaml', 41), file('k8s/client-records/config.yaml', 9)],
    }),
    step('service:Entra ID', 'operated-by', 'party:Northwind Cloud Ireland Ltd', { basis: 'known', at: [fact('northwind')] }),
    step('party:Northwind Cloud Ireland Ltd', 'owned-by', 'party:Northwind Corporation', { basis: 'known', at: [fact('northwind-owner', false)] }),
    step('party:Northwind Corporation', 'seated-in', 'jurisdiction:United States', { basis: 'inferred', at: [fact('northwind-seat')] }),
  ],
  at: [],
}

export const imageProof: Proof = {
  steps: [
    step(`unit:${hostileName}`, 'registry', 'registry:registry.example.org', { basis: 'observed', at: [{ file: `compose/${hostileName}.yaml`, pointer: '/services/<b>/image' }] }),
    step('registry:registry.example.org', 'run-by', 'service:Example Registry', {
      basis: 'inferred',
      at: [{ fact: 'registry', url: 'javascript:alert(1)', read: '2026-09-30', verified: true }],
    }),
  ],
  at: [],
}

export const placeProof: Proof = { steps: [], at: [file('suppliers.csv', 7), fact('zorgcloud')] }

export const names = (...list: readonly string[]): readonly Message[] => list.map(plain)
export const text = (words: string, tone?: 'warning' | 'unknown' | 'good'): Cell => ({ text: plain(words), ...(tone === undefined ? {} : { tone }) })
export const hours = (low: number, high: number, tone?: 'warning' | 'unknown'): Cell => ({ interval: { low, high }, unit: 'hours', ...(tone === undefined ? {} : { tone }) })
export const row = (proof: Proof, ...cells: readonly Cell[]): Row => ({ cells, proof })

export function table(
  id: string,
  keys: { readonly title: string; readonly columns: readonly string[]; readonly empty: string; readonly primary?: boolean },
  rows: readonly Row[],
): Block {
  const { title, columns, empty, primary } = keys
  return { kind: 'table', id, title: message(title), columns: columns.map((key) => message(key)), rows, empty: message(empty), ...(primary === undefined ? {} : { primary }) }
}
