import type { Knowledge, KnowledgeFault } from './knowledge.ts'
import type { Platform } from './schema.ts'

/**
 * Platforms that cannot be so: a release whose support ends before it began, two releases by one name, shares of the upstream
 * work that add up to more than all of it, and a release named by a rule of something that has no releases to name.
 */
export function checkPlatforms(knowledge: Knowledge): readonly KnowledgeFault[] {
  const platforms = [...knowledge.platforms].flatMap(([id, one]) => platformFaults(`platforms/${id}`, one))
  const others = (['services', 'models', 'parties', 'signals'] as const).flatMap((folder) =>
    [...knowledge[folder]].flatMap(([id, one]) =>
      one.foundBy.some((rule) => rule.version !== undefined && rule.to?.startsWith('platform:') !== true)
        ? [{ path: `${folder}/${id}`, where: 'foundBy', message: 'only a platform has a version' }]
        : [],
    ),
  )
  return [...platforms, ...others]
}

function platformFaults(path: string, one: Platform): readonly KnowledgeFault[] {
  const fault = (where: string, message: string): KnowledgeFault => ({ path, where, message })
  const dates = one.releases.flatMap((release) => {
    const days = [release.released, release.activeEnd, release.supportEnd, release.extendedEnd].filter((day) => day !== undefined && /^\d/.test(day))
    return days.some((day, at) => (days[at - 1] ?? day ?? '') > (day ?? '')) ? [fault('releases', `${release.cycle}: ${days.join(', ')} are not in order`)] : []
  })
  const order = one.releases.flatMap((release, at) => {
    const newer = one.releases[at - 1]?.released
    return newer !== undefined && release.released !== undefined && newer < release.released ? [fault('releases', `${release.cycle} is newer than the one above it`)] : []
  })
  const names = one.releases.flatMap((release) => [release.cycle, ...release.names].map((name) => name.toLowerCase()))
  const twice = names.filter((name, at) => names.indexOf(name) !== at).map((name) => fault('releases', `${name} names two releases`))
  const certificates = one.certificates.flatMap((held) =>
    held.issued !== undefined && held.validTo !== undefined && held.validTo < held.issued ? [fault('certificates', `${held.validTo} lies before ${held.issued}`)] : [],
  )
  const shares = one.upstream.reduce((sum, up) => sum + (up.share ?? 0), 0)
  return [...dates, ...order, ...twice, ...certificates, ...(shares > 101 ? [fault('upstream', `shares add up to ${shares} %`)] : [])]
}
