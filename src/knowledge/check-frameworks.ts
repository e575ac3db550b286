import { around } from '#lang/interval.ts'
import type { Knowledge, KnowledgeFault } from './knowledge.ts'
import type { Criterion, Framework } from './schema-frameworks.ts'

/** Frameworks that cannot be folded as they say: weights, rungs, and references within the file. Facts and rules are checked where those are known. */
export const checkFrameworks = (knowledge: Knowledge): readonly KnowledgeFault[] =>
  [...knowledge.frameworks].flatMap(([id, one]) =>
    [...weightFaults(one), ...nameFaults(one, knowledge), ...one.criteria.flatMap((criterion) => rungFaults(criterion, one))].map((fault) => ({
      path: `frameworks/${id}`,
      ...fault,
    })),
  )

type Fault = Omit<KnowledgeFault, 'path'>

/** Weights are percents of one score: all objectives have one and they add up to 100, or none has. */
function weightFaults({ objectives, criteria }: Framework): readonly Fault[] {
  const weights = objectives.flatMap((one) => one.weight ?? [])
  if (weights.length === 0) return []
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return [
    ...(weights.length < objectives.length ? [{ where: 'objectives', message: 'some have a weight and some have none' }] : []),
    ...(Math.abs(sum - 100) > 1e-9 ? [{ where: 'objectives', message: `the weights add up to ${sum}, not to 100` }] : []),
    ...criteria
      .filter((one) => one.rungs.some((rung) => rung.points === undefined))
      .map((one) => ({ where: one.id, message: 'there are weights, and rungs of it have no points' })),
  ]
}

function nameFaults({ levels, objectives, blocks, criteria, profiles }: Framework, knowledge: Knowledge): readonly Fault[] {
  const known = new Set(objectives.map((one) => one.id))
  const categories = new Set([...knowledge.services.values()].map((one) => one.category))
  const kinds = new Set<string>([...knowledge.platforms.values()].map((one) => one.kind))
  return [
    ...repeated(objectives.map((one) => one.id)).map((name) => ({ where: 'objectives', message: `"${name}" stands there twice` })),
    ...repeated(blocks.map((one) => one.id)).map((name) => ({ where: 'blocks', message: `"${name}" stands there twice` })),
    ...repeated(criteria.map((one) => one.id)).map((name) => ({ where: 'criteria', message: `"${name}" stands there twice` })),
    ...criteria.filter((one) => !known.has(one.objective)).map((one) => ({ where: one.id, message: `there is no objective "${one.objective}"` })),
    ...blocks.flatMap((one) => one.categories.filter((name) => !categories.has(name)).map((name) => ({ where: one.id, message: `no service is of the category "${name}"` }))),
    ...blocks.flatMap((one) => one.platforms.filter((name) => !kinds.has(name)).map((name) => ({ where: one.id, message: `no platform is of the kind "${name}"` }))),
    ...profiles.filter((one) => !knowledge.profiles.has(one)).map((one) => ({ where: 'profiles', message: `"${one}" is not in the knowledge base` })),
    ...(isRising(
      levels.map((one) => one.level),
      true,
    )
      ? []
      : [{ where: 'levels', message: 'they do not rise from low to high' }]),
  ]
}

function rungFaults({ id, fact, rungs }: Criterion, { levels }: Framework): readonly Fault[] {
  const known = levels.map((one) => one.level)
  const points = rungs.flatMap((rung) => rung.points ?? [])
  return [
    ...rungs.filter((rung) => !known.includes(rung.level)).map((rung) => ({ where: id, message: `there is no level ${rung.level}` })),
    ...repeated(rungs.map((rung) => rung.id)).map((name) => ({ where: id, message: `the rung "${name}" stands there twice` })),
    ...(isRising(rungs.map((rung) => rung.level)) ? [] : [{ where: id, message: 'the levels fall from one rung to the next' }]),
    ...(isRising(points) ? [] : [{ where: id, message: 'the points fall from one rung to the next' }]),
    ...(points.length === 0 || points.length === rungs.length ? [] : [{ where: id, message: 'some rungs have points and some have none' }]),
    ...(points.length > 0 && around(points).high === 0 ? [{ where: id, message: 'no rung gives a point' }] : []),
    ...(fact === undefined && rungs.some((rung) => rung.when !== undefined) ? [{ where: id, message: 'a rung has a rule, and no fact gives its value' }] : []),
    ...(fact !== undefined && rungs.every((rung) => rung.when === undefined) ? [{ where: id, message: 'a fact is named, and no rung has a rule for its value' }] : []),
  ]
}

const repeated = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]

const isRising = (numbers: readonly number[], strictly = false): boolean =>
  numbers.every((number, at) => at === 0 || (strictly ? number > (numbers[at - 1] ?? 0) : number >= (numbers[at - 1] ?? 0)))
