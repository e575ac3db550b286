import { describe, expect, test } from 'vitest'
import { levelOf, objectiveShare, standingOf } from '#analyses/frameworks/standing.ts'
import { type Grade, gradesOf, isInert, levelsOf } from '#analyses/grades.ts'
import type { ThingId } from '#estate/claim.ts'
import { alternatives, criticalities, impacts, plans, reintegrations, substitutabilities } from '#importers/dora-register/lists.ts'
import { weightedShare } from '#kernels/scores/weighted-share.ts'
import { readKnowledge } from '#knowledge/knowledge.ts'
import type { Criterion } from '#knowledge/schema-frameworks.ts'
import { published, publishedFramework, worldWithFrameworks } from './published-frameworks.ts'
import { subjectOfTexts, yamlOf } from './subject-of-texts.ts'

/** The worked cases of each framework, as its publisher or those who studied it tell them. */

const csf = publishedFramework('eu-csf-guidance-2026')
const best = (criterion: Criterion): number => criterion.rungs.at(-1)?.points ?? 0
const grade = (criterion: Criterion, rung: number): Grade => {
  const at = { low: rung, high: rung }
  const points = criterion.rungs[rung]?.points ?? 0
  return {
    criterion,
    items: [],
    interval: levelsOf(criterion, at),
    points: { low: points, high: points },
    applies: true,
    answered: true,
    narrowed: false,
    complete: true,
    open: [],
    at: [],
  }
}

describe('CSF guidance and calculator of June 2026', () => {
  const { framework } = csf
  test('has 48 criteria in eight objectives, 8, 6, 5, 6, 7, 5, 7 and 4', () =>
    expect(framework.objectives.map((one) => framework.criteria.filter((criterion) => criterion.objective === one.id).length)).toEqual([8, 6, 5, 6, 7, 5, 7, 4]))

  test('has the published maxima, which are not quite a thousand each', () => {
    const maxima = framework.objectives.map((one) => framework.criteria.filter((criterion) => criterion.objective === one.id).reduce((sum, criterion) => sum + best(criterion), 0))
    expect(maxima.map((sum) => Number(sum.toFixed(2)))).toEqual([1000.03, 1002, 1000, 1002, 1001, 1000, 1001, 1000])
  })

  test('weighs 20, 10, 10, 15, 10, 15, 15 and 5', () => expect(framework.objectives.map((one) => one.weight)).toEqual([20, 10, 10, 15, 10, 15, 15, 5]))

  test('gives a perfect offer 100.08 percent, which is cut to 100', () => {
    const uncut = framework.objectives.reduce((sum, one) => {
      const points = framework.criteria.filter((criterion) => criterion.objective === one.id).reduce((total, criterion) => total + best(criterion), 0)
      return sum + (points / (one.most ?? 1)) * (one.weight ?? 0)
    }, 0)
    expect(uncut).toBeCloseTo(100.08, 2)
    const groups = framework.objectives.map((one) => ({
      weight: one.weight ?? 0,
      most: one.most ?? 1,
      parts: framework.criteria.filter((criterion) => criterion.objective === one.id).map((criterion) => ({ low: best(criterion), high: best(criterion) })),
    }))
    expect(weightedShare(groups)).toEqual({ low: 1, high: 1 })
  })

  test('has nine criteria that move the score alone', () =>
    expect(framework.criteria.filter(isInert).map((one) => one.id)).toEqual(['1.2', '1.4', '1.5', '1.6', '1.7', '2.5', '5.3', '7.2', '8.4']))

  test('holds the whole down to a level when one criterion is at its worst', () => {
    const perfect = framework.criteria.map((criterion) => grade(criterion, criterion.rungs.length - 1))
    expect(levelOf(framework, perfect)).toEqual({ low: 4, high: 4 })
    const byLevel = (level: number): readonly string[] =>
      framework.criteria.flatMap((criterion, at) => (levelOf(framework, perfect.with(at, grade(criterion, 0))).high === level ? [criterion.id] : []))
    expect(byLevel(0)).toEqual(['1.8', '2.4', '3.1', '3.2', '3.3', '3.4', '4.5', '4.6', '5.4', '6.1', '6.2', '6.5', '7.4', '7.5', '8.2'])
    expect(byLevel(1)).toEqual(['1.1', '2.1', '2.2', '2.3', '4.1', '4.2', '4.3', '4.4', '5.1', '5.2', '5.5', '5.6', '5.7', '7.1', '7.3', '7.6', '7.7', '8.1', '8.3'])
    expect(byLevel(2)).toEqual(['1.3', '3.5', '6.3', '6.4'])
    expect(byLevel(3)).toEqual(['2.6'])
    expect(byLevel(4)).toEqual(framework.criteria.filter(isInert).map((one) => one.id))
  })

  test('ranks by score only within one level: an average never lifts the lowest criterion', () => {
    const lowest = framework.criteria.map((criterion, at) => grade(criterion, at === 13 ? 0 : criterion.rungs.length - 1))
    expect(lowest[13]?.criterion.id).toBe('2.6')
    expect(levelOf(framework, lowest).high).toBe(3)
    expect(objectiveShare(framework, 'sov-2', lowest)?.high).toBeCloseTo((1002 - 167) / 1000, 10)
  })

  test('has nine technical blocks, of which the first six are critical, and says that SEAL-4 is out of reach because of chips', () => {
    expect(framework.blocks.map((one) => one.critical)).toEqual([true, true, true, true, true, true, false, false, false])
    expect(JSON.stringify(framework.notes)).toMatch(/SEAL-4 is out of reach today.*chips/)
  })
})

describe('CSF 1.2.1', () => {
  const { framework } = publishedFramework('eu-csf-1.2.1')
  test('has 39 factors, 6, 5, 4, 6, 5, 4, 5 and 4, and other weights than the guidance', () => {
    expect(framework.objectives.map((one) => framework.criteria.filter((criterion) => criterion.objective === one.id).length)).toEqual([6, 5, 4, 6, 5, 4, 5, 4])
    expect(framework.objectives.map((one) => one.weight)).toEqual([15, 10, 10, 15, 20, 15, 10, 5])
  })
})

const sources = [{ url: 'https://example.org/register', read: '2026-10-01', level: 'verified' }]
const party = (id: string, more: object) => ({ path: `parties/${id}.yaml`, value: { title: id, kind: 'company', seat: 'nl', sources, ...more } })

/** How one provider stands against a framework, in the small world with some parties added. */
function standOf(
  id: string,
  provider: string,
  { parties = [], more = {}, complete = true }: { readonly parties?: readonly ReturnType<typeof party>[]; readonly more?: object; readonly complete?: boolean } = {},
) {
  const { knowledge, faults } = readKnowledge(parties, worldWithFrameworks)
  expect(faults).toEqual([])
  const plan = {
    version: 1,
    home: 'NL',
    functions: { desk: { mtpd: 'PT4H', ...(complete ? { complete: { by: 'Head of IT', date: '2026-10-01', inputs: '{digest}' } } : {}) } },
    workloads: { app: { serves: ['desk'], needs: ['mail'] } },
    services: { mail: { provider } },
    ...more,
  }
  const subject = subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) }, knowledge)
  const workload: ThingId = 'workload:app'
  const standing = standingOf(subject)(workload, publishedFramework(id))
  const rungs = (criterion: string): readonly string[] => {
    const found = gradesOf(subject, workload, publishedFramework(id)).find((one) => one.criterion.id === criterion)
    return (found?.items ?? []).flatMap((item) => found?.criterion.rungs.slice(item.rungs.low, item.rungs.high + 1).map((rung) => rung.id) ?? [])
  }
  return { standing, rungs }
}

describe('SecNumCloud 3.2, 19.6', () => {
  const owns = (...parents: readonly (readonly [string, number])[]) => ({ parents: parents.map(([name, share]) => ({ party: name, share })) })
  const held = (share: number) =>
    standOf('secnumcloud-3.2', 'party:low', {
      parties: [
        party('far', { seat: 'us' }),
        party('state', { kind: 'government' }),
        party('holding', owns(['far', 90], ['state', 10])),
        party('low', owns(['holding', share], ['state', 100 - share])),
      ],
    })

  test('b: twenty-seven percent by a chain are too many in one hand, and not together', () => {
    expect(held(30).rungs('b-single')).toEqual(['no'])
    expect(held(30).rungs('b-together')).toEqual(['yes'])
    expect(held(30).standing.level).toEqual({ low: 0, high: 0 })
  })

  test('b: up to twenty-four percent by a chain are within', () => {
    expect(held(26).rungs('b-single')).toEqual(['yes'])
    expect(held(45).rungs('b-together')).toEqual(['no'])
  })

  test('a: a seat outside fails; one inside leaves administration and establishment to be shown', () => {
    expect(standOf('secnumcloud-3.2', 'party:faraway').rungs('a')).toEqual(['no'])
    expect(standOf('secnumcloud-3.2', 'party:nearby').rungs('a')).toEqual(['no', 'yes'])
  })

  test('a to f have all to be met, and an answer to each is enough where nothing was read against it', () => {
    const answers = Object.fromEntries(['a', 'e', 'f'].map((letter) => [`secnumcloud-3.2/${letter}`, { value: 'yes', by: 'CISO', evidence: 'articles of association' }]))
    const { standing } = standOf('secnumcloud-3.2', 'party:nearby', { more: { answers } })
    expect(standing.level).toEqual({ low: 1, high: 1 })
    expect(standOf('secnumcloud-3.2', 'party:faraway-nl', { more: { answers } }).standing.level).toEqual({ low: 0, high: 0 })
  })

  test('c, d: a sub-contractor from outside is asked as well, where the test of owners is of the provider alone', () => {
    const contracts = { one: { covers: ['mail'], counterparty: 'party:nearby', subcontractors: [{ name: 'Deep Down Inc.', country: 'US' }] } }
    const { rungs } = standOf('secnumcloud-3.2', 'party:nearby', { more: { contracts } })
    expect(rungs('a')).toHaveLength(2)
    expect(rungs('c')).toEqual(['no', 'yes', 'yes'])
  })
})

describe('CSF of one provider', () => {
  test('a provider owned from outside stays at SEAL-1, whatever else is unknown', () => {
    const { standing, rungs } = standOf('eu-csf-guidance-2026', 'party:faraway-nl')
    expect(rungs('1.1')).toEqual(['wholly-outside'])
    expect(rungs('2.2')).toEqual(['exposed', 'clauses', 'eu-subsidiary'])
    expect(standing.level).toEqual({ low: 0, high: 1 })
  })

  test('the score runs from worst to best, and both ends lie within nought and one', () => {
    const { standing } = standOf('eu-csf-guidance-2026', 'party:nearby')
    expect(standing.score?.low).toBeGreaterThan(0)
    expect(standing.score?.high).toBeLessThanOrEqual(1)
  })
})

describe('DORA', () => {
  const { framework } = publishedFramework('dora')
  const codes = (id: string): Readonly<Record<string, string>> =>
    Object.fromEntries((framework.criteria.find((one) => one.id === id)?.rungs ?? []).map((rung) => [rung.code?.slice(rung.code.indexOf(':') + 1) ?? '', rung.id]))

  test('writes the closed lists of B_07.01 as the register reads them', () => {
    expect(codes('substitutability')).toEqual(substitutabilities)
    expect(codes('reintegration')).toEqual(reintegrations)
    expect(codes('exit-plan')).toEqual(plans)
    expect(codes('impact')).toEqual(impacts)
    expect(Object.entries(codes('alternatives')).toSorted()).toEqual(Object.entries(alternatives).toSorted())
    expect(Object.keys(criticalities)).toEqual(['x28', 'x29', 'x21'].toSorted((a, b) => Object.keys(criticalities).indexOf(a) - Object.keys(criticalities).indexOf(b)))
  })

  test('asks the chain of every service, and weighs a provider under the law of a third country', () => {
    const { rungs } = standOf('dora', 'party:faraway')
    expect(rungs('third-country')).toEqual(['unweighed', 'weighed'])
    expect(standOf('dora', 'party:nearby').rungs('third-country')).toEqual(['none'])
    expect(rungs('concentration')).toEqual(['heavy'])
  })
})

describe('BIO2 and NIS2', () => {
  test('a register without a service in it is none yet, and others may still have their contract', () =>
    expect(standOf('bio2', 'party:nearby').rungs('5.22.02')).toEqual(['no', 'partly', 'yes']))
  test('a fallback that was tested within the year is in place', () => {
    const functions = { desk: { mtpd: 'PT4H', fallback: { what: 'Paper', tested: '2026-05-01' } } }
    expect(standOf('bio2', 'party:nearby', { more: { functions } }).rungs('5.30.01')).toEqual(['yearly'])
    expect(standOf('nis2', 'party:nearby', { more: { functions: { desk: { fallback: { what: 'Paper', tested: '2024-05-01' } } } } }).rungs('continuity-test')).toEqual(['older'])
  })
})

test('every framework says in its notes or marks what is ours in it', () => {
  for (const [id, one] of published) if (id !== 'deltaplan-ladder') expect([id, one.notes.length > 0]).toEqual([id, true])
})
