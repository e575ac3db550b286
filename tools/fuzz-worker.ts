/** Makes mutated files from seeds and tries them, telling before each what it is. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { decodedText } from '#workspace/decode.ts'
import { triedAlone, triedTogether } from './fuzz-try.ts'

export type FuzzMessage =
  | { readonly kind: 'try'; readonly name: string; readonly text: string }
  | { readonly kind: 'finding'; readonly reason: string; readonly name: string; readonly text: string }

const { seeds, seed, until } = workerData as { readonly seeds: readonly string[]; readonly seed: number; readonly until: number }
const tell = (one: FuzzMessage): void => parentPort?.postMessage(one)

let state = seed >>> 0
/** The next number below a bound: small, fast and the same everywhere (a linear congruence). */
function next(below: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}
const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T

/** Signs that mean something in one format or another. */
const signs =
  '{ } [ ] ( ) " \' : , - & * ! | > < % # @ ` ~ ? = \\ / ; $ }} {{ \n \r \t \0 --- ... <!-- --> <![CDATA[ ]]> &amp; &#0; \u{1F600} \uFEFF \u2028 __proto__ constructor null true 1e999 -0 ../ pkg: arn: https:// s3:// kind: services: components'.split(
    ' ',
  )

const mutations: readonly ((text: string) => string)[] = [
  (text) => text.slice(0, next(text.length + 1)),
  (text) => spliced(text, next(text.length + 1), next(40), pick(signs)),
  (text) => spliced(text, next(text.length + 1), 0, pick(signs).repeat(1 + next(2000))),
  (text) => spliced(text, next(text.length + 1), 0, piece(text).repeat(1 + next(60))),
  (text) => spliced(text, next(text.length + 1), 0, piece(textOf(pick(seeds)))),
  (text) => spliced(text, next(text.length + 1), next(200), ''),
  (text) => text.slice(0, next(text.length + 1)) + textOf(pick(seeds)).slice(next(2000)),
  (text) =>
    text
      .split('\n')
      .toSorted(() => next(3) - 1)
      .join('\n'),
  (text) => text.replaceAll(pick(['"', ':', ' ', '\n', 'a', '1']), pick(signs)),
]
const spliced = (text: string, at: number, gone: number, added: string): string => text.slice(0, at) + added + text.slice(at + gone)
function piece(text: string): string {
  const from = next(text.length + 1)
  return text.slice(from, from + next(400))
}

const texts = new Map<string, string>()
function textOf(path: string): string {
  const text = texts.get(path) ?? decodedText(readFileSync(path))
  if (texts.size < 400) texts.set(path, text)
  return text
}

function mutated(path: string): string {
  let text = textOf(path)
  for (let times = 1 + next(4); times > 0; times--) text = pick(mutations)(text)
  return text.slice(0, 1_000_000)
}

for (let round = 0; Date.now() < until; round++) {
  const path = pick(seeds)
  const [name, text] = [basename(path), mutated(path)]
  tell({ kind: 'try', name, text })
  const fault = round % 25 === 0 ? await triedTogether({ [name]: text, [`more/${basename(pick(seeds))}`]: mutated(pick(seeds)) }) : triedAlone(name, text)
  if (fault !== undefined) tell({ kind: 'finding', reason: fault, name, text })
}
