import type { Claim } from '#estate/claim.ts'
import { signClaim } from '#estate/signal.ts'
import type { Leaf } from './leaves.ts'
import type { Unit } from './unit.ts'

/** Attributes that, when set, make the resource use another service of its cloud: where logs go, who holds the keys. */
const usesAnother =
  /(^|_)(logs?|log_types|log_config|logging|log_analytics|logs_exports|log_publishing|diagnostics?|monitoring|insights|tracing|x_?ray|kms|cmk|encryption|encryption_config|encryption_key|key_vault|cognito|waf|web_acl|guardduty|backup|secret|secrets|secretsmanager|identity_provider|dns_config|cdn|dead_letter|telemetry)(_|$)/i
/** Values that say which of several services or products a resource is. */
const tellsWhich =
  /^(engine|runtime|service|database_version|load_balancer_type|log_destination_type|launch_type|logdriver|publisher|offer|os_type|image_name|addon_name|provider_type|identity_type|image_type|ami_type|sku_name|offer_type|sse_algorithm|encryption_type|kms_key_name|authentication_type|endpoint_type)$/i
const switchedOff = /^(|0|false|disabled?|none|off|no|null|unspecified|\*)$/i

/** Signs that a resource uses another service, or that tell which service it is. */
export function featureClaims(unit: Unit, leaf: Leaf): readonly Claim[] {
  const text = String(leaf.value).trim()
  const name = leaf.names.at(-1) ?? ''
  const { type } = unit.resource
  if (switchedOff.test(text) || /(^|_)(disabled|retention|window|period|days|permission|prefix)(_|$)/.test(name)) return []
  const how = { state: unit.state, at: unit.place(leaf.path) }
  const claims: Claim[] = []
  if ((tellsWhich.test(name) || (name === 'service_name' && text.includes('.'))) && text.length <= 120 && !/\s{2}|\n/.test(text)) {
    const sign = /^(sse_algorithm|encryption_type)$/.test(name) ? `${name}=${text}` : `${type}.${name}=${text}`
    claims.push(signClaim(unit.id, { on: 'spec-value', text: sign }, how))
  }
  if (leaf.names.some((one) => usesAnother.test(one))) claims.push(signClaim(unit.id, { on: 'spec-path', text: `${type}.${leaf.names.slice(0, 4).join('.')}` }, how))
  return claims
}
