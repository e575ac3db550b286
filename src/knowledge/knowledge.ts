import type { z } from 'zod'
import { byCodePoint } from '#lang/compare.ts'
import { isRecord } from '#lang/json.ts'
import { formFaults } from './form-faults.ts'
import {
  type Folder,
  folders,
  type Jurisdiction,
  type Law,
  type Model,
  type Party,
  type PlaceTable,
  type Platform,
  type Profile,
  type Service,
  type Signal,
  type Source,
  schemas,
} from './schema.ts'
import type { Framework } from './schema-frameworks.ts'
import type { Incident, Scenario } from './schema-scenarios.ts'

/** All files of `data/`, read and checked. Keys are ids. */
export interface Knowledge {
  readonly jurisdictions: ReadonlyMap<string, Jurisdiction>
  readonly laws: ReadonlyMap<string, Law>
  readonly parties: ReadonlyMap<string, Party>
  readonly places: ReadonlyMap<string, PlaceTable>
  readonly services: ReadonlyMap<string, Service>
  readonly platforms: ReadonlyMap<string, Platform>
  readonly models: ReadonlyMap<string, Model>
  readonly signals: ReadonlyMap<string, Signal>
  readonly profiles: ReadonlyMap<string, Profile>
  readonly frameworks: ReadonlyMap<string, Framework>
  readonly incidents: ReadonlyMap<string, Incident>
  readonly scenarios: ReadonlyMap<string, Scenario>
}

/** One file of `data/` or of a user's own knowledge, parsed and not yet checked. */
export interface KnowledgeFile {
  /** `parties/amazon.yaml`, from the root of the knowledge. */
  readonly path: string
  readonly value: unknown
}

/** What is wrong with a file of knowledge, for the person who wrote it. */
export interface KnowledgeFault {
  /** The file; once its lines were looked up, with its line: `parties/amazon.yaml:12`. */
  readonly path: string
  /** The keys down to it, joined by dots, or the id of a part of the file. */
  readonly where: string
  readonly message: string
}

/**
 * Checks files of knowledge and puts them by id. The newest file wins: a user's own knowledge is read over ours and adds, corrects
 * (whole files) or withdraws.
 *
 * @param base what was read before
 */
export function readKnowledge(files: readonly KnowledgeFile[], base?: Knowledge): { readonly knowledge: Knowledge; readonly faults: readonly KnowledgeFault[] } {
  const faults: KnowledgeFault[] = []
  const maps = Object.fromEntries(folders.map((folder) => [folder, new Map<string, unknown>(base?.[folder])])) as Record<Folder, Map<string, unknown>>
  for (const file of files) {
    const [, folder, id] = /^([a-z]+)\/([^/]+)\.(?:ya?ml|json)$/.exec(file.path) ?? []
    if (folder === undefined || id === undefined || !(folder in schemas)) continue
    readFile(file, folder as Folder, id, maps[folder as Folder], faults)
  }
  return { knowledge: inOrder(maps), faults }
}

/** Entries by folder and id, as they were checked before; they are not checked again. */
export type CheckedEntries = Readonly<Record<Folder, readonly (readonly [string, unknown])[]>>

export const entriesOf = (knowledge: Knowledge): CheckedEntries => Object.fromEntries(folders.map((folder) => [folder, [...knowledge[folder]]])) as unknown as CheckedEntries

/** Knowledge out of entries that `entriesOf` gave: reading them costs a hundredth of checking them. */
export const knowledgeOf = (entries: CheckedEntries): Knowledge =>
  inOrder(Object.fromEntries(folders.map((folder) => [folder, new Map(entries[folder])])) as Record<Folder, Map<string, unknown>>)

const inOrder = (maps: Readonly<Record<Folder, ReadonlyMap<string, unknown>>>): Knowledge =>
  Object.fromEntries(folders.map((folder) => [folder, new Map([...maps[folder]].sort(([a], [b]) => byCodePoint(a, b)))])) as unknown as Knowledge

function readFile(file: KnowledgeFile, folder: Folder, id: string, into: Map<string, unknown>, faults: KnowledgeFault[]): void {
  if (isRecord(file.value) && file.value['withdraw'] === true) {
    if (!into.delete(id)) faults.push({ path: file.path, where: 'withdraw', message: 'there is no such thing to withdraw' })
    return
  }
  const schema: z.ZodType = schemas[folder]
  const read = schema.safeParse(file.value)
  if (read.success) into.set(id, read.data)
  else faults.push(...formFaults(file, read.error.issues))
}

/** The date after which a thing of the knowledge base wants to be looked at again: stated, or a year after it was last read. */
export function reviewDate(entry: { readonly review?: string | undefined; readonly sources: readonly Source[] }): string {
  if (entry.review !== undefined) return entry.review
  const newest =
    entry.sources
      .map((one) => one.read)
      .sort(byCodePoint)
      .at(-1) ?? '1970-01-01'
  return `${Number(newest.slice(0, 4)) + 1}${newest.slice(4)}`
}

/** Whether at least one source of a thing was really read. */
export const isVerified = (entry: { readonly sources: readonly Source[] }): boolean => entry.sources.some((one) => one.level !== 'unverified')

/** A title or text in one language. */
export const inWords = (text: string | { readonly en: string; readonly nl: string }, language: 'en' | 'nl'): string => (typeof text === 'string' ? text : text[language])
