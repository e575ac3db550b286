import { linksFrom, type Thing, thingsOfKind } from '#estate/estate.ts'
import { saidText } from '#estate/said.ts'
import { once } from '#lang/once.ts'
import type { Subject } from './subject.ts'

/** Sides of an organisation that artifacts seldom show. What nobody showed us is not absent: it is named on the first page. */
export const sides = ['workplaces', 'telephony', 'network', 'sign-in', 'contracts', 'bills-of-materials', 'people', 'backups', 'data', 'places'] as const
export type Side = (typeof sides)[number]

const words: Readonly<Partial<Record<Side, RegExp>>> = {
  workplaces: /werkplek|workplace|work ?station|werkstation|laptop|desktop|kantoor|office|endpoint manage|virtual desktop|citrix/i,
  telephony: /telefon|teleph|voip|belplatform|call ?cent|contact ?cent|\bsip\b|mobiele? (bellen|telef)/i,
  network: /netwerk|network|\bwan\b|\blan\b|wifi|glasvezel|(?:internet|data|vaste )verbinding|firewall|\bvpn\b|sd-wan|switch|router|access ?point|load ?balancer/i,
  'sign-in': /inlog|sign-?in|single sign|\bsso\b|identity|identiteit|digid|eherkenning|active directory/i,
  backups: /back-?up|reservekopie|recovery|herstel/i,
}

const categories: Readonly<Partial<Record<Side, readonly string[]>>> = {
  workplaces: ['office', 'collaboration', 'virtual-desktop'],
  'sign-in': ['identity'],
}

/** The sides of which nothing at all was read. */
export const unseenSides = once((subject: Subject): readonly Side[] => sides.filter((side) => !isSeen(subject, side)))

function isSeen(subject: Subject, side: Side): boolean {
  const { estate } = subject
  const some = (...kinds: readonly string[]): boolean => [...estate.things.values()].some((thing) => kinds.includes(thing.kind) && thing.basis !== 'known')
  switch (side) {
    case 'contracts':
      return some('contract')
    case 'bills-of-materials':
      return estate.contents.length > 0 || some('package')
    case 'people':
      return some('team')
    case 'data':
      return some('dataset', 'data-class')
    case 'places':
      return some('place') || estate.links.some((link) => link.role === 'location-country' && link.basis !== 'known')
    case 'sign-in':
      return estate.links.some((link) => link.role === 'identity-provider') || isNamed(subject, side)
    case 'backups':
      return estate.links.some((link) => link.phase === 'recover') || isNamed(subject, side)
    default:
      return isNamed(subject, side)
  }
}

/** Whether a service in use is of this side, by its category where it is known, or else by the words of its name; or a device that a register lists, by its class. */
function isNamed(subject: Subject, side: Side): boolean {
  const isDevice = (thing: Thing): boolean =>
    thing.kind === 'unit' && thing.basis === 'declared' && thing.state === 'active' && words[side]?.test(saidText(thing, 'type') ?? '') === true
  if ([...subject.estate.things.values()].some(isDevice)) return true
  return thingsOfKind(subject.estate, 'service').some((thing) => {
    if (thing.basis === 'known') return false
    const known = [thing.id, ...linksFrom(subject.estate, thing.id, 'same-as').map((link) => link.to)].map((id) => subject.knowledge.services.get(id.slice('service:'.length)))
    return known.some((one) => one !== undefined && categories[side]?.includes(one.category)) || words[side]?.test(thing.name) === true
  })
}
