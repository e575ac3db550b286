import { expect, test } from 'vitest'
import { plain } from '#lang/message.ts'
import { speaker } from '#words/say.ts'
import { cellText } from './cell-text.ts'

const names = ['one', 'two', 'three', 'four', 'five', 'six'].map(plain)

test('a cell tells so many names and counts the rest, where that saves room', () => {
  expect(cellText(speaker('en'), { list: names })).toBe('one, two, three, four, five and six')
  expect(cellText(speaker('en'), { list: names }, 4)).toBe('one, two, three, four and 2 others')
  expect(cellText(speaker('en'), { list: names }, 5)).toBe('one, two, three, four, five and six')
})
