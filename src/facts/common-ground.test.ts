import { expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { commonGround } from './common-ground.ts'

const shared = (count: number, service: object, needs: unknown = 'root') =>
  commonGround(
    subjectOfTexts({
      'deltaplan.yaml': yamlOf({
        version: 1,
        functions: { desk: {} },
        workloads: {
          paper: { serves: ['desk'], handwork: true },
          ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`w${at}`, { serves: ['desk'], needs: [needs] }])),
        },
        services: { root: service, ...(needs === 'root' ? {} : { spare: { provider: 'party:nearby' } }) },
      }),
    }),
  ).map((one) => `${one.party} ${one.workloads}`)

test('what every workload leans on without a known alternative is common ground; work by hand does not count', () =>
  expect(shared(3, { provider: 'party:faraway' })).toEqual(['party:faraway 3']))

test('two workloads have no common ground', () => expect(shared(2, { provider: 'party:faraway' })).toEqual([]))

test('where an alternative is stated or known, it is no common ground', () => {
  expect(shared(3, { provider: 'party:faraway' }, { anyOf: ['root', 'spare'] })).toEqual([])
  expect(shared(3, { knownAs: 'far-mail' })).toEqual([])
})
