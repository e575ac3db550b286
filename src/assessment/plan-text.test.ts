import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { entryIn, withEntry } from './plan-text.ts'

const plan = `# what we say of ourselves
version: 1
home: NL   # our country

functions:
  desk:
    mtpd: PT4H      # as long as that
# ------------------------------------
# Answers that no file can show.
# ------------------------------------
answers:
  people.diagnostics:
    value: country   # our own word
    by: CISO

# Limits.
thresholds:
  secrets: 5
`

/** The lines that a change put in and took away. */
function changed(before: string, after: string | undefined): { readonly put: readonly string[]; readonly taken: readonly string[] } {
  const [old, now] = [before.split('\n'), (after ?? '').split('\n')]
  return { put: now.filter((line) => !old.includes(line)), taken: old.filter((line) => !now.includes(line)) }
}

const answer = { value: 'yes', by: 'Head of IT' }

describe('an entry is put in', () => {
  test('behind the last of its section, and no other byte is touched', () => {
    const after = withEntry(plan, 'answers', ['dora/exit-plan', answer])
    expect(changed(plan, after)).toEqual({ put: ['  dora/exit-plan:', '    value: yes', '    by: Head of IT'], taken: [] })
    expect(after?.indexOf('dora/exit-plan')).toBeLessThan(after?.indexOf('# Limits.') ?? 0)
    expect(parse(after ?? '')).toMatchObject({ answers: { 'people.diagnostics': { value: 'country', by: 'CISO' }, 'dora/exit-plan': answer } })
  })

  test('at the end where the section is not there, or empty', () => {
    for (const before of ['version: 1\n', 'version: 1', 'version: 1\nanswers:\n', 'version: 1\nanswers: # none yet\nhome: NL\n']) {
      expect([before, entryIn(withEntry(before, 'answers', ['a/b', answer]) ?? '', 'answers', 'a/b')]).toEqual([before, answer])
    }
  })

  test('anew where it was, and only its own lines change', () => {
    const after = withEntry(plan, 'answers', ['people.diagnostics', { value: 'eu', by: 'CISO' }])
    expect(changed(plan, after)).toEqual({ put: ['    value: eu'], taken: ['    value: country   # our own word'] })
  })

  test('behind a text of several lines and behind a list', () => {
    const before = 'version: 1\nanswers:\n  a/b:\n    value: yes\n    evidence: |\n      one\n      two\n    on:\n      - x\nhome: NL\n'
    expect(parse(withEntry(before, 'answers', ['c/d', answer]) ?? '')).toMatchObject({ answers: { 'a/b': { evidence: 'one\ntwo\n', on: ['x'] }, 'c/d': answer }, home: 'NL' })
  })
})

test('a form that cannot be added to without changing more is left alone', () => {
  for (const before of ['{ version: 1 }', 'version: 1\nanswers: {}\n', 'version: 1\nanswers: { a/b: { value: 1 } }\n', 'version: [1\n', '- 1\n'])
    expect(withEntry(before, 'answers', ['a/b', answer])).toBeUndefined()
})

test('whatever stands in the file, the entry can be read afterwards and the rest says what it said', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/)
  fc.assert(
    fc.property(
      fc.dictionary(word, fc.oneof(word, fc.integer(), fc.array(word, { maxLength: 3 })), { maxKeys: 5 }),
      fc.array(word, { maxLength: 3 }),
      fc.boolean(),
      (rest, keys, ended) => {
        const own = Object.entries(rest).filter(([key]) => key !== 'answers')
        const lines = [
          ...own.map(([key, value]) => `${key}: ${JSON.stringify(value)} # ${key}`),
          ...(keys.length > 0 ? ['answers:', ...[...new Set(keys)].map((key) => `  ${key}: { value: 1 } # it`)] : []),
        ]
        const before = lines.join('\n') + (ended && lines.length > 0 ? '\n' : '')
        if (before === '') return
        const after = withEntry(before, 'answers', ['grid/one', answer]) ?? ''
        expect(entryIn(after, 'answers', 'grid/one')).toEqual(answer)
        for (const line of lines) expect(after.split('\n')).toContain(line)
      },
    ),
    { seed: 20261124 },
  )
})
