import type { SignKind } from '#estate/signal.ts'
import type { Knowledge } from './knowledge.ts'
import type { Rule, Source } from './schema.ts'

/** A rule with the thing of the knowledge base that it stands with. */
export interface OwnedRule {
  readonly rule: Rule
  readonly folder: 'services' | 'platforms' | 'models' | 'parties' | 'signals'
  readonly id: string
  readonly sources: readonly Source[]
}

/** A rule that fits a text, and what its expression caught. */
export interface Match {
  readonly owned: OwnedRule
  readonly groups: readonly string[]
}

/** Finds the rules that a sign's text fits. Exact texts are looked up; beginnings, ends and expressions are tried one by one. */
export type Matcher = (on: SignKind, text: string) => readonly Match[]

interface Shelf {
  readonly exact: Map<string, OwnedRule[]>
  readonly starts: [string, OwnedRule][]
  readonly ends: [string, OwnedRule][]
  readonly expressions: [RegExp, OwnedRule][]
}

export function matcherOf(knowledge: Knowledge): Matcher {
  const shelves = new Map<SignKind, Shelf>()
  for (const owned of ownedRules(knowledge)) put(shelfFor(shelves, owned.rule.on), owned)
  const known = new Map<string, readonly Match[]>()
  return (on, text) => {
    const key = `${on}\n${text}`
    const found = known.get(key) ?? matchesOn(shelves.get(on), text)
    known.set(key, found)
    return found
  }
}

function matchesOn(shelf: Shelf | undefined, text: string): readonly Match[] {
  if (!shelf) return []
  const lower = text.toLowerCase()
  const plain = [
    ...(shelf.exact.get(lower) ?? []),
    ...shelf.starts.flatMap(([start, owned]) => (lower.startsWith(start) ? [owned] : [])),
    ...shelf.ends.flatMap(([end, owned]) => (lower.endsWith(end) ? [owned] : [])),
  ].map((owned) => ({ owned, groups: [] }))
  const caught = shelf.expressions.flatMap(([expression, owned]) => {
    const match = expression.exec(text)
    return match ? [{ owned, groups: [...match].slice(1).map((group) => group ?? '') }] : []
  })
  return [...plain, ...caught]
}

function ownedRules(knowledge: Knowledge): readonly OwnedRule[] {
  const folders = ['services', 'platforms', 'models', 'parties', 'signals'] as const
  return folders.flatMap((folder) => [...knowledge[folder]].flatMap(([id, entry]) => entry.foundBy.map((rule) => ({ rule, folder, id, sources: entry.sources }))))
}

function shelfFor(shelves: Map<SignKind, Shelf>, on: SignKind): Shelf {
  const shelf = shelves.get(on) ?? { exact: new Map(), starts: [], ends: [], expressions: [] }
  shelves.set(on, shelf)
  return shelf
}

function put(shelf: Shelf, owned: OwnedRule): void {
  for (const text of owned.rule.is ?? []) {
    const key = text.toLowerCase()
    shelf.exact.set(key, [...(shelf.exact.get(key) ?? []), owned])
  }
  for (const text of owned.rule.starts ?? []) shelf.starts.push([text.toLowerCase(), owned])
  for (const text of owned.rule.ends ?? []) shelf.ends.push([text.toLowerCase(), owned])
  for (const text of owned.rule.matches ?? []) shelf.expressions.push([new RegExp(text, 'i'), owned])
}
