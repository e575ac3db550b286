import { isRecord } from '#lang/json.ts'

/** The licences a component names: SPDX ids, expressions, or names. Whole licence texts under a name are no names. */
export function licencesIn(licences: unknown): readonly string[] {
  if (!Array.isArray(licences)) return []
  const names: string[] = []
  for (const choice of licences) {
    const name = nameOf(choice)
    if (name !== undefined && name !== '' && name.length <= 200) names.push(name)
  }
  return names
}

function nameOf(choice: unknown): string | undefined {
  if (!isRecord(choice)) return undefined
  const { expression, license } = choice
  if (typeof expression === 'string') return expression
  const named = isRecord(license) ? (license['id'] ?? license['name']) : undefined
  return typeof named === 'string' ? named : undefined
}
