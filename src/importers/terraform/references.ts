import { isRecord, listAt } from '#lang/json.ts'
import type { Configuration, ConfiguredResource } from './configuration.ts'
import { referencesIn } from './expressions.ts'

/** Words that begin a reference to something other than a resource. */
const otherThings = /^(var|local|data|each|count|path|self|terraform|module|ephemeral|action)(\.|\[|$)/

/** A longer way through modules than any honest file takes. */
const longest = 200

/**
 * Finds the resources that a resource refers to, also through the arguments and the outputs of modules.
 *
 * @returns a function that answers with addresses without indices; answers are kept, so that asking for all is linear
 */
export function referenceFinder(configuration: Configuration): (resource: ConfiguredResource) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  const targets = (prefix: string, reference: string, depth: number): readonly string[] => {
    const key = `${prefix}\n${reference}`
    const before = known.get(key)
    if (before || depth > longest) return before ?? []
    known.set(key, []) // a reference that leads back to itself ends here
    const found = targetsOf(configuration, prefix, reference).flatMap((next) => (next.reference === undefined ? [next.address] : targets(next.prefix, next.reference, depth + 1)))
    known.set(key, [...new Set(found)])
    return found
  }
  return (resource) => {
    const { expressions, count_expression: count, for_each_expression: each } = resource.whole
    const references = [...referencesIn([expressions, count, each]), ...listAt(resource.whole, 'depends_on').filter((one) => typeof one === 'string')]
    return [...new Set(references.flatMap((reference) => targets(resource.prefix, reference, 0)))].filter((address) => address !== resource.address)
  }
}

type Target = { readonly address: string; readonly reference?: undefined } | { readonly prefix: string; readonly reference: string }

function targetsOf(configuration: Configuration, prefix: string, reference: string): readonly Target[] {
  const [first = '', second = '', third = ''] = reference.replace(/\[[^[\]]*\]/g, '').split('.')
  const module = configuration.modules.get(prefix)
  if (first === 'module') {
    const inner = `${prefix}module.${second}.`
    const output = configuration.modules.get(inner)?.outputs[third]
    return isRecord(output) ? referencesIn(output['expression']).map((next) => ({ prefix: inner, reference: next })) : []
  }
  if (first === 'var' && module && prefix !== '') return referencesIn(module.arguments[second]).map((next) => ({ prefix: module.parent, reference: next }))
  if (otherThings.test(reference) || second === '') return []
  return [{ address: `${prefix}${first}.${second}` }]
}
