import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import type { KnowledgeFault, KnowledgeFile } from '#knowledge/knowledge.ts'
import { folders } from '#knowledge/schema.ts'
import { byCodePoint } from '#lang/compare.ts'

/** All knowledge files below a folder, parsed, in the order of their paths. What cannot be parsed is a fault with its place. */
export function knowledgeFiles(root: string): { readonly files: readonly KnowledgeFile[]; readonly faults: readonly KnowledgeFault[] } {
  const files: KnowledgeFile[] = []
  const faults: KnowledgeFault[] = []
  for (const folder of folders) {
    for (const name of namesIn(join(root, folder))) {
      const path = `${folder}/${name}`
      try {
        files.push({ path, value: parse(readFileSync(join(root, path), 'utf8')) })
      } catch (fault) {
        faults.push({ path, where: 'file', message: fault instanceof YAMLParseError ? `this is no YAML: ${firstLine(fault.message)}` : 'it cannot be read' })
      }
    }
  }
  return { files, faults }
}

/** What the parser says, without the place, which is told as the place of the fault. */
const firstLine = (text: string): string => (text.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort(byCodePoint)
  } catch {
    return [] // a user's own knowledge need not have every folder
  }
}
