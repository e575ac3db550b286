import { readFileSync } from 'node:fs'
import { type Simulation, simulated, simulatedFigures, simulationOf } from '#assessment/simulate.ts'
import { stableJson } from '#lang/json.ts'
import { message } from '#lang/message.ts'
import { speaker } from '#words/say.ts'
import { mergeParts, missingOf, NoMerge } from '#workspace/merge-parts.ts'
import { blocksOf, modelDigest, type Part, partDigest, shardOf, simulatePart, withTails } from '#workspace/simulate-estate.ts'
import { readPart, writtenPart } from '#workspace/written-part.ts'
import { makePlace, putDocument, stated } from '../disk.ts'
import { languageOf, mostYears, oneOf, refuseIdle, UsageFault, usage, wholeOf } from '../options.ts'
import { printOutcome, tellReason } from '../print-outcome.ts'
import { shareBar } from '../progress.ts'
import { readSubject } from '../read-subject.ts'

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
    const years = wholeOf('--years', options.years ?? usualYears, { from: 1, to: mostYears })
    const seed = wholeOf('--seed', options.seed ?? '1', { from: 0, to: 2 ** 32 - 1 })
    const shard = shardIn(options.shard)
    if (options.shard !== undefined) refuseIdle({ '--format': options.format }, message('usage.shard-format'))
    const before = options.continue === undefined ? undefined : partIn(options.continue)
    if (before !== undefined && options.seed !== undefined && seedOf(before) !== seed)
      throw new UsageFault(message('usage.other-seed', { path: options.continue ?? '', seed: `${seedOf(before)}` }))
    const question = questionOf(path, options)
    if (question.models === undefined) return unanswered(question, options)
    const { models } = question
    if (before !== undefined && before.model !== modelDigest(models)) throw new UsageFault(message('usage.other-model', { path: options.continue ?? '' }))
    const { first, count } = shardOf(blocksOf(years), shard)
    const done = before === undefined ? first : endOf(before, first)
    const bar = shareBar({ quiet: options.quiet === true, language: languageOf(options.lang) })
    const asked = { years, shards: shard.of }
    const made = await simulatePart(models, { asked, seed: before === undefined ? seed : seedOf(before), first: done, count: Math.max(0, first + count - done) }, bar.told)
    bar.clear()
    const part = before === undefined ? made : { ...merged([before, made]), asked }
    if (options.shard === undefined) return tell(question, models, part, options)
    putDocument(options.out ?? '-', writtenPart(part))
    return 0
  })

/** Joins shards, and says what they say together. Years that were asked for and are in none of them are told on standard error. */
export const mergeCommand = (path: string, files: readonly string[], options: Options): Promise<number> =>
  usage(async () => {
    const part = merged(files.map(partIn))
    const question = questionOf(path, options)
    if (question.models === undefined) return unanswered(question, options)
    if (part.model !== modelDigest(question.models)) throw new UsageFault(message('usage.parts-of-other-model', { path }))
    const missing = missingOf(part)
    if (missing !== undefined) console.error(speaker(languageOf(options.lang)).say(message('terminal.parts-missing', missing)))
    return tell(question, question.models, part, options)
  })

type Models = Extract<Simulation, { readonly models: unknown }>['models']

/** Reads a folder, and what has to be simulated of it, once all that was asked for is known to make sense. */
function questionOf(path: string, options: Options) {
  oneOf('--format', options.format ?? 'terminal', ['terminal', 'json', 'html'])
  const { subject } = readSubject(path, options)
  makePlace(options.out ?? '-')
  const simulation = simulationOf(subject)
  return 'models' in simulation ? { subject, models: simulation.models } : { subject, models: undefined, outcome: simulation.outcome }
}

type Question = ReturnType<typeof questionOf>

/** Says why there is nothing to simulate; JSON is written all the same, but no part. */
function unanswered({ outcome }: Extract<Question, { readonly models: undefined }>, options: Options): number {
  if (options.format === 'json' && options.shard === undefined) putDocument(options.out ?? '-', stableJson({ outcome }))
  return tellReason(outcome, languageOf(options.lang))
}

/** Prints what the years say: in words, or as JSON with the digests by which it can be run again. */
async function tell({ subject }: Question, models: Models, part: Part, options: Options): Promise<number> {
  const made = await withTails(models, part)
  const outcome = simulated(subject, made)
  const [language, out] = [languageOf(options.lang), options.out ?? '-']
  if (options.format === 'html' && outcome.status === 'answered') {
    const { outcomeHtml } = await import('#reports/html/outcome.ts')
    putDocument(out, outcomeHtml({ question: 'loss', asOf: subject.asOf, blocks: outcome.blocks }, language))
    return 0
  }
  if (options.format !== 'json') return printOutcome(outcome, language, out)
  const { seed, years, ranges } = part.made.worst.loss
  putDocument(out, stableJson({ model: part.model, seed, years, ranges, digest: partDigest(part), figures: simulatedFigures(subject, made), outcome }))
  return tellReason(outcome, language)
}

const seedOf = ({ made }: Part): number => made.best.loss.seed

function merged(parts: readonly Part[]): Part {
  try {
    return mergeParts(parts)
  } catch (fault) {
    if (fault instanceof NoMerge) throw new UsageFault(message(`usage.merge-${fault.why}`))
    throw fault
  }
}

function partIn(file: string): Part {
  const part = readPart(stated(() => readFileSync(file, 'utf8'), file))
  if (part === undefined) throw new UsageFault(message('usage.no-part', { path: file }))
  if (part === 'changed') throw new UsageFault(message('usage.part-changed', { path: file }))
  return part
}

/** Where a part ends that begins where this one should: later blocks go on from there. */
function endOf(part: Part, first: number): number {
  const range = part.made.best.loss.ranges.find(([from]) => from === first)
  if (range === undefined) throw new UsageFault(message('usage.part-begins', { year: `${first * 1024}` }))
  return range[0] + range[1]
}

/** `2/8` is the second of eight; left out, the one of one. */
function shardIn(text: string | undefined): { readonly at: number; readonly of: number } {
  if (text === undefined) return { at: 1, of: 1 }
  const [, at = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number)
  if (at < 1 || at > of) throw new UsageFault(message('usage.shard', { text }))
  return { at, of }
}
