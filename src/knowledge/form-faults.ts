import type { z } from 'zod'
import { expectedOf, nearestForm } from '#lang/expected.ts'
import { isRecord } from '#lang/json.ts'
import type { KnowledgeFault, KnowledgeFile } from './knowledge.ts'

type Issue = z.core.$ZodIssue

/** What of a file has not its form, in plain words: what the form wants, and what the file has. */
export const formFaults = ({ path, value }: KnowledgeFile, issues: readonly Issue[]): readonly KnowledgeFault[] =>
  issues.flatMap((issue) => nearestForm(issue)).flatMap((issue) => told(issue, value).map(([where, message]) => ({ path, where: where.map(String).join('.') || 'file', message })))

type Told = readonly [where: readonly PropertyKey[], message: string]

function told(issue: Issue, value: unknown): readonly Told[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [[...issue.path, key], 'the form has no such key'] as const)
  return [[issue.path, `the form wants ${expectedOf(issue)}, the file has ${shown(value, issue.path)}`]]
}

/** What stands there, in one word: short plain values as they are, everything else by its kind. */
function shown(whole: unknown, path: readonly PropertyKey[]): string {
  let at = whole
  for (const step of path) at = isRecord(at) ? at[String(step)] : Array.isArray(at) ? at[Number(step)] : undefined
  if (at === undefined || at === null) return 'nothing'
  if (Array.isArray(at)) return 'list'
  if (isRecord(at)) return spanOf(at) ?? 'mapping'
  const text = String(at)
  return typeof at !== 'string' || (text.length <= 40 && !/[\r\n]/.test(text)) ? text : 'text'
}

/** An interval is short enough to be shown whole. */
const spanOf = ({ low, high }: Record<string, unknown>): string | undefined => (typeof low === 'number' && typeof high === 'number' ? `${low} and ${high}` : undefined)
