import { type Claim, idOf, weaker } from '#estate/claim.ts'
import { hostValue, urlsIn } from '#estate/identifiers/host-name.ts'
import { signClaim } from '#estate/signal.ts'
import { lastText, rowsOf } from './service.ts'
import type { Unit } from './unit.ts'

/** Drivers that keep the log on the machine. */
const local = /^(json-file|local|journald|none|syslog|etwlogs)$/
const addressOption = /(address|url|endpoint|host|server)$/i

/** Where the log of a service goes: the driver as a sign, with the region among its options, and the host it is sent to. */
export function loggingClaims(unit: Unit): readonly Claim[] {
  const driver = lastText(unit.service, 'logging', ['driver'])
  if (!driver) return []
  const options = rowsOf(unit.service, 'logging', ['options'])
  const region = options.find((option) => /region$/i.test(option.name))?.value
  const claims: Claim[] = local.test(driver.value)
    ? []
    : [
        signClaim(
          unit.id,
          { on: 'compose-path', text: `services.*.logging.driver=${driver.value}` },
          { state: unit.state, at: driver.at, ...(region === undefined ? {} : { value: region }) },
        ),
      ]
  for (const option of options) {
    const value = option.value ?? ''
    const host = addressOption.test(option.name) ? (urlsIn(value)[0]?.host ?? hostValue(value)) : undefined
    if (!host || host.kind === 'inside' || unit.insideNames.has(host.name)) continue
    const state = host.kind === 'placeholder' ? weaker(unit.state, 'placeholder') : unit.state
    const common = { claim: 'link', from: unit.id, to: idOf('host', host.name), state, basis: 'observed', at: [option.at] } as const
    claims.push({ ...common, role: 'endpoint', phase: 'monitor' }, { ...common, role: 'reports-to' })
  }
  return claims
}
