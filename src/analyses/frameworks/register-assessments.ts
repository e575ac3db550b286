import { keyOf, type ThingId } from '#estate/claim.ts'
import { linksFrom, type Thing, thingsOfKind } from '#estate/estate.ts'
import { saidList, saidText } from '#estate/said.ts'
import { agreementsFor } from '#facts/agreement-criteria.ts'
import type { Subject } from '#facts/subject.ts'
import { knownAs, namesOf } from '#facts/twins.ts'
import type { Block } from '#findings/block.ts'
import type { NamedFramework } from '../grades.ts'
import { type RegisterRow, registerTable } from './register-table.ts'
import { standingOf } from './standing.ts'

const columns = ['c0010', 'c0020', 'c0030', 'c0040', 'c0050', 'c0060', 'c0070', 'c0080', 'c0090', 'c0100', 'c0110', 'c0120']

/** B_07.01 of DORA's register: each service under an agreement, as far as a register, deltaplan.yaml or the organisation's answers tell. */
export function assessmentTable(subject: Subject, named: NamedFramework): readonly Block[] {
  const services = [...new Set(thingsOfKind(subject.estate, 'service').map((one) => knownAs(subject, one.id)))]
  const rows = services.flatMap((service) => agreementsFor(subject, service).flatMap((agreement) => rowsOf(subject, named, { service, agreement })))
  return registerTable(
    'b-07.01',
    columns,
    rows.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
  )
}

const nameOf = ({ cells }: RegisterRow): string => columns.map((column) => cells[column] ?? '').join('\n')

interface Covered {
  readonly service: ThingId
  readonly agreement: Thing
}

const reasonCodes: Readonly<Record<string, string>> = { 'no-alternative': 'eba_ZZ:x963', 'hard-to-migrate': 'eba_ZZ:x964', both: 'eba_ZZ:x965' }

/** One row per provider of the service; one without, where nobody says who that is. */
function rowsOf(subject: Subject, named: NamedFramework, { service, agreement }: Covered): readonly RegisterRow[] {
  const things = namesOf(subject, service).flatMap((name) => subject.estate.things.get(name) ?? [])
  const said = (side: Parameters<typeof saidText>[1]): string | undefined => things.flatMap((one) => saidText(one, side) ?? [])[0]
  const code = (criterion: string): string | undefined => codeOf(subject, named, service, criterion)
  const parties = [...new Set(linksFrom(subject.estate, agreement.id, 'supported-by', 'operated-by').map((link) => knownAs(subject, link.to)))]
  const type = said('service-type')
  const alternatives = things.flatMap((one) => saidList(one, 'alternatives'))
  return (parties.length === 0 ? [undefined] : parties).map((party) => {
    const [provider, kind] = party === undefined ? [] : (providerCode(subject, party) ?? [])
    return {
      cells: {
        c0010: referenceOf(agreement),
        c0020: provider,
        c0030: kind,
        c0040: type === undefined ? undefined : `eba_TA:${type}`,
        c0050: code('substitutability'),
        c0060: reasonCodes[said('substitutability-reason') ?? ''],
        c0070: said('audited'),
        c0080: code('exit-plan'),
        c0090: code('reintegration'),
        c0100: code('impact'),
        c0110: code('alternatives'),
        c0120: alternatives.length === 0 ? undefined : alternatives.join('; '),
      },
      at: agreement.claims.flatMap((claim) => claim.at),
    }
  })
}

/** A reference as it was written; ids fold its capitals. */
const referenceOf = ({ id, name }: Thing): string => (name.toLowerCase() === keyOf(id) ? name : keyOf(id))

/** How a party is named to an authority: by its LEI, by its number in the Dutch trade register as an EUID, or by the code of the register that was read. */
function providerCode(subject: Subject, party: ThingId): readonly [string, string] | undefined {
  const names = namesOf(subject, party)
  const known = names.flatMap((name) => subject.knowledge.parties.get(keyOf(name)) ?? [])
  const numbered = (kind: string): string | undefined => names.flatMap((name) => (keyOf(name).startsWith(`${kind}/`) ? keyOf(name).slice(kind.length + 1) : []))[0]
  const lei = numbered('lei') ?? known.flatMap((one) => one.lei ?? [])[0]
  if (lei !== undefined) return [lei, 'eba_qCO:qx2000']
  const kvk = numbered('kvk') ?? known.flatMap((one) => one.kvk ?? [])[0]
  if (kvk !== undefined) return [`NLNHR.${kvk}`, 'eba_qCO:qx2002']
  const [kind, ...code] = names.flatMap((name) => saidText(subject.estate.things.get(name), 'register-code') ?? [])[0]?.split(' ') ?? []
  return kind === undefined ? undefined : [code.join(' '), `eba_qCO:${kind}`]
}

/** The register's code for what a criterion leaves of a service, where it leaves one answer alone. */
function codeOf(subject: Subject, named: NamedFramework, service: ThingId, id: string): string | undefined {
  const grade = standingOf(subject)(service, named).grades.find((one) => one.criterion.id === id)
  const item = grade?.items.find((one) => one.about === service)
  return item !== undefined && item.rungs.low === item.rungs.high ? grade?.criterion.rungs[item.rungs.low]?.code : undefined
}
