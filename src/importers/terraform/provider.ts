/** A Terraform provider: the plug-in that speaks to one operator's API. */
export interface Provider {
  /** Its own name, the last part of the address: `aws`, `azurerm`. */
  readonly name: string
  /** `hashicorp/aws`; only the name where the file has no more, as Terraform up to 0.12 writes it. */
  readonly source: string
  /** The registry it is fetched from, where the file has one. */
  readonly registry?: string
}

/** Providers that are a part of Terraform itself: fetched from nowhere, run by nobody. */
const builtIn = 'terraform.io'

/**
 * Reads `provider["registry.terraform.io/hashicorp/aws"].west`, `module.a.provider.aws`, `registry.terraform.io/hashicorp/aws`
 * and `aws`.
 *
 * @returns nothing when the text names no provider
 */
export function readProvider(text: string): Provider | undefined {
  const quoted = /provider\["([^"]+)"\]/.exec(text)?.[1]
  const address = quoted ?? /(?:^|\.)provider\.([\w-]+)/.exec(text)?.[1] ?? text
  const parts = address.trim().split('/')
  const name = parts.at(-1) ?? ''
  if (!/^[a-z0-9][\w-]*$/i.test(name) || parts.length > 3) return undefined
  if (parts.length === 1) return { name, source: name }
  const [host, namespace] = parts.length === 3 ? parts : [undefined, parts[0]]
  // A namespace of `-` is what an upgrade from 0.12 leaves behind: the provider's owner is not known.
  const source = namespace === '-' ? name : `${namespace}/${name}`
  return { name, source, ...(host === undefined ? {} : { registry: host.toLowerCase() }) }
}

/** The provider of a type when nothing else says so: the word before the first underscore. */
export const providerOfType = (type: string): Provider => {
  const name = type.split('_')[0] ?? type
  return { name, source: name }
}

export const isBuiltIn = (provider: Provider): boolean => provider.registry === builtIn
