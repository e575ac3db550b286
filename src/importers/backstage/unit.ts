import type { Claim, Says, ThingId } from '#estate/claim.ts'
import { isRecord, textAt } from '#lang/json.ts'
import { aiClaims } from './ai.ts'
import { annotationClaims, kubernetesGroups } from './annotations.ts'
import { belongingOf, ownerClaims } from './belonging.ts'
import { endpointClaims } from './endpoints.ts'
import type { Entity } from './entity.ts'
import { relationClaims } from './relations.ts'
import { thing } from './said.ts'

/** Types of which nothing runs: they are part of what is built with them. */
const still = /^(library|lib|package|documentation|docs|template|skill|rule|rules|prompt|plugin-doc|schema)$/i

/** An entity that is a part of the estate: a component, an API, a resource, something of AI, or a kind that the organisation made itself. */
export function unitClaims(entity: Entity, self: ThingId): readonly Claim[] {
  const workload = belongingOf(entity, self)
  const { id, selector } = kubernetesGroups(entity)
  const kubernetes = id === undefined ? undefined : `label:backstage.io/kubernetes-id=${id}`
  const type = textAt(entity.spec, 'type')
  const lifecycle = textAt(entity.spec, 'lifecycle')
  const selects = selector.length > 0 ? selector : kubernetes === undefined ? [] : [kubernetes]
  const says: Says = {
    type: type === undefined || !isWord(type) ? entity.kind : type,
    groups: [...(workload?.group === undefined ? [] : [workload.group]), ...(kubernetes === undefined ? [] : [kubernetes]), ...labelsOf(entity)],
    ...(selects.length === 0 ? {} : { selects }),
    ...(still.test(type ?? '') ? { runs: false } : {}),
    ...(lifecycle === undefined || !isWord(lifecycle) ? {} : { lifecycle: lifecycle.trim().toLowerCase() }),
  }
  return [
    thing(entity, self, { name: entity.title ?? entity.name, says }),
    // Objects of Kubernetes that bear the entity's id belong where the entity belongs.
    ...(workload === undefined ? [] : [thing(entity, workload.id, { name: workload.name, says: { match: [workload.match, ...(kubernetes === undefined ? [] : [kubernetes])] } })]),
    ...ownerClaims(entity, workload === undefined ? [self] : [self, workload.id]),
    ...relationClaims(entity, self),
    ...annotationClaims(entity, self),
    ...(entity.kind === 'Component' ? [] : endpointClaims(entity, self)),
    ...aiClaims(entity, self),
  ]
}

const isWord = (text: string): boolean => /^[\w][\w ./-]{0,60}$/.test(text.trim())

/** More labels than this say nothing more about what belongs together. */
const mostLabels = 40

function labelsOf({ metadata }: Entity): readonly string[] {
  const { labels } = metadata
  const pairs = isRecord(labels) ? Object.entries(labels) : []
  return pairs.flatMap(([key, value]) => (typeof value === 'string' && isWord(value) && !value.includes('@') ? [`label:${key}=${value}`] : [])).slice(0, mostLabels)
}
