import type { Claim } from '#estate/claim.ts'
import { alternatives, impacts, plans, reasonsAgainst, reintegrations, substitutabilities } from './lists.ts'
import { contractId, dateIn, listed, type Reading, thing } from './reading.ts'
import { agreementClaims, serviceIn } from './services.ts'
import type { Row } from './table.ts'

/** B_07.01: how each service was judged. What nobody judged is not said. The row tells of the service also where B_02.02 was not shown. */
export function assessmentClaims(reading: Reading, row: Row): readonly Claim[] {
  const service = serviceIn(reading, row, ['c0010', 'c0020', 'c0040'])
  if (!service) return []
  const names = row
    .cell('c0120')
    .split(/[;|\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.includes('@'))
  const says = {
    substitutability: listed(reading, row, 'c0050', substitutabilities),
    'substitutability-reason': listed(reading, row, 'c0060', reasonsAgainst),
    audited: dateIn(reading, row, 'c0070'),
    'exit-plan': listed(reading, row, 'c0080', plans),
    reintegration: listed(reading, row, 'c0090', reintegrations),
    impact: listed(reading, row, 'c0100', impacts),
    'alternatives-identified': listed(reading, row, 'c0110', alternatives),
    alternatives: names.length === 0 ? undefined : names,
    'service-type': service.type,
  }
  return [
    thing(service.id, row, { name: service.name, says }),
    thing(contractId(row.cell('c0010')), row, { name: row.cell('c0010') }),
    ...agreementClaims(reading, row, { service, provider: ['c0020', 'c0030'] }),
  ]
}
