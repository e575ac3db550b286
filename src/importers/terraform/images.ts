import { type Claim, idOf } from '#estate/claim.ts'
import { readHost } from '#estate/identifiers/host-name.ts'
import { imageClaims, readImageReference } from '#estate/identifiers/image-reference.ts'
import { signClaim } from '#estate/signal.ts'
import type { Leaf } from './leaves.ts'
import type { Unit } from './unit.ts'

const imageName = /^(image|images|image_identifier|image_uri|imageUri|image_url|container_image|docker_image|docker_image_name|image_name|registry_image|linux_fx_version)$/
const ofContainers =
  /container|docker|\bpod\b|task|job_definition|image_repository|image_identifier|image_uri|imageuri|registry_image|application_stack|linux_fx|environment|template|cloud_run|apprunner|lambda|codebuild|kubernetes|nomad|sagemaker|oci_image/i
/** No registry takes a longer name. */
const longest = 1000
const registryName = /^(docker_registry_url|docker_registry_server_url|registry_url|registry_server|login_server)$/

/**
 * The container images that an attribute names. `image` also means a disk image to start a machine from; what it means is told
 * by the blocks around it, or by a registry in the name. A disk image is a sign.
 */
export function imagesIn(unit: Unit, leaf: Leaf, all: readonly Leaf[]): readonly Claim[] {
  const name = leaf.names.at(-1) ?? ''
  const isDockerImage = /^docker_(image|registry_image|service)$/.test(unit.resource.type) && leaf.names.length === 1 && name === 'name'
  if (typeof leaf.value !== 'string' || !(imageName.test(name) || isDockerImage)) return []
  const text = leaf.value.trim().replace(/^(?:DOCKER|COMPOSE\||KUBE)\|/i, '')
  const at = unit.place(leaf.path)
  if (text === '' || text.length > longest || /^(sha256:)?[0-9a-f]{64}$/.test(text)) return []
  const isContainer = isDockerImage || /^[\w.-]+\.[a-z]{2,}(?::\d+)?\/\S+$/i.test(text) || ofContainers.test([unit.resource.type, ...leaf.names].join(' '))
  if (!isContainer || /^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    return text.length > 200 || /\s/.test(text) ? [] : [signClaim(unit.id, { on: 'spec-value', text: `${unit.resource.type}.${name}=${text}` }, { state: unit.state, at })]
  }
  if (text.startsWith(`${unit.resource.provider.name}/`)) return aliasClaims(unit, text, leaf)
  const image = readImageReference(withRegistry(text, all))
  return image ? imageClaims(unit.id, image, { state: unit.state, basis: 'observed', at }) : []
}

/** A bare name that begins with the provider's own is one the provider resolves itself: no registry is asked for it. */
function aliasClaims(unit: Unit, text: string, leaf: Leaf): readonly Claim[] {
  const common = { state: unit.state, basis: 'observed', at: [unit.place(leaf.path)] } as const
  const id = idOf('image', text)
  return [
    { claim: 'thing', id, ...common },
    { claim: 'link', from: unit.id, to: id, role: 'image', ...common },
  ]
}

/** Some resources keep the registry beside the image's name. */
function withRegistry(text: string, all: readonly Leaf[]): string {
  if (/[.:]/.test(text.slice(0, Math.max(0, text.indexOf('/'))))) return text
  const beside = all.find((leaf) => registryName.test(leaf.names.at(-1) ?? ''))?.value
  const host = typeof beside === 'string' ? readHost(beside.replace(/^https?:\/\//, '').replace(/\/.*$/, '')) : undefined
  return host === undefined || host.kind !== 'public' || /(^|\.)docker\.(io|com)$/.test(host.name) ? text : `${host.name}/${text}`
}
