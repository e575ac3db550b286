import { type Claim, idOf, type ThingId } from '#estate/claim.ts'
import { functionId } from './functions.ts'
import { reliances, sensitivities, serviceTypes } from './lists.ts'
import { provider } from './providers.ts'
import { contractId, countryIn, dateIn, endIn, key, link, listed, numberIn, odd, type Reading, thing } from './reading.ts'
import { type Row, rowsWith, tableBeside } from './table.ts'

/** B_02.01: that an arrangement is there. What it costs is passed over. */
export const arrangementClaims = (_: Reading, row: Row): readonly Claim[] =>
  row.cell('c0010') === '' ? [] : [thing(contractId(row.cell('c0010')), row, { name: row.cell('c0010') })]

/** B_02.02: which service which function uses, from whom, under which arrangement, and where it runs and keeps data. */
export function serviceClaims(reading: Reading, row: Row): readonly Claim[] {
  const service = serviceIn(reading, row, ['c0010', 'c0030', 'c0060'])
  if (!service) return []
  const user = functionId(reading, row.cell('c0050'), row.cell('c0020'))
  const kind = serviceTypes[service.type]
  const says = { 'service-type': service.type, reliance: listed(reading, row, 'c0180', reliances), sensitiveness: listed(reading, row, 'c0170', sensitivities) }
  return [
    thing(service.id, row, { name: service.name, says }),
    ...(user === undefined ? [] : [link({ from: user, to: service.id, role: 'external-service' }, row, kind === undefined || kind.phase === 'run' ? {} : { phase: kind.phase })]),
    thing(contractId(row.cell('c0010')), row, { name: row.cell('c0010'), says: { ...termsOf(reading, row), covers: [service.name] } }),
    ...agreementClaims(reading, row, { service, provider: ['c0030', 'c0040'] }),
    ...placesOf(row, service.id),
  ]
}

/** Who gives a service, and that both stand under the arrangement of the row. */
export function agreementClaims(reading: Reading, row: Row, of: { readonly service: ServiceOfRegister; readonly provider: readonly [string, string] }): readonly Claim[] {
  const contract = contractId(row.cell('c0010'))
  const party = provider(reading, row, of.provider)
  const runs = serviceTypes[of.service.type]?.runs !== false
  return [
    link({ from: of.service.id, to: contract, role: 'covered-by' }, row),
    ...(party
      ? [
          ...party.claims,
          link({ from: of.service.id, to: party.id, role: runs ? 'operated-by' : 'supported-by' }, row),
          link({ from: contract, to: party.id, role: 'supported-by' }, row),
        ]
      : []),
  ]
}

function termsOf(reading: Reading, row: Row) {
  const notice = numberIn(reading, row, 'c0100')
  const law = row.cell('c0120')
  return {
    since: dateIn(reading, row, 'c0070'),
    ends: endIn(reading, row, 'c0080'),
    notice: notice === undefined ? undefined : `P${notice}D`,
    'governing-law': /^[A-Z]{2}$/.test(law) ? law : undefined,
  }
}

/** From where the service is given, where its data lies and where it is processed; each is where it is, and a finding as well. */
function placesOf(row: Row, service: ThingId): readonly Claim[] {
  const places = [
    { column: 'c0130', role: 'runs-in' },
    { column: 'c0150', role: 'stored-in' },
    { column: 'c0160', role: 'runs-in' },
  ] as const
  const found = places.flatMap(({ column, role }) => {
    const to = countryIn(row, column)
    return to === undefined ? [] : [link({ from: service, to, role }, row), link({ from: service, to, role: 'location-country' }, row)]
  })
  return found.filter((claim, at) => found.findIndex((other) => JSON.stringify(other) === JSON.stringify(claim)) === at)
}

interface ServiceOfRegister {
  readonly id: ThingId
  readonly name: string
  /** Its type, as S17. */
  readonly type: string
}

/**
 * The service of a row: what is given of one type under one arrangement, so that deltaplan.yaml can name it (`service:declared/ctr-1 s17`). Where several
 * providers give the same, each is one of its own.
 *
 * @param columns of the reference, the provider and the type
 */
export function serviceIn(reading: Reading, row: Row, [reference, providerCode, type]: readonly [string, string, string]): ServiceOfRegister | undefined {
  const code = row.cell(type)
  if (row.cell(reference) === '' || code === '') return undefined
  if (serviceTypes[code] === undefined) reading.diagnostics.push(odd(row.at, 'S01 … S19', code))
  const table = reading.table.template === '02.02' ? reading.table : tableBeside(reading.beside, reading.path, '02.02')
  const alike = rowsWith(table, 'c0010', row.cell(reference)).filter((one) => one.cell('c0060') === code)
  const several = new Set(alike.map((one) => one.cell('c0030'))).size > 1
  const parts = [row.cell(reference), code, ...(several ? [row.cell(providerCode)] : [])]
  return { id: idOf('service', `declared/${key(parts.join(' '))}`), name: `${serviceTypes[code]?.title ?? code} (${row.cell(reference)})`, type: code }
}
