import type { SignKind } from '#estate/signal.ts'
import { beginningsOf } from '#lang/beginnings.ts'
import { groupBy } from '#lang/group.ts'
import { type Prefixes, prefixesOf } from '#lang/prefixes.ts'
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

/** Finds the rules that a sign's text fits: exact texts and beginnings are looked up, ends and expressions are tried one by one. */
export interface Matcher {
  matches(on: SignKind, text: string): readonly Match[]
  /**
   * Whether any rule fits that is tried fast: made for millions of texts, which are not remembered. Of purls, which files list by the
   * million, these are rules that go by whole texts and beginnings; of other kinds those with expressions too.
   */
  begins(on: SignKind, text: string): boolean
}

interface Shelf {
  readonly exact: ReadonlyMap<string, readonly OwnedRule[]>
  readonly starts: Prefixes<OwnedRule>
  readonly begins: (text: string) => boolean
  readonly ends: readonly (readonly [string, OwnedRule])[]
  readonly expressions: readonly (readonly [RegExp, OwnedRule])[]
}

export function matcherOf(knowledge: Knowledge): Matcher {
  const rules = groupBy(ownedRules(knowledge), (owned) => owned.rule.on)
  const shelves = new Map<SignKind, Shelf>()
  const shelfOf = (on: SignKind): Shelf => {
    const shelf = shelves.get(on) ?? shelfWith(rules.get(on) ?? [])
    shelves.set(on, shelf)
    return shelf
  }
  const known = new Map<string, readonly Match[]>()
  return {
    matches(on, text) {
      const key = `${on}\n${text}`
      const found = known.get(key) ?? matchesOn(shelfOf(on), text)
      known.set(key, found)
      return found
    },
    begins(on, text) {
      const { begins, expressions } = shelfOf(on)
      return begins(text) || (on !== 'purl' && expressions.some(([expression]) => expression.test(text)))
    },
  }
}

function shelfWith(rules: readonly OwnedRule[]): Shelf {
  const texts = (of: 'is' | 'starts' | 'ends') => rules.flatMap((owned) => (owned.rule[of] ?? []).map((text) => [text.toLowerCase(), owned] as const))
  const spelt = (of: 'is' | 'starts') => texts(of).map(([text]) => text)
  const exact = groupBy(texts('is'), ([text]) => text)
  return {
    exact: new Map([...exact].map(([text, list]) => [text, list.map(([, owned]) => owned)])),
    starts: prefixesOf(texts('starts')),
    begins: later(() => beginningsOf(spelt('starts'), spelt('is'))),
    ends: texts('ends'),
    expressions: rules.flatMap((owned) => (owned.rule.matches ?? []).map((text) => [new RegExp(text, 'i'), owned] as const)),
  }
}

/** Made when it is first asked: most kinds of signs are never asked for by the million. */
function later(make: () => (text: string) => boolean): (text: string) => boolean {
  let made: ((text: string) => boolean) | undefined
  return (text) => {
    made ??= make()
    return made(text)
  }
}

function matchesOn(shelf: Shelf, text: string): readonly Match[] {
  const lower = text.toLowerCase()
  const ended = shelf.ends.flatMap(([end, owned]) => (lower.endsWith(end) ? [owned] : []))
  const plain = [...(shelf.exact.get(lower) ?? []), ...shelf.starts.of(lower), ...ended].map((owned) => ({ owned, groups: [] }))
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
