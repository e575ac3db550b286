import { documentsOf } from '#estate/source/documents.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { isRecord } from '#lang/json.ts'

const fileName = /(^|\/)(docker-)?compose[\w.-]*\.(ya?ml|json)$/i
/** Keys of a service that no other format with `services` at its top has. */
const serviceKeys =
  /^(image|build|command|entrypoint|environment|env_file|ports|expose|volumes|depends_on|networks|network_mode|restart|container_name|deploy|extends|profiles|healthcheck|logging|models|links|secrets|configs|labels|user|working_dir|hostname|privileged|cap_add|scale|platform|pull_policy)$/

/** Whether a file is a Compose file: by what its services say, and by its name only where it is broken or says little. */
export function isCompose(file: SourceFile): boolean {
  const text = file.text()
  const isFlow = /^\s*\{/.test(text)
  if (isFlow ? !text.includes('services') : !/^(?:services|include|"services"|'services')[ \t]*:/m.test(text)) return false
  const tops = documentsOf(file).documents.map((document) => document.value)
  if (tops.some((top) => isRecord(top) && holdsServices(top))) return true
  return fileName.test(file.path) && !isFlow && tops.every((top) => isRecord(top) && !isOther(top))
}

/** Kubernetes and CycloneDX have services too; and no Compose file ever called its version 1, which deltaplan.yaml does. */
const isOther = (top: Record<string, unknown>): boolean => 'apiVersion' in top || 'kind' in top || 'bomFormat' in top || Number(top['version']) === 1

function holdsServices(top: Record<string, unknown>): boolean {
  if (isOther(top) || !isRecord(top['services'])) return false
  const services = Object.values(top['services'])
  return services.every((service) => service === null || isRecord(service)) && services.some((service) => isRecord(service) && tells(service))
}

/** Elsewhere, a provider is the name of somebody; here, it is a plug-in of a type. */
const tells = (service: Record<string, unknown>): boolean =>
  Object.entries(service).some(([key, value]) => serviceKeys.test(key) || (key === 'provider' && isRecord(value) && 'type' in value))
