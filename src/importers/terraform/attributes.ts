import type { Claim } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { secretIn } from '#redaction/secret.ts'
import { readSettings, secretFound } from '../settings.ts'
import { featureClaims } from './features.ts'
import { hostClaims } from './hosts.ts'
import { imagesIn } from './images.ts'
import { type Leaf, leafLimit, leavesOf, type SettingsFound } from './leaves.ts'
import { placeClaims } from './places.ts'
import { isScript, scriptClaims } from './scripts.ts'
import type { Unit } from './unit.ts'

interface Read {
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Permissions say what somebody may do, not what is done; nothing in them is a dependency. */
const permissions = /polic(y|ies)(?!_arn)/i

/** Everything a resource's attributes say beyond its type: regions, images, hosts, keys, logs, settings, scripts, secrets. */
export function attributeClaims(unit: Unit): Read {
  const walked = leavesOf(unit.resource.values, unit.resource.hidden)
  const parts = [...walked.leaves.map((leaf) => leafClaims(unit, leaf, walked.leaves)), ...walked.settings.map((table) => tableClaims(unit, table))]
  const cut: readonly Diagnostic[] = walked.cut ? [{ code: 'limit', severity: 'warning', ...unit.place([]), values: { what: unit.resource.address, limit: leafLimit } }] : []
  const found = parts.flatMap((part) => part.diagnostics)
  const pointers = new Set(found.map((one) => one.pointer))
  // A value marked as sensitive is not read, and lies in the file all the same.
  const hidden = unit.resource.hidden === undefined ? [] : secretsIn(unit.resource.values, unit.place).filter((one) => !pointers.has(one.pointer))
  return { claims: parts.flatMap((part) => part.claims), diagnostics: [...found, ...hidden, ...cut] }
}

function leafClaims(unit: Unit, leaf: Leaf, all: readonly Leaf[]): Read {
  if (isScript(leaf.names.at(-1) ?? '')) return scriptClaims(unit, leaf)
  const secret = secretOf(leaf)
  const diagnostics = secret === undefined ? [] : [secretFound(unit.place(leaf.path), secret)]
  // A connection string still says which host is called; of any other secret nothing is read.
  if (secret !== undefined) return { claims: secret === 'connection-string' ? hostClaims(unit, leaf) : [], diagnostics }
  if (leaf.names.some((name) => permissions.test(name))) return { claims: [], diagnostics }
  return { claims: [...placeClaims(unit, leaf), ...imagesIn(unit, leaf, all), ...hostClaims(unit, leaf), ...featureClaims(unit, leaf)], diagnostics }
}

/** Names of keys and of resources are references to secrets, not secrets. */
const referenceForm = /^(arn:|\/subscriptions\/|projects\/|https:\/\/[^/@]+\/|\$\{|[\w-]+(?:\.[\w-]+)+\/)/
function secretOf(leaf: Leaf): string | undefined {
  if (typeof leaf.value !== 'string') return undefined
  return secretIn(referenceForm.test(leaf.value) ? '' : (leaf.names.at(-1) ?? ''), leaf.value)
}

function tableClaims(unit: Unit, table: SettingsFound): Read {
  const inside: ReadonlySet<string> = new Set()
  return readSettings(
    unit.id,
    table.entries.map((entry) => ({ name: entry.name, at: unit.place(entry.path), state: unit.state, inside, ...(entry.value === undefined ? {} : { value: entry.value }) })),
  )
}

/** Secrets among values that are otherwise not read: look-ups, outputs, variables, the configuration. */
export function secretsIn(values: Readonly<Record<string, unknown>>, place: Unit['place']): readonly Diagnostic[] {
  const { leaves, settings } = leavesOf(values, undefined)
  const found = leaves.flatMap((leaf) => {
    // Outputs, variables and expressions hold their value one level down, under their own name.
    const named = /^(value|default|constant_value)$/.test(leaf.names.at(-1) ?? '') && leaf.names.length > 1 ? { ...leaf, names: leaf.names.slice(0, -1) } : leaf
    const secret = secretOf(named)
    return secret === undefined ? [] : [secretFound(place(leaf.path), secret)]
  })
  const set = settings
    .flatMap((table) => table.entries)
    .flatMap(({ name, value, path }) => {
      const secret = value === undefined ? undefined : secretIn(name, value)
      return secret === undefined ? [] : [secretFound(place(path), secret)]
    })
  return [...found, ...set]
}
