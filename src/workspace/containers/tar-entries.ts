import type { Entries, Entry } from './entry.ts'

const blockBytes = 512
const nameAt = [0, 100] as const
const sizeAt = [124, 136] as const
const sumAt = [148, 156] as const
const typeAt = 156
const magicAt = [257, 262] as const
const prefixAt = [345, 500] as const

/** Whether a block begins an entry: its sum is right (POSIX.1-2017, pax). A block of text would have to be so by chance. */
export function isTarHeader(block: Uint8Array): boolean {
  const stated = number(block, sumAt)
  if (stated === undefined || stated === 0) return false
  let sum = 0
  for (let at = 0; at < blockBytes; at++) sum += at >= sumAt[0] && at < sumAt[1] ? 32 : (block[at] ?? 0)
  return sum === stated
}

const kinds: Readonly<Record<string, Entry['kind']>> = { '0': 'file', '\0': 'file', '7': 'file', '5': 'folder', '1': 'link', '2': 'link' }

/**
 * The entries of a tar. Long names come in entries of their own before the one they belong to, in the forms of pax and of GNU. Whatever is
 * no file, folder or link (a device, a file with holes) is special.
 */
export function tarEntries(bytes: Uint8Array): Entries {
  const entries: Entry[] = []
  let ahead: Ahead = {}
  for (let at = 0; at + blockBytes <= bytes.length; ) {
    const block = bytes.subarray(at, at + blockBytes)
    if (block.every((byte) => byte === 0)) return { entries }
    if (!isTarHeader(block)) return { entries, isBroken: true }
    const type = String.fromCharCode(block[typeAt] ?? 0)
    const size = ahead.size ?? number(block, sizeAt) ?? 0
    const from = at + blockBytes
    const content = bytes.subarray(from, from + size)
    at = from + Math.ceil(size / blockBytes) * blockBytes
    if (content.length < size) return { entries, isBroken: true }
    if (type === 'x') ahead = { ...ahead, ...paxRecords(content) }
    else if (type === 'L') ahead = { ...ahead, name: text(content) }
    else if (type !== 'g' && type !== 'K') {
      const name = ahead.name ?? plainName(block)
      entries.push({ name, kind: kinds[type] === 'file' && name.endsWith('/') ? 'folder' : (kinds[type] ?? 'special'), bytes: content })
      ahead = {}
    }
  }
  return { entries }
}

/** What an entry says of the one behind it. */
interface Ahead {
  readonly name?: string
  readonly size?: number
}

function plainName(block: Uint8Array): string {
  const name = text(block.subarray(...nameAt))
  const prefix = text(block.subarray(...magicAt)) === 'ustar' ? text(block.subarray(...prefixAt)) : ''
  // GNU writes other things where the standard has the beginning of the name, and a blank behind its magic.
  return prefix === '' || block[magicAt[1]] === 32 ? name : `${prefix}/${name}`
}

/** Records of the form `<length> <key>=<value>` and a line end; the length counts all of it. */
function paxRecords(content: Uint8Array): Ahead {
  const found: { name?: string; size?: number } = {}
  for (let at = 0; at < content.length; ) {
    const blank = content.indexOf(32, at)
    const length = blank < 0 ? Number.NaN : Number(text(content.subarray(at, blank)))
    if (!(length > blank - at) || at + length > content.length) break
    const record = text(content.subarray(blank + 1, at + length - 1))
    const cut = record.indexOf('=')
    if (record.slice(0, cut) === 'path') found.name = record.slice(cut + 1)
    if (record.slice(0, cut) === 'size' && /^=\d{1,15}$/.test(record.slice(cut))) found.size = Number(record.slice(cut + 1))
    at += length
  }
  return found
}

/** A number in octal, or with its first bit set in the base of 256. */
function number(block: Uint8Array, [from, to]: readonly [number, number]): number | undefined {
  const first = block[from] ?? 0
  if (first >= 0x80) {
    let value = first & 0x7f
    for (let at = from + 1; at < to; at++) value = value * 256 + (block[at] ?? 0)
    return Number.isSafeInteger(value) ? value : undefined
  }
  const digits = text(block.subarray(from, to)).trim()
  return /^[0-7]{1,12}$/.test(digits) ? Number.parseInt(digits, 8) : undefined
}

const decoder = new TextDecoder('utf-8')

/** Text up to the first zero. */
function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return decoder.decode(end < 0 ? bytes : bytes.subarray(0, end))
}
