import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standingOf, workloadsAsked } from '#analyses/frameworks/standing.ts'
import { pillarGrades } from '#analyses/spectrum/grades.ts'
import { assess } from '#assessment/assess.ts'
import { assessmentForm } from '#assessment/assessment-schema.ts'
import { thingsOfKind } from '#estate/estate.ts'
import { completeWorkloads } from '#facts/completeness.ts'
import { singlePoints } from '#facts/single-points.ts'
import type { Subject } from '#facts/subject.ts'
import { isRecord, stableJson } from '#lang/json.ts'
import { published, worldWithFrameworks } from './published-frameworks.ts'
import { requestOfTexts, subjectOfTexts, yamlOf } from './subject-of-texts.ts'

/** Laws that hold for every estate, whatever is in it. */

type Files = Readonly<Record<string, string>>

const images = ['openbase:15', 'openbase:16', 'openbase', 'registry.faraway.io/closedbase:9', 'example/unheard-of:1']
const projects = ['alpha', 'beta', 'gamma']
const shapes = fc.record({
  images: fc.array(fc.array(fc.constantFrom(...images), { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
  complete: fc.boolean(),
  anyOf: fc.boolean(),
})

/** Three projects with one workload that holds them all, and one function that it serves. */
function estate({ images: all, complete, anyOf }: { readonly images: readonly (readonly string[])[]; readonly complete: boolean; readonly anyOf: boolean }): Files {
  const services = { post: { provider: 'party:faraway' }, other: { provider: 'party:nearby' } }
  const plan = {
    version: 1,
    home: 'NL',
    functions: { desk: { mtpd: 'PT8H', ...(complete ? { complete: { by: 'Head of IT', date: '2026-10-01', inputs: '{digest}' } } : {}) } },
    workloads: { counter: { serves: ['desk'], match: projects.map((project) => ({ project })), needs: [anyOf ? { anyOf: ['post', 'other'] } : 'post'] } },
    services,
  }
  const composes = projects.map(
    (project, at) => [`${project}/compose.yaml`, yamlOf({ services: Object.fromEntries((all[at] ?? []).map((image, index) => [`s${index}`, { image }])) })] as const,
  )
  return { 'deltaplan.yaml': yamlOf(plan), ...Object.fromEntries(composes) }
}

/** The low ends of all pillars of all workloads, by name. */
const lows = (subject: Subject): ReadonlyMap<string, number> =>
  new Map(thingsOfKind(subject.estate, 'workload').flatMap((one) => pillarGrades(subject)(one.id).map((grade) => [`${one.id} ${grade.pillar}`, grade.interval.low] as const)))

/** The files with completeness filled in for the whole, so that leaving one out makes it lapse. */
function vouched(files: Files): Files {
  const { evidenceDigest } = subjectOfTexts({ ...files, 'deltaplan.yaml': (files['deltaplan.yaml'] ?? '').replaceAll('{digest}', 'none') })
  return { ...files, 'deltaplan.yaml': (files['deltaplan.yaml'] ?? '').replaceAll('{digest}', evidenceDigest) }
}

describe('leaving out a file', () => {
  test('never raises a low end', () => {
    fc.assert(
      fc.property(shapes, fc.constantFrom(...projects), (shape, project) => {
        const files = vouched(estate(shape))
        const { [`${project}/compose.yaml`]: _, ...rest } = files
        const [before, after] = [lows(subjectOfTexts(files)), lows(subjectOfTexts(rest))]
        for (const [name, low] of after) expect([name, low <= (before.get(name) ?? 0)]).toEqual([name, true])
      }),
      { numRuns: 40, seed: 20261124 },
    )
  })

  test('never raises a low end of any published framework, in level or in score', () => {
    const standings = (texts: Files): ReadonlyMap<string, number> => {
      const subject = subjectOfTexts(texts, worldWithFrameworks)
      return new Map(
        [...published].flatMap(([id, framework]) =>
          workloadsAsked(subject).flatMap((about) => {
            const { level, score } = standingOf(subject)(about, { id, framework })
            return [[`${id} ${about} level`, level.low] as const, [`${id} ${about} score`, score?.low ?? 0] as const]
          }),
        ),
      )
    }
    // Some answers of the organisation hold for what is not shown as well.
    const answered = (files: Files): Files => ({
      ...files,
      'deltaplan.yaml': yamlOf({
        ...(JSON.parse(files['deltaplan.yaml'] ?? '{}') as object),
        answers: { 'nis2/policy': { value: 'yes', by: 'CISO' }, 'dora/audit-rights': { value: 'partly', by: 'CISO' } },
      }),
    })
    fc.assert(
      fc.property(shapes, fc.constantFrom(...projects), (shape, project) => {
        const files = vouched(answered(estate(shape)))
        const { [`${project}/compose.yaml`]: _, ...rest } = files
        const [before, after] = [standings(files), standings(rest)]
        for (const [name, low] of after) expect([name, low <= (before.get(name) ?? 0) + 1e-9]).toEqual([name, true])
      }),
      { numRuns: 15, seed: 20261124 },
    )
  })

  test('takes away the word of whoever vouched for the whole', () => {
    const files = vouched(estate({ images: [['openbase:16'], ['openbase:16'], ['openbase:16']], complete: true, anyOf: true }))
    const { 'beta/compose.yaml': _, ...rest } = files
    expect([...completeWorkloads(subjectOfTexts(files))]).toContain('workload:counter')
    expect([...completeWorkloads(subjectOfTexts(rest))]).toEqual([])
  })

  test('never makes a single point certain that was not', () => {
    fc.assert(
      fc.property(shapes, fc.constantFrom(...projects), (shape, project) => {
        const files = estate(shape)
        const { [`${project}/compose.yaml`]: _, ...rest } = files
        const certain = (texts: Files): readonly string[] =>
          singlePoints(subjectOfTexts(texts))
            .filter((one) => one.verdict === 'certain')
            .map((one) => `${one.thing} ${one.function}`)
        const before = new Set(certain(files))
        expect(certain(rest).filter((one) => !before.has(one))).toEqual([])
      }),
      { numRuns: 40, seed: 20261124 },
    )
  })
})

/** A result without the places that prove it. */
function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (key === 'at' || key === 'evidence' || key === 'proof' || key === 'inputs' ? [] : [[key, withoutPlaces(item)]])),
  )
}

const bill = yamlOf({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: { component: { type: 'application', name: 'counter', version: '1' } },
  components: [{ type: 'library', name: 'left', purl: 'pkg:npm/left@1' }],
})
const register = 'service,provider,functions\nPost,Faraway,desk\n'
const state = yamlOf({
  version: 4,
  terraform_version: '1.9.0',
  serial: 1,
  lineage: 'one',
  resources: [{ mode: 'managed', type: 'far_box', name: 'a', provider: 'provider["registry.terraform.io/far/far"]', instances: [{ attributes: { region: 'x' } }] }],
})

describe('renaming a file that no format names', () => {
  test.each([
    ['bill.json', 'other.json', bill],
    ['register.csv', 'leveranciers.csv', register],
    ['far.tfstate', 'far.json', state],
  ])('%s to %s changes only places', async (name, other, text) => {
    const rest = { 'alpha/compose.yaml': yamlOf({ services: { s: { image: 'openbase:16' } } }) }
    const [one, two] = await Promise.all([name, other].map(async (path) => stableJson(withoutPlaces(await assess(requestOfTexts({ ...rest, [path]: text }))))))
    expect(two?.replaceAll(other, name)).toBe(one)
  })
})

describe('the same input', () => {
  const files = estate({ images: [['openbase:15', 'registry.faraway.io/closedbase:9'], ['openbase'], ['example/unheard-of:1']], complete: false, anyOf: false })

  test('gives the same bytes, in whatever order the files come', async () => {
    const one = stableJson(await assess(requestOfTexts(files)))
    const turned = stableJson(await assess(requestOfTexts(Object.fromEntries(Object.entries(files).reverse()))))
    expect(turned).toBe(one)
  })

  test('has the published form', async () => {
    const read = assessmentForm.safeParse(JSON.parse(stableJson(await assess(requestOfTexts(files)))))
    expect(read.error?.issues ?? []).toEqual([])
  })

  test('says no absolute path and no language', async () => {
    const text = stableJson(await assess(requestOfTexts(files)))
    expect(text).not.toContain(process.cwd())
    expect(text).not.toMatch(/"lang(uage)?":/)
  })
})
