import { expect, test } from 'vitest'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { coverage } from './coverage.ts'
import { sides, unseenSides } from './views.ts'

test('where nothing was shown, every side is unseen', () => expect(unseenSides(subjectOfTexts({ 'notes.txt': 'nothing' }))).toEqual(sides))

test('a register shows workplaces and telephony by the words of its services', () => {
  const unseen = unseenSides(subjectOfTexts({ 'suppliers.csv': 'dienst;leverancier;functies\nWerkplekken;Faraway;desk\nTelefonie;Nearby B.V.;desk\n' }))
  expect(unseenSides(subjectOfTexts({ 'suppliers.csv': 'dienst;leverancier;functies\nVaste verbinding;Faraway;desk\n' }))).not.toContain('network')
  expect(unseen).not.toContain('workplaces')
  expect(unseen).not.toContain('telephony')
  expect(unseen).toContain('network')
})

test.each([
  ['Switch', 'network'],
  ['Access Point', 'network'],
  ['Firewall', 'network'],
  ['Laptop', 'workplaces'],
])('a register of devices that lists a %s shows the %s', (type, side) => {
  const unseen = (status: string) => unseenSides(subjectOfTexts({ 'items.csv': `CI Name,CI Type,Location,Status\nX-1,${type},NL,${status}\n` }))
  expect(unseen('In use')).not.toContain(side)
  expect(unseen('Retired')).toContain(side)
})

test('coverage counts files, and what is tied to a declared function', () => {
  const plan = {
    version: 1,
    functions: { desk: { complete: { by: 'Head of IT', date: '2024-03-01', inputs: '{digest}' } } },
    workloads: { app: { serves: ['desk'], match: [{ project: 'shop' }] } },
  }
  const files = {
    'deltaplan.yaml': yamlOf(plan),
    'shop/compose.yaml': yamlOf({ services: { db: { image: 'openbase:16' } } }),
    'other/compose.yaml': yamlOf({ services: { db: { image: 'openbase:16' } } }),
    'notes.txt': 'nothing',
  }
  const found = coverage(subjectOfTexts(files))
  expect(found).toMatchObject({ filesRead: 3, filesNotUnderstood: 1, workloads: 2, workloadsTied: 1, functions: 1, functionsComplete: 1, oldest: '2024-03-01', aged: [] })
})
