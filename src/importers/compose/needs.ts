import type { Claim, FilePlace, ThingId } from '#estate/claim.ts'
import { urlsIn } from '#estate/identifiers/host-name.ts'
import { allNames, allTexts, lastText, type Row } from './service.ts'
import type { Unit } from './unit.ts'

/** Settings whose value may be the bare name of a service. */
const namesHost = /(HOST|HOSTS|SERVER|SERVERS|UR[LI]|ADDR|ADDRESS|ENDPOINT|BROKER|BROKERS|DSN|PEER|NODES?|UPSTREAM|BACKEND|CONNECTION(_STRING)?|PROXY)S?$/i

/** The services of the estate that one leans on: those it says it waits for, and those its settings and commands name. */
export function needsClaims(unit: Unit, rows: readonly Row[]): readonly Claim[] {
  const found = new Map<ThingId, FilePlace>()
  const add = (name: string, at: FilePlace): void => {
    const target = unit.inside.get(name.toLowerCase())
    if (target !== undefined && target !== unit.id && !found.has(target)) found.set(target, at)
  }
  for (const { value, at } of [...allNames(unit.service, 'depends_on'), ...allTexts(unit.service, 'links')]) add(value.split(':')[0] ?? '', at)
  for (const { value, at } of allTexts(unit.service, 'volumes_from')) add(value.replace(/^container:/, '').split(':')[0] ?? '', at)
  const network = lastText(unit.service, 'network_mode')
  if (network) add(network.value.replace(/^(service|container):/, ''), network.at)
  for (const row of rows) for (const name of hostsNamed(row.name, row.value ?? '')) add(name, row.at)
  for (const key of ['command', 'entrypoint']) {
    for (const { value, at } of allTexts(unit.service, key)) for (const seen of urlsIn(value)) add(seen.host.name, at)
  }
  return [...found].map(([to, at]) => ({ claim: 'link', from: unit.id, to, role: 'needs', state: unit.state, basis: 'observed', at: [at] }))
}

function hostsNamed(name: string, value: string): readonly string[] {
  const plain = value.trim().replace(/^(["'])(.*)\1$/s, '$2')
  const urls = urlsIn(plain).map((seen) => seen.host.name)
  if (urls.length > 0 || plain.length > 1000) return urls
  return plain.split(/[\s,;]+/).flatMap((part) => {
    const [, host = '', port] = /^([\w.-]+)(:\d+)?$/.exec(part) ?? []
    return host !== '' && (port !== undefined || namesHost.test(name)) ? [host] : []
  })
}
