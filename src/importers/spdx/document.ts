import type { BillPlace } from '../bill.ts'
import type { Graph } from './graph.ts'

/** What a part of a document is, as far as it matters what it is. */
export type PartKind = 'package' | 'image' | 'system' | 'device' | 'firmware' | 'model' | 'data'

/** A package, a model or a set of data as any version of the format has it. What the file does not assert is left out. */
export interface Part {
  readonly kind: PartKind
  readonly pointer: string
  readonly name: string
  readonly version: string | undefined
  /** As the file states it. */
  readonly purl: string | undefined
  readonly cpe: string | undefined
  readonly download: string | undefined
  /** More addresses that the file says it can be fetched from. */
  readonly otherDownloads: readonly string[]
  readonly licences: readonly string[]
  /** Organisations by name; people are never among them. */
  readonly supplier: string | undefined
  readonly originators: readonly string[]
  /** What it is for, in the words of 2.3: `OPERATING-SYSTEM`. */
  readonly purpose: string | undefined
  /** How sensitive its data is, in the file's own word. */
  readonly confidentiality: string | undefined
  /** Whether it holds or uses sensitive personal data; nothing where the file does not say. */
  readonly isPersonal: boolean | undefined
}

/** Under which keys the parts of a document have what we read, for the places of it. What a version has no key for stands at the name. */
export interface PartKeys {
  readonly supplier: string
  readonly originator: string
  readonly download: string
  readonly confidentiality: string
  readonly isPersonal: string
}

/** Where a part stands, and how it is held. */
export interface PartPlace extends BillPlace {
  readonly keys: PartKeys
  /** Whether the surroundings have to bring it. */
  readonly isProvided: boolean
}

/** A name and where it stands. */
export interface NamedPlace {
  readonly name: string
  readonly pointer: string
}

/** A document of any version, as all of them are read. Its parts are numbered from 0; in its graph, numbers from `count` on are what is no part. */
export interface SpdxDocument {
  readonly name: string | undefined
  readonly namespace: string | undefined
  readonly count: number
  readonly keys: PartKeys
  /** Made when asked for, since there may be a million of them. Nothing for one that has no name at all. */
  part(at: number): Part | undefined
  readonly graph: Graph
  /** What the document describes: parts, or files among what is no part. */
  readonly described: readonly number[]
  /** The one file that it describes, where it describes nothing else. */
  readonly file: NamedPlace | undefined
  /** How many files it lists. */
  readonly files: number
  /** Files that name dependencies and are not read themselves. */
  readonly manifests: readonly NamedPlace[]
  /** What the document is, where it only speaks of what others list. */
  readonly isOnly: 'VEX' | undefined
}
