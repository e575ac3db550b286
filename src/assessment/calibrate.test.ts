import { expect, test } from 'vitest'
import { calibrate } from './calibrate.ts'

const said = (text: string): string => JSON.stringify(calibrate(text))
const record = (hits: number, of: number): string => ['question,low,high,truth', ...Array.from({ length: of }, (_, at) => `q${at},10,20,${at < hits ? 15 : 99}`)].join('\n')

test('who is right as often as claimed keeps their intervals', () => expect(said(record(18, 20))).toContain('calibrate.as-given'))

test('who is right half of the time is told to widen them, and what was missed', () => {
  const text = said(record(10, 20))
  expect(text).toContain('calibrate.widen')
  expect(text).toContain('q19')
  expect(text).not.toContain('"q3"')
})

test('who is never wrong may narrow them', () => expect(said(record(60, 60))).toContain('calibrate.narrow'))

test('lines that cannot be read are told, and the others count', () => {
  const text = said('question;low;high;truth\na;1;2;1.5\nb;3;2;1\nc;x;2;1\n')
  expect(text).toContain('calibrate.unread')
  expect(text).toContain('"asked":1')
})

test('nothing comes of nothing', () => expect(calibrate('low,high\n')).toMatchObject({ status: 'too-little-evidence' }))
