import { type CutsAnswer, cuts } from '#assessment/cuts.ts'
import { cutsOutcome } from '#assessment/cuts-outcome.ts'
import { type EstateCutsRequest, estateCuts, estateModel, modelNotes } from '#assessment/estate-cuts.ts'
import { stableJson } from '#lang/json.ts'
import { message } from '#lang/message.ts'
import { speaker } from '#words/say.ts'
import { textOfFile } from '#workspace/text-of-file.ts'
import { makePlace, putDocument, stated } from '../disk.ts'
import { languageOf, oneOf, refuseIdle, UsageFault, usage, wholeOf } from '../options.ts'
import { printOutcome, tellReason } from '../print-outcome.ts'
import { readSubject } from '../read-subject.ts'

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
  readonly unknown?: string
  readonly asOf?: string
  readonly knowledge?: string
  readonly lang?: string
}

/** Prints the minimal cut sets of a folder, or of a failure model and how likely its tops are. Exit code 2 when no model or no such top was found. */
export const cutsCommand = (path: string, options: Options): Promise<number> =>
  usage(async () => {
    const language = languageOf(options.lang)
    const [format, out] = [oneOf('--format', options.format ?? 'terminal', ['terminal', 'json', 'open-psa']), options.out ?? '-']
    const wanted = {
      ...wholeAt(options.maxOrder, 'maxOrder', '--max-order'),
      ...wholeAt(options.limit, 'limit', '--limit'),
      ...wholeAt(options.nodes, 'nodes', '--nodes'),
      ...(options.probabilityCutOff === undefined ? {} : { cutOff: chanceOf('--probability-cut-off', options.probabilityCutOff) }),
      ...(options.top === undefined ? {} : { top: options.top }),
      importance: options.importance === true,
    }
    const text = stated(() => textOfFile(path), path)
    if (text === undefined) return ofFolder(path, options, { ...wanted, ...(options.unknown === undefined ? {} : { assumed: chanceOf('--unknown', options.unknown) }) })
    if (format === 'open-psa') throw new UsageFault(message('usage.open-psa-folder'))
    refuseIdle({ '--level': options.level, '--unknown': options.unknown, '--as-of': options.asOf, '--knowledge': options.knowledge }, message('usage.with-folder', { path }))
    makePlace(out)
    const answer = cuts({ text, ...wanted })
    const { say } = speaker(language)
    for (const { code, line, column, values } of answer.diagnostics) console.error(`${path}:${line}:${column}: ${say(message(`open-psa.${code}`, values))}`)
    if (format !== 'json') return printOutcome(cutsOutcome(answer), language, out)
    putDocument(out, stableJson(published(answer)))
    return tellReason(cutsOutcome(answer), language)
  })

/** The same of an estate: which smallest sets of suppliers, places, laws … stop a function, and how likely it is to stand still for too long. */
function ofFolder(path: string, options: Options, wanted: Omit<EstateCutsRequest, 'level'>): number {
  const { level = 'supplier', out = '-', format } = options
  const language = languageOf(options.lang)
  if (format === 'open-psa') {
    const { limit, top, nodes, probabilityCutOff, importance, maxOrder } = options
    const idle = { '--limit': limit, '--top': top, '--nodes': nodes, '--probability-cut-off': probabilityCutOff, '--importance': importance, '--max-order': maxOrder }
    refuseIdle(idle, message('usage.open-psa-list'))
  }
  const { subject } = readSubject(path, options)
  makePlace(out)
  if (format === 'open-psa') {
    const model = estateModel(subject, level, wanted.assumed)
    if ('outcome' in model) return tellReason(model.outcome, language)
    putDocument(out, model.text)
    const { say } = speaker(language)
    for (const note of modelNotes(model, wanted.assumed)) console.error(say(note))
    return 0
  }
  const { outcome, tops } = estateCuts(subject, { ...wanted, level })
  if (format !== 'json') return printOutcome(outcome, language, out)
  putDocument(out, stableJson({ ...outcome, level, tops }))
  return tellReason(outcome, language)
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
  return { [key]: wholeOf(option, text, { from: 1, to: 999_999_999 }) } as Partial<Record<K, number>>
}

function chanceOf(option: string, text: string): number {
  const chance = /^\d*\.?\d+(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
  if (chance >= 0 && chance <= 1) return chance
  throw new UsageFault(message('usage.share', { option, text }))
}
