import { type Basis, type FilePlace, idOf, keyOf, type LinkClaim, type State, type ThingId } from './claim.ts'

/**
 * Where in a file a sign was seen. The knowledge base says what it means (`foundBy` and `data/signals`).
 * Things of some kinds are signs by themselves: see `signOf`.
 */
export const signKinds = [
  'annotation-key',
  'service-account-annotation',
  'label-key',
  'node-selector',
  'toleration-key',
  'ingress-class',
  'gateway-class',
  'load-balancer-class',
  'storage-class',
  'provisioner',
  'csi-driver',
  'api-group',
  'api-kind',
  'image',
  'host',
  'env-name',
  'argument',
  'object-name',
  'spec-path',
  'spec-value',
  'compose-path',
  'terraform-type',
  'terraform-provider',
  'arn-service',
  'arn-partition',
  'purl',
  'component-name',
  'cpe',
  'command',
  'service-group',
  'exporter',
  'model-name',
] as const
export type SignKind = (typeof signKinds)[number]

export interface Sign {
  readonly on: SignKind
  readonly text: string
}

/** That a thing shows a sign. `value` is what stood beside it (never a secret), `host` the host in that value. */
export function signClaim(from: ThingId, sign: Sign, how: { readonly state: State; readonly at: FilePlace; readonly basis?: Basis; readonly value?: string }): LinkClaim {
  return {
    claim: 'link',
    from,
    to: idOf('signal', `${sign.on}/${sign.text}`),
    role: 'shows',
    state: how.state,
    basis: how.basis ?? 'observed',
    at: [how.at],
    ...(how.value === undefined ? {} : { says: { value: how.value } }),
  }
}

/**
 * The sign that a thing is, if it is one: signals, and hosts, registries, images, packages, models and storage classes by their names.
 * A package without a purl bears a name of its file's own, `named/<file>/<group>/<name>@<version>`: the sign is what follows the last slash.
 */
export function signOf(id: ThingId): Sign | undefined {
  const key = keyOf(id)
  if (id.startsWith('signal:')) return { on: key.slice(0, key.indexOf('/')) as SignKind, text: key.slice(key.indexOf('/') + 1) }
  if (id.startsWith('host:') || id.startsWith('registry:') || id.startsWith('module-registry:')) return { on: 'host', text: key }
  if (id.startsWith('image:')) return { on: 'image', text: key }
  if (id.startsWith('package:named/')) return { on: 'component-name', text: key.slice(key.lastIndexOf('/') + 1) }
  if (id.startsWith('package:')) return { on: 'purl', text: key }
  if (id.startsWith('model:')) return { on: 'model-name', text: key }
  if (id.startsWith('storage-class:')) return { on: 'storage-class', text: key }
  return undefined
}
