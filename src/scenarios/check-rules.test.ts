import { describe, expect, test } from 'vitest'
import { smallWorld, subjectOfTexts } from '../../test/subject-of-texts.ts'
import { checkRules } from './check-rules.ts'
import { noTraits, traitsOf } from './traits.ts'

const known = smallWorld.scenarios.get('goes-away') ?? expect.unreachable()
const faultsOf = (when: string) => checkRules({ ...smallWorld, scenarios: new Map([['mine', { ...known, strikes: { ...known.strikes, when } }]]) })
const told = (when: string) => faultsOf(when).map((fault) => fault.message)

describe('a rule of a scenario is at fault', () => {
  test('when it does not parse', () => expect(faultsOf('operates &&')).toEqual([{ path: 'scenarios/mine', where: 'strikes.when', message: 'this is no rule in CEL: operates &&' }]))
  test('for each name that no thing has', () =>
    expect(told('nosuchname || company && other')).toEqual([expect.stringContaining('"nosuchname"'), expect.stringContaining('"other"')]))
  test('when a name is that of something every object has', () => expect(told('constructor')).toHaveLength(1))
  test.each(['kind', 'kind + company', 'nosuch(kind)', 'id > 3.0', '36.0'])('when it answers neither true nor false: %s', (when) =>
    expect(told(when)).toEqual([expect.stringContaining(when)]),
  )
})

test.each(['true', 'company && operates', "outside == 'yes' || category in ['mail', 'chat']", "['a', 'b'].exists(x, id.startsWith(x))", 'id.size() > 2'])(
  'a rule that works is no fault: %s',
  (when) => expect(told(when)).toEqual([]),
)

test('the names a rule may use are those that things have', () => {
  const traits = traitsOf(subjectOfTexts({}), 'party:faraway')
  expect(Object.keys(traits).toSorted()).toEqual(Object.keys(noTraits).toSorted())
  expect(Object.entries(traits).filter(([name, value]) => typeof value !== typeof noTraits[name])).toEqual([])
})
