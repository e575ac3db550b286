import { expect, test } from 'vitest'
import { nearest, nearestOf } from './nearest.ts'

test('the nearest word is one that a slip explains', () => {
  expect(nearest('mtdp', ['mtpd', 'rto'])).toBe('mtpd')
  expect(nearest('composeprofile', ['composeProfiles'])).toBe('composeProfiles')
  expect(nearest('danger-to-life', ['dangerToLife'])).toBe('dangerToLife')
  expect(nearest('colour', ['mtpd', 'rto'])).toBeUndefined()
  expect(nearest('x'.repeat(10_000), ['mtpd'])).toBeUndefined()
})

test('of several words the nearest come first, and words that no slip explains do not come', () =>
  expect(nearestOf('dora/exit-pln', ['dora/exit-plan', 'dora/register', 'dora/exit-clan'], 3)).toEqual(['dora/exit-plan', 'dora/exit-clan']))
