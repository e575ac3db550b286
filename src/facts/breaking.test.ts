import { describe, expect, test } from 'vitest'
import type { Subject } from '#facts/subject.ts'
import { pointsOf } from '#scenarios/points.ts'
import { smallWorld, subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import type { Step } from './break-steps.ts'
import { breaker } from './breaking.ts'
import { cutSetsOf, keyOfSet } from './cut-sets.ts'

const plan = {
  version: 1,
  home: 'NL',
  functions: { desk: { mtpd: 'PT8H' } },
  workloads: { counter: { serves: ['desk'], needs: ['post'] } },
  services: { post: { provider: 'party:faraway' }, spare: { provider: 'party:nearby' }, third: { provider: 'party:nearby-us' } },
}
const subjectOf = (more: object): Subject => subjectOfTexts({ 'deltaplan.yaml': yamlOf({ ...plan, ...more }) }, smallWorld)

/** An estate of which a part signs people in with a service of Faraway. */
function signingIn(more: object): Subject {
  const mail = smallWorld.services.get('far-mail') ?? expect.unreachable()
  const login = { ...mail, title: 'Far Login', role: 'identity-provider' as const, category: 'identity' as const, foundBy: [{ on: 'host' as const, is: ['login.faraway.io'] }] }
  const texts = {
    'deltaplan.yaml': yamlOf({ ...plan, workloads: { counter: { serves: ['desk'], match: [{ project: 'app' }] } }, ...more }),
    'compose.yaml': 'name: app\nservices:\n  web:\n    image: registry.example.org/web:1\n    environment:\n      OIDC_ISSUER: https://login.faraway.io/\n',
  }
  return subjectOfTexts(texts, { ...smallWorld, services: new Map([...smallWorld.services, ['far-login', login as typeof mail]]) })
}

/** What breaks the set of these, as short words. */
function stepsFor(subject: Subject, ...things: readonly string[]): readonly string[] {
  const sources = pointsOf(subject, 'supplier')
  const sets = cutSetsOf(subject, sources, { maxOrder: 2 }).sets.filter((one) => keyOfSet(one) === things.map((thing) => `supplier@party:${thing}`).join('\n'))
  expect(sets.length).toBeGreaterThan(0)
  return (breaker(subject, sources)(sets) ?? []).map(({ way, on }: Step) => `${way} ${on}`)
}
const needs = (...all: readonly unknown[]) => ({ workloads: { counter: { serves: ['desk'], needs: all } } })

describe('the cheapest way to break a set', () => {
  test('is to test the work by hand, where that lasts long enough', () => {
    const fallback = { what: 'paper', lasts: 'PT9H' }
    expect(stepsFor(subjectOf({ functions: { desk: { mtpd: 'PT8H', fallback } } }), 'faraway')).toEqual(['test-fallback function:desk'])
    expect(stepsFor(subjectOf({ functions: { desk: { mtpd: 'PT8H', fallback: { ...fallback, lasts: 'PT8H' } } } }), 'faraway')).toEqual(['alternative service:declared/post'])
  })

  test('is another way to sign in, and another eye on it, where no more is lost', () => {
    expect(stepsFor(signingIn({}), 'faraway')).toEqual(['sign-in service:far-login'])
    expect(stepsFor(subjectOf(needs({ on: 'post', phase: 'monitor' })), 'faraway')).toEqual(['watch service:declared/post'])
  })

  test('is nothing that leaves another need of the same thing open', () => {
    expect(stepsFor(subjectOf(needs({ on: 'post', phase: 'deploy' }, { on: 'post', phase: 'run' })), 'faraway')).toEqual(['alternative service:declared/post'])
  })

  test('is, of what is fetched, a copy that lasts for as long as the function may be without', () => {
    const general = smallWorld.profiles.get('general') ?? expect.unreachable()
    const fetched = { ...plan, ...needs({ on: 'post', phase: 'deploy' }) }
    const world = (hours: number) => ({
      ...smallWorld,
      profiles: new Map([['general', { ...general, grace: { ...general.grace, 'deploy-pinned': [hours, 720] as [number, number] } }]]),
    })
    const subject = (hours: number) => subjectOfTexts({ 'deltaplan.yaml': yamlOf(fetched) }, world(hours))
    expect(stepsFor(subject(24), 'faraway')).toEqual(['mirror service:declared/post'])
    expect(stepsFor(subject(4), 'faraway')).toEqual(['alternative service:declared/post'])
  })

  test('is one more alternative where two fall away together', () => {
    expect(stepsFor(subjectOf(needs({ anyOf: ['post', 'spare'] })), 'faraway', 'nearby')).toHaveLength(1)
  })

  test('is a step for each road, and none that is not needed', () => {
    const two = {
      functions: { desk: { mtpd: 'PT8H' }, garden: { mtpd: 'PT8H', fallback: { what: 'paper', lasts: 'PT9H' } } },
      workloads: { counter: { serves: ['desk'], match: [{ project: 'app' }] }, shed: { serves: ['garden'], needs: ['post'] } },
    }
    expect(stepsFor(signingIn(two), 'faraway')).toEqual(['test-fallback function:garden', 'sign-in service:far-login'])
  })

  test('is to leave it, where it takes more steps than anybody would call cheap', () => {
    const many = Array.from({ length: 12 }, (_, at) => `s${at}`)
    const services = Object.fromEntries(many.map((name) => [name, { provider: 'party:faraway' }]))
    expect(stepsFor(subjectOf({ services, ...needs(...many) }), 'faraway')).toEqual(['leave party:faraway'])
  })

  test('takes the alternative that is there soonest', () => {
    const exit = (low: string, high: string) => ({ exit: { takes: { low, high } } })
    const services = { post: { provider: 'party:faraway', ...exit('P50D', 'P100D') }, spare: { provider: 'party:nearby', ...exit('P2D', 'P4D') } }
    expect(stepsFor(subjectOf({ services, ...needs({ anyOf: ['post', 'spare'] }) }), 'faraway', 'nearby')).toEqual(['alternative service:declared/spare'])
  })
})
