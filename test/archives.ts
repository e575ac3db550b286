import { crc32, deflateRawSync } from 'node:zlib'

/** Archives for tests, written by hand so that they may be as wrong as a test wants. */

export interface ZipEntry {
  readonly name: string
  readonly content: string | Uint8Array
  readonly method?: 'stored' | 'deflate'
  /** What the directory says instead of the truth. */
  readonly lies?: { readonly size?: number; readonly sum?: number; readonly method?: number; readonly flags?: number; readonly mode?: number; readonly localAt?: number }
}

const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? Buffer.from(content) : content)

export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const rows: Buffer[] = []
  let at = 0
  for (const { name, content, method = 'deflate', lies = {} } of entries) {
    const plain = bytesOf(content)
    const packed = method === 'deflate' ? deflateRawSync(plain) : plain
    const named = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(named.length, 26)
    const row = Buffer.alloc(46)
    row.writeUInt32LE(0x02014b50, 0)
    row.writeUInt8(3, 5)
    row.writeUInt16LE(lies.flags ?? 0x800, 8)
    row.writeUInt16LE(lies.method ?? (method === 'deflate' ? 8 : 0), 10)
    row.writeUInt32LE(lies.sum ?? crc32(plain), 16)
    row.writeUInt32LE(packed.length, 20)
    row.writeUInt32LE(lies.size ?? plain.length, 24)
    row.writeUInt16LE(named.length, 28)
    row.writeUInt16LE(lies.mode ?? (name.endsWith('/') ? 0o040755 : 0o100644), 40)
    row.writeUInt32LE(lies.localAt ?? at, 42)
    locals.push(Buffer.concat([local, named, packed]))
    rows.push(Buffer.concat([row, named]))
    at += 30 + named.length + packed.length
  }
  const directory = Buffer.concat(rows)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, directory, end])
}

export interface TarEntry {
  readonly name: string
  readonly content?: string | Uint8Array
  /** The sign for its type; a file where it is left out. */
  readonly type?: string
}

export function tarOf(entries: readonly TarEntry[]): Uint8Array {
  const blocks = entries.flatMap(({ name, content = '', type = '0' }) => {
    const bytes = bytesOf(content)
    const header = Buffer.alloc(512)
    header.write(name.slice(0, 100), 0)
    header.write('0000644\0', 100)
    header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124)
    header.write(type, 156)
    header.write('ustar\0', 257)
    header.write('00', 263)
    header.fill(32, 148, 156)
    const sum = header.reduce((total, byte) => total + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}
