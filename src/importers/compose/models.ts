import { type Claim, type FilePlace, idOf } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { readImageReference } from '#estate/identifiers/image-reference.ts'
import { signClaim } from '#estate/signal.ts'
import { isRecord, textAt } from '#lang/json.ts'
import type { Project } from './project.ts'
import { allNames, lastText } from './service.ts'
import type { Unit } from './unit.ts'

interface Read {
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The AI models a service asks for: through `models`, or by being one itself (`provider: {type: model}`). */
export function modelClaims(unit: Unit, project: Project): Read {
  const provider = lastText(unit.service, 'provider', ['type'])
  const own = provider?.value === 'model' ? lastText(unit.service, 'provider', ['options', 'model']) : undefined
  const sign = provider ? [signClaim(unit.id, { on: 'compose-path', text: `services.*.provider.type=${provider.value}` }, { state: unit.state, at: provider.at })] : []
  const sections = project.section('models')
  const parts = allNames(unit.service, 'models').map(({ value: name, at }): Read => {
    const defined = sections.map((section) => ({ section, model: Object.hasOwn(section.value, name) ? section.value[name] : undefined })).findLast((one) => one.model !== undefined)
    if (!defined) return { claims: [], diagnostics: [{ code: 'unknown-reference', severity: 'warning', ...at, values: { what: name } }] }
    const model = isRecord(defined.model) ? textAt(defined.model, 'model') : undefined
    return { claims: model === undefined ? [] : oneModel(unit, model, defined.section.at([name, 'model'])), diagnostics: [] }
  })
  return { claims: [...sign, ...(own ? oneModel(unit, own.value, own.at) : []), ...parts.flatMap((part) => part.claims)], diagnostics: parts.flatMap((part) => part.diagnostics) }
}

/** A model is an OCI artifact: its name says which registry it is pulled from, as an image's does. */
function oneModel(unit: Unit, model: string, at: FilePlace): readonly Claim[] {
  const common = { state: unit.state, basis: 'observed', at: [at] } as const
  const id = idOf('model', model)
  const reference = readImageReference(model)
  const link: Claim = { claim: 'link', from: unit.id, to: id, role: 'ai-model', ...common }
  return reference ? [link, { claim: 'link', from: id, to: idOf('registry', reference.registry), role: 'registry', ...common }] : [link]
}
