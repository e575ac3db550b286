import { readHost, urlsIn } from '#estate/identifiers/host-name.ts'

/** Terraform treats addresses on these hosts as repositories, never as registries (module sources, "Terraform Registry"). */
const repositoryHosts: readonly string[] = ['github.com', 'bitbucket.org', 'gitlab.com']

/** Where sources without a host are looked up, as Terraform and OpenTofu define it. */
const publicRegistry = 'registry.terraform.io'

/**
 * The host a module is fetched from.
 *
 * @returns nothing for a local path, which is fetched from nowhere
 */
export function moduleHost(source: string): string | undefined {
  const text = source.trim().replace(/^(?:git|hg|s3|gcs)::/, '')
  if (text === '' || /^(?:\.{1,2}(?:[/\\]|$)|[/\\]|[a-z]:[/\\])/i.test(text)) return undefined
  const url = urlsIn(text)[0]
  if (url) return publicName(url.host.name)
  const ssh = /^(?:[\w.-]+@)([\w.-]+):/.exec(text)?.[1]
  if (ssh !== undefined) return publicName(ssh)
  const path = text.replace(/\/\/.*$/, '').replace(/\?.*$/, '')
  const parts = path.split('/')
  const first = parts[0] ?? ''
  if (first.includes('.') && (repositoryHosts.includes(first.toLowerCase()) || parts.length === 4)) return publicName(first)
  return parts.length === 3 && parts.every((part) => /^[\w-]+$/.test(part)) ? publicRegistry : undefined
}

function publicName(host: string): string | undefined {
  const read = readHost(host)
  return read === undefined || read.kind === 'placeholder' ? undefined : read.name
}
