import { accessSync, constants, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Message, message, plain } from '#lang/message.ts'
import { UsageFault } from './options.ts'

/** What a path led to, or the reason why it led nowhere. Only the disk's own faults are turned into usage. */
export function stated<T>(read: () => T, path: string): T {
  try {
    return read()
  } catch (fault) {
    throw ofPath(fault, path)
  }
}

/** The same of what takes its time. */
export const statedLater = <T>(read: () => Promise<T>, path: string): Promise<T> =>
  read().catch((fault: unknown) => {
    throw ofPath(fault, path)
  })

function ofPath(fault: unknown, path: string): unknown {
  const code = codeOf(fault)
  if (code === 'ENOENT') return new UsageFault(message('usage.none-there', { path: shown(path) }))
  if (code === 'EISDIR') return new UsageFault(message('usage.folder-for-file', { path }))
  return ['EACCES', 'ELOOP', 'ENOTDIR', 'ENAMETOOLONG', 'EPERM'].includes(code ?? '')
    ? new UsageFault(message('usage.cannot-read', { path: shown(path), code: code ?? '' }))
    : fault
}

/** A folder that an option names. @returns nothing where the option was left out */
export function folderAt(option: string, path: string | undefined): string | undefined {
  if (path === undefined) return undefined
  stated(() => {
    if (!statSync(path).isDirectory()) throw new UsageFault(message('usage.wants-folder', { option, path }))
    readdirSync(path)
  }, path)
  return path
}

/** A file that an option names. @returns nothing where the option was left out */
export function fileAt(option: string, path: string | undefined): string | undefined {
  if (path === undefined) return undefined
  stated(() => {
    if (statSync(path).isDirectory()) throw new UsageFault(message('usage.wants-file', { option, path }))
    accessSync(path, constants.R_OK)
  }, path)
  return path
}

/** Writes a document where it was asked for, in folders that it makes. @param out - is standard output */
export function putDocument(out: string, text: string | Uint8Array): void {
  if (out === '-') {
    process.stdout.write(text)
    return
  }
  makePlace(out)
  onDisk(out, () => writeFileSync(out, text))
}

/** Makes the folder that a document goes to: long work is not begun where its result can go nowhere. */
export function makePlace(out: string): void {
  if (out === '-') return
  onDisk(out, () => {
    makeFolder(dirname(resolve(out)))
    if (out === '' || statSync(out, { throwIfNoEntry: false })?.isDirectory()) throw new UsageFault(message('usage.no-file', { path: shown(out) }))
  })
}

/** One level at a time: Node's own way of making all of them never ends where the system denies that the level above is there, as in /proc. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (fault) {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw fault // another made it meanwhile
  }
}

/** Does what changes a file. Whatever the disk refuses is told to the one who named the place. */
export function onDisk(out: string, write: () => void): void {
  try {
    write()
  } catch (fault) {
    const code = codeOf(fault)
    throw code === undefined ? fault : new UsageFault(message('usage.cannot-write', { path: shown(out), code }))
  }
}

/** The system's word for what is wrong, as ENOENT; nothing where it was not the system. */
const codeOf = (fault: unknown): string | undefined => (fault instanceof Error && 'syscall' in fault ? (fault as NodeJS.ErrnoException).code : undefined)

const shown = (path: string): Message => (path === '' ? message('usage.path', { path }) : plain(path))
