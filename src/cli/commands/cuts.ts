import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { subjectOf } from '#assessment/assess.ts'
import { type CutsAnswer, cuts } from '#assessment/cuts.ts'
import { cutsOutcome } from '#assessment/cuts-outcome.ts'
import { estateCuts, estateModel } from '#assessment/estate-cuts.ts'
import { stableJson } from '#lang/json.ts'
import { message } from '#lang/message.ts'
import { outcomeText } from '#reports/terminal/outcome.ts'
import { speaker } from '#words/say.ts'
import { requestOf } from '#workspace/assess-folder.ts'
import { textOfFile } from '#workspace/text-of-file.ts'
import { dateOf, languageOf, stated, UsageFault, usage } from '../options.ts'
import { printOutcome } from '../print-outcome.ts'
import { terminalOf } from '../terminal.ts'

interface Options {
  readonly format?: string
  readonly out?: string
  readonly maxOrder?: string
  readonly limit?: string
  readonly nodes?: string
  readonly top?: string
  readonly probabilityCutOff?: string
  readonly importance?: boolean
  readonly level?: string
  readonly asOf?: string
  readonly knowledge?: string
  readonly lang?: string
}

/** Prints the minimal cut sets of a folder, or of a failure model and how likely its tops are. Exit code 2 when no model or no such top was found. */
export const cutsCommand = (path: string, options: Options): Promise<number> =>
  usage(async () => {
    const language = languageOf(options.lang)
    const format = options.format ?? 'terminal'
    if (!['terminal', 'json', 'open-psa'].includes(format)) throw new UsageFault(`--format wants terminal, json or open-psa, got "${format}"`)
    const wanted = {
      ...wholeAt(options.maxOrder, 'maxOrder', '--max-order'),
      ...wholeAt(options.limit, 'limit', '--limit'),
      ...wholeAt(options.nodes, 'nodes', '--nodes'),
      ...(options.probabilityCutOff === undefined ? {} : { cutOff: chanceOf(options.probabilityCutOff) }),
      ...(options.top === undefined ? {} : { top: options.top }),
      importance: options.importance === true,
    }
    const text = stated(() => textOfFile(path), path)
    if (text === undefined) return ofFolder(path, options, wanted.maxOrder ?? usualOrder)
    if (format === 'open-psa') throw new UsageFault('--format open-psa writes the model of a folder')
    const answer = cuts({ text, ...wanted })
    const { say } = speaker(language)
    for (const { code, line, column, values } of answer.diagnostics) console.error(`${path}:${line}:${column}: ${say(message(`open-psa.${code}`, values))}`)
    const out = options.out ?? '-'
    put(out, format === 'json' ? stableJson(published(answer)) : outcomeText(cutsOutcome(answer), { language, ...terminalOf(out) }))
    if (answer.status === 'answered') return 0
    if (format === 'json') console.error(say(answer.reason))
    return 2
  })

/** Of a folder: how many things at most are lost together. */
const usualOrder = 2

/** The same of an estate: which smallest sets of suppliers, places, laws … stop a function. */
function ofFolder(path: string, options: Options, maxOrder: number): number {
  const language = languageOf(options.lang)
  const request = stated(() => requestOf({ root: path, asOf: dateOf(options.asOf), ownKnowledge: options.knowledge }), path)
  for (const fault of request.knowledgeFaults) console.error(`knowledge: ${fault}`)
  if (options.format === 'open-psa') {
    const model = estateModel(subjectOf(request).subject, options.level ?? 'supplier')
    if ('outcome' in model) return printOutcome(model.outcome, language)
    put(options.out ?? '-', model.text)
    return 0
  }
  const outcome = estateCuts(subjectOf(request).subject, options.level ?? 'supplier', maxOrder)
  if (options.format !== 'json') return printOutcome(outcome, language)
  put(options.out ?? '-', stableJson(outcome))
  return outcome.status === 'answered' ? 0 : 2
}

/** One top stands by itself, several in a list. */
function published(answer: CutsAnswer): unknown {
  const { diagnostics } = answer
  if (answer.status === 'failed') return { diagnostics, reason: answer.reason }
  const [first, ...others] = answer.tops
  return others.length === 0 ? { ...first, diagnostics } : { tops: answer.tops, diagnostics }
}

function wholeAt<K extends string>(text: string | undefined, key: K, option: string): Partial<Record<K, number>> {
  if (text === undefined) return {}
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageFault(`${option} wants a whole number from 1, got "${text}"`)
  return { [key]: Number(text) } as Partial<Record<K, number>>
}

function chanceOf(text: string): number {
  const chance = text.trim() === '' ? Number.NaN : Number(text)
  if (chance >= 0 && chance <= 1) return chance
  throw new UsageFault(`--probability-cut-off wants a number from 0 to 1, got "${text}"`)
}

function put(out: string, text: string): void {
  if (out === '-') {
    process.stdout.write(text)
    return
  }
  mkdirSync(dirname(resolve(out)), { recursive: true })
  writeFileSync(out, text)
}
