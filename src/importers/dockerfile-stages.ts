import { groupBy } from '#lang/group.ts'
import type { DockerfileRead, Instruction } from './dockerfile-lines.ts'
import { assignmentsIn, type Filled, filledIn, type Variables } from './dockerfile-variables.ts'

/** An instruction of a stage, with the variables filled in that are known where it stands. */
export interface Step extends Instruction {
  readonly filled: string
}

/** One stage of a Dockerfile. */
export interface Stage {
  /** In lower case, since its name is matched so. */
  readonly name: string | undefined
  readonly line: number
  /** The image it begins with, or the name of an earlier stage; `open` names variables in it that nobody gave a value. */
  readonly base: Filled
  /** The earlier stage it begins with, if it does. */
  readonly parent: Stage | undefined
  /** Stages that files are taken from. */
  readonly takes: readonly Stage[]
  /** Images that files are taken from. */
  readonly copies: readonly { readonly image: Filled; readonly line: number }[]
  readonly steps: readonly Step[]
}

/** What a builder is told besides the file: values for `ARG`, and the stage that is wanted. */
export interface Wanted {
  readonly args?: Variables
  readonly target?: string
}

export interface Stages {
  readonly all: readonly Stage[]
  /** `ARG` before the first stage. */
  readonly globals: readonly Step[]
  /** The stage that is wanted (the last, unless somebody names one), after those it begins with. */
  readonly chain: readonly Stage[]
  /** Stages that the wanted one needs; the builder passes over all others. */
  readonly used: ReadonlySet<Stage>
}

/** The stages of a Dockerfile, how they build on one another, and which of them are built at all. */
export function stagesIn(read: DockerfileRead, wanted: Wanted = {}): Stages {
  const first = read.instructions.findIndex((one) => one.word === 'FROM')
  const before = first < 0 ? read.instructions : read.instructions.slice(0, first)
  const given = wanted.args ?? new Map()
  const values = new Map<string, string>()
  const globals = before.map((one) => stepOf(one, values, given))
  const all: Stage[] = []
  for (const own of bodiesFrom(read.instructions, first)) all.push(stageOf(own, { all, globals: values, given }))
  const target = stageNamed(all, wanted.target) ?? all.at(-1)
  return { all, globals, chain: chainOf(target), used: reachedFrom(target) }
}

/** More stages than this nobody writes. */
const mostStages = 200

/** The instructions from one `FROM` to the next. */
function bodiesFrom(instructions: readonly Instruction[], first: number): readonly (readonly Instruction[])[] {
  if (first < 0) return []
  let count = 0
  return [...groupBy(instructions.slice(first), (one) => (one.word === 'FROM' ? ++count : count)).values()].slice(0, mostStages)
}

interface Before {
  readonly all: readonly Stage[]
  readonly globals: Variables
  readonly given: Variables
}

const environments = new WeakMap<Stage, Variables>()

function stageOf([from, ...rest]: readonly Instruction[], before: Before): Stage {
  const [base = '', name] = /^(\S*)(?:\s+AS\s+(\S+))?/i.exec(from?.rest ?? '')?.slice(1) ?? []
  const filled = filledIn(base, before.globals)
  const parent = before.all.findLast((one) => one.name === filled.text.toLowerCase())
  const values = new Map(parent === undefined ? [] : environments.get(parent))
  const environment = new Map(values)
  const steps = rest.map((one) => {
    const step = stepOf(one, values, before.given, before.globals)
    if (one.word === 'ENV') for (const row of assignmentsIn(step.filled, 'ENV')) environment.set(row.name, row.value ?? '')
    return step
  })
  const sources = rest.flatMap(sourcesOf).map(({ from: text, line }) => ({ image: filledIn(text, values), line }))
  const taken = sources.map((one) => stageNamed(before.all, one.image.text))
  const stage: Stage = {
    name: name?.toLowerCase(),
    line: from?.line ?? 1,
    base: filled,
    parent,
    takes: taken.filter((one) => one !== undefined),
    copies: sources.filter((_, at) => taken[at] === undefined),
    steps,
  }
  environments.set(stage, environment)
  return stage
}

/** An instruction with what is known where it stands; `ARG` and `ENV` add to that. */
function stepOf(one: Instruction, values: Map<string, string>, given: Variables, globals?: Variables): Step {
  const filled = filledIn(one.rest, values).text
  if (one.word === 'ENV') for (const row of assignmentsIn(filled, 'ENV')) values.set(row.name, row.value ?? '')
  if (one.word === 'ARG') {
    for (const row of assignmentsIn(filled, 'ARG')) {
      const value = given.get(row.name) ?? row.value ?? globals?.get(row.name)
      if (value !== undefined) values.set(row.name, value)
    }
  }
  return { ...one, filled }
}

/** `COPY --from=…` and `RUN --mount=type=bind,from=…`: another stage, by name or number, or an image. */
function sourcesOf(one: Instruction): readonly { readonly from: string; readonly line: number }[] {
  return one.flags.flatMap((flag) => {
    const from = one.word === 'COPY' ? /^from=(.+)$/i.exec(flag)?.[1] : one.word === 'RUN' ? /^mount=.*?\bfrom=([^,]+)/i.exec(flag)?.[1] : undefined
    return from === undefined ? [] : [{ from: from.replace(/^(["'])(.*)\1$/, '$2'), line: one.line }]
  })
}

function stageNamed(all: readonly Stage[], name: string | undefined): Stage | undefined {
  if (name === undefined) return undefined
  return all.findLast((one) => one.name === name.toLowerCase()) ?? (/^\d{1,4}$/.test(name) ? all[Number(name)] : undefined)
}

function chainOf(stage: Stage | undefined): readonly Stage[] {
  const chain: Stage[] = []
  for (let at = stage; at; at = at.parent) chain.push(at)
  return chain.reverse()
}

function reachedFrom(stage: Stage | undefined): ReadonlySet<Stage> {
  const reached = new Set(stage === undefined ? [] : [stage])
  for (const one of reached) for (const next of [...(one.parent ? [one.parent] : []), ...one.takes]) reached.add(next)
  return reached
}
