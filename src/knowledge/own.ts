import { isRecord } from '#lang/json.ts'
import { type Knowledge, type KnowledgeFault, type KnowledgeFile, readKnowledge } from './knowledge.ts'

/**
 * Reads a user's own knowledge over ours, and checks what it makes of the whole. What is at fault is left out, so that ours stands
 * again where it was to be replaced; what leaned on it is then checked once more. Each fault is told once, at the file it is in.
 *
 * @param base ours, in which nothing is at fault
 * @param check what can be wrong with a knowledge base whose files all have their form
 */
export function readOwn(
  files: readonly KnowledgeFile[],
  base: Knowledge,
  check: (knowledge: Knowledge) => readonly KnowledgeFault[],
): { readonly knowledge: Knowledge; readonly faults: readonly KnowledgeFault[] } {
  const first = readKnowledge(files, base)
  const faults = [...first.faults]
  let left = files
  let { knowledge } = first
  for (;;) {
    const found = check(knowledge).flatMap((fault) => atCulprits(fault, left))
    if (found.length === 0) return { knowledge, faults: onceEach(faults) }
    faults.push(...found)
    const wrong = new Set(found.map((fault) => fault.path))
    left = left.filter((file) => !wrong.has(file.path))
    knowledge = readKnowledge(left, base).knowledge
  }
}

/**
 * A fault at the user's files that are to blame: the one it is in, or those that it names where it is in one of ours. What of ours
 * refers to something that was withdrawn is nobody's fault: that was the wish.
 */
function atCulprits(fault: KnowledgeFault, files: readonly KnowledgeFile[]): readonly KnowledgeFault[] {
  const written = files.filter((file) => !isWithdrawal(file))
  const own = written.find((file) => stem(file.path) === fault.path)
  if (own) return [{ ...fault, path: own.path }]
  const words = new Set(fault.message.split(/[\s",]+/))
  return written
    .filter((file) => words.has(stem(file.path)) || (folderOf(file.path) === folderOf(fault.path) && words.has(stem(file.path).slice(folderOf(file.path).length + 1))))
    .map((file) => ({ path: file.path, where: fault.where, message: `with ${fault.path}: ${fault.message}` }))
}

const isWithdrawal = (file: KnowledgeFile): boolean => isRecord(file.value) && file.value['withdraw'] === true
const stem = (path: string): string => path.replace(/\.(?:ya?ml|json)$/, '')
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.indexOf('/')))

const onceEach = (faults: readonly KnowledgeFault[]): readonly KnowledgeFault[] => [
  ...new Map(faults.map((fault) => [`${fault.path}\n${fault.where}\n${fault.message}`, fault])).values(),
]
