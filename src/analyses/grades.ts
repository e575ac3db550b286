import { kindOf, type Origin, type ThingId } from '#estate/claim.ts'
import { type Answer, answerOf, answersGiven } from '#facts/answers.ts'
import { completeWorkloads } from '#facts/completeness.ts'
import { criterionFacts } from '#facts/criteria.ts'
import type { CriterionItem } from '#facts/criterion.ts'
import { entitiesOf } from '#facts/entities.ts'
import { categoryOf, piecesOf } from '#facts/pieces.ts'
import type { Subject } from '#facts/subject.ts'
import type { Criterion, Framework, TechnicalBlock } from '#knowledge/schema-frameworks.ts'
import { type Interval, lowest } from '#lang/interval.ts'
import { rungsAnswered, rungsRead, within } from './rungs.ts'

/** A framework and the id under which it is known. */
export interface NamedFramework {
  readonly id: string
  readonly framework: Framework
}

/** One criterion of one thing within a workload: the rungs still possible, by their places in it, and who says so. */
export interface ItemGrade {
  readonly about: ThingId
  readonly rungs: Interval
  /** Who narrowed it: evidence, the organisation's word, both, or nobody. */
  readonly by: 'read' | 'answered' | 'both' | 'nobody'
  /** An answer of the organisation that what was read leaves no room for; what was read stands. */
  readonly contradicted: Answer | undefined
  readonly at: readonly Origin[]
}

/** One criterion of one workload or service: the minimum over what it was asked of. */
export interface Grade {
  readonly criterion: Criterion
  readonly items: readonly ItemGrade[]
  /** Levels still possible. */
  readonly interval: Interval
  /** Points still possible, where the criterion gives any. */
  readonly points: Interval
  /** False where somebody said that everything was shown, and nothing of it is what the criterion asks about. */
  readonly applies: boolean
  /** Whether all that was shown is answered. What nobody showed us is another matter: see `complete`. */
  readonly answered: boolean
  /** Whether what was shown is not answered, and yet something is ruled out: a level, or a number of points, is left that it cannot have. */
  readonly narrowed: boolean
  /** Whether somebody said that everything was shown. Without it the low end stays at the lowest rung. */
  readonly complete: boolean
  /** What is not known, where something is not. */
  readonly open: readonly ThingId[]
  readonly at: readonly Origin[]
}

/**
 * Every criterion of a framework for a workload or service. A criterion that nothing was found to apply to has no items; where nobody
 * said that everything was shown it may apply all the same, and stays open.
 */
export function gradesOf(subject: Subject, id: ThingId, { id: name, framework }: NamedFramework): readonly Grade[] {
  return framework.criteria.map((criterion) => {
    const items = itemsOf(subject, id, { criterion, framework }).map((item) => itemGrade(subject, id, { criterion, name, item }))
    return gradeOf(subject, id, { criterion, framework, name, items })
  })
}

interface Asked {
  readonly criterion: Criterion
  readonly framework: Framework
}

/** What a criterion is asked of, with what its fact says of each. */
function itemsOf(subject: Subject, id: ThingId, { criterion, framework }: Asked): readonly CriterionItem[] {
  const found = criterion.fact === undefined ? silent(subject, id, { criterion, framework }) : (criterionFacts[criterion.fact]?.(subject, id) ?? [])
  if (criterion.standing === undefined) return found
  const meant = new Set(entitiesOf(subject)(id).flatMap((one) => (one.standing === criterion.standing ? [one.party] : [])))
  return found.filter((item) => meant.has(item.about))
}

/** Only the organisation can answer: of everything that is asked about nothing is read. A framework without technical blocks asks of services, and not of products. */
function silent(subject: Subject, id: ThingId, { criterion: { per }, framework }: Asked): readonly CriterionItem[] {
  const pieces = (): readonly ThingId[] => piecesOf(subject)(id).filter((piece) => framework.blocks.length > 0 || kindOf(piece) === 'service')
  const abouts = per === 'entity' ? entitiesOf(subject)(id).map((one) => one.party) : per === 'block' ? pieces() : [id]
  return abouts.map((about): CriterionItem => ({ about, values: 'unknown', at: [] }))
}

/** The block of a framework that a service or product belongs to; nothing where it belongs to none of them, or nobody knows what it is. */
export function blockOf(subject: Subject, { blocks }: Framework, id: ThingId): TechnicalBlock | undefined {
  const kind = kindOf(id)
  const category = categoryOf(subject, id)
  return blocks.find((one) => one.kinds.includes(kind) || (category !== undefined && (kind === 'platform' ? one.platforms : one.categories).includes(category)))
}

function itemGrade(subject: Subject, id: ThingId, { criterion, name, item }: { readonly criterion: Criterion; readonly name: string; readonly item: CriterionItem }): ItemGrade {
  const keys = [`${name}/${criterion.id}`, ...(criterion.fact === undefined ? [] : [criterion.fact])]
  const answer = answerOf(subject, [item.about, id], keys)
  const read = rungsRead(criterion, item.values)
  const stated = rungsAnswered(criterion, answer)
  const all = { low: 0, high: criterion.rungs.length - 1 }
  // What the organisation answers narrows what could not be read for sure; where it contradicts what was read, that stands.
  const both = stated === undefined ? undefined : within(read ?? all, stated)
  return {
    about: item.about,
    rungs: both ?? read ?? all,
    by: both === undefined ? (read === undefined ? 'nobody' : 'read') : read === undefined ? 'answered' : both.low === read.low && both.high === read.high ? 'read' : 'both',
    contradicted: stated !== undefined && both === undefined ? answer : undefined,
    at: both === undefined ? item.at : [...(answer?.at ?? []), ...item.at],
  }
}

function gradeOf(subject: Subject, id: ThingId, { criterion, framework, name, items }: Asked & { readonly name: string; readonly items: readonly ItemGrade[] }): Grade {
  const complete = completeWorkloads(subject).has(id)
  const vouched = criterion.fact === undefined ? answeredOfWhole(subject, id, { criterion, name }) : undefined
  const floor = complete ? undefined : (vouched ?? { low: 0, high: criterion.rungs.length - 1 })
  const shown = items.length > 0 ? lowest(items.map((item) => item.rungs)) : vouched
  const open = items.filter((item) => isOpen(criterion, item.rungs))
  const rungs = { low: Math.min(shown?.low ?? 0, floor?.low ?? criterion.rungs.length), high: shown?.high ?? criterion.rungs.length - 1 }
  const top = framework.levels.at(-1)?.level ?? 0
  const levels = levelsOf(criterion, rungs)
  return {
    criterion,
    items,
    // What may not apply at all holds nothing down at its best.
    interval: shown === undefined ? { low: complete ? top : levels.low, high: top } : levels,
    points: pointsOf(criterion, rungs),
    applies: shown !== undefined || !complete,
    answered: open.length === 0,
    narrowed: open.length > 0 && shown !== undefined && isNarrowed(criterion, shown),
    complete,
    open: open.map((item) => item.about),
    at: items.flatMap((item) => item.at).slice(0, 6),
  }
}

/**
 * What the organisation answers of a workload as a whole, or of itself: it holds for what nobody showed us too, since no file can say
 * otherwise. A lower answer that it gives of any one thing counts along, for that may be a part that was not shown.
 */
function answeredOfWhole(subject: Subject, id: ThingId, { criterion, name }: { readonly criterion: Criterion; readonly name: string }): Interval | undefined {
  const key = `${name}/${criterion.id}`
  const whole = rungsAnswered(criterion, answerOf(subject, [id], [key]))
  if (whole === undefined) return undefined
  const others = [...answersGiven(subject).values()].flat().flatMap((one) => (one.key === key ? (rungsAnswered(criterion, one) ?? []) : []))
  return { low: Math.min(whole.low, ...others.map((one) => one.low)), high: whole.high }
}

export const levelsOf = ({ rungs }: Criterion, { low, high }: Interval): Interval => ({ low: rungs[low]?.level ?? 0, high: rungs[high]?.level ?? 0 })

const pointsOf = ({ rungs }: Criterion, { low, high }: Interval): Interval => ({ low: rungs[low]?.points ?? 0, high: rungs[high]?.points ?? 0 })

/** Whether rungs that are still possible differ in level or in points. */
function isOpen(criterion: Criterion, rungs: Interval): boolean {
  const [levels, points] = [levelsOf(criterion, rungs), pointsOf(criterion, rungs)]
  return levels.low !== levels.high || points.low !== points.high
}

/** Whether levels or points that the criterion has are ruled out, and more than one is left. */
export function isNarrowed(criterion: Criterion, rungs: Interval): boolean {
  if (!isOpen(criterion, rungs)) return false
  const [left, all] = [rungs, { low: 0, high: criterion.rungs.length - 1 }].map((one) =>
    [levelsOf(criterion, one), pointsOf(criterion, one)].flatMap(({ low, high }) => [low, high]),
  )
  return left?.join() !== all?.join()
}

/** The level that a criterion can show at most. */
export const capOf = ({ rungs }: Criterion): number => rungs.at(-1)?.level ?? 0

/** Whether a criterion moves the score alone: all of its rungs are of one level. */
export const isInert = ({ rungs }: Criterion): boolean => new Set(rungs.map((rung) => rung.level)).size === 1
