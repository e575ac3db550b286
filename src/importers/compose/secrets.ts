import type { FilePlace } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { isRecord } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import { secretIn } from '#redaction/secret.ts'
import { secretFound } from '../settings.ts'
import type { Project } from './project.ts'
import type { Service } from './service.ts'

/** Parts of a service that are searched for secrets where they are read. */
const readElsewhere = /^(environment|command|entrypoint|post_start|pre_stop|healthcheck|image)$/

/** Secrets in parts of a service that say nothing else: build arguments, labels, options of drivers, keys of vendors. */
export function secretsOf(service: Service): readonly Diagnostic[] {
  return [...service.fields].flatMap(([key, fields]) => (readElsewhere.test(key) ? [] : fields.flatMap((field) => secretsIn(field.bare, [key], (path) => field.at(path.slice(1))))))
}

/** Secrets in what stands beside the services: configs and secrets written out, and blocks that others take over. */
export function secretsBeside(project: Project): readonly Diagnostic[] {
  const names = project.keys.map((key) => key.name).filter((name) => /^(configs|secrets|volumes|networks|models)$|^x-/.test(name))
  return [...new Set(names)].flatMap((name) => project.section(name).flatMap((section) => secretsIn(section.bare, [name], (path) => section.at(path.slice(1)))))
}

/** Every text below a value, under the name that stands before it. In a list that is the one before the equals sign, if there is one. */
function secretsIn(value: unknown, path: Path, at: (path: Path) => FilePlace): readonly Diagnostic[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => secretsIn(item, [...path, index], at))
  if (isRecord(value)) return Object.entries(value).flatMap(([key, item]) => secretsIn(item, [...path, key], at))
  if (typeof value !== 'string') return []
  const [, name = '', rest = ''] = typeof path.at(-1) === 'number' ? (/^([\w.-]{1,100})=(.*)$/s.exec(value) ?? []) : []
  const secret = name === '' ? secretIn(typeof path.at(-1) === 'string' ? String(path.at(-1)) : '', value) : secretIn(name, rest)
  return secret === undefined ? [] : [secretFound(at(path), secret)]
}
