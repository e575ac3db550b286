import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { checkWhole } from '#assessment/check-whole.ts'
import { type Knowledge, readKnowledge } from '#knowledge/knowledge.ts'
import { type LoadedKnowledge, readBase } from './knowledge-base.ts'
import { knowledgeFiles } from './knowledge-files.ts'

/**
 * Our knowledge, and a user's own after it, checked by everybody who uses it.
 *
 * @param own a user's own knowledge folder, if any
 */
export const loadKnowledge = (own: string | undefined): LoadedKnowledge => readBase(own, checkWhole)

/** Whether a folder holds a knowledge base: parties or laws, as `data/` does. */
export const isKnowledgeFolder = (path: string): boolean => statSync(path).isDirectory() && ['parties', 'laws'].some((folder) => existsSync(join(path, folder)))

/** A knowledge base by itself, as far as its entries are sound. */
export const readKnowledgeFolder = (path: string): Knowledge => readKnowledge(knowledgeFiles(path).files).knowledge
