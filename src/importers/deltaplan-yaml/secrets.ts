import { isRecord } from '#lang/json.ts'
import type { Path } from '#lang/pointer.ts'
import { type SecretClass, secretInText } from '#redaction/secret.ts'

/** A value with its secrets taken out, and where those stood. */
interface Cleaned {
  readonly value: unknown
  readonly found: readonly { readonly path: Path; readonly what: SecretClass }[]
}

/** This file has no place for a secret. One that slipped in all the same is told and goes no further. */
export function withoutSecrets(value: unknown, path: Path = []): Cleaned {
  if (typeof value === 'string') {
    const what = secretInText(value)
    return what === undefined ? { value, found: [] } : { value: '…', found: [{ path, what }] }
  }
  if (Array.isArray(value)) {
    const items = value.map((item, at) => withoutSecrets(item, [...path, at]))
    return { value: items.map((item) => item.value), found: items.flatMap((item) => item.found) }
  }
  if (!isRecord(value)) return { value, found: [] }
  const entries = Object.entries(value).map(([key, item]) => [key, withoutSecrets(item, [...path, key])] as const)
  return { value: Object.fromEntries(entries.map(([key, item]) => [key, item.value])), found: entries.flatMap(([, item]) => item.found) }
}
