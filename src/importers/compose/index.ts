import type { Claim, Says } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { emptyFragment, type Fragment } from '#estate/fragment.ts'
import type { Beside, SourceFile } from '#estate/source-file.ts'
import { uniqueBy } from '#lang/group.ts'
import type { Importer } from '../importer.ts'
import { commandClaims } from './commands.ts'
import { dnsClaims, driverClaims, extensionClaims } from './drivers.ts'
import { environmentClaims, environmentOf } from './environment.ts'
import { builtImages, serviceImage } from './images.ts'
import { type Inside, insideProject, withLinks } from './inside.ts'
import { groupsOf, labelClaims } from './labels.ts'
import { loggingClaims } from './logging.ts'
import { modelClaims } from './models.ts'
import { needsClaims } from './needs.ts'
import { type Project, readProject, unitId } from './project.ts'
import { isBuilt, replicasOf } from './project-services.ts'
import { isCompose } from './recognise.ts'
import { secretsBeside, secretsOf } from './secrets.ts'
import { lastText, type Service } from './service.ts'
import type { Unit } from './unit.ts'

export const compose: Importer = {
  id: 'compose',
  title: 'Compose',
  spec: 'https://github.com/compose-spec/compose-spec',
  recognises: isCompose,
  read,
}

function read(file: SourceFile, beside: Beside): Fragment {
  const project = readProject(file, beside)
  if (!project) return emptyFragment
  const around = { project, built: builtImages(project.services, project.name), beside, inside: insideProject(project) }
  const parts = project.services.map((service) => serviceClaims(service, around))
  const empty: readonly Diagnostic[] = project.services.length === 0 ? [{ code: 'nothing-inside', severity: 'note', file: file.path }] : []
  // Services that share a file are told once what is wrong with it.
  const told = uniqueBy([...project.diagnostics, ...parts.flatMap((part) => part.diagnostics), ...secretsBeside(project), ...empty], (one) => JSON.stringify(one))
  return { claims: parts.flatMap((part) => part.claims), diagnostics: told }
}

interface Around {
  readonly project: Project
  readonly built: ReadonlySet<string>
  readonly beside: Beside
  readonly inside: Inside
}

function serviceClaims(service: Service, around: Around): Fragment {
  const { project, built, beside } = around
  const inside = withLinks(service, around.inside)
  const unit: Unit = { id: unitId(project.name, service.name), service, state: service.state, inside: inside.units, insideNames: inside.names }
  const environment = environmentOf(service, beside, project.lookup)
  const thing: Claim = { claim: 'thing', id: unit.id, name: service.name, says: saysOf(service, project), state: service.state, basis: 'observed', at: [service.at] }
  const read = [serviceImage(unit, built, beside), environmentClaims(unit, environment.rows), commandClaims(unit), modelClaims(unit, project)]
  const rest = [...loggingClaims(unit), ...labelClaims(unit), ...driverClaims(unit, project), ...dnsClaims(unit), ...extensionClaims(unit, project)]
  return {
    claims: [thing, ...read.flatMap((part) => part.claims), ...rest, ...needsClaims(unit, environment.rows)],
    diagnostics: [...environment.diagnostics, ...read.flatMap((part) => part.diagnostics), ...secretsOf(service)],
  }
}

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
