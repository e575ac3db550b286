import { describe, expect, test } from 'vitest'
import { releaseOf } from './release-cycle.ts'

const release = (cycle: string, ...names: readonly string[]) => ({ cycle, names: [...names] })
const found = (version: string, ...releases: readonly ReturnType<typeof release>[]): string | undefined => releaseOf(releases, version)?.cycle

describe('the release that a version belongs to', () => {
  test('is the longest cycle that the version begins with', () => {
    expect(found('9.4', release('9'), release('9.4'))).toBe('9.4')
    expect(found('9.5', release('9'), release('9.4'))).toBe('9')
    expect(found('v1.29.3+k3s1', release('1.2'), release('1.29'))).toBe('1.29')
  })

  test('is none where the version says too little, or a number only looks like it', () => {
    expect(found('16', release('16.1'), release('16.2'))).toBeUndefined()
    expect(found('160', release('16'))).toBeUndefined()
  })

  test('may be meant by another name: a code name, a year, the number that its files bear', () => {
    const debian = [release('12', 'bookworm'), release('11', 'bullseye')]
    expect(found('bookworm-slim', ...debian)).toBe('12')
    expect(found('Bullseye', ...debian)).toBe('11')
    expect(found('2022-latest', release('16.0', '2022'), release('15.0', '2019'))).toBe('16.0')
    expect(found('10.0.17763.5', release('2019', '10.0.17763'), release('2022', '10.0.20348'))).toBe('2019')
  })

  test('is the one whose name fits best, whichever of its names that is', () => expect(found('15-SP5', release('15'), release('15.5', '15-sp5'))).toBe('15.5'))
})
