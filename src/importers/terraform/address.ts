/** An address without the indices of `count` and `for_each`: what the configuration calls it. */
export const withoutIndices = (address: string): string => address.replace(/\[(?:"(?:[^"\\]|\\.){0,1000}"|[^[\]"]{0,1000})\]/g, '')

/** The last index of an address, with its brackets; nothing for a single resource. */
export const indexOf = (address: string): string => /\[(?:"(?:[^"\\]|\\.){0,1000}"|[^[\]"]{0,1000})\]$/.exec(address)?.[0] ?? ''

/** The modules an address lies in, `module.a.module.b`, without indices; blank at the root. */
export function moduleOf(address: string): string {
  const plain = withoutIndices(address)
  return /^module\.[^.]+(?:\.module\.[^.]+)*(?=\.)/.exec(plain)?.[0] ?? ''
}

/** The resource type an address names, if it names a managed resource. */
export function typeIn(address: string): string | undefined {
  const plain = withoutIndices(address)
  const own = plain.slice(moduleOf(plain).length).replace(/^\./, '')
  return /^([a-z][a-z0-9-]*_\w+)\.[\w-]+$/i.exec(own)?.[1]
}
