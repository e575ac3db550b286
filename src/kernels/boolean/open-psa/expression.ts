import type { XmlElement } from '#lang/xml-elements.ts'
import type { Definitions, Scope } from './definitions.ts'
import { type Told, tell } from './told.ts'

/** Time that a system is asked to serve, in hours, where none is given: a year of 365 days, as other programs take it. */
export const missionHours = 8760

export interface Reckoning {
  readonly definitions: Definitions
  readonly missionTime: number
  readonly told: Told
  /** Values of parameters that are known already; `open` while one is being worked out. */
  readonly known: Map<XmlElement, number | 'open'>
  depth: number
}

/** Parameters that lead to parameters further than this are not followed. */
const deepest = 500

/** The value of an expression, or NaN where it is not known; why not has then been told. Of a random deviate its mean is taken. */
export function reckoned(reckoning: Reckoning, element: XmlElement, scope: Scope): number {
  const literal = literals[element.name]
  if (literal) return literal(reckoning, element)
  if (element.name === 'parameter') return parameterValue(reckoning, element, scope)
  const sum = sums[element.name]
  if (sum === undefined || !sum.counts(element.children.length)) {
    tell(reckoning.told, element, 'unsupported', { what: element.name, children: String(element.children.length) }, 'warning')
    return Number.NaN
  }
  return sum.value(element.children.map((child) => reckoned(reckoning, child, scope)))
}

const literals: Readonly<Record<string, (reckoning: Reckoning, element: XmlElement) => number>> = {
  float: numberOf,
  int: numberOf,
  bool: ({ told }, element) => {
    const value = element.attributes['value']
    if (value === 'true' || value === 'false') return Number(value === 'true')
    tell(told, element, 'bad-value', { what: element.name, value: value ?? '' })
    return Number.NaN
  },
  pi: () => Math.PI,
  'system-mission-time': ({ missionTime }) => missionTime,
}

function numberOf({ told }: Reckoning, element: XmlElement): number {
  const text = element.attributes['value'] ?? ''
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(value)) tell(told, element, 'bad-value', { what: element.name, value: text })
  return Number.isFinite(value) ? value : Number.NaN
}

function parameterValue(reckoning: Reckoning, element: XmlElement, scope: Scope): number {
  const name = element.attributes['name'] ?? ''
  const found = reckoning.definitions.find(name, scope)
  if (found?.element.name !== 'define-parameter') {
    tell(reckoning.told, element, 'undefined', { name })
    return Number.NaN
  }
  const known = reckoning.known.get(found.element)
  if (known === 'open' || reckoning.depth > deepest) {
    tell(reckoning.told, element, known === 'open' ? 'cycle' : 'too-deep', { name })
    return Number.NaN
  }
  if (known !== undefined) return known
  const body = bodyOf(found.element)
  reckoning.known.set(found.element, 'open')
  reckoning.depth++
  const value = body === undefined ? Number.NaN : reckoned(reckoning, body, found.scope)
  reckoning.depth--
  reckoning.known.set(found.element, value)
  return value
}

/** The expression or formula of a definition: its one child that is neither a label nor attributes. */
export const bodyOf = (element: XmlElement): XmlElement | undefined => element.children.find(({ name }) => name !== 'label' && name !== 'attributes')

interface Sum {
  counts(children: number): boolean
  value(values: readonly number[]): number
}

const any = (children: number): boolean => children > 0
const exactly =
  (...wanted: readonly number[]) =>
  (children: number): boolean =>
    wanted.includes(children)
const at = (values: readonly number[], place: number): number => values[place] ?? Number.NaN
const one = (value: (x: number) => number): Sum => ({ counts: exactly(1), value: (values) => value(at(values, 0)) })
const failed = (rate: number, time: number): number => -Math.expm1(-rate * time)

/** Expressions over the values of their children. Their formulas are those of the Open-PSA Model Exchange Format 2.0d. */
const sums: Readonly<Record<string, Sum>> = {
  exponential: { counts: exactly(2), value: (values) => failed(at(values, 0), at(values, 1)) },
  GLM: {
    counts: exactly(4),
    value: (values) => {
      const [onDemand, failure, repair, time] = [at(values, 0), at(values, 1), at(values, 2), at(values, 3)]
      const both = failure + repair
      return both === 0 ? onDemand : failure / both - (failure / both - onDemand) * Math.exp(-both * time)
    },
  },
  Weibull: {
    counts: exactly(4),
    value: (values) => {
      const age = at(values, 3) - at(values, 2)
      return age <= 0 ? 0 : -Math.expm1(-((age / at(values, 0)) ** at(values, 1)))
    },
  },
  // A test at θ and then every τ, at which what failed is repaired at once. At the very time of a test it is the value just before it.
  'periodic-test': {
    counts: exactly(4),
    value: (values) => {
      const [rate, every, first, time] = [at(values, 0), at(values, 1), at(values, 2), at(values, 3)]
      if (time <= first) return failed(rate, time)
      const since = (time - first) % every
      return failed(rate, since === 0 ? every : since)
    },
  },
  neg: one((x) => -x),
  exp: one(Math.exp),
  log: one(Math.log),
  log10: one(Math.log10),
  sqrt: one(Math.sqrt),
  abs: one(Math.abs),
  add: { counts: any, value: (values) => values.reduce((sum, x) => sum + x) },
  sub: { counts: any, value: (values) => values.reduce((sum, x) => sum - x) },
  mul: { counts: any, value: (values) => values.reduce((sum, x) => sum * x) },
  div: { counts: any, value: (values) => values.reduce((sum, x) => sum / x) },
  pow: { counts: exactly(2), value: (values) => at(values, 0) ** at(values, 1) },
  min: { counts: any, value: (values) => Math.min(...values) },
  max: { counts: any, value: (values) => Math.max(...values) },
  mean: { counts: any, value: (values) => values.reduce((sum, x) => sum + x) / values.length },
  'uniform-deviate': { counts: exactly(2), value: (values) => (at(values, 0) + at(values, 1)) / 2 },
  'normal-deviate': { counts: exactly(2), value: (values) => at(values, 0) },
  // Three: mean, error factor, its level. Two: μ and σ of the logarithm.
  'lognormal-deviate': { counts: exactly(2, 3), value: (values) => (values.length === 3 ? at(values, 0) : Math.exp(at(values, 0) + at(values, 1) ** 2 / 2)) },
  'gamma-deviate': { counts: exactly(2), value: (values) => at(values, 0) * at(values, 1) },
  'beta-deviate': { counts: exactly(2), value: (values) => at(values, 0) / (at(values, 0) + at(values, 1)) },
}
