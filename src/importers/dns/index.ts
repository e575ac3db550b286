import type { Claim } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import type { Fragment } from '#estate/fragment.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import type { Importer } from '../importer.ts'
import { firstOfEach } from '../told.ts'
import { chainClaims, nameClaims } from './names.ts'
import { phraseRecords } from './phrases.ts'
import { type Form, formOf } from './recognised.ts'
import { mailClaims, nameServerClaims } from './servers.ts'
import { tableRecords } from './table.ts'
import { textClaims, textDiagnostics } from './texts.ts'
import { domainLink, groupOf, type Zone, zoneOf } from './zone.ts'
import { type RecordsRead, zoneFileRecords } from './zone-file.ts'
import { nameOfFile, namesAsked, zonesIn } from './zones.ts'

export const dns: Importer = {
  id: 'dns',
  title: 'DNS zones and look-ups',
  spec: 'https://www.rfc-editor.org/rfc/rfc1035',
  recognises: (file) => formOf(file).form !== undefined,
  read,
}

function read(file: SourceFile, beside: Beside): Fragment {
  const form = formOf(file).form ?? 'zone'
  const { records, diagnostics } = recordsIn(file, beside, form)
  const { zones, outside } = zonesIn(records, form === 'zone' ? namesAsked(file.text()) : [])
  const claims = [...zones.map(zoneOf).flatMap(zoneClaims), ...chainClaims(outside)]
  const empty: readonly Diagnostic[] = records.length === 0 ? [{ code: 'nothing-inside', severity: 'note', file: file.path }] : []
  return { claims, diagnostics: firstOfEach([...diagnostics, ...textDiagnostics(records), ...empty]) }
}

function recordsIn(file: SourceFile, beside: Beside, form: Form): RecordsRead {
  const origin = nameOfFile(file, form)
  if (form === 'table') return tableRecords(file, origin)
  return form === 'phrases' ? phraseRecords(file) : zoneFileRecords(file, beside, origin)
}

/** A zone: that the organisation has the name, who answers for it, where its mail goes, where its names lead, and what its texts tell. */
function zoneClaims(zone: Zone): readonly Claim[] {
  const [first] = zone.records
  if (!first) return []
  return [
    { claim: 'thing', id: zone.id, name: zone.name, says: { type: 'zone', groups: [groupOf(zone)] }, state: zone.state, basis: 'observed', at: [zone.at] },
    domainLink(zone, zone.id, zone.name, first),
    ...nameServerClaims(zone),
    ...mailClaims(zone),
    ...nameClaims(zone),
    ...textClaims(zone),
  ]
}
