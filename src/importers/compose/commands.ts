import type { Claim } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { readCommand } from '../arguments.ts'
import type { Placed, Service } from './service.ts'
import type { Unit } from './unit.ts'

interface Read {
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What `command`, `entrypoint` and the hooks of a service call, fetch and switch on. */
export function commandClaims(unit: Unit): Read {
  const commands = ['entrypoint', 'command', 'post_start', 'pre_stop'].flatMap((key) => commandsOf(unit.service, key))
  const parts = commands.map(({ value, at }) => readCommand(unit.id, { text: value, at, state: unit.state, inside: unit.insideNames }))
  return { claims: parts.flatMap((part) => part.claims), diagnostics: parts.flatMap((part) => part.diagnostics) }
}

/** A command as one text. Lists are joined; of several layers the last holds. */
function commandsOf(service: Service, key: string): readonly Placed<string>[] {
  const field = service.fields.get(key)?.at(-1)
  if (!field) return []
  const at = field.at([])
  if (typeof field.value === 'string') return [{ value: field.value, at }]
  if (!Array.isArray(field.value)) return []
  const words = field.value.flatMap((item): readonly string[] => {
    if (typeof item === 'string' || typeof item === 'number') return [String(item)]
    const inner: unknown = typeof item === 'object' && item !== null && 'command' in item ? item.command : undefined
    return typeof inner === 'string' ? [inner] : Array.isArray(inner) ? inner.map(String) : []
  })
  return words.length === 0 ? [] : [{ value: words.join(' '), at }]
}
