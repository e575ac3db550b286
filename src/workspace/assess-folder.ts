import type { Request } from '#assessment/assess.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { settingsOf } from '#importers/index.ts'
import { digestOf, sha256 } from './digest.ts'
import { engineVersion } from './engine-version.ts'
import { loadKnowledge } from './knowledge.ts'
import { readAhead } from './read-ahead.ts'
import { type Folder, fileFrom, readFolder } from './read-folder.ts'
import { simulateInThreads } from './simulate-estate.ts'

/** What a person asked for on the command line. */
export interface Wish {
  readonly root: string
  readonly asOf: string | undefined
  readonly ownKnowledge: string | undefined
  readonly limits?: readonly string[]
  /** A deltaplan.yaml that lies elsewhere; it goes before one in the folder. */
  readonly config?: string | undefined
  /** Over how many years losses are simulated; left out, as many as a report needs. */
  readonly years?: number | undefined
}

type Fetched = Request & { readonly knowledgeFaults: readonly string[] }

/** Everything the spine needs, fetched from disk and clock. */
export function requestOf(wish: Wish): Fetched {
  const request = unreadRequest(wish)
  return { ...request, digests: digestsOf(request.files) }
}

/**
 * The same, with the files read already, in several threads, where there are many of them.
 *
 * @param told how far the reading is, for progress
 */
export async function requestAhead(wish: Wish, told?: Request['told']): Promise<Fetched> {
  const request = unreadRequest(wish)
  const read = await readAhead(request.files, { settings: request.settings, knowledge: request.knowledge, ownKnowledge: wish.ownKnowledge, told })
  return { ...request, told, ahead: read?.ahead, digests: digestsOf(request.files, read?.digests) }
}

const digestsOf = (files: readonly SourceFile[], known?: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(files.map((file) => [file.path, known?.get(file.path) ?? digestOf(file)]))

function unreadRequest(wish: Wish): Fetched {
  const folder = withConfig(readFolder(wish.root), wish.config)
  const { knowledge, digest, faults } = loadKnowledge(wish.ownKnowledge)
  return {
    files: folder.files,
    refused: folder.refused,
    digests: new Map(),
    digestOf: sha256,
    settings: settingsOf(folder.files),
    knowledge,
    knowledgeDigest: digest,
    knowledgeFaults: faults.map((fault) => `${fault.path} ${fault.where}: ${fault.message}`),
    engineVersion: engineVersion(),
    asOf: wish.asOf ?? today(),
    seed: 1,
    options: {},
    years: wish.years,
    simulate: simulateInThreads,
    limits: wish.limits ?? [],
  }
}

function withConfig(folder: Folder, config: string | undefined): Folder {
  if (config === undefined) return folder
  const own = fileFrom(config, 'deltaplan.yaml')
  return { ...folder, files: [...folder.files.filter((file) => file.path !== own.path), own] }
}

/** Today in UTC: the only place where the clock is read for a result. */
export const today = (): string => new Date().toISOString().slice(0, 10)
