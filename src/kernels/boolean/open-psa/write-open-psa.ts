import type { Gate, GateKind } from '../circuit.ts'
import type { FaultTrees } from './read-open-psa.ts'

/** Names that every reader of the format accepts: a letter, then letters, digits and single signs between them. */
const soundName = /^[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*$/

/** How a model is written. */
export interface Writing {
  readonly treeName?: string
  /** In full, of events and then of gates, for people; a name itself where left out and not one that every program accepts. */
  readonly labels?: readonly (string | undefined)[]
  /** Taken for the probability of events of which nobody knows one, for programs that want a number of each; the event bears an attribute that says so. */
  readonly assumed?: number
}

/**
 * Writes a model in the Open-PSA Model Exchange Format, as a file that other programs read. A name that they do not all accept is written in letters, digits and
 * single signs, unlike every other even where small and capital letters are one; in full it stands in a label.
 *
 * An event of unknown probability is written without one, as long as none is assumed; members of common cause groups are defined by their group. Gates without a
 * name are written inside the formula that they belong to where they stand over events alone; others get a name, so that nothing nests deep.
 */
export function writeOpenPsa(model: FaultTrees, { treeName = 'model', labels = [], assumed }: Writing = {}): string {
  const { events, gates, probabilities } = model
  const names = writtenNames(model)
  const labelled = (node: number, own: string | undefined): readonly string[] => label(labels[node] ?? own, names[node] as string, '      ')
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opsa-mef>', `  <define-fault-tree name="${soundName.test(treeName) ? treeName : 'model'}">`]
  for (const [at, gate] of gates.entries()) {
    const name = names[events.length + at]
    if (name === undefined) continue
    lines.push(`    <define-gate name="${name}">`, ...labelled(events.length + at, model.gateNames[at]), ...formula(model, names, gate, '      '), '    </define-gate>')
  }
  lines.push('  </define-fault-tree>', '  <model-data>')
  const members = new Set(model.groups.flatMap((group) => group.members))
  for (const [at, event] of events.entries()) {
    if (members.has(at)) continue
    const name = names[at] as string
    const inside = [...labelled(at, event), ...valueLines(probabilities[at] as number, assumed)]
    lines.push(...(inside.length === 0 ? [`    <define-basic-event name="${name}"/>`] : [`    <define-basic-event name="${name}">`, ...inside, '    </define-basic-event>']))
  }
  return `${[...lines, '  </model-data>', ...model.groups.flatMap((group, at) => groupLines(group, at, names)), '</opsa-mef>'].join('\n')}\n`
}

function valueLines(probability: number, assumed: number | undefined): readonly string[] {
  if (!Number.isNaN(probability)) return [`      <float value="${probability}"/>`]
  if (assumed === undefined) return []
  return ['      <attributes>', '        <attribute name="probability" value="assumed"/>', '      </attributes>', `      <float value="${assumed}"/>`]
}

/** The written name of each node; none for gates that are written inside another. */
function writtenNames({ events, gates, gateNames }: FaultTrees): readonly (string | undefined)[] {
  const uses = new Map<number, number>()
  for (const gate of gates) for (const child of gate.children) uses.set(child, (uses.get(child) ?? 0) + 1)
  const taken = new Set<string>()
  const name = (wanted: string): string => {
    let found = wanted
    for (let more = 2; taken.has(found.toLowerCase()); more++) found = `${wanted}-${more}`
    taken.add(found.toLowerCase())
    return found
  }
  // Names that can be kept are taken first, so that none that is made up takes one of them away.
  const wanted = [...events, ...gateNames]
  const kept = wanted.map((one) => (one !== undefined && soundName.test(one) && !taken.has(one.toLowerCase()) ? name(one) : undefined))
  return wanted.map((one, node) => {
    if (kept[node] !== undefined) return kept[node]
    if (node < events.length) return name(sound(one as string) ?? `e${node}`)
    const gate = gates[node - events.length] as Gate
    // A gate over one child would be written as that child, and may stand there so that it counts beside it.
    const isInside = one === undefined && (gate.kind === 'constant' || (uses.get(node) === 1 && gate.children.length > 1 && gate.children.every((child) => child < events.length)))
    return isInside ? undefined : name((one === undefined ? undefined : sound(one)) ?? `g${node - events.length}`)
  })
}

/** As much of a name as every program accepts: accents go, and what is no letter or digit becomes a single sign. Nothing where too little is left. */
function sound(name: string): string | undefined {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  const parts = plain.split(/[^A-Za-z0-9_]+/).map((part) =>
    part
      .split('_')
      .filter((word) => word !== '')
      .join('_'),
  )
  const text = parts.filter((part) => part !== '').join('-')
  return text === '' ? undefined : /^[A-Za-z]/.test(text) ? text : `n${text}`
}

const label = (name: string | undefined, written: string, indent: string): readonly string[] =>
  name === undefined || name === written ? [] : [`${indent}<label>${escaped(name)}</label>`]

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

type Lines = (indent: string) => readonly string[]

function formula(model: FaultTrees, names: readonly (string | undefined)[], gate: Gate, indent: string): readonly string[] {
  return gateLines(
    gate.kind,
    gate,
    gate.children.map(
      (child): Lines =>
        (deeper) => {
          const name = names[child]
          if (name === undefined) return formula(model, names, model.gates[child - model.events.length] as Gate, deeper)
          return [`${deeper}<${child < model.events.length ? 'basic-event' : 'gate'} name="${name}"/>`]
        },
    ),
  )(indent)
}

const within =
  (element: string, children: readonly Lines[], numbers = ''): Lines =>
  (indent) => [`${indent}<${element}${numbers}>`, ...children.flatMap((child) => child(`${indent}  `)), `${indent}</${element}>`]

const constant =
  (value: boolean): Lines =>
  (indent) => [`${indent}<constant value="${value}"/>`]

/** A gate in the operators that every reader knows: iff, imply and cardinality are spelt out in them, and parity of many is written by halves. */
function gateLines(kind: GateKind, { least = 0, most = 0 }: Pick<Gate, 'least' | 'most'>, children: readonly Lines[]): Lines {
  const n = children.length
  const [first, second] = children as [Lines, Lines]
  switch (kind) {
    case 'constant':
      return constant(least === 1)
    case 'and':
    case 'or':
      // Others want two children: one alone says what its child says.
      return n === 1 ? first : within(kind, children)
    case 'nand':
    case 'nor':
      return n === 1 ? within('not', children) : within(kind, children)
    case 'not':
      return within('not', children)
    case 'xor':
      return n <= 2 ? (n === 1 ? first : within('xor', children)) : within('xor', [gateLines('xor', {}, children.slice(0, n >> 1)), gateLines('xor', {}, children.slice(n >> 1))])
    case 'iff':
      return within('not', [within('xor', children)])
    case 'imply':
      return within('or', [within('not', [first]), second])
    case 'at-least':
      return least <= 0 ? constant(true) : least === 1 ? gateLines('or', {}, children) : least === n ? within('and', children) : within('atleast', children, ` min="${least}"`)
    case 'cardinality':
      return most >= n ? gateLines('at-least', { least }, children) : upTo(least, most, children)
  }
}

const upTo = (least: number, most: number, children: readonly Lines[]): Lines => {
  const notMore = within('not', [gateLines('at-least', { least: most + 1 }, children)])
  return least === 0 ? notMore : within('and', [gateLines('at-least', { least }, children), notMore])
}

function groupLines({ model, members, total, factors }: FaultTrees['groups'][number], at: number, names: readonly (string | undefined)[]): readonly string[] {
  const first = model === 'MGL' ? 2 : model === 'beta-factor' ? members.length : 1
  return [
    `  <define-CCF-group name="group${at}" model="${model}">`,
    '    <members>',
    ...members.map((member) => `      <basic-event name="${names[member]}"/>`),
    '    </members>',
    `    <distribution><float value="${total}"/></distribution>`,
    '    <factors>',
    ...factors.map((factor, level) => `      <factor level="${first + level}"><float value="${factor}"/></factor>`),
    '    </factors>',
    '  </define-CCF-group>',
  ]
}
