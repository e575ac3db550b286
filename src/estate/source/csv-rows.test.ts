import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRows } from './csv-rows.ts'

const cells = (text: string, separator = ',') => csvRows(text, separator).rows.map((row) => row.cells)

test('cells are read with their quotes, and blanks around them do not count', () => {
  expect(cells('a, b ,"c,d","e""f","g\nh"\n\n  \ni')).toEqual([['a', 'b', 'c,d', 'e"f', 'g\nh'], ['i']])
  expect(cells('\uFEFFa;b', ';')).toEqual([['a', 'b']])
  expect(cells('12" screen,x')).toEqual([['12" screen', 'x']])
  expect(cells('a,')).toEqual([['a', '']])
  expect(cells('')).toEqual([])
})

test('a quote behind a blank opens a cell where it closes at the cell’s end, and is a plain sign elsewhere', () => {
  expect(cells('a, "b, c" x,d\n1, "2, 3",4\n5, "6')).toEqual([
    ['a', '"b', 'c" x', 'd'],
    ['1', '2, 3', '4'],
    ['5', '"6'],
  ])
  const many = 100_000
  expect(csvRows('a, "b\n'.repeat(many), ',').rows.length).toBe(many)
  expect(csvRows(`${'a, """" '.repeat(many / 10)}\n`, ',').rows.length).toBe(1)
})

test('lines may end as on any system', () => {
  for (const end of ['\n', '\r\n', '\r'])
    expect(csvRows(['a,b', 'c,d', ''].join(end), ',').rows).toEqual([1, 2].map((line) => ({ cells: line === 1 ? ['a', 'b'] : ['c', 'd'], line })))
})

test('every row keeps its line, whatever stands in the cells before it', () => {
  const cell = fc.oneof(fc.constantFrom('a', 'a\nb', 'a\r\nb', 'a\rb', '"', ';', ' x '), fc.string({ maxLength: 5 }))
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (texts, end) => {
      const lines = texts.map((text) => `"${text.replaceAll('"', '""')}";x`)
      const { rows, broken } = csvRows(`${lines.join(end)}${end}`, ';')
      const before = (at: number) => lines.slice(0, at).reduce((sum, line) => sum + line.split(/\r\n|\r|\n/).length, 0)
      expect(broken).toEqual([])
      expect(rows.map((row) => row.line)).toEqual(lines.map((_, at) => 1 + before(at)))
      expect(rows.map((row) => row.cells[0])).toEqual(texts.map((text) => text.replace(/\r\n?/g, '\n').trim()))
    }),
    { seed: 20261124 },
  )
})

test('broken quotes cost the line they are opened on', () => {
  expect(csvRows('a,"open,b\nc,d\ne,"f"g,h\ni,j', ',')).toEqual({
    rows: [
      { cells: ['c', 'd'], line: 2 },
      { cells: ['i', 'j'], line: 4 },
    ],
    broken: [1, 3],
  })
})

test('no table is too large, and no quote too open', () => {
  const many = 100_000
  expect(csvRows('a,b\n'.repeat(many), ',').rows.length).toBe(many)
  expect(csvRows('a,"b\n'.repeat(many + 1), ',').broken.length).toBe(many + 1)
  expect(csvRows(`"${'x'.repeat(10 * many)}`, ',')).toEqual({ rows: [], broken: [1] })
  expect(csvRows(','.repeat(10 * many), ',').rows[0]?.cells.length).toBe(10 * many + 1)
})
