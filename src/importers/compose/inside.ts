import type { ThingId } from '#estate/claim.ts'
import { isRecord } from '#lang/json.ts'
import { type Project, unitId } from './project.ts'
import { allTexts, lastText, type Service } from './service.ts'

/** Names that lead to services of the estate, in lower case, each with the unit it leads to, where one does. */
export interface Inside {
  readonly units: ReadonlyMap<string, ThingId | undefined>
  readonly names: ReadonlySet<string>
}

const insideOf = (units: ReadonlyMap<string, ThingId | undefined>): Inside => ({ units, names: new Set(units.keys()) })

/** All names by which services of the project reach one another. A service's own name goes before what others call themselves. */
export function insideProject(project: Project): Inside {
  const units = new Map<string, ThingId | undefined>([...project.included].map(([name, id]) => [name.toLowerCase(), id]))
  for (const service of project.services) {
    const id = unitId(project.name, service.name)
    const more = [lastText(service, 'container_name')?.value, lastText(service, 'hostname')?.value, ...aliasesOf(service)]
    for (const name of more) if (name !== undefined && !units.has(name.toLowerCase())) units.set(name.toLowerCase(), id)
  }
  for (const service of project.services) units.set(service.name.toLowerCase(), unitId(project.name, service.name))
  return insideOf(units)
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
export function withLinks(service: Service, inside: Inside): Inside {
  const links = allTexts(service, 'links').flatMap(({ value }) => {
    const [target = '', alias = ''] = value.split(':')
    return alias === '' ? [] : [[alias.toLowerCase(), inside.units.get(target.toLowerCase())] as const]
  })
  return links.length === 0 ? inside : insideOf(new Map([...inside.units, ...links]))
}
