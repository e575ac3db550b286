import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { choices, withAnswer } from '#assessment/answer.ts'
import { message } from '#lang/message.ts'
import { speaker } from '#words/say.ts'
import { loadKnowledge } from '#workspace/knowledge.ts'
import { folderAt, onDisk, stated } from '../disk.ts'
import { languageOf, refuseIdle, UsageFault, usage } from '../options.ts'
import { printOutcome } from '../print-outcome.ts'

interface Asked {
  readonly key: string
  readonly value: string | undefined
  readonly path: string
}

interface Options {
  readonly by?: string
  readonly evidence?: string
  readonly expires?: string
  readonly on?: readonly string[]
  readonly lang?: string
  readonly knowledge?: string
}

/** Writes an answer into deltaplan.yaml, or prints the answers to choose from. What the file was is kept beside it. */
export const answerCommand = ({ key, value, path }: Asked, options: Options): Promise<number> =>
  usage(async () => {
    const language = languageOf(options.lang)
    const { knowledge } = loadKnowledge(folderAt('--knowledge', options.knowledge))
    const { by, evidence, expires, on = [] } = options
    if (value === undefined) {
      refuseIdle({ '--by': by, '--evidence': evidence, '--expires': expires, '--on': options.on }, message('usage.with-answer'))
      return printOutcome(choices(knowledge, key), language)
    }
    const file = stated(() => fileIn(path), path)
    const before = existsSync(file) ? stated(() => readFileSync(file, 'utf8'), file) : ''
    const answered = withAnswer(knowledge, before, { key, value, by, evidence, expires, on })
    const { say } = speaker(language)
    if (answered.status === 'refused') throw new UsageFault(answered.reason)
    if (existsSync(file)) onDisk(`${file}.before`, () => copyFileSync(file, `${file}.before`))
    onDisk(file, () => writeFileSync(file, answered.text))
    console.error(`${key}: ${say(answered.rung)}\n${file}`)
    return 0
  })

/** The file that a path leads to: deltaplan.yaml in a folder, under either of its endings, or the file itself. */
function fileIn(path: string): string {
  if (!statSync(path).isDirectory()) return path
  const short = join(path, 'deltaplan.yml')
  return existsSync(short) ? short : join(path, 'deltaplan.yaml')
}
