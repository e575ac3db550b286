import { type Claim, idOf, type ThingId } from '#estate/claim.ts'
import { signClaim } from '#estate/signal.ts'
import { listAt, textAt } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import type { Entity } from './entity.ts'
import { link } from './said.ts'

/** What is itself a model, by the type that its entity has. */
const modelType = /^(ai[-_ ]?|ml[-_ ]?|language[-_ ]?|foundation[-_ ]?)?model$|^llm$/i

/** What an entity says of AI: the models that it names, and the tools that its instructions are written for. */
export function aiClaims(entity: Entity, self: ThingId): readonly Claim[] {
  const isModel = modelType.test(textAt(entity.spec, 'type') ?? '') || /^(ai)?model$/i.test(entity.kind)
  const stated = ['model', 'modelName', 'models'].flatMap((key) => textsAt(entity, key))
  const own: typeof stated = isModel && stated.length === 0 ? [{ text: textAt(entity.metadata, 'name') ?? entity.name, path: ['metadata', 'name'] }] : []
  const models = [...stated, ...own].filter(({ text }) => /^[\w][\w./: -]{0,150}$/.test(text))
  return [
    ...models.map(({ text, path }) => link(entity, { from: self, to: idOf('model', text.trim()), role: 'ai-model' }, path)),
    ...textsAt(entity, 'agents').flatMap(({ text, path }) =>
      /^[\w][\w. -]{0,60}$/.test(text)
        ? [
            signClaim(
              self,
              { on: 'spec-value', text: `${entity.kind}.spec.agents=${text.trim().toLowerCase()}` },
              { state: entity.state, at: entity.place(path), basis: 'declared' },
            ),
          ]
        : [],
    ),
  ]
}

function textsAt({ spec }: Entity, key: string): readonly { readonly text: string; readonly path: Path }[] {
  const one = textAt(spec, key)
  if (one !== undefined) return [{ text: one, path: ['spec', key] }]
  return listAt(spec, key).flatMap((text, at) => (typeof text === 'string' && text.trim() !== '' ? [{ text, path: ['spec', key, at] }] : []))
}
