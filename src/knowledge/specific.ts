import type { Knowledge } from './knowledge.ts'
import type { Match } from './rules.ts'

/**
 * The rules that fit a sign, without those of a general service (`general` in its file) where another fits that names one particular
 * service of the same operator: a host of AWS S3 is S3, and need not be told of as a host of AWS besides.
 *
 * A hint is weaker than a finding and takes nothing away from it. A rule that holds for some values only may come to nothing, so it
 * takes nothing away either, and a general rule that also tells a region stays.
 */
export function withoutGeneral(matches: readonly Match[], knowledge: Knowledge): readonly Match[] {
  const services = matches.flatMap((match) => {
    const service = match.owned.folder === 'services' && match.owned.rule.to === undefined ? knowledge.services.get(match.owned.id) : undefined
    return service === undefined ? [] : [{ match, service }]
  })
  const particular = services.filter(({ match, service }) => !service.general && match.owned.rule.withValue === undefined)
  const dropped = new Set(
    services.flatMap(({ match, service }) => {
      if (!service.general || match.owned.rule.place !== undefined) return []
      const instead = particular.some((one) => one.service.operator === service.operator && (isHint(match) || !isHint(one.match)))
      return instead ? [match] : []
    }),
  )
  return dropped.size === 0 ? matches : matches.filter((match) => !dropped.has(match))
}

const isHint = (match: Match): boolean => match.owned.rule.role === 'hints-at'
