import type { Claim } from '#estate/claim.ts'
import { provider } from './providers.ts'
import { link, numberIn, type Reading } from './reading.ts'
import { serviceIn } from './services.ts'
import type { Row } from './table.ts'

/**
 * B_05.02: who works behind whom. Rank 1 is the direct provider, which B_02.02 has already; who stands behind it works for the service.
 * For which of several direct providers is not kept: the row names the recipient, not the head of the chain.
 */
export function chainClaims(reading: Reading, row: Row): readonly Claim[] {
  const rank = numberIn(reading, row, 'c0050')
  const direct = rank === 1
  const service = serviceIn(reading, row, ['c0010', direct ? 'c0030' : 'c0060', 'c0020'])
  const party = provider(reading, row, ['c0030', 'c0040'])
  if (!service || !party || rank === undefined || direct) return []
  return [...party.claims, link({ from: service.id, to: party.id, role: 'subcontracts-to' }, row, { says: { rank } })]
}
