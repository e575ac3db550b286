import { Unzip, UnzipInflate } from 'fflate'

/** The parts of a zip that were asked for, each in pieces, and what was wrong with it. */
export interface Unzipped {
  readonly parts: ReadonlyMap<string, readonly Uint8Array[]>
  /** Cut off, or not what a zip may be: what came before was read. */
  readonly broken: boolean
  /** More than is read: most likely made to be so. */
  readonly excess: boolean
}

/** In all, unpacked. The largest sheet that a spreadsheet can hold is about as large. */
const mostBytes = 400_000_000
/** Text packs to a twentieth of its length, tables at times to a hundredth. What unpacks to more than this was made to. */
const mostRatio = 250
/** Below this, even a bomb does no harm. */
const harmless = 20_000_000
const mostEntries = 10_000
/** So much is unpacked before anybody looks how much came out of it. */
const step = 32_768

/** Unpacks a zip piece by piece, and stops as soon as more comes out of it than honest files hold, whatever its directory says. */
export function unzipped(bytes: Uint8Array, wanted: (name: string) => boolean): Unzipped {
  const parts = new Map<string, Uint8Array[]>()
  const done = new Set<string>()
  const most = Math.min(mostBytes, Math.max(harmless, bytes.length * mostRatio))
  let [total, entries] = [0, 0]
  let broken = false
  const unzip = new Unzip((file) => {
    const name = file.name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
    if (++entries > mostEntries || parts.has(name) || !wanted(name)) return
    const pieces: Uint8Array[] = []
    parts.set(name, pieces)
    file.ondata = (fault, data, isLast) => {
      if (fault) broken = true
      else if (total <= most) {
        total += data.length
        pieces.push(data)
        if (isLast) done.add(name)
      }
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length && total <= most && entries <= mostEntries; at += step) unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length)
  } catch {
    broken = true // the library throws at what is no zip from some place on
  }
  const excess = total > most || entries > mostEntries
  return { parts, broken: broken || (!excess && (done.size < parts.size || !hasEnd(bytes))), excess }
}

/** A zip ends with a directory, and that with a mark; a comment of at most 65,535 signs may follow. */
function hasEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= 0 && at > bytes.length - 65_600; at--) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) return true
  }
  return false
}
