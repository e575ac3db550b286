import { type Claim, idOf, type Says, type ThingId } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { emptyFragment, type Fragment } from '#estate/fragment.ts'
import { documentsOf } from '#estate/source/documents.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { isRecord } from '#lang/json.ts'
import type { Importer } from '../importer.ts'
import { commandClaims } from './commands.ts'
import { dnsClaims, driverClaims, extensionClaims } from './drivers.ts'
import { environmentClaims, environmentOf } from './environment.ts'
import { builtImages, serviceImage } from './images.ts'
import { groupsOf, labelClaims } from './labels.ts'
import { loggingClaims } from './logging.ts'
import { modelClaims } from './models.ts'
import { needsClaims } from './needs.ts'
import { isBuilt, type Project, readProject, replicasOf } from './project.ts'
import { allTexts, lastText, type Service } from './service.ts'
import type { Unit } from './unit.ts'

export const compose: Importer = {
  id: 'compose',
  title: 'Compose',
  spec: 'https://github.com/compose-spec/compose-spec',
  recognises,
  read,
}

const fileName = /(^|\/)(docker-)?compose[\w.-]*\.(ya?ml|json)$/i
/** Keys of a service that no other format with `services` at its top has. */
const serviceKeys =
  /^(image|build|command|entrypoint|environment|env_file|ports|expose|volumes|depends_on|networks|network_mode|restart|container_name|deploy|extends|profiles|healthcheck|logging|provider|models|links|secrets|configs|labels|user|working_dir|hostname|privileged|cap_add|scale|platform|pull_policy)$/

function recognises(file: SourceFile): boolean {
  const text = file.text()
  if (!/^(services|include|"services"|'services')\s*:|^\s*\{[\s\S]{0,400}"services"\s*:\s*\{/m.test(text)) return false
  const tops = documentsOf(file).documents.map((document) => document.value)
  if (tops.some((top) => isRecord(top) && isCompose(top))) return true
  return fileName.test(file.path) && tops.every((top) => isRecord(top) && !('kind' in top)) && /^(services|include)\s*:/m.test(text)
}

function isCompose(top: Record<string, unknown>): boolean {
  if ('apiVersion' in top || 'kind' in top || 'bomFormat' in top || !isRecord(top['services'])) return false
  const services = Object.values(top['services'])
  const ownKeys = services.some((service) => isRecord(service) && Object.keys(service).some((key) => serviceKeys.test(key)))
  return ownKeys && services.every((service) => service === null || isRecord(service))
}

function read(file: SourceFile, beside: Beside): Fragment {
  const project = readProject(file, beside)
  if (!project) return emptyFragment
  const built = builtImages(project.services, project.name)
  const inside = insideOf(project)
  const parts = project.services.map((service) => serviceClaims(service, { project, built, beside, inside }))
  const empty: readonly Diagnostic[] = project.services.length === 0 ? [{ code: 'nothing-inside', severity: 'note', file: file.path }] : []
  return { claims: parts.flatMap((part) => part.claims), diagnostics: [...project.diagnostics, ...parts.flatMap((part) => part.diagnostics), ...empty] }
}

interface Around {
  readonly project: Project
  readonly built: ReadonlySet<string>
  readonly beside: Beside
  readonly inside: ReadonlyMap<string, ThingId | undefined>
}

function serviceClaims(service: Service, around: Around): Fragment {
  const { project, built, beside, inside } = around
  const names = withLinks(service, inside)
  const unit: Unit = { id: unitId(project, service), service, state: service.state, inside: names, insideNames: new Set(names.keys()) }
  const environment = environmentOf(service, beside, project.lookup)
  const settings = environmentClaims(unit, environment.rows)
  const commands = commandClaims(unit)
  const models = modelClaims(unit, project)
  const thing: Claim = { claim: 'thing', id: unit.id, name: service.name, says: saysOf(service, project), state: service.state, basis: 'observed', at: [service.at] }
  const image = serviceImage(unit, built)
  const rest = [...loggingClaims(unit), ...labelClaims(unit), ...driverClaims(unit, project), ...dnsClaims(unit), ...extensionClaims(unit, project)]
  return {
    claims: [thing, ...image, ...settings.claims, ...commands.claims, ...models.claims, ...rest, ...needsClaims(unit, environment.rows)],
    diagnostics: [...environment.diagnostics, ...settings.diagnostics, ...commands.diagnostics, ...models.diagnostics],
  }
}

const unitId = (project: Project, service: Service): ThingId => idOf('unit', `compose/${project.name}/${service.name}`)

function saysOf(service: Service, project: Project): Says {
  const replicas = replicasOf(service)
  const policy = lastText(service, 'pull_policy')
  return {
    groups: groupsOf(service, project.name),
    ...(replicas === undefined ? {} : { replicas }),
    ...(isBuilt(service) ? { 'built-here': true } : {}),
    ...(policy === undefined ? {} : { 'pull-policy': policy.value }),
  }
}

/** All names by which services of the project reach one another. */
function insideOf(project: Project): ReadonlyMap<string, ThingId | undefined> {
  const names = new Map<string, ThingId | undefined>([...project.included].map(([name, id]) => [name.toLowerCase(), idOf('unit', id)]))
  for (const service of project.services) {
    const id = unitId(project, service)
    const more = [lastText(service, 'container_name')?.value, lastText(service, 'hostname')?.value, ...aliasesOf(service)]
    for (const name of more) if (name !== undefined && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), id)
  }
  for (const service of project.services) names.set(service.name.toLowerCase(), unitId(project, service))
  return names
}

function aliasesOf(service: Service): readonly string[] {
  return (service.fields.get('networks') ?? []).flatMap((field) => {
    if (!isRecord(field.value)) return []
    return Object.values(field.value).flatMap((network) =>
      isRecord(network) && Array.isArray(network['aliases']) ? network['aliases'].filter((alias) => typeof alias === 'string') : [],
    )
  })
}

/** A link may give a service another name for one other service only: `database:db`. */
function withLinks(service: Service, inside: ReadonlyMap<string, ThingId | undefined>): ReadonlyMap<string, ThingId | undefined> {
  const links = allTexts(service, 'links').flatMap(({ value }) => {
    const [target = '', alias = ''] = value.split(':')
    return alias === '' ? [] : [[alias.toLowerCase(), inside.get(target.toLowerCase())] as const]
  })
  return links.length === 0 ? inside : new Map([...inside, ...links])
}
