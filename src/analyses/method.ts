import type { Block, MethodAspect, MethodPart } from '#findings/block.ts'
import { message, plain } from '#lang/message.ts'

/** A method as its question states it. Names are those of the words for it, `method.<question>.<name>`. */
export interface Method {
  /** By name, in signs that need no translation. */
  readonly formulas: Readonly<Record<string, string>>
  readonly assumed: readonly string[]
  readonly limits: readonly string[]
  /** Works by author, title and year, as libraries list them. */
  readonly sources: readonly string[]
}

/** The method of a question, to stand behind its findings. */
export function methodBlock(question: string, { formulas, assumed, limits, sources }: Method): Block {
  const said = (aspect: MethodAspect, names: readonly string[]): readonly MethodPart[] => names.map((name) => ({ aspect, says: message(`method.${question}.${name}`) }))
  const parts: readonly MethodPart[] = [
    ...Object.entries(formulas).map(([name, formula]): MethodPart => ({ aspect: 'formula', formula, says: message(`method.${question}.${name}`) })),
    ...said('assumed', assumed),
    ...said('limit', limits),
    ...sources.map((source): MethodPart => ({ aspect: 'source', says: plain(source) })),
  ]
  return { kind: 'method', title: message('method.title'), parts }
}
