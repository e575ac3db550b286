import { isRecord } from '#lang/json.ts'

/** Deeper blocks than any provider has. */
const deepest = 32

/**
 * What is known of some expressions without running Terraform: constants, and variables that are taken over as they are.
 * Anything else has no value here, and so never becomes a host or a region.
 */
export function plainExpressions(expressions: Readonly<Record<string, unknown>>, variables: ReadonlyMap<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(expressions).flatMap(([name, one]) => known(name, one, variables, 0)))
}

function plain(one: unknown, variables: ReadonlyMap<string, unknown>, depth: number): unknown {
  if (depth > deepest) return undefined
  if (Array.isArray(one)) return one.map((item) => plain(item, variables, depth + 1)).filter((item) => item !== undefined)
  if (!isRecord(one)) return undefined
  if ('constant_value' in one) return one['constant_value']
  if ('references' in one) return variableIn(one['references'], variables)
  const entries = Object.entries(one).flatMap(([name, item]) => known(name, item, variables, depth + 1))
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

function known(name: string, one: unknown, variables: ReadonlyMap<string, unknown>, depth: number): [string, unknown][] {
  const value = plain(one, variables, depth)
  return value === undefined || value === null ? [] : [[name, value]]
}

/** The value of an expression that is one variable. A plan does not show what is done with several references. */
function variableIn(references: unknown, variables: ReadonlyMap<string, unknown>): unknown {
  if (!Array.isArray(references) || references.length !== 1) return undefined
  const name = /^var\.([\w-]+)$/.exec(String(references[0]))?.[1]
  return name === undefined ? undefined : variables.get(name)
}

/** Every reference in an expression, however deep. */
export function referencesIn(expression: unknown): readonly string[] {
  const found: string[] = []
  const left: unknown[] = [expression]
  while (left.length > 0) {
    const one = left.pop()
    if (Array.isArray(one)) for (const item of one) left.push(item)
    else if (isRecord(one)) {
      for (const [name, inner] of Object.entries(one)) {
        if (name === 'references' && Array.isArray(inner)) {
          for (const item of inner) if (typeof item === 'string') found.push(item)
        } else if (name !== 'constant_value') left.push(inner)
      }
    }
  }
  return found
}
