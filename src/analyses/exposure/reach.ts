import { keyOf, phases, type ThingId } from '#estate/claim.ts'
import type { LawReach } from '#facts/law-reach.ts'
import { isBeyondLine } from '#facts/ring.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Cell, Row } from '#findings/block.ts'
import type { Power } from '#knowledge/schema.ts'
import { type Message, message } from '#lang/message.ts'
import { named, proofOf } from '../proof-of.ts'
import { distinct, type Exposed, table } from './exposed.ts'

/** Powers that a reader asks after one by one; the others are told with their law. */
const shownPowers: readonly Power[] = ['access', 'cut-off', 'export-control', 'interception']

/** Per function or workload, and per power, the countries whose law reaches it beyond the line that the profile draws. */
export function reachTable(subject: Subject, of: 'functions' | 'workloads', list: readonly Exposed[]): Block {
  const rows = list.map(({ id, exposure }): Row => {
    const beyond = exposure.laws.filter((reach) => isBeyondLine(subject, countryOf(subject, reach.law), reach.power) !== false)
    const best = beyond.toSorted((a, b) => Number(a.contested) - Number(b.contested) || a.road.length - b.road.length)[0]
    return {
      cells: [{ text: named(subject, id) }, ...shownPowers.map((power) => powerCell(subject, beyond, power))],
      proof: proofOf(subject, best?.road),
    }
  })
  return table(`exposure-${of}`, [of === 'functions' ? 'function' : 'workload', ...shownPowers.map((power) => `power-${power}`)], rows)
}

/** Countries that surely reach, and behind them those whose reach is contested, marked as such; with the first phase in which they do, where that is not running. */
function powerCell(subject: Subject, laws: readonly LawReach[], power: Power): Cell {
  const own = laws.filter((reach) => reach.power === power)
  const sure = distinct(own.filter((reach) => !reach.contested).map((reach) => countryOf(subject, reach.law)))
  const open = distinct(own.map((reach) => countryOf(subject, reach.law))).filter((country) => !sure.includes(country))
  const name = (country: string): Message => {
    const first = phases.find((phase) => own.some((reach) => reach.phase === phase && countryOf(subject, reach.law) === country)) ?? 'run'
    const title = named(subject, `jurisdiction:${country}`)
    return first === 'run' ? title : message('exposure.country-in-phase', { country: title, phase: message(`phase.${first}`) })
  }
  return { list: [...sure.sort().map(name), ...open.sort().map((country) => message('exposure.contested-country', { country: name(country) }))] }
}

const countryOf = (subject: Subject, law: ThingId): string => subject.knowledge.laws.get(keyOf(law))?.jurisdiction ?? ''
