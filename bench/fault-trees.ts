import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Circuit, circuitOf, type Gate } from '#kernels/boolean/circuit.ts'
import { readOpenPsa } from '#kernels/boolean/open-psa/read-open-psa.ts'
import { birnbaum, evaluator } from '#kernels/boolean/probability.ts'
import { failingTops, screenOf } from '#kernels/boolean/screen.ts'
import { setCounts } from '#kernels/boolean/set-counts.ts'
import { smallestSets } from '#kernels/boolean/smallest-sets.ts'
import { solve } from '#kernels/boolean/solve.ts'
import { type Bench, type Measured, timed } from './bench.ts'

/** The Aralia trees lie beside the checkout and are no part of it; without them, or without SCRAM, their rows are left out. */
const folder = join(import.meta.dirname, '..', '..', 'shared', 'corpus', 'openpsa', 'aralia')
/** Trees that one of the two does not finish. */
const unfinished = ['das9701', 'nus9601', 'cea9601', 'das9209', 'edf9206']
/** The other lists every cut set whatever it is asked, which takes up to minutes here; its own time for the analysis is read. */
const longestWait = 120_000
const repeats = 5

/** Fault trees: diagrams, cut sets, screening, asking again. */
export function faultTreeBenches(): readonly Bench[] {
  return [...againstScram(), screening(), askingAgain()]
}

function againstScram(): readonly Bench[] {
  if (!existsSync(folder) || spawnSync('scram', ['--version']).status !== 0) {
    console.log('fault trees against SCRAM are left out: there are no trees in ../shared, or no scram')
    return []
  }
  const measured = new Map<string, Measured>()
  const row = (name: string, limit: number, isIn: (milliseconds: number) => boolean): Bench => ({
    name: `fault trees that SCRAM works out ${name}`,
    against: 'its own time for the same, geometric means',
    limit,
    run: () => {
      if (measured.size === 0) for (const tree of trees()) measured.set(tree, both(tree))
      const some = [...measured.values()].filter(({ other }) => isIn(other))
      return { ours: geometricMean(some.map(({ ours }) => ours)), other: geometricMean(some.map(({ other }) => other)) }
    },
  })
  return [row('in 100 ms or more', 1 / 3, (ms) => ms >= 100), row('in 10 to 100 ms', 1, (ms) => ms >= 10 && ms < 100), row('in less than 10 ms', 2, (ms) => ms < 10)]
}

const trees = (): readonly string[] =>
  readdirSync(folder)
    .map((name) => name.replace('.xml', ''))
    .filter((name) => !unfinished.includes(name))

const geometricMean = (numbers: readonly number[]): number => Math.exp(numbers.reduce((sum, one) => sum + Math.log(one), 0) / numbers.length)

/** Order, diagram, probability, every Birnbaum value, cut sets and their counts: the middle of five, warm. SCRAM: cut sets and probability, without importance, which it reckons over every set. */
function both(tree: string): Measured {
  const file = join(folder, `${tree}.xml`)
  const { model } = readOpenPsa(readFileSync(file, 'utf8'))
  const { circuit } = model ? circuitOf(model.events.length, model.gates) : {}
  if (model === undefined || circuit === undefined) throw new Error(`${tree} cannot be read`)
  const work = (): void => workOut(circuit, model.tops[0] as number, model.probabilities)
  const warm = timed(work)
  for (let at = 0; at < Math.min(20, 100 / warm); at++) work()
  const ours = Array.from({ length: repeats }, () => timed(work)).sort((a, b) => a - b)[repeats >> 1] as number
  const other = scramTimes(file)
  console.log(`       ${tree.padEnd(9)} ${ours.toFixed(1).padStart(8)} ms to ${other.toFixed(1).padStart(8)} ms`)
  return { ours, other }
}

function workOut(circuit: Circuit, top: number, probabilities: Float64Array): void {
  const solved = solve(circuit, top)
  if (solved.status !== 'solved') throw new Error(solved.status)
  birnbaum(solved.model, evaluator(solved.model)(probabilities))
  const sets = smallestSets(solved.model)
  if (sets) setCounts(sets)
}

/** Milliseconds that SCRAM says it took: the middle of five runs, of one where a run is long. */
function scramTimes(file: string): number {
  const once = (): number => {
    // The times stand at the head of the report; the rest, which may be gigabytes, is not read.
    const report = spawnSync('sh', ['-c', 'scram --bdd --probability 1 "$0" | head -c 4000', file], { encoding: 'utf8', timeout: longestWait }).stdout
    return [...report.matchAll(/<(products|probability)>([\d.e+-]+)<\/\1>/g)].reduce((sum, [, , seconds]) => sum + Number(seconds) * 1000, 0)
  }
  const first = once()
  return first > 500 ? first : ([first, ...Array.from({ length: repeats - 1 }, once)].sort((a, b) => a - b)[repeats >> 1] as number)
}

/** Layers of gates over events, the same on every machine. */
function layered(events: number, edges: number): { readonly circuit: Circuit; readonly top: number } {
  let state = 20261124
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
  const gates: Gate[] = []
  for (let left = edges; left > 0; left -= 5) {
    const nodes = events + gates.length
    const children = Array.from({ length: 5 }, () => (next(3) === 0 ? next(events) : Math.max(0, nodes - 1 - next(4000))))
    const kind = next(10)
    gates.push(kind === 0 ? { kind: 'at-least', least: 2, children } : { kind: kind < 4 ? 'or' : 'and', children })
  }
  const { circuit } = circuitOf(events, gates)
  if (circuit === undefined) throw new Error('the circuit is unsound')
  return { circuit, top: events + gates.length - 1 }
}

function screening(): Bench {
  const [events, many] = [5_000, 1_000]
  const { circuit } = layered(events, 100_000)
  const groups = Array.from({ length: many }, (_, group) => Array.from({ length: 20 }, (__, at) => (group * 37 + at * 211) % events))
  const tops = Array.from({ length: 100 }, (_, at) => events + circuit.gates - 1 - at)
  const all = (): unknown => {
    const screen = screenOf(circuit)
    return screen && failingTops(screen, groups, tops)
  }
  const oneByOne = (): void => {
    const screen = screenOf(circuit)
    for (const group of groups) if (screen) failingTops(screen, [group], tops)
  }
  return {
    name: '1,000 groups lost in turn, over 100,000 edges',
    against: 'the same, one group at a time',
    limit: 1 / 4,
    run: () => ({ ours: timed(all), other: timed(oneByOne) }),
  }
}

/** A model of about 200,000 nodes: more than half of many, in which each event counts. */
function askingAgain(): Bench {
  const events = 630
  const { circuit } = circuitOf(events, [{ kind: 'at-least', least: events >> 1, children: Array.from({ length: events }, (_, at) => at) }])
  const build = () => {
    const solved = circuit && solve(circuit, events)
    if (solved?.status !== 'solved') throw new Error('no model')
    return solved.model
  }
  const model = build()
  const ask = evaluator(model)
  const probabilities = Float64Array.from({ length: events }, (_, at) => 0.3 + (at % 40) / 100)
  return {
    name: `other probabilities for a model of ${model.variables.length} nodes, and all importances`,
    against: 'building it',
    limit: 1 / 8,
    run: () => ({ ours: timed(() => birnbaum(model, ask(probabilities))), other: timed(build) }),
  }
}
