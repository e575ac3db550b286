import { expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { isSameGroup } from './party-group.ts'

const plan = {
  version: 1,
  functions: { desk: {} },
  workloads: { app: { serves: ['desk'], needs: ['a', 'b', 'c', 'd'] } },
  services: { a: { provider: 'Faraway' }, b: { provider: 'party:faraway-nl' }, c: { provider: 'party:halfway' }, d: { provider: 'party:nearby' } },
}
const subject = subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan) })

test('a daughter is of the group of her mother, under whichever name a file has for her', () => {
  expect(isSameGroup(subject, 'party:named/deltaplan.yaml/faraway', 'party:faraway-nl')).toBe(true)
  expect(isSameGroup(subject, 'party:faraway-nl', 'party:faraway')).toBe(true)
})

test('a third of the shares makes no group, and strangers are none', () => {
  expect(isSameGroup(subject, 'party:halfway', 'party:faraway')).toBe(false)
  expect(isSameGroup(subject, 'party:nearby', 'party:faraway')).toBe(false)
})
