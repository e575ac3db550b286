import { xmlElements } from '#lang/xml-elements.ts'
import type { Gate } from '../circuit.ts'
import { type CommonCauseGroup, type CommonCauseModel, commonCauseModels, mostMembers } from '../common-cause.ts'
import { type Definition, type Definitions, definitionsOf } from './definitions.ts'
import { bodyOf, missionHours, type Reckoning, reckoned } from './expression.ts'
import { gateOfDefinition, type Numbering } from './formula.ts'
import { type OpenPsaDiagnostic, type Told, tell } from './told.ts'
import { unitFaults } from './units.ts'

/** A fault tree model in numbers, with the names of what is numbered. */
export interface FaultTrees {
  readonly events: readonly string[]
  /** Of each event; NaN where it is not known. */
  readonly probabilities: Float64Array
  readonly gates: readonly Gate[]
  /** Of each gate; those that stand inside a formula have none. */
  readonly gateNames: readonly (string | undefined)[]
  /** Named gates that no other gate refers to, as nodes. */
  readonly tops: readonly number[]
  readonly groups: readonly CommonCauseGroup[]
}

/** No honest formula nests deeper, and labels are shorter. */
const limits = { deepest: 400, longest: 10_000 }

/** A model as it was read, with all that was wrong. Without a model the text was not Open-PSA at all. */
export interface OpenPsaRead {
  readonly model?: FaultTrees
  readonly diagnostics: readonly OpenPsaDiagnostic[]
}

/**
 * Reads the Open-PSA Model Exchange Format: fault trees with components, gates with formulas in each other, basic and house events, parameters,
 * common cause groups. Event trees, substitutions and the like are told and passed over.
 *
 * What is referred to and not defined, and what is defined and cannot be used, is an event of unknown probability: it may happen.
 *
 * @param missionTime what `system-mission-time` means, in hours
 */
export function readOpenPsa(text: string, missionTime = missionHours): OpenPsaRead {
  const diagnostics: OpenPsaDiagnostic[] = []
  const told: Told = (one) => void diagnostics.push(one)
  const root = xmlElements(text, limits, ({ reason, line, column }) => told({ code: reason, severity: 'error', line, column, values: {} }))
  if (root?.name !== 'opsa-mef') {
    if (root) tell(told, root, 'not-open-psa', { what: root.name })
    return { diagnostics }
  }
  const definitions = definitionsOf(root, told)
  const numbers = numbering(definitions, told)
  const named = definitions.all.filter(({ element }) => element.name === 'define-gate')
  for (const definition of named) numbers.gateOf(definition)
  for (const [at, definition] of named.entries()) numbers.gates[at] = gateOfDefinition(numbers, definition)
  const reckoning: Reckoning = { definitions, missionTime, told, known: new Map(), depth: 0 }
  const groups = definitions.groups.flatMap((group) => commonCause(reckoning, group, numbers))
  unitFaults(definitions, told)
  const events = numbers.names
  const moved = (node: number): number => (node < 0 ? events.length - 1 - node : node)
  const gates = numbers.gates.map((gate) => ({ ...gate, children: gate.children.map(moved) }))
  const children = new Set(gates.flatMap((gate) => gate.children))
  return {
    model: {
      events,
      probabilities: Float64Array.from(numbers.defined, (definition) => probabilityOf(reckoning, definition)),
      gates,
      gateNames: gates.map((_, at) => named[at]?.id),
      tops: named.map((_, at) => events.length + at).filter((node) => !children.has(node)),
      groups: usable(groups),
    },
    diagnostics,
  }
}

function numbering(definitions: Definitions, told: Told) {
  const [names, defined, gates]: [string[], (Definition | undefined)[], Gate[]] = [[], [], []]
  const byName = new Map<string, number>()
  const byGate = new Map<string, number>()
  const empty: Gate = { kind: 'constant', children: [], least: 0 }
  const numbers: Numbering = {
    definitions,
    told,
    event: (id, definition) => {
      const known = byName.get(id)
      if (known !== undefined) return known
      byName.set(id, names.length)
      names.push(id)
      defined.push(definition)
      return names.length - 1
    },
    gateOf: ({ id }) => {
      const known = byGate.get(id)
      if (known !== undefined) return -1 - known
      byGate.set(id, gates.length)
      gates.push(empty)
      return -gates.length
    },
    put: (gate) => -gates.push(gate),
  }
  return { ...numbers, names, defined, gates }
}

/** The probability of an event, or NaN. */
function probabilityOf(reckoning: Reckoning, definition: Definition | undefined): number {
  const body = definition && bodyOf(definition.element)
  if (definition === undefined || body === undefined) return Number.NaN
  const value = reckoned(reckoning, body, definition.scope)
  if (Number.isNaN(value) || (value >= 0 && value <= 1)) return value
  tell(reckoning.told, body, 'probability', { name: definition.id, value: String(value) })
  return Number.NaN
}

type Group = CommonCauseGroup & { readonly told: () => void }

function commonCause(reckoning: Reckoning, { element, scope }: Definitions['groups'][number], numbers: ReturnType<typeof numbering>): readonly Group[] {
  const part = (name: string) => element.children.find((child) => child.name === name)
  const model = element.attributes['model'] as CommonCauseModel
  const refused = (): void => tell(reckoning.told, element, 'group', { name: element.attributes['name'] ?? '', model: model ?? '' })
  const listed = part('members')?.children.map((child) => reckoning.definitions.find(child.attributes['name'] ?? '', scope)?.id ?? child.attributes['name'] ?? '') ?? []
  const members = listed.map((id) =>
    numbers.event(
      id,
      reckoning.definitions.all.find((one) => one.id === id),
    ),
  )
  const spread = part('distribution') && bodyOf(part('distribution') as typeof element)
  const total = spread ? reckoned(reckoning, spread, scope) : Number.NaN
  const factors: number[] = []
  const stated = [...element.children, ...(part('factors')?.children ?? [])].filter((child) => child.name === 'factor')
  for (const [at, factor] of stated.entries()) {
    const first = model === 'MGL' ? 2 : model === 'beta-factor' ? members.length : 1
    const level = Number(factor.attributes['level'] ?? first + at)
    const body = bodyOf(factor)
    if (Number.isInteger(level) && level >= first && level <= members.length) factors[level - first] = body ? reckoned(reckoning, body, scope) : Number.NaN
    else tell(reckoning.told, factor, 'bad-value', { what: 'level', value: factor.attributes['level'] ?? '' })
  }
  const filled = Array.from(factors, (factor) => factor ?? 0)
  const isSound = commonCauseModels.includes(model) && members.length >= 2 && members.length <= mostMembers && new Set(members).size === members.length && filled.length > 0
  const isShare = (value: number): boolean => value >= 0 && value <= 1
  if (isSound && isShare(total) && filled.every(isShare) && filled.some((factor) => factor > 0)) return [{ model, members, total, factors: filled, told: refused }]
  refused()
  return []
}

/** Groups of which none shares a member with an earlier one. */
function usable(groups: readonly Group[]): readonly CommonCauseGroup[] {
  const taken = new Set<number>()
  return groups.flatMap(({ told, ...group }) => {
    if (group.members.some((member) => taken.has(member))) {
      told()
      return []
    }
    for (const member of group.members) taken.add(member)
    return [group]
  })
}
