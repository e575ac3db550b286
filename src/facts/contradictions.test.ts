import { describe, expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { contradictions } from './contradictions.ts'

const found = (plan: object, more: Readonly<Record<string, string>> = {}) =>
  contradictions(subjectOfTexts({ 'deltaplan.yaml': yamlOf({ version: 1, home: 'NL', ...plan }), ...more })).map(({ kind, about, stated, found: seen }) => ({
    kind,
    about,
    stated,
    seen,
  }))
const compose = (image: string) => ({ 'shop/compose.yaml': yamlOf({ services: { web: { image } } }) })

describe('contradictions', () => {
  test('data that has to stay in a country and lies elsewhere', () =>
    expect(found({ data: { records: { residency: ['NL'], storedIn: ['US'], backedUpIn: ['NL'] } } })).toEqual([
      { kind: 'residency', about: 'dataset:records', stated: ['NL'], seen: ['jurisdiction:us'] },
    ]))

  test('data whose workload runs on other soil', () => {
    const plan = {
      functions: { desk: {} },
      workloads: { app: { serves: ['desk'], data: ['records'], needs: ['box'] } },
      services: { box: { place: 'DE' } },
      data: { records: { residency: ['NL'] } },
    }
    expect(found(plan)).toEqual([{ kind: 'residency', about: 'dataset:records', stated: ['NL'], seen: ['jurisdiction:de'] }])
  })

  test('where a supplier is seated is no soil on which data lies', () => {
    const plan = {
      functions: { desk: {} },
      workloads: { app: { serves: ['desk'], data: ['records'], needs: ['box'] } },
      services: { box: { place: 'NL', provider: 'party:faraway' } },
      data: { records: { residency: ['NL'] } },
    }
    expect(found(plan)).toEqual([])
  })

  test('completeness that was said of other evidence', () => {
    const plan = { functions: { desk: { complete: { by: 'Head of IT', date: '2026-01-01', inputs: 'sha256:old' } } } }
    expect(found(plan, compose('openbase:16')).map((one) => one.kind)).toEqual(['lapsed'])
  })

  test('a provider other than the one that is known to run it, unless both are of one group', () => {
    const plan = (provider: string) => ({ functions: { desk: {} }, services: { mail: { provider, knownAs: 'far-mail', serves: ['desk'] } } })
    expect(found(plan('The Town')).map((one) => one.kind)).toEqual(['provider'])
    expect(found(plan('Faraway Nederland B.V.'))).toEqual([])
  })

  test('a workload of which nothing was shown', () =>
    expect(found({ functions: { desk: {} }, workloads: { app: { serves: ['desk'], match: [{ namespace: 'gone' }] } } })).toEqual([
      { kind: 'not-seen', about: 'workload:app', stated: ['namespace=gone'], seen: [] },
    ]))

  test('work by hand for which software was found', () =>
    expect(
      found({ functions: { desk: {} }, workloads: { app: { serves: ['desk'], handwork: true, match: [{ project: 'shop' }] } } }, compose('openbase:16')).map((one) => one.kind),
    ).toEqual(['handwork']))

  test('an answer that the files deny', () => {
    const plan = {
      functions: { desk: {} },
      workloads: { app: { serves: ['desk'], match: [{ project: 'shop' }] } },
      answers: { 'platform.security-team': { value: false, by: 'Head of IT' } },
    }
    expect(found(plan, compose('openbase:16'))).toEqual([{ kind: 'answer', about: 'workload:app', stated: ['false'], seen: ['true'] }])
  })
})
