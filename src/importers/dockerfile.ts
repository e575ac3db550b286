import { type Claim, type FilePlace, idOf, type LinkClaim, type State, type ThingId, weaker } from '#estate/claim.ts'
import type { Diagnostic } from '#estate/diagnostic.ts'
import { urlsIn } from '#estate/identifiers/host-name.ts'
import { imageClaims, readImageReference } from '#estate/identifiers/image-reference.ts'
import { secretIn, secretInText, withoutSecrets } from '#redaction/secret.ts'
import { readCommand } from './arguments.ts'
import { dockerfileLines } from './dockerfile-lines.ts'
import { type Stage, type Stages, type Step, stagesIn, type Wanted } from './dockerfile-stages.ts'
import { assignmentsIn, type Filled } from './dockerfile-variables.ts'
import { readScript } from './script.ts'
import { readSettings, type Setting, secretFound } from './settings.ts'

/** A Dockerfile, as a file or as a text inside another. */
export interface Recipe extends Wanted {
  readonly text: string
  readonly state: State
  /** Names of the estate's own services, lower-case. */
  readonly inside: ReadonlySet<string>
  /** The place of a line, counted from 1. */
  at(line: number): FilePlace
}

export interface RecipeRead {
  readonly claims: readonly Claim[]
  readonly diagnostics: readonly Diagnostic[]
  /** What the labels of the wanted image say, the last of each name. */
  readonly labels: ReadonlyMap<string, string>
}

/** A recipe while it is read. */
interface Reading extends Recipe {
  readonly from: ThingId
  readonly stages: Stages
}

/**
 * What a Dockerfile says. What runs is the stage that is wanted with those it begins with: its base image, settings and commands count as
 * when the image is started. All else is needed to build it. Stages that the wanted one does not need are passed over by the builder:
 * they are inactive.
 */
export function readDockerfile(from: ThingId, recipe: Recipe): RecipeRead {
  const read = dockerfileLines(recipe.text)
  const stages = stagesIn(read, recipe)
  const reading: Reading = { ...recipe, from, stages }
  const syntax =
    read.syntax === undefined ? [] : imagesOf(reading, { image: { text: read.syntax.image, open: [] }, line: read.syntax.line }, { phase: 'build', state: recipe.state })
  const parts = [...stages.all.map((stage) => stageClaims(reading, stage)), runtimeSettings(reading), commands(reading)]
  return {
    claims: [...syntax.flatMap((one) => one.claims), ...parts.flatMap((part) => part.claims)],
    diagnostics: [...faults(reading, read), ...argumentSecrets(reading), ...syntax.flatMap((one) => one.diagnostics), ...parts.flatMap((part) => part.diagnostics)],
    labels: labelsOf(stages),
  }
}

type Part = Pick<RecipeRead, 'claims' | 'diagnostics'>

/** Everything a stage says but for what runs in the end. */
function stageClaims(reading: Reading, stage: Stage): Part {
  const { chain, used } = reading.stages
  const state = used.has(stage) ? reading.state : weaker(reading.state, 'inactive')
  const isRun = chain.includes(stage)
  const base =
    stage.parent || stage.base.text.toLowerCase() === 'scratch' ? [] : imagesOf(reading, { image: stage.base, line: stage.line }, { phase: isRun ? 'deploy' : 'build', state })
  const copies = stage.copies.flatMap((one) => imagesOf(reading, one, { phase: 'build', state }))
  const steps = stage.steps.map((step) => stepClaims(reading, step, state))
  const settings = isRun ? [] : [atBuild(readSettings(reading.from, settingsIn(reading, stage.steps, state)))]
  const all = [...base, ...copies, ...steps, ...settings]
  return { claims: all.flatMap((part) => part.claims), diagnostics: all.flatMap((part) => part.diagnostics) }
}

/**
 * An image that a stage begins with or takes files from. The layers of a base are in the image that is built, so what was published
 * there runs; its registry is asked at a build alone. A tag that nobody filled in leaves the name; a name that nobody did leaves nothing.
 */
function imagesOf(reading: Reading, one: { readonly image: Filled; readonly line: number }, how: { readonly phase: 'deploy' | 'build'; readonly state: State }): readonly Part[] {
  const at = reading.at(one.line)
  const [open] = one.image.open
  const plain = open === undefined ? one.image.text : one.image.text.replace(/[:@][^/]*\$[^/]*$/, '')
  const image = plain === '' ? undefined : readImageReference(plain)
  const told: readonly Diagnostic[] = open === undefined ? [] : [{ code: 'unresolved', severity: 'note', ...at, values: { what: open } }]
  if (!image) return [{ claims: [], diagnostics: open === undefined ? [unexpected(at, 'registry/name:tag', plain)] : told }]
  const state = open === undefined ? how.state : weaker(how.state, 'placeholder')
  const claims = imageClaims(reading.from, image, { state, basis: 'observed', at, ...(how.phase === 'build' ? { phase: 'build' } : {}) })
  return [{ claims: claims.map((claim) => (claim.claim === 'link' && claim.role === 'registry' ? { ...claim, phase: 'build' } : claim)), diagnostics: told }]
}

/** What is fetched while a stage is built. */
function stepClaims(reading: Reading, step: Step, state: State): Part {
  const at = reading.at(step.line)
  const script = { at, state, inside: reading.inside }
  if (step.word === 'RUN') {
    const texts = [`exec ${step.filled}`, ...step.heredocs]
    const secret = texts.map(secretInText).find((one) => one !== undefined)
    return atBuild({ claims: texts.flatMap((text) => readScript(reading.from, { text, ...script })), diagnostics: secret === undefined ? [] : [secretFound(at, secret)] })
  }
  if (step.word !== 'ADD' && step.word !== 'COPY') return { claims: [], diagnostics: [] }
  const secret = secretInText(step.filled)
  const sources = step.word === 'ADD' ? step.filled.replace(/(^|\s)git@([\w.-]+):/g, '$1ssh://$2/') : ''
  const added = urlsIn(sources).flatMap(({ host }): readonly Claim[] => {
    if (host.kind === 'inside') return []
    const known = host.kind === 'placeholder' ? weaker(state, 'placeholder') : state
    return [{ claim: 'link', from: reading.from, to: idOf('host', host.name), role: 'runtime-download', phase: 'build', state: known, basis: 'observed', at: [at] }]
  })
  // A file that is written out here lies in the image, and what it calls is called from there.
  const written = step.heredocs.flatMap((text) => readScript(reading.from, { text, ...script }))
  return { claims: [...added, ...written], diagnostics: secret === undefined ? [] : [secretFound(at, secret)] }
}

/** While an image is built, nothing is called that is not fetched from. */
function atBuild(part: Part): Part {
  const built = (claim: LinkClaim): LinkClaim => ({ ...claim, phase: 'build', role: claim.role === 'endpoint' ? 'runtime-download' : claim.role })
  return { ...part, claims: part.claims.map((claim) => (claim.claim === 'link' ? built(claim) : claim)) }
}

/** What the program in the image is started with: `ENV` of the wanted stage and of those it begins with. */
function runtimeSettings(reading: Reading): Part {
  const steps = reading.stages.chain.flatMap((stage) => stage.steps)
  const { claims, diagnostics } = readSettings(reading.from, [...new Map(settingsIn(reading, steps, reading.state).map((one) => [one.name, one])).values()])
  // What a package manager is told holds for the build that goes on behind it.
  return { claims: claims.map((claim) => (claim.claim === 'link' && claim.role === 'runtime-download' ? { ...claim, phase: 'build' } : claim)), diagnostics }
}

function settingsIn(reading: Reading, steps: readonly Step[], state: State): readonly Setting[] {
  const { inside } = reading
  return steps
    .filter((step) => step.word === 'ENV')
    .flatMap((step) => assignmentsIn(step.filled, 'ENV').map(({ name, value = '' }) => ({ name, value, at: reading.at(step.line), state, inside })))
}

/** The last entry point, command and health check hold. */
function commands(reading: Reading): Part {
  const steps = reading.stages.chain.flatMap((stage) => stage.steps)
  const last = ['ENTRYPOINT', 'CMD', 'HEALTHCHECK'].flatMap((word) => steps.findLast((step) => step.word === word) ?? [])
  const parts = last.flatMap((step) => {
    const text = commandText(step.word === 'HEALTHCHECK' ? step.rest.replace(/^CMD\s+/i, '') : step.rest)
    if (step.word === 'HEALTHCHECK' && /^NONE$/i.test(text)) return []
    return [readCommand(reading.from, { text, at: reading.at(step.line), state: reading.state, inside: reading.inside })]
  })
  return { claims: parts.flatMap((part) => part.claims), diagnostics: parts.flatMap((part) => part.diagnostics) }
}

/** A command written as a list of words, or as a line for a shell. */
function commandText(text: string): string {
  if (!text.startsWith('[')) return text
  try {
    const words: unknown = JSON.parse(text)
    return Array.isArray(words) ? words.map((word) => (/\s/.test(String(word)) ? `'${word}'` : String(word))).join(' ') : text
  } catch {
    return text // a line for a shell after all, as the builder takes it too
  }
}

function labelsOf(stages: Stages): ReadonlyMap<string, string> {
  const steps = stages.chain.flatMap((stage) => stage.steps).filter((step) => step.word === 'LABEL')
  return new Map(steps.flatMap((step) => assignmentsIn(step.filled, 'LABEL').flatMap(({ name, value = '' }) => (value.trim() === '' ? [] : [[name, value.trim()] as const]))))
}

/** Defaults of arguments lie in the file for everybody to read, and in the history of the image. */
function argumentSecrets(reading: Reading): readonly Diagnostic[] {
  const steps = [...reading.stages.globals, ...reading.stages.all.flatMap((stage) => stage.steps)].filter((step) => step.word === 'ARG')
  return steps.flatMap((step) =>
    assignmentsIn(step.rest, 'ARG').flatMap(({ name, value }) => {
      const secret = value === undefined ? undefined : secretIn(name, value)
      return secret === undefined ? [] : [secretFound(reading.at(step.line), secret)]
    }),
  )
}

/** Words that begin an instruction (https://docs.docker.com/reference/dockerfile/#overview), the old one for an author included. */
export const dockerfileWords: ReadonlySet<string> = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(' '),
)

function faults(reading: Reading, read: ReturnType<typeof dockerfileLines>): readonly Diagnostic[] {
  const unknown = read.instructions.filter((one) => !dockerfileWords.has(one.word)).map((one) => unexpected(reading.at(one.line), 'FROM, RUN, COPY …', one.word))
  const open: readonly Diagnostic[] = read.openAt === undefined ? [] : [{ code: 'unreadable', severity: 'error', ...reading.at(read.openAt), values: { reason: 'unknown' } }]
  return [...unknown, ...open]
}

const unexpected = (at: FilePlace, expected: string, found: string): Diagnostic => ({
  code: 'unexpected',
  severity: 'warning',
  ...at,
  values: { expected, found: withoutSecrets(found.slice(0, 2000)).slice(0, 60) },
})
