import { type Claim, idOf, type ThingId, weaker } from '#estate/claim.ts'
import { hostValue, isIdentifier, urlsIn } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { isRecord, listAt } from '#lang/json.ts'
import { secretInText } from '#redaction/secret.ts'
import type { Holder } from '../bill.ts'
import { classified } from '../bill-data.ts'
import { duplicate, unexpected } from '../bill-faults.ts'
import { party, plainName } from '../bill-parties.ts'
import { secretFound } from '../settings.ts'
import { licencesIn } from './licences.ts'
import { secretProperties } from './properties.ts'
import type { Reading } from './reading.ts'

/** Services inside services deeper than this are passed over. */
const deepest = 100

interface Where {
  readonly pointer: string
  readonly holder: Holder
  readonly depth?: number
}

/** Reads a list of services, and the services inside them. Each is something that is called, and somebody runs it. */
export function readServices(reading: Reading, list: unknown, where: Where): void {
  if (list === undefined) return
  if (!Array.isArray(list)) {
    unexpected(reading, where.pointer, { expected: 'array', found: list })
    return
  }
  const depth = where.depth ?? 0
  if (depth >= deepest) {
    reading.diagnostics.push({ code: 'limit', severity: 'warning', ...reading.place(where.pointer), values: { what: 'service-depth', limit: deepest } })
    return
  }
  for (const [at, service] of list.entries()) {
    const pointer = `${where.pointer}/${at}`
    if (!isRecord(service)) unexpected(reading, pointer, { expected: 'object', found: service })
    else {
      readService(reading, service, { ...where, pointer })
      readServices(reading, service['services'], { ...where, pointer: `${pointer}/services`, depth: depth + 1 })
    }
  }
}

function readService(reading: Reading, service: Record<string, unknown>, where: Where): void {
  const { pointer, holder } = where
  if (typeof service['name'] !== 'string' || service['name'] === '') unexpected(reading, `${pointer}/name`, { expected: 'string', found: service['name'] })
  const name = plainName(service['name']) ?? plainName(service['bom-ref'])
  const id = name === undefined ? undefined : serviceId(reading, service, name)
  if (id !== undefined && name !== undefined) {
    const at = [reading.place(pointer)]
    const phase = holder.phase ? { phase: holder.phase } : {}
    reading.claims.push({ claim: 'thing', id, name, says: saysOf(service, name), state: holder.state, basis: 'observed', at })
    reading.claims.push({ claim: 'link', from: reading.unit, to: id, role: 'external-service', ...phase, state: holder.state, basis: 'observed', at })
    const group = plainName(service['group'])
    // A reversed domain name says whose service this is, where no provider is named.
    if (group !== undefined)
      reading.claims.push(signClaim(reading.unit, { on: 'service-group', text: group }, { state: holder.state, at: reading.place(`${pointer}/group`), value: name }))
    rememberRef(reading, service, { pointer, id })
  }
  providerOf(reading, service, { ...where, id })
  for (const [at, endpoint] of endpointsIn(reading, service, pointer).entries()) endpointOf(reading, endpoint, { pointer: `${pointer}/endpoints/${at}`, holder, id })
  for (const [at, flow] of listAt(service, 'data').entries()) if (isRecord(flow)) dataFlow(reading, flow, { pointer: `${pointer}/data/${at}`, holder, id })
  secretProperties(reading, service, pointer)
}

/** The endpoints of a service; one that stands alone, outside a list, is told and read. */
function endpointsIn(reading: Reading, service: Record<string, unknown>, pointer: string): readonly unknown[] {
  const { endpoints } = service
  if (Array.isArray(endpoints)) return endpoints
  if (endpoints === undefined || endpoints === '') return []
  unexpected(reading, `${pointer}/endpoints`, { expected: 'array', found: endpoints })
  return [endpoints]
}

/** The first service of a name has the name; another group's service of that name is told apart by its group. */
function serviceId(reading: Reading, service: Record<string, unknown>, name: string): ThingId {
  const group = plainName(service['group']) ?? ''
  const taken = reading.services.get(name)
  if (taken === undefined) reading.services.set(name, group)
  return idOf('service', `${reading.file}/${taken === undefined || taken === group ? name : `${group}/${name}`}`)
}

function saysOf(service: Record<string, unknown>, name: string): Record<string, string | boolean | readonly string[]> {
  const says: Record<string, string | boolean | readonly string[]> = { 'service-name': name }
  const version = plainName(service['version'])
  const zone = plainName(service['trustZone'])
  const licences = licencesIn(service['licenses'])
  if (version !== undefined) says['version'] = version
  if (zone !== undefined) says['trust-zone'] = zone
  if (typeof service['x-trust-boundary'] === 'boolean') says['trust-boundary'] = service['x-trust-boundary']
  if (typeof service['authenticated'] === 'boolean') says['authenticated'] = service['authenticated']
  if (licences.length > 0) says['licences'] = licences
  return says
}

function rememberRef(reading: Reading, service: Record<string, unknown>, { pointer, id }: { readonly pointer: string; readonly id: ThingId }): void {
  const ref = service['bom-ref']
  if (typeof ref !== 'string' || ref === '') return
  if (reading.refs.has(ref)) duplicate(reading, pointer, ref)
  else reading.refs.set(ref, id)
}

interface OfService {
  readonly pointer: string
  readonly holder: Holder
  readonly id: ThingId | undefined
}

/** Who runs the service. The provider's own web address is not called, and the country of its seat is not where the service runs. */
function providerOf(reading: Reading, service: Record<string, unknown>, { pointer, holder, id }: OfService): void {
  const { provider } = service
  if (provider === undefined || provider === '') return // an empty element of the XML form says nothing
  if (!isRecord(provider)) unexpected(reading, `${pointer}/provider`, { expected: 'object', found: provider })
  const to = party(reading, provider, `${pointer}/provider`)
  if (to === undefined) return
  const how = { state: holder.state, basis: 'observed', at: [reading.place(`${pointer}/provider`)] } as const
  reading.claims.push({ claim: 'link', from: reading.unit, to, role: 'provider', ...how })
  if (id !== undefined) reading.claims.push({ claim: 'link', from: id, to, role: 'operated-by', ...how })
}

/** A host that the service answers at. Without a scheme it is believed when it is a host as a whole. */
function endpointOf(reading: Reading, endpoint: unknown, { pointer, holder, id }: OfService): void {
  if (typeof endpoint !== 'string') {
    unexpected(reading, pointer, { expected: 'string', found: endpoint })
    return
  }
  const at = reading.place(pointer)
  const secret = secretInText(endpoint)
  if (secret) reading.diagnostics.push(secretFound(at, secret))
  const urls = urlsIn(endpoint.slice(0, 2000)).filter((seen) => !isIdentifier(seen))
  const hosts = urls.length > 0 ? urls.map((seen) => seen.host) : [hostValue(endpoint.slice(0, 300)) ?? []].flat()
  for (const host of hosts) {
    if (host.kind === 'inside') continue
    const state = host.kind === 'placeholder' ? weaker(holder.state, 'placeholder') : holder.state
    const to = idOf('host', host.name)
    const how = { state, basis: 'observed', at: [at] } as const
    const claims: Claim[] = [{ claim: 'link', from: reading.unit, to, role: 'endpoint', ...how }]
    if (id !== undefined) claims.push({ claim: 'link', from: to, to: id, role: 'run-by', ...how })
    reading.claims.push(...claims)
  }
}

/** What class of data goes in or out. Where a flow goes to an address outside, that is called as well; where it comes from is not. */
function dataFlow(reading: Reading, flow: Record<string, unknown>, { pointer, holder }: OfService): void {
  classified(reading, { word: flow['classification'], flow: flow['flow'] }, { pointer, state: holder.state })
  for (const [at, destination] of listAt(flow, 'destination').entries()) {
    if (typeof destination === 'string' && /^https?:/i.test(destination)) endpointOf(reading, destination, { pointer: `${pointer}/destination/${at}`, holder, id: undefined })
  }
}
