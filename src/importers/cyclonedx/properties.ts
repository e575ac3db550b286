import { isRecord, listAt } from '#lang/json.ts'
import { secretIn } from '#redaction/secret.ts'
import { secretFound } from '../settings.ts'
import type { Reading } from './reading.ts'

/** Properties are free text that tools agree on among themselves. They are searched for secrets, which some put there, and for nothing else. */
export function secretProperties(reading: Reading, owner: unknown, pointer: string): void {
  for (const [at, property] of listAt(owner, 'properties').slice(0, 1000).entries()) {
    const { name, value } = isRecord(property) ? property : {}
    const secret = typeof name === 'string' && typeof value === 'string' ? secretIn(name, value.slice(0, 5000)) : undefined
    if (secret) reading.diagnostics.push(secretFound(reading.place(`${pointer}/properties/${at}`), secret))
  }
}
