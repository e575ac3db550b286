import { idOf } from '#estate/claim.ts'
import { saidList } from '#estate/said.ts'
import { once } from '#lang/once.ts'
import { organisation } from './organisation.ts'
import type { Subject } from './subject.ts'

/** The frameworks to hold the estate against, and why these. */
export interface ChosenFrameworks {
  readonly ids: readonly string[]
  /** stated: the organisation names them · profile: those that its kind of organisation is held to · none: nobody chose. */
  readonly ground: 'stated' | 'profile' | 'none'
  /** Names in deltaplan.yaml under which no framework is known. */
  readonly unknown: readonly string[]
}

/** What `frameworks:` in deltaplan.yaml names, or else what the frameworks say of the profile. */
export const chosenFrameworks = once((subject: Subject): ChosenFrameworks => {
  const { frameworks } = subject.knowledge
  const self = subject.estate.things.get(idOf('unit-of-organisation', 'self'))
  const stated = saidList(self, 'frameworks')
  if (stated.length > 0) return { ids: stated.filter((id) => frameworks.has(id)), ground: 'stated', unknown: stated.filter((id) => !frameworks.has(id)) }
  const { profileId } = organisation(subject)
  const ids = [...frameworks].flatMap(([id, one]) => (one.profiles.includes(profileId) ? [id] : []))
  return { ids, ground: ids.length > 0 ? 'profile' : 'none', unknown: [] }
})
