import { expect, test } from 'vitest'
import { message, plain } from '#lang/message.ts'
import { stepName } from './step-name.ts'

test('parts that nothing groups, and people of whom a register keeps the name, are named in the language of the reader', () => {
  expect(stepName({ id: 'workload:ungrouped', name: 'ungrouped' })).toEqual(message('name.ungrouped'))
  expect(stepName({ id: 'party:named/register/individual 36', name: 'Individual 36' })).toEqual(message('name.individual', { number: '36' }))
})

test('everything else keeps its name', () => {
  expect(stepName({ id: 'workload:shop', name: 'Shop' })).toEqual(plain('Shop'))
  expect(stepName({ id: 'party:named/suppliers.csv/the individual', name: 'The Individual' })).toEqual(plain('The Individual'))
})
