import { kindOf, type Origin, type ThingId } from '#estate/claim.ts'
import { linksFrom, thingsOfKind } from '#estate/estate.ts'
import { statedTarget } from '#facts/criteria.ts'
import { type BusinessFunction, isCritical, organisation } from '#facts/organisation.ts'
import type { Subject } from '#facts/subject.ts'
import type { Band, BandRow, Block, Pillar, Row } from '#findings/block.ts'
import { pillars } from '#findings/block.ts'
import type { Outcome } from '#findings/outcome.ts'
import { groupBy } from '#lang/group.ts'
import { lowest } from '#lang/interval.ts'
import { type Message, message, plain } from '#lang/message.ts'
import type { Analysis } from '../analysis.ts'
import { inBoth, named } from '../proof-of.ts'
import { gradeOfPillar, type PillarGrade, pillarGrades } from './grades.ts'
import { type NextCheck, nextChecks } from './next-checks.ts'

/** Where each workload stands on the four pillars, and what to check next. */
export const spectrum: Analysis = {
  id: 'spectrum',
  answer(subject: Subject): Outcome {
    const workloads = thingsOfKind(subject.estate, 'workload')
      .filter((one) => one.state === 'active')
      .map((one) => one.id)
    if (workloads.length === 0) return { status: 'too-little-evidence', reason: message('spectrum.no-workload') }
    const { functions, declared } = organisation(subject)
    return {
      status: 'answered',
      blocks: [
        ...functionBands(subject, functions),
        nextBlock(subject, workloads),
        ...(declared ? [{ kind: 'bands' as const, title: message('spectrum.rolled-up'), rows: [...unitRows(subject, functions), ...teamRows(subject, workloads)] }] : []),
        {
          kind: 'bands',
          title: message('spectrum.workloads'),
          rows: workloads.map((id) => bandRow(named(subject, id), 'workload', pillarGrades(subject)(id), (pillar) => statedTarget(subject, id, pillar))),
        },
        criterionTable(subject, workloads),
        { kind: 'text', role: 'method', text: message('spectrum.method') },
      ],
    }
  },
}

/** The critical functions belong on the first page, and the others are told later; where nothing was declared, all may be critical. */
function functionBands(subject: Subject, functions: readonly BusinessFunction[]): readonly Block[] {
  const rows = (list: readonly BusinessFunction[]) => list.flatMap((one) => functionRow(subject, one))
  const critical = functions.filter(isCritical)
  const others = functions.filter((one) => !isCritical(one))
  return [
    { kind: 'bands', title: message('spectrum.critical-functions'), rows: rows(critical), primary: true },
    ...(others.length === 0 ? [] : [{ kind: 'bands' as const, title: message('spectrum.other-functions'), rows: rows(others) }]),
  ]
}

function functionRow(subject: Subject, one: BusinessFunction): readonly BandRow[] {
  const grades = rolledUp(one.workloads.map((id) => pillarGrades(subject)(id)))
  return grades.length === 0 ? [] : [bandRow(named(subject, one.id), 'function', grades, (pillar) => targetOf(subject, one, pillar))]
}

/** The profile's target for the function's criticality; none while the criticality is not known or nothing was declared. */
function targetOf(subject: Subject, one: BusinessFunction, pillar: Pillar): number | undefined {
  const { profile, declared } = organisation(subject)
  const [level, ...others] = one.criticality
  return declared && level !== undefined && others.length === 0 ? profile.targets[level][pillar] : undefined
}

/** Parts of the organisation and teams are as strong as the weakest of what they answer for. */
function unitRows(subject: Subject, functions: readonly BusinessFunction[]): readonly BandRow[] {
  const units = groupBy(
    functions.filter((one) => one.organisationUnit !== undefined),
    (one) => one.organisationUnit ?? '',
  )
  return [...units]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => bandRow(plain(name), 'unit-of-organisation', rolledUp(list.flatMap((one) => one.workloads.map((id) => pillarGrades(subject)(id)))), () => undefined))
}

function teamRows(subject: Subject, workloads: readonly ThingId[]): readonly BandRow[] {
  const pairs = workloads.flatMap((id) =>
    linksFrom(subject.estate, id, 'supported-by')
      .filter((link) => kindOf(link.to) === 'team')
      .map((link) => ({ id, team: link.to })),
  )
  return [...groupBy(pairs, (pair) => pair.team)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([team, list]) => bandRow(named(subject, team), 'team', rolledUp(list.map((pair) => pillarGrades(subject)(pair.id))), () => undefined))
}

function rolledUp(all: readonly (readonly PillarGrade[])[]): readonly PillarGrade[] {
  return pillars.flatMap((pillar) => {
    const own = all.flatMap((grades) => grades.filter((grade) => grade.pillar === pillar))
    const grades = own.flatMap((grade) => grade.grades)
    return grades.length === 0 ? [] : [gradeOfPillar(pillar, grades)]
  })
}

function bandRow(label: Message, level: BandRow['level'], grades: readonly PillarGrade[], target: (pillar: Pillar) => number | undefined): BandRow {
  return {
    label,
    level,
    bands: grades.map((grade): Band => {
      const wanted = target(grade.pillar)
      const narrowed = grade.grades.filter((one) => one.narrowed).length
      return {
        pillar: grade.pillar,
        interval: grade.interval,
        cap: grade.cap,
        answered: grade.grades.filter((one) => one.answered).length,
        ...(narrowed === 0 ? {} : { narrowed }),
        of: grade.grades.length,
        proof: {
          steps: [],
          at: grade.grades
            .filter((one) => one.interval.low === grade.interval.low)
            .flatMap((one) => one.at)
            .slice(0, 6),
        },
        ...(wanted === undefined ? {} : { target: wanted }),
      }
    }),
  }
}

/** Three errands, the most telling first. */
function nextBlock(subject: Subject, workloads: readonly ThingId[]): Block {
  const checks = nextChecks(subject, workloads).filter((check) => check.gain > 0)
  return {
    kind: 'list',
    title: message('spectrum.next'),
    items: checks.slice(0, 3).map((check) => ({ text: checkText(subject, check), proof: { steps: [], at: placesOf(subject, check) } })),
    empty: message('spectrum.next-none'),
    primary: true,
  }
}

function checkText(subject: Subject, { criterion, workloads, open }: NextCheck): Message {
  const count = workloads.length
  if (criterion === undefined) return message('spectrum.next-complete', { count })
  return message('spectrum.next-item', { ask: inBoth(criterion.ask), criterion: inBoth(criterion.title), count, first: open.slice(0, 3).map((id) => named(subject, id)) })
}

const placesOf = (subject: Subject, check: NextCheck): readonly Origin[] => check.open.slice(0, 3).flatMap((id) => subject.estate.things.get(id)?.claims[0]?.at.slice(0, 1) ?? [])

/** Every criterion and how many workloads still leave it open: where a pillar stays low, this says why. */
function criterionTable(subject: Subject, workloads: readonly ThingId[]): Block {
  const grades = workloads.flatMap((id) => pillarGrades(subject)(id).flatMap((pillar) => pillar.grades.map((grade) => ({ id, grade }))))
  const rows = [...groupBy(grades, ({ grade }) => grade.criterion.id)].map(([, list]): Row => {
    const [first] = list
    const open = list.filter(({ grade }) => !grade.answered)
    const low = list.toSorted((a, b) => a.grade.interval.low - b.grade.interval.low)[0]
    return {
      cells: [
        { text: message(`pillar.${first?.grade.criterion.objective ?? 'platform'}`) },
        { text: inBoth(first?.grade.criterion.title ?? '') },
        { interval: lowest(list.map(({ grade }) => grade.interval)), unit: 'level' },
        { interval: { low: list.length - open.length, high: list.length - open.length }, unit: 'workloads' },
        { list: open.slice(0, 4).map(({ id }) => named(subject, id)) },
      ],
      proof: { steps: [], at: low?.grade.at ?? [] },
    }
  })
  return {
    kind: 'table',
    id: 'spectrum-criteria',
    title: message('spectrum.criteria'),
    columns: ['pillar', 'criterion', 'level', 'answered', 'open'].map((column) => message(`spectrum.column.${column}`)),
    rows,
    empty: message('spectrum.no-workload'),
  }
}
