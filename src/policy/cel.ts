import { celEnv, isCelError, parse, plan } from '@bufbuild/cel'
import { isRecord } from '#lang/json.ts'

/** What a rule may be asked about: plain values under names. Numbers are CEL doubles, so a rule writes `36.0`. */
export type Bindings = Readonly<Record<string, string | number | boolean>>

/** A rule in the Common Expression Language (https://github.com/google/cel-spec), ready to be asked. */
export type CelRule = (bindings: Bindings) => boolean | undefined

const known = new Map<string, CelRule>()

/**
 * Prepares a rule. Asking it answers true or false, and nothing when the rule cannot be evaluated on these values: a rule
 * that says nothing never counts as met.
 *
 * @throws when the text is no CEL expression; rules come from `data/` and a user's own knowledge, which are checked before anything runs
 */
export function celRule(text: string): CelRule {
  const rule = known.get(text) ?? prepared(text)
  known.set(text, rule)
  return rule
}

function prepared(text: string): CelRule {
  const evaluate = plan(celEnv(), parse(text))
  return (bindings) => {
    const result = evaluate({ ...bindings })
    return isCelError(result) || typeof result !== 'boolean' ? undefined : result
  }
}

/**
 * The names that a rule asks for, each once, in the order of the rule. Names of its own, as `x` in `list.exists(x, x == 1)`, are none.
 *
 * @throws when the text is no CEL expression
 */
export function namesOfRule(text: string): readonly string[] {
  const names = new Set<string>()
  const own = new Set<string>()
  const walk = (node: unknown): void => {
    const parts = isRecord(node) ? Object.values(node) : Array.isArray(node) ? node : []
    if (isRecord(node) && isRecord(node['value'])) {
      const { case: kind, value } = node
      if (kind === 'identExpr') names.add(String(value['name']))
      if (kind === 'comprehensionExpr') for (const key of ['iterVar', 'iterVar2', 'accuVar']) own.add(String(value[key]))
    }
    for (const part of parts) walk(part)
  }
  walk(parse(text).expr)
  return [...names].filter((name) => !own.has(name))
}
