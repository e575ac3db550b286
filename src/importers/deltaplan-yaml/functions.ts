import { type Claim, idOf } from '#estate/claim.ts'
import { isRecord } from '#lang/json.ts'
import { hours, thing } from './declared.ts'
import { entriesOf, functionId, type Reading } from './reading.ts'
import type { BusinessFunction } from './schema.ts'

/**
 * The organisation as a whole.
 *
 * @param raw the file as it stands: a limit that could not be read is passed on without its number, so that it fails rather than
 * letting everything through
 */
export function organisationClaims(reading: Reading, raw: unknown): readonly Claim[] {
  const { plan } = reading
  const limits = isRecord(raw) && isRecord(raw['thresholds']) ? raw['thresholds'] : {}
  const thresholds = Object.entries(limits).map(([name, limit]) => `${hyphened(name)}=${Number.isFinite(limit) ? limit : ''}`)
  const says = { profile: plan.profile, home: plan.home?.toUpperCase(), lei: plan.lei, 'name-given': plan.name, frameworks: plan.frameworks, thresholds }
  return [thing(idOf('unit-of-organisation', 'self'), reading.place([]), { says })]
}

/** Limits are written like every other key of the file, `singlePoints`, and known elsewhere as `single-points`. */
const hyphened = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Each function with what it tolerates, what its loss costs, and who vouches that all of it was shown. */
export function functionClaims(reading: Reading): readonly Claim[] {
  return entriesOf(reading, 'functions').map(({ id, value, path }) => thing(functionId(id), reading.place(path), { name: value.title ?? id, says: saysOf(value) }))
}

function saysOf(one: BusinessFunction) {
  return {
    owner: one.owner,
    'organisation-unit': one.unit,
    'mtpd-hours': hours(one.mtpd),
    'rto-hours': hours(one.rto),
    'rpo-hours': hours(one.rpo),
    critical: one.critical,
    'danger-to-life': one.dangerToLife,
    cost: costOf(one.cost),
    currency: one.cost?.currency,
    'price-level': one.cost?.priceLevel,
    fallback: one.fallback?.what,
    'fallback-hours': hours(one.fallback?.lasts),
    'fallback-capacity': one.fallback?.capacity,
    'fallback-tested': one.fallback?.tested,
    'complete-by': one.complete?.by,
    'complete-on': one.complete?.date,
    'complete-inputs': one.complete?.inputs,
    activity: one.activity,
    reasons: one.reasons,
    assessed: one.assessed,
    impact: one.impact,
  }
}

/** Cost as lines of text: per hour from some hour on, and at once at some hour, each with its interval. */
function costOf(cost: BusinessFunction['cost']): readonly string[] {
  const perHour = (cost?.perHour ?? []).map(({ from, low, high }) => `per-hour ${hours(from)} ${low} ${high}`)
  const steps = (cost?.steps ?? []).map(({ at, low, high }) => `step ${hours(at)} ${low} ${high}`)
  return [...perHour, ...steps]
}
