import { type Origin, phases } from '#estate/claim.ts'
import { type Link, nameOf } from '#estate/estate.ts'
import { saidList, saidText } from '#estate/said.ts'
import { exposureOf } from '#facts/exposure.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Cell, Row } from '#findings/block.ts'
import { message, plain } from '#lang/message.ts'
import { named } from '../proof-of.ts'
import { table } from './exposed.ts'

/** What lowers the effect of an exposure, with its evidence; an exposure itself is never lowered. */
export function mitigationTable(subject: Subject): Block {
  const links = subject.estate.links.filter((link) => link.role === 'mitigated-by')
  return table(
    'exposure-mitigations',
    ['mitigation', 'on', 'power', 'effect', 'evidence', 'expires'],
    links.map((link) => rowOf(subject, link)),
  )
}

function rowOf(subject: Subject, link: Link): Row {
  const thing = subject.estate.things.get(link.to)
  const powers = saidList(thing, 'power')
  const evidence = saidText(thing, 'evidence')
  const at: readonly Origin[] = link.claims.flatMap((claim) => claim.at)
  return {
    cells: [
      { text: plain(nameOf(subject.estate, link.to)) },
      { text: named(subject, link.from) },
      powers.length === 0 ? unknown : { list: powers.map((power) => message(`power.${power}`)) },
      effectCell(subject, link, powers),
      evidence === undefined ? unknown : { text: plain(evidence) },
      expiryCell(subject, saidText(thing, 'expires')),
    ],
    proof: { steps: [], at },
  }
}

const unknown: Cell = { text: message('exposure.unknown'), tone: 'unknown' }

/** An effect without evidence, or past its day, is told and does not count; so is one against a power that does not reach here. */
function effectCell(subject: Subject, link: Link, powers: readonly string[]): Cell {
  const thing = subject.estate.things.get(link.to)
  const effect = saidText(thing, 'effect')
  if (effect === undefined) return unknown
  const expires = saidText(thing, 'expires')
  const reached = exposureOf(subject)(link.from).laws.filter((reach) => powers.includes(reach.power))
  const reason =
    saidText(thing, 'evidence') === undefined ? 'no-evidence' : expires !== undefined && expires < subject.asOf ? 'lapsed' : reached.length === 0 ? 'nothing-to-lower' : undefined
  const text = message(`exposure.effect.${effect}`)
  if (reason !== undefined) return { text: message(`exposure.effect-not-counted.${reason}`, { effect: text }), tone: 'unknown' }
  const first = phases.find((phase) => reached.some((reach) => reach.phase === phase)) ?? 'run'
  return { text: message('exposure.effect-counted', { effect: text, count: new Set(reached.map((reach) => reach.law)).size, phase: message(`phase.${first}`) }) }
}

function expiryCell(subject: Subject, expires: string | undefined): Cell {
  return expires === undefined ? unknown : { date: expires, tone: expires < subject.asOf ? 'warning' : 'plain' }
}
