import { expect, test } from 'vitest'
import { exposureOf } from '#facts/exposure.ts'
import { subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'

const bill = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: { component: { type: 'application', name: 'counter', 'bom-ref': 'counter', supplier: { name: 'Harbour  town' } } },
  components: [{ type: 'library', name: 'forms', version: '1', supplier: { name: 'Formworks B.V.' } }],
})
const subjectFor = (name: string) =>
  subjectOfTexts({
    'counter.cdx.json': bill,
    'deltaplan.yaml': yamlOf({ version: 1, name, functions: { desk: {} }, workloads: { app: { serves: ['desk'], match: [{ name: 'counter' }] } } }),
  })

test('an organisation that its own bill of materials names is no supplier of itself, and no unknown party', () => {
  const told = (name: string) => {
    const subject = subjectFor(name)
    const names = subject.diagnostics.flatMap((one) => (one.code === 'unmatched-name' ? [one.values?.['name']] : []))
    return { parties: exposureOf(subject)('function:desk').parties.map((one) => one.to), names }
  }
  expect(told('Somebody Else')).toMatchObject({ parties: ['party:named/counter.cdx.json/Harbour town'] })
  expect(told('Somebody Else').names).toContain('Harbour town')
  expect(told('Harbour Town')).toMatchObject({ parties: [] })
  expect(told('Harbour Town').names).not.toContain('Harbour town')
})
