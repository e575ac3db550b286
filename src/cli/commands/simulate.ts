import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { subjectOf } from '#assessment/assess.ts'
import { simulated, simulatedFigures, simulationOf } from '#assessment/simulate.ts'
import type { Outcome } from '#findings/outcome.ts'
import { stableJson } from '#lang/json.ts'
import { requestOf } from '#workspace/assess-folder.ts'
import { blocksOf, mergeParts, modelDigest, NoMerge, type Part, partDigest, readPart, shardOf, simulatePart, withTails, writtenPart } from '#workspace/simulate-estate.ts'
import { dateOf, languageOf, stated, UsageFault, usage } from '../options.ts'
import { printOutcome } from '../print-outcome.ts'
import { shareBar } from '../progress.ts'

interface Options {
  readonly years?: string
  readonly seed?: string
  readonly shard?: string
  readonly continue?: string
  readonly format?: string
  readonly out?: string
  readonly lang?: string
  readonly asOf?: string
  readonly knowledge?: string
  readonly quiet?: boolean
}

const usualYears = '100000'

/** Simulates the yearly loss of a folder, or one shard of it. */
export const simulateCommand = (path: string, options: Options): Promise<number> =>
  usage(async () => {
    const { subject, models } = modelsOf(path, options)
    if (models === undefined) return printOutcome(subject.outcome, languageOf(options.lang))
    const [seed, blocks] = [wholeOf('--seed', options.seed ?? '1', 2 ** 32), blocksOf(wholeOf('--years', options.years ?? usualYears, 1e12))]
    const before = options.continue === undefined ? undefined : partIn(options.continue)
    const { first, count } = shardOf(blocks, shardIn(options.shard))
    if (before !== undefined && before.model !== modelDigest(models))
      throw new UsageFault(`${options.continue} is of another model: other files, other knowledge or another version`)
    const done = before === undefined ? first : endOf(before, first)
    const bar = shareBar(options.quiet === true)
    const made = await simulatePart(models, { seed: before?.made.best.loss.seed ?? seed, first: done, count: Math.max(0, first + count - done) }, bar.told)
    bar.done()
    const part = before === undefined ? made : merged([before, made])
    return options.shard === undefined ? tell(path, part, options) : write(options.out, writtenPart(part))
  })

/** Joins shards, and says what they say together. */
export const mergeCommand = (path: string, files: readonly string[], options: Options): Promise<number> =>
  usage(async () => {
    const { subject, models } = modelsOf(path, options)
    if (models === undefined) return printOutcome(subject.outcome, languageOf(options.lang))
    const part = merged(files.map(partIn))
    if (part.model !== modelDigest(models)) throw new UsageFault(`the parts are of another model than ${path} is now: other files, other knowledge or another version`)
    return tell(path, part, options)
  })

function modelsOf(path: string, options: Options) {
  const request = stated(() => requestOf({ root: path, asOf: dateOf(options.asOf), ownKnowledge: options.knowledge }), path)
  for (const fault of request.knowledgeFaults) console.error(`knowledge: ${fault}`)
  const { subject } = subjectOf(request)
  const simulation = simulationOf(subject)
  return 'models' in simulation
    ? { subject: { of: subject, outcome: none }, models: simulation.models }
    : { subject: { of: subject, outcome: simulation.outcome }, models: undefined }
}

const none: Outcome = { status: 'answered', blocks: [] }

/** Prints what the years say: in words, or as JSON with the digests by which it can be run again. */
async function tell(path: string, part: Part, options: Options): Promise<number> {
  const { subject, models } = modelsOf(path, options)
  if (models === undefined) return printOutcome(subject.outcome, languageOf(options.lang))
  const made = await withTails(models, part)
  const outcome = simulated(subject.of, made)
  if (options.format !== 'json') return printOutcome(outcome, languageOf(options.lang))
  const { seed, years, ranges } = part.made.worst.loss
  return write(options.out, stableJson({ model: part.model, seed, years, ranges, digest: partDigest(part), figures: simulatedFigures(subject.of, made), outcome }))
}

function write(out: string | undefined, text: string): number {
  if (out === undefined || out === '-') process.stdout.write(text)
  else {
    mkdirSync(dirname(resolve(out)), { recursive: true })
    writeFileSync(out, text)
  }
  return 0
}

function merged(parts: readonly Part[]): Part {
  try {
    return mergeParts(parts)
  } catch (fault) {
    if (fault instanceof NoMerge) throw new UsageFault(fault.message)
    throw fault
  }
}

function partIn(file: string): Part {
  const part = readPart(stated(() => readFileSync(file, 'utf8'), file))
  if (part === undefined) throw new UsageFault(`${file} is no part of a simulation`)
  return part
}

/** Where a part ends that begins where this one should: later blocks go on from there. */
function endOf(part: Part, first: number): number {
  const range = part.made.best.loss.ranges.find(([from]) => from === first)
  if (range === undefined) throw new UsageFault(`the part to go on from does not begin with year ${first * 1024}`)
  return range[0] + range[1]
}

function wholeOf(name: string, text: string, below: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value >= below) throw new UsageFault(`${name} wants a whole number, got "${text}"`)
  return value
}

/** `2/8` is the second of eight; left out, the one of one. */
function shardIn(text: string | undefined): { readonly at: number; readonly of: number } {
  if (text === undefined) return { at: 1, of: 1 }
  const [, at = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number)
  if (at < 1 || at > of) throw new UsageFault(`--shard wants one out of several, as 2/8, got "${text}"`)
  return { at, of }
}
