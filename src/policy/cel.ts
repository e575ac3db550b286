import { celEnv, isCelError, parse, plan } from '@bufbuild/cel'

/** What a rule may be asked about: plain values under names. Numbers are CEL doubles, so a rule writes `36.0`. */
export type Bindings = Readonly<Record<string, string | number | boolean>>

/** A rule in the Common Expression Language (https://github.com/google/cel-spec), ready to be asked. */
export type CelRule = (bindings: Bindings) => boolean | undefined

const known = new Map<string, CelRule>()

/**
 * Prepares a rule. Asking it answers true or false, and nothing when the rule cannot be evaluated on these values: a rule
 * that says nothing never counts as met.
 *
 * @throws when the text is no CEL expression; rules come from `data/`, which is checked before anything runs
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
