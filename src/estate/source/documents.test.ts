import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { sourceFile } from '../source-file.ts'
import { documentsOf } from './documents.ts'

const read = (text: string) => documentsOf(sourceFile('a.yaml', text))
const values = (text: string): readonly unknown[] => read(text).documents.map((one) => one.value)
const told = (text: string) => read(text).diagnostics.map((one) => [one.line, one.code, ...Object.values(one.values ?? {})].join(' '))
const place = (text: string, ...path: readonly (string | number)[]) => {
  const { pointer, line } = read(text).documents[0]?.place(path) ?? {}
  return `${pointer} ${line}`
}

test('a file that starts like JSON is JSON, in any white space and behind any mark', () => {
  expect(values('{"a": [1, null]}')).toEqual([{ a: [1, null] }])
  expect(values('\uFEFF\uFEFF \n[1]')).toEqual([[1]])
  expect(values('{a: 1, b: [x]}')).toEqual([{ a: 1, b: ['x'] }])
})

test('JSON is read up to its fault, and the fault has its line', () => {
  expect(values('{"a": 1,\n"b": [2, 3,\n"c": }')).toEqual([{ a: 1, b: [2, 3, 'c'] }])
  expect(told('{"a": 1,\n"b": [2, 3,\n"c": }')).toEqual(['3 unreadable json'])
  expect(told('{"a": 1')).toEqual(['1 unreadable json'])
})

test('a document that is broken costs no other one, and keeps its own first part', () => {
  const text = 'a: 1\n---\nb: 2\nc: "open\nd: 3\n---\ne: 4\n'
  expect(values(text)[0]).toEqual({ a: 1 })
  expect(values(text)[1]).toMatchObject({ b: 2 })
  expect(values(text)[2]).toEqual({ e: 4 })
  expect(told(text)).toEqual(['4 unreadable yaml'])
})

test('documents are parted by their markers alone, and count also when they are empty', () => {
  const stream = '# licence\n---\na: 1\n---\n# nothing\n---\nb: |\n  --- no marker\n...\n%YAML 1.2\n---\nc: 1\n'
  expect(values(stream)).toEqual([{ a: 1 }, { b: '--- no marker\n' }, { c: 1 }])
  expect(read(stream).documents.map((one) => one.place(['a']).pointer)).toEqual(['/0/a', '/2/a', '/3/a'])
  expect(read(stream).documents.map((one) => one.place([]).line)).toEqual([3, 7, 12])
  expect(read('---\na: 1\n').documents[0]?.place(['a'])).toEqual({ file: 'a.yaml', pointer: '/a', line: 2 })
})

test('lines may end as on any system', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    expect(values(['a: 1', 'b:', '  - x', ''].join(end))).toEqual([{ a: 1, b: ['x'] }])
    expect(place(['a: 1', 'b:', '  - x', ''].join(end), 'b', 0)).toBe('/b/0 3')
  }
})

test('merge keys are taken over where the map has no entry of its own, the first of several first', () => {
  expect(values('x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz: {<<: [*x, *y], a: 5}\nq: {"<<": 1}')).toEqual([
    { x: { a: 1, b: 2 }, y: { b: 3, c: 4 }, z: { a: 5, b: 2, c: 4 }, q: { '<<': 1 } },
  ])
})

test('an alias to nowhere costs itself alone', () => {
  expect(values('a: *.example.com\nb: 1')).toEqual([{ a: '*.example.com', b: 1 }])
  expect(told('a: *.example.com\nb: 1')).toEqual(['1 unreadable aliases'])
})

test('an anchor may be used again for another value', () => {
  expect(values('a: &x 1\nb: *x\nc: &x 2\nd: *x')).toEqual([{ a: 1, b: 1, c: 2, d: 2 }])
})

test('a bomb of aliases does not go off, and what stands beside it is read', () => {
  const bomb = `x0: &x0 [a,a,a,a,a,a,a,a,a,a]\n${Array.from({ length: 20 }, (_, at) => `x${at + 1}: &x${at + 1} [${`*x${at},`.repeat(10)}]`).join('\n')}\nafter: 1`
  expect(told(bomb)).toEqual([expect.stringContaining('unreadable aliases')])
  expect(values(bomb)[0]).toMatchObject({ after: 1 })
  expect(JSON.stringify(values(bomb)).length).toBeLessThan(5_000_000)
})

test('a value that holds itself ends', () => {
  expect(values('a: &a {b: *a, c: 1}')).toEqual([{ a: { b: null, c: 1 } }])
  expect(values('a: &a\n  <<: *a\n  c: 1')).toEqual([{ a: { c: 1 } }])
})

test('what nests without end is cut, in either form and through aliases, and the rest is read', () => {
  const depthOf = (value: unknown): number => (typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0)
  const chain = `x0: &x0 [a]\n${Array.from({ length: 800 }, (_, at) => `x${at + 1}: &x${at + 1} [*x${at}]`).join('\n')}`
  for (const text of [
    `{"b": 1, "a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    `b: 1\na: ${'['.repeat(1000)}`,
    `b: 1\na: ${'{a: '.repeat(1000)}`,
    `b: 1\na:\n  ${'- '.repeat(1000)}`,
    `b: 1\n${chain}`,
  ]) {
    expect(values(text)[0]).toMatchObject({ b: 1 })
    expect(depthOf(values(text)[0])).toBeLessThanOrEqual(501)
    expect(read(text).diagnostics.length).toBeGreaterThan(0)
  }
})

test('a key that is a collection costs no time', () => {
  expect(values(`b: 1\n${'? '.repeat(2000)}x`)[0]).toMatchObject({ b: 1 })
  expect(values(`b: 1\nc: ${'{'.repeat(2000)}`)[0]).toMatchObject({ b: 1 })
  expect(values('{{ .Values.x }}: y\nb: 1').length).toBeLessThanOrEqual(1)
})

test('a key that stands twice is told, and the last entry holds', () => {
  expect(values('a: 1\nb: 2\na: 3')).toEqual([{ a: 3, b: 2 }])
  expect(told('a: 1\nb: 2\na: 3')).toEqual(['3 defect a: … a:'])
  expect(told('jan@our-org.eu: 1\njan@our-org.eu: 2')).toEqual(['2 defect …: … …:'])
})

test('names that every object has of its own are keys like others, and change no object', () => {
  const text = '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}'
  for (const one of [text, stringify(JSON.parse(text)), 'a: &a {__proto__: {polluted: 1}}\nb: {<<: *a}']) {
    const [value] = values(one)
    expect(Object.keys(value ?? {}).length).toBe(2)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  }
})

test('a place is that of the value, or of what is nearest to it in the file', () => {
  const text = 'x: &x\n  a: 1\nz:\n  <<: *x\n  b:\n    - c: 2\n  8080: d\n  e:\n'
  expect(place(text, 'z', 'b', 0, 'c')).toBe('/z/b/0/c 6')
  expect(place(text, 'z', '8080')).toBe('/z/8080 7')
  expect(place(text, 'z', 'e')).toBe('/z/e 8')
  expect(place(text, 'z', 'a')).toBe('/z/a 4')
  expect(place(text, 'gone', 'a')).toBe('/gone/a 1')
})

test('the tag before a value can be asked for', () => {
  const [document] = read('a: !reset null\nb: {c: !override [1]}\nd: 1').documents
  expect([['a'], ['b', 'c'], ['d'], ['gone']].map((path) => document?.tag(path))).toEqual(['!reset', '!override', undefined, undefined])
})

test('what is written as YAML or JSON is read as it was, and finds its places', () => {
  const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => typeof value === 'object' && value !== null)
  fc.assert(
    fc.property(json, (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value))
      expect(values(JSON.stringify(plain))).toEqual([plain])
      expect(values(stringify(plain, { lineWidth: 0 }))).toEqual([plain])
    }),
    { seed: 20261124, numRuns: 300 },
  )
})

test('whatever the text, reading ends and never throws', () => {
  const scrap = fc.constantFrom(
    'a: ',
    '- ',
    '? ',
    '[',
    ']',
    '{',
    '}',
    '&x ',
    '*x ',
    '!t ',
    '"',
    "'",
    '|\n',
    '>\n',
    '\n',
    '  ',
    '\t',
    '---\n',
    '...\n',
    '<<: ',
    ',',
    ': ',
    '#',
    '\0',
    '%',
    '\r',
  )
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 60 }), (parts) => {
      expect(read(parts.join('')).documents).toBeInstanceOf(Array)
    }),
    { seed: 20261124, numRuns: 500 },
  )
})
