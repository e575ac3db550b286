import { isTarHeader } from './tar-entries.ts'

export type ContainerKind = 'gzip' | 'zstd' | 'zip' | 'tar'

/** How much of a file has to be at hand to tell whether it is a container. */
export const headBytes = 512

/**
 * What kind of container a file is, by its first bytes: gzip (RFC 1952), Zstandard (RFC 8878), zip (APPNOTE), tar (POSIX ustar and older). Names
 * say nothing: people rename files.
 */
export function kindOfContainer(head: Uint8Array): ContainerKind | undefined {
  const [first, second, third, fourth] = head
  if (first === 0x1f && second === 0x8b && third === 0x08) return 'gzip'
  if (first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd) return 'zstd'
  if (first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))) return 'zip'
  return head.length >= headBytes && isTarHeader(head) ? 'tar' : undefined
}
