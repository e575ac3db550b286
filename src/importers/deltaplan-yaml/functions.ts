import { type Claim, idOf } from '#estate/claim.ts'
import { isRecord } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import { hours, spanText as span, thing } from './declared.ts'
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
  return entriesOf(reading, 'functions').map(({ id, value, path }) => {
    tellUncounted(reading, value, path)
    return thing(functionId(id), reading.place(path), { name: value.title ?? id, says: saysOf(value) })
  })
}

/** Lost data of which nobody says how much there may be costs nothing here, unless a register gives the RPO. */
function tellUncounted(reading: Reading, { cost, rpo }: BusinessFunction, path: Path): void {
  if (cost?.lostData === undefined || cost.lostData.hours !== undefined || rpo !== undefined) return
  reading.diagnostics.push({ code: 'unexpected', severity: 'warning', ...reading.place([...path, 'cost', 'lostData']), values: { expected: 'hours, or rpo', found: 'nothing' } })
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
    'fallback-carries': one.fallback?.carries && span(one.fallback.carries),
    'affected-people': one.affects?.people && span(one.affects.people),
    'postponed-duties': one.affects?.duties && `${span(one.affects.duties.perHour)} ${one.affects.duties.what}`,
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

/** Cost as lines of text, each a word and numbers (`estate/attribute.ts`). */
function costOf(cost: BusinessFunction['cost']): readonly string[] {
  if (cost === undefined) return []
  const { staff, transactions, care, deadlines, lostData } = cost
  return [
    ...(cost.perHour ?? []).map((one) => `per-hour ${hours(one.from)} ${span(one)}`),
    ...(cost.steps ?? []).map((one) => `step ${hours(one.at)} ${span(one)}`),
    ...(staff ? [`staff ${span(staff.people)} ${span(staff.idle)} ${span(staff.rate)}`] : []),
    ...(transactions ? [`transactions ${span(transactions.perHour)} ${span(transactions.lost)} ${span(transactions.value)}`] : []),
    ...(care ? [`care ${span(care.perHour)} ${span(care.diverted)} ${span(care.each)}`] : []),
    ...(deadlines ? [`deadlines ${hours(deadlines.from)} ${span(deadlines.perDay)} ${span(deadlines.each)}`] : []),
    ...(lostData ? [`lost-data ${[lostData.perHour, ...(lostData.hours ? [lostData.hours] : [])].map(span).join(' ')}`] : []),
    ...(cost.perEvent ?? []).map((one) => `per-event ${span(one.chance)} ${span(one)} ${one.what}`),
    ...(cost.most === undefined ? [] : [`most ${cost.most}`]),
  ]
}
