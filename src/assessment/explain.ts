import { named, proofOf } from '#analyses/proof-of.ts'
import { assemble } from '#estate/assemble.ts'
import type { ThingId } from '#estate/claim.ts'
import { packageClaims, type Wanted } from '#estate/contents.ts'
import { type Link, linksFrom, linksTo, nameOf, type Thing } from '#estate/estate.ts'
import type { SourceFile } from '#estate/source-file.ts'
import { exposureOf } from '#facts/exposure.ts'
import { idsOf } from '#facts/road.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import type { Outcome } from '#findings/outcome.ts'
import { by } from '#lang/compare.ts'
import { message, plain } from '#lang/message.ts'
import { namesFor } from './called.ts'
import { placeText } from './explain-question.ts'
import { withLines } from './lines.ts'

/**
 * Everything behind a word: the things it names, and for each what is claimed of it, by whom and where.
 *
 * @param wanted a thing's id, its name, or a part of either; an id or a whole name goes before parts
 * @param files for the lines of places in JSON
 */
export function explain(shown: Subject, wanted: string, files: readonly SourceFile[]): Outcome {
  const subject = thingsNamed(shown, wanted).length > 0 ? shown : withPackages(shown, wanted)
  const things = thingsNamed(subject, wanted)
  if (things.length === 0) return { status: 'too-little-evidence', reason: message('explain.nothing', { wanted }) }
  const [first, ...others] = things
  const more: Block[] =
    others.length === 0
      ? []
      : [{ kind: 'list', title: message('explain.others'), items: others.slice(0, 20).map((thing) => ({ text: plain(thing.id), proof: noProof })), empty: message('explain.none') }]
  return { status: 'answered', blocks: [...(first ? blocksOf(subject, first, files) : []), ...more] }
}

/** Whether a word names a package: its name, or a part of its purl. To be asked for when the files are read (`Request.asked`). */
export function packageNamed(wanted: string): Wanted {
  const word = wanted.toLowerCase().replace(/^package:/, '')
  return ({ key, name }) => key.toLowerCase().includes(word) || name.toLowerCase() === word
}

/** The subject with those of the listed packages as things that a word names. */
function withPackages(subject: Subject, wanted: string): Subject {
  const claims = packageClaims(subject.estate.contents, packageNamed(wanted))
  return claims.length === 0 ? subject : { ...subject, estate: assemble([subject.estate, { claims }]) }
}

function thingsNamed(subject: Subject, wanted: string): readonly Thing[] {
  const all = [...subject.estate.things.values()]
  const word = wanted.toLowerCase()
  const exact = all.filter((thing) => namesFor(subject, thing.id).includes(word))
  const kinds = ['function', 'workload', 'service', 'party']
  const found = exact.length > 0 ? exact : all.filter((thing) => namesFor(subject, thing.id).some((text) => text.includes(word)))
  return found.toSorted((a, b) => rank(kinds, a) - rank(kinds, b) || a.id.length - b.id.length || by((thing: Thing) => thing.id)(a, b))
}

const rank = (kinds: readonly string[], thing: Thing): number => (kinds.indexOf(thing.kind) === -1 ? kinds.length : kinds.indexOf(thing.kind))

function blocksOf(subject: Subject, one: Thing, files: readonly SourceFile[]): readonly Block[] {
  const thing = withLines(one, files)
  const said = thing.claims.flatMap((claim) => Object.entries(claim.says ?? {}).map(([name, value]) => ({ name, value, claim })))
  const saidRows = said.map(
    ({ name, value, claim }): Row => ({
      cells: [
        { text: plain(name) },
        { text: plain(Array.isArray(value) ? value.join(', ') : String(value)) },
        { text: message(`basis.${claim.basis}`) },
        { text: placeText(claim.at[0]) },
      ],
      proof: { steps: [], at: claim.at },
    }),
  )
  return [
    {
      kind: 'text',
      role: 'headline',
      text: message('explain.is', {
        name: named(subject, one.id),
        kind: message(`kind.${thing.kind}`),
        state: message(`state.${thing.state}`),
        basis: message(`basis.${thing.basis}`),
      }),
      proof: { steps: [], at: thing.claims.flatMap((claim) => claim.at).slice(0, 5) },
    },
    table('explain-said', ['what', 'value', 'basis', 'place'], saidRows),
    table(
      'explain-from',
      ['role', 'to', 'basis', 'place'],
      withLines(linksFrom(subject.estate, thing.id), files).map((link) => linkRow(subject, link, link.to)),
    ),
    table(
      'explain-to',
      ['role', 'from', 'basis', 'place'],
      withLines(linksTo(subject.estate, thing.id), files).map((link) => linkRow(subject, link, link.from)),
    ),
    table('explain-laws', ['law', 'power', 'reach', 'phase', 'road'], lawRows(subject, thing.id)),
  ]
}

function linkRow(subject: Subject, link: Link, other: ThingId): Row {
  const at = link.claims.flatMap((claim) => claim.at)
  return {
    cells: [{ text: message(`role.${link.role}`) }, { text: plain(nameOf(subject.estate, other)) }, { text: message(`basis.${link.basis}`) }, { text: placeText(at[0]) }],
    proof: { steps: [], at },
  }
}

function lawRows(subject: Subject, id: ThingId): readonly Row[] {
  return exposureOf(subject)(id).laws.map((reach) => ({
    cells: [
      { text: named(subject, reach.law) },
      { text: message(`power.${reach.power}`) },
      { text: message(reach.contested ? 'exposure.contested' : 'exposure.settled') },
      { text: message(`phase.${reach.phase}`) },
      {
        text: message('explain.road', {
          steps: idsOf(reach.road)
            .slice(1, -1)
            .map((step) => plain(nameOf(subject.estate, step))),
        }),
      },
    ],
    proof: proofOf(subject, reach.road),
  }))
}

function table(id: string, columns: readonly string[], rows: readonly Row[]): Block {
  return {
    kind: 'table',
    id,
    title: message(`${id}.title`),
    columns: columns.map((column) => message(`explain.column.${column}`)),
    rows,
    empty: message('explain.none'),
    primary: true,
  }
}
