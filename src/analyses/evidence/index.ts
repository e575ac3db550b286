import { isFilePlace, type ThingId } from '#estate/claim.ts'
import { nameOf } from '#estate/estate.ts'
import { refusedAnswers, rungOf } from '#facts/answers.ts'
import { type Contradiction, contradictions } from '#facts/contradictions.ts'
import { coverage } from '#facts/coverage.ts'
import { organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Block, Cell, Row } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import type { Outcome } from '#findings/outcome.ts'
import { type Message, message, plain } from '#lang/message.ts'
import type { Analysis } from '../analysis.ts'
import { type AnswerDifference, answerDifferences } from '../answer-differences.ts'
import { inBoth, named } from '../proof-of.ts'

/** What all of this rests on: what was read, who vouches that it was everything, where it contradicts itself, and what has aged. */
export const evidenceAnalysis: Analysis = {
  id: 'evidence',
  answer(subject: Subject): Outcome {
    if (subject.inputs.length === 0) return { status: 'too-little-evidence', reason: message('evidence.nothing') }
    return {
      status: 'answered',
      blocks: [
        contradictionList(subject),
        ...refusedList(subject),
        completenessTable(subject),
        agedTable(subject),
        { kind: 'text', role: 'method', text: message('evidence.method') },
      ],
    }
  },
}

function contradictionList(subject: Subject): Block {
  return {
    kind: 'list',
    title: message('evidence.contradictions'),
    items: [
      ...contradictions(subject).map((one) => ({ text: contradictionText(subject, one), proof: { steps: [], at: one.at } })),
      ...answerDifferences(subject).map((one) => ({ text: differenceText(subject, one), proof: { steps: [], at: one.answer.at } })),
    ],
    empty: message('evidence.no-contradiction'),
    primary: true,
  }
}

function contradictionText(subject: Subject, one: Contradiction): Message {
  const found = one.found.map((text): Message => (subject.estate.things.has(text as ThingId) ? named(subject, text as ThingId) : valueText(text)))
  return message(`evidence.contradiction.${one.kind}`, {
    about: named(subject, one.about),
    side: sideText(subject, one),
    stated: one.stated.map((text) => (one.kind === 'residency' ? named(subject, `jurisdiction:${text.toLowerCase()}`) : valueText(text))),
    found,
    digest: subject.evidenceDigest,
  })
}

function differenceText(subject: Subject, { about, criterion, answer, read }: AnswerDifference): Message {
  const stated = criterion.rungs[rungOf(criterion, answer.value) ?? 0]
  return message('evidence.contradiction.answer', {
    about: named(subject, about),
    side: questionText(subject, answer.key),
    stated: stated ? [inBoth(stated.title)] : [],
    found: criterion.rungs.slice(read.low, read.high + 1).map((rung) => inBoth(rung.title)),
  })
}

const valueText = (text: string): Message => (text === 'true' || text === 'false' ? message(`evidence.${text}`) : plain(text))

/** What is disputed, in words: the question of the ladder that was answered, or the name of an attribute. */
function sideText(subject: Subject, { kind, side = '' }: Contradiction): Message {
  return kind === 'answer' ? questionText(subject, side) : message(`attribute.${side}`)
}

/** What the organisation answered and what does not count, since nobody vouches for it or its day has passed. */
function refusedList(subject: Subject): readonly Block[] {
  const refused = refusedAnswers(subject)
  if (refused.length === 0) return []
  const items = refused.map((one) => ({
    text: message(`evidence.refused.${one.refused}`, { about: named(subject, one.about), question: questionText(subject, one.key), value: valueText(String(one.value)) }),
    proof: { steps: [], at: one.at },
  }))
  return [{ kind: 'list', title: message('evidence.refused'), items, empty: message('evidence.no-contradiction') }]
}

function questionText(subject: Subject, key: string): Message {
  const [framework = '', id] = key.split('/')
  const { frameworks } = subject.knowledge
  const criterion =
    id === undefined ? [...frameworks.values()].flatMap((one) => one.criteria).find((one) => one.fact === key) : frameworks.get(framework)?.criteria.find((one) => one.id === id)
  return criterion ? message('evidence.question', { question: inBoth(criterion.title) }) : plain(key)
}

/** Per function: whether somebody said that everything was shown, and whether that still holds. */
function completenessTable(subject: Subject): Block {
  return {
    kind: 'table',
    id: 'evidence-completeness',
    title: message('evidence.completeness'),
    columns: ['function', 'complete', 'by', 'on'].map((column) => message(`evidence.column.${column}`)),
    rows: organisation(subject).functions.map((one): Row => {
      const standing = one.complete === undefined ? 'nobody' : one.complete.holds ? 'holds' : 'lapsed'
      const at = (subject.estate.things.get(one.id)?.claims ?? []).flatMap((claim) => claim.at.filter(isFilePlace)).slice(0, 2)
      return {
        cells: [
          { text: named(subject, one.id) },
          { text: message(`evidence.complete.${standing}`), ...(standing === 'holds' ? {} : { tone: 'unknown' as const }) },
          one.complete === undefined ? none : { text: plain(one.complete.by) },
          one.complete === undefined || one.complete.on === '' ? none : { date: one.complete.on },
        ],
        proof: { steps: [], at },
      }
    }),
    empty: message('evidence.no-function'),
  }
}

const none: Cell = { text: message('evidence.nobody') }

/** Facts of the knowledge base that were used here and are past the date on which somebody should have looked again. */
function agedTable(subject: Subject): Block {
  return {
    kind: 'table',
    id: 'evidence-aged',
    title: message('evidence.aged'),
    columns: ['fact', 'review', 'used-for'].map((column) => message(`evidence.column.${column}`)),
    rows: coverage(subject).aged.map(
      (one): Row => ({
        cells: [{ text: plain(one.fact) }, { date: one.review, tone: 'warning' }, { text: plain(nameOf(subject.estate, one.thing)) }],
        proof: { ...noProof, at: one.at },
      }),
    ),
    empty: message('evidence.none-aged'),
  }
}
