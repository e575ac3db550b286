import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Claim } from '#estate/claim.ts'
import { packageClaims } from '#estate/contents.ts'
import { alone, sourceFile } from '#estate/source-file.ts'
import { stableJson } from '#lang/json.ts'
import { checkImporter } from '../../../test/check-importer.ts'
import { spdx } from './index.ts'
import { formOf } from './recognise.ts'

const fixtures = 'src/importers/spdx/fixtures'
const names = ['smallest.spdx.json', 'town-hall.spdx.json', 'town-hall.spdx.yaml', 'town-hall.spdx', 'town-hall.spdx3.json', 'town-hall.spdx.rdf.xml', 'vex.spdx3.json']
for (const name of [...names, 'broken.spdx.json', 'broken.spdx', 'broken.spdx3.json']) checkImporter(spdx, `${fixtures}/${name}`)

const fixture = (name: string) => readFileSync(`${fixtures}/${name}`, 'utf8')
/** What a text says, with a claim of its own for every package that it lists. */
const readText = (text: string) => {
  const fragment = spdx.read(sourceFile('bom', text), alone)
  return { ...fragment, claims: [...fragment.claims, ...packageClaims(fragment.contents ?? [], () => true)] }
}
const two = (content: object) =>
  readText(
    JSON.stringify({
      spdxVersion: 'SPDX-2.3',
      dataLicense: 'CC0-1.0',
      SPDXID: 'SPDXRef-DOCUMENT',
      name: 'n',
      documentNamespace: 'https://boms.our-town.nl/n',
      creationInfo: {},
      ...content,
    }),
  )
const three = (...elements: readonly object[]) => readText(JSON.stringify({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': elements }))
const named = (name: string, more: object = {}) => ({ SPDXID: `SPDXRef-${name}`, name, downloadLocation: 'NOASSERTION', ...more })
const purl = (text: string) => ({ externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: text }] })
const related = (text: string) => {
  const [from, relationshipType, to] = text.split(' ')
  return { spdxElementId: `SPDXRef-${from}`, relationshipType, relatedSpdxElement: `SPDXRef-${to}` }
}
const linksOf = (claims: readonly Claim[], role: string) =>
  claims.flatMap((claim) => (claim.claim === 'link' && claim.role === role ? [[claim.to, claim.state, claim.phase].filter((one) => one !== undefined).join(' ')] : []))
const placeless = (claims: readonly Claim[]) => claims.map((claim) => stableJson({ ...claim, at: [] })).sort()

test('the same bill says the same in JSON, in YAML and in tag-value', () => {
  const said = placeless(readText(fixture('town-hall.spdx.json')).claims)
  expect(said.length).toBeGreaterThan(40)
  expect(placeless(readText(fixture('town-hall.spdx.yaml')).claims)).toEqual(said)
  expect(placeless(readText(fixture('town-hall.spdx')).claims)).toEqual(said)
})

test('a place in YAML has its line, and one in tag-value is a line', () => {
  const placeOf = (name: string) => readText(fixture(name)).claims.find((claim) => claim.claim === 'link' && claim.to === 'host:forge.makers.net')?.at[0]
  const lineOf = (name: string) =>
    1 +
    fixture(name)
      .split('\n')
      .findIndex((line) => line.includes('forge.makers.net'))
  expect(placeOf('town-hall.spdx.json')).toEqual({ file: 'bom', pointer: '/packages/7/downloadLocation' })
  expect(placeOf('town-hall.spdx.yaml')).toEqual({ file: 'bom', pointer: '/packages/7/downloadLocation', line: lineOf('town-hall.spdx.yaml') })
  expect(placeOf('town-hall.spdx')).toEqual({ file: 'bom', pointer: `/line/${lineOf('town-hall.spdx')}`, line: lineOf('town-hall.spdx') })
})

test('what a relationship says decides whether a package is in use, and when it is needed', () => {
  const { claims } = two({
    packages: ['app', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name) => named(name)),
    relationships: [
      ...['DOCUMENT DESCRIBES app', 'app DEPENDS_ON a', 'b DEV_DEPENDENCY_OF app', 'c TEST_DEPENDENCY_OF app', 'd BUILD_TOOL_OF app', 'e OPTIONAL_DEPENDENCY_OF app'],
      ...['f PROVIDED_DEPENDENCY_OF app', 'app GENERATED_FROM g', 'b DEPENDS_ON h', 'h DEPENDS_ON e', 'e CONTAINS i'],
    ].map(related),
  })
  expect(linksOf(claims, 'contains').map((one) => one.replace('package:named/bom/', ''))).toEqual([
    'a active',
    'b active build',
    'c active build',
    'd active build',
    'e active build',
    'g active build',
    'h active build',
    'i active build',
  ])
  expect(linksOf(claims, 'needs')).toEqual(['package:named/bom/f active'])
})

test('a package is as pressing as the most pressing way to it', () => {
  const { claims } = two({
    packages: ['app', 'a', 'b', 'c'].map((name) => named(name)),
    relationships: ['DOCUMENT DESCRIBES app', 'a DEV_DEPENDENCY_OF app', 'a DEPENDS_ON b', 'c OPTIONAL_COMPONENT_OF app', 'app DEPENDS_ON b'].map(related),
  })
  expect(linksOf(claims, 'contains').map((one) => one.replace('package:named/bom/', ''))).toEqual(['a active build', 'b active', 'c inactive'])
})

test('packages without any relationship are in use, and so is a ring', () => {
  const { claims, diagnostics } = two({ packages: [named('a'), named('b')] })
  expect(linksOf(claims, 'contains')).toEqual(['package:named/bom/a active', 'package:named/bom/b active'])
  expect(diagnostics.map((one) => one.values?.['what'])).toEqual(['relationships ∅'])
  const ring = two({ packages: [named('a'), named('b')], relationships: [related('a DEPENDS_ON b'), related('b DEPENDS_ON a')] })
  expect(linksOf(ring.claims, 'contains')).toEqual(['package:named/bom/a active', 'package:named/bom/b active'])
})

test('what a bill of an image lists is held by the image, and what another image holds by that one', () => {
  const { claims } = readText(fixture('town-hall.spdx.json'))
  const holderOf = (to: string) => claims.flatMap((claim) => (claim.claim === 'link' && claim.role === 'contains' && claim.to === to ? [claim.from] : []))
  expect(linksOf(claims, 'image')).toEqual(['image:registry.our-town.nl/desk/app:1.4.0 active', 'image:quay.io/makers/proxy:2.1 active'])
  expect(holderOf('package:pkg:deb/debian/libssl3@3.0.15-1')).toEqual(['image:registry.our-town.nl/desk/app:1.4.0'])
  expect(holderOf('package:pkg:golang/makers.net/relay@v1.3.0')).toEqual(['image:quay.io/makers/proxy:2.1'])
  expect(holderOf('package:pkg:npm/lint@1.0.0')).toEqual(['unit:spdx/https://boms.our-town.nl/desk-1.4.0-6f1c'])
})

test('an operating system is a sign of what its image runs on; without one, its packages tell', () => {
  const { claims } = readText(fixture('town-hall.spdx.json'))
  expect(linksOf(claims, 'shows')).toContain('signal:spec-value/operating-system.name=debian active')
  expect(claims).toContainEqual(expect.objectContaining({ id: 'image:registry.our-town.nl/desk/app:1.4.0', says: { 'os-name': 'debian', 'os-version': '12' } }))
  const apk = two({ packages: [named('x', purl('pkg:apk/alpine/x@1?distro=3.20.1')), named('y')] })
  expect(linksOf(apk.claims, 'shows')).toEqual(['signal:spec-value/operating-system.name=alpine active'])
})

test('organisations are named, and people never', () => {
  for (const name of ['town-hall.spdx.json', 'town-hall.spdx.yaml', 'town-hall.spdx', 'town-hall.spdx3.json', 'broken.spdx.json']) {
    const said = JSON.stringify(readText(fixture(name)))
    for (const word of ['Bea', 'Ann Keeper', 'Cas Somebody', 'bea@', 'desk@', 'ann@', 'Scan Factory']) expect(said).not.toContain(word)
  }
  const supplied = (supplier: string) =>
    two({ packages: [named('a', { supplier })] }).claims.flatMap((claim) => (claim.claim === 'link' && claim.role === 'distributed-by' ? [claim.to] : []))
  expect(supplied('Organization: Makers (mail@makers.net)')).toEqual(['party:named/bom/Makers'])
  expect(supplied('Organization: Makers ()')).toEqual(['party:named/bom/Makers'])
  for (const nobody of ['Person: Makers', 'Tool: makers', 'Makers', 'Organization: ', 'NOASSERTION', 'Organization: Unknown']) expect(supplied(nobody)).toEqual([])
})

test('what is fetched is fetched where the file says, and nothing but download locations are places', () => {
  const { claims } = readText(fixture('town-hall.spdx3.json'))
  expect(linksOf(claims, 'runtime-download')).toEqual([
    'host:pypi.org active build',
    'host:mirror.makers.net inactive build',
    'host:huggingface.co active deploy',
    'host:data.archive-keepers.net active build',
    'host:data.streets.net active deploy',
  ])
  expect(JSON.stringify(claims)).not.toMatch(/website\.our-town|tracker\.makers|elsewhere\.net|to":"host:(?:boms|spdx)/)
})

test('an address on a public archive names a package, and a name that does not fit it is told', () => {
  const { claims, diagnostics } = readText(fixture('town-hall.spdx3.json'))
  expect(linksOf(claims, 'contains')).toEqual(expect.arrayContaining(['package:pkg:pypi/numbers@1.26.0 active', 'package:pkg:pypi/pictures@10.1 active build']))
  expect(claims.find((claim) => claim.claim === 'link' && claim.to === 'ecosystem:pypi')).toMatchObject({ basis: 'inferred', state: 'active' })
  expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'unexpected', pointer: '/@graph/7/name', values: { expected: 'pictures', found: 'numbers' } }))
})

test('older names of packages are written as purls', () => {
  const key = (referenceType: string, referenceLocator: string) =>
    two({ packages: [named('a', { externalRefs: [{ referenceType, referenceLocator }] }), named('b')] }).contents?.[0]?.packages[0]?.key
  expect(key('maven-central', 'nl.our-town:forms:1.0')).toBe('pkg:maven/nl.our-town/forms@1.0')
  expect(key('npm', '@town/forms@1.0.0')).toBe('pkg:npm/%40town/forms@1.0.0')
  expect(key('http://spdx.org/rdf/references/nuget', 'Town.Forms/1.0.0')).toBe('pkg:nuget/Town.Forms@1.0.0')
  expect(key('bower', 'forms#1')).toBe('named/bom/a')
})

test('a model is known by its hub, and called as the file calls it; what it was trained with is needed to make it', () => {
  const { claims } = readText(fixture('town-hall.spdx3.json'))
  expect(claims.filter((claim) => claim.claim === 'link' && claim.role === 'ai-model')).toEqual([
    expect.objectContaining({ to: 'model:our-town/letter-sorter', says: { value: 'Letter sorter' }, state: 'active' }),
  ])
  expect(linksOf(claims, 'holds')).toEqual(['dataset:bom/letters of 2025 active build', 'dataset:bom/streets active'])
})

test('a file is a model only where the document lists no model as such', () => {
  const file = { type: 'software_File', spdxId: 'urn:f', name: 'weights.bin', software_primaryPurpose: 'model' }
  expect(linksOf(three({ type: 'software_Package', spdxId: 'urn:p', name: 'p' }, file).claims, 'ai-model')).toEqual(['model:weights.bin active'])
  expect(linksOf(three({ type: 'ai_AIPackage', spdxId: 'urn:p', name: 'p' }, file).claims, 'ai-model')).toEqual(['model:p active'])
})

test('data has the class that the file says, and that there is none is no class', () => {
  const { claims } = readText(fixture('town-hall.spdx3.json'))
  expect(linksOf(claims, 'data-class')).toEqual(['data-class:amber active', 'data-class:sensitive personal information active', 'data-class:clear active'])
  expect(claims.filter((claim) => claim.claim === 'thing' && claim.says?.['personal-data'] !== undefined).map((claim) => claim.claim === 'thing' && claim.id)).toEqual([
    'dataset:bom/letters of 2025',
  ])
  for (const role of ['region', 'location-country', 'runs-in', 'located-in', 'stored-in', 'provider', 'endpoint', 'domain']) expect(linksOf(claims, role)).toEqual([])
})

test('what a build uses is needed to build, and holds nothing', () => {
  const { claims } = readText(fixture('town-hall.spdx3.json'))
  expect(claims).toContainEqual(expect.objectContaining({ role: 'image', to: 'image:registry.our-town.nl/tools/builder:3', phase: 'build' }))
})

test('a file that names dependencies is a sign by its name', () => {
  expect(linksOf(readText(fixture('town-hall.spdx.json')).claims, 'shows')).toContain('signal:spec-value/dependency-manifest.name=requirements.txt active')
  expect(linksOf(readText(fixture('town-hall.spdx3.json')).claims, 'shows')).toContain('signal:spec-value/dependency-manifest.name=pyproject.toml active')
})

test('a document of one package alone is of that package, whether it says so or not', () => {
  expect(readText(fixture('smallest.spdx.json')).claims).toContainEqual(expect.objectContaining({ id: 'unit:spdx/https://boms.our-town.nl/smallest', name: 'form' }))
})

test('a document whose namespace cannot name it goes by its path', () => {
  for (const documentNamespace of ['', 'nothing', 7, '_:b0', 'https://builder:not-a-real-secret@boms.our-town.nl/n', 'NOASSERTION'])
    expect(two({ documentNamespace, packages: [named('a')] }).claims[0]).toMatchObject({ id: 'unit:spdx/bom' })
})

test('licences of SPDX 3 are read from what relationships lead to', () => {
  const licence = (...elements: readonly object[]) =>
    three(
      { type: 'software_Package', spdxId: 'urn:p', name: 'p' },
      { type: 'Relationship', from: 'urn:p', relationshipType: 'hasDeclaredLicense', to: ['urn:l'] },
      { type: 'software_Package', spdxId: 'urn:q', name: 'q' },
      ...elements,
    ).contents?.[0]?.packages[0]?.says?.['licences']
  expect(licence({ type: 'simplelicensing_LicenseExpression', spdxId: 'urn:l', simplelicensing_licenseExpression: 'MIT OR Apache-2.0' })).toEqual(['MIT OR Apache-2.0'])
  expect(
    licence({ type: 'expandedlicensing_ConjunctiveLicenseSet', spdxId: 'urn:l', expandedlicensing_member: ['https://spdx.org/licenses/MIT', 'https://spdx.org/licenses/0BSD'] }),
  ).toEqual(['MIT AND 0BSD'])
  expect(licence({ type: 'expandedlicensing_CustomLicense', spdxId: 'urn:l', name: 'Town terms', simplelicensing_licenseText: 'x' })).toEqual(['Town terms'])
  expect(licence({ type: 'expandedlicensing_ConjunctiveLicenseSet', spdxId: 'urn:l', expandedlicensing_member: ['urn:l'] })).toBeUndefined()
})

test('elements of SPDX 3 may lie inside of others', () => {
  const document = { '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', type: 'SpdxDocument', spdxId: 'urn:d', rootElement: ['urn:p'] }
  const supplier = { type: 'Organization', spdxId: 'urn:o', name: 'Makers' }
  const { claims } = readText(JSON.stringify({ ...document, element: [{ type: 'software_Package', spdxId: 'urn:p', name: 'p', suppliedBy: supplier }] }))
  expect(linksOf(claims, 'distributed-by')).toEqual(['party:named/bom/Makers active'])
  expect(claims[0]).toMatchObject({ id: 'unit:spdx/urn:d', name: 'p', at: [{ file: 'bom', pointer: '/element/0' }] })
})

test('a document of vulnerabilities, and one of files alone, add nothing and say so', () => {
  expect(readText(fixture('vex.spdx3.json'))).toEqual({ claims: [], diagnostics: [expect.objectContaining({ code: 'no-dependency', values: { what: 'VEX' } })] })
  const files = two({ files: [{ SPDXID: 'SPDXRef-f', fileName: 'f', checksums: [] }] })
  expect(files).toEqual({ claims: [], diagnostics: [{ code: 'nothing-inside', severity: 'note', file: 'bom', pointer: '' }] })
})

test('RDF is recognised, and said to be not read', () => {
  expect(readText(fixture('town-hall.spdx.rdf.xml')).diagnostics).toEqual([expect.objectContaining({ code: 'unreadable', values: { reason: 'rdf' } })])
})

test('files are counted', () => {
  expect(readText(fixture('town-hall.spdx')).diagnostics).toContainEqual(expect.objectContaining({ code: 'limit', values: { what: 'listed-files', limit: 2 } }))
})

test('what one tool leaves out of every package is told once, with its number', () => {
  const packages = Array.from({ length: 500 }, (_, at) => ({
    SPDXID: `SPDXRef-${at}`,
    name: `n${at}`,
    downloadLocation: 'NOASSERTION',
    licenseConcluded: 'NONE',
    licenseDeclared: 'NONE',
  }))
  const { claims, diagnostics } = two({ spdxVersion: 'SPDX-2.2', packages, documentDescribes: ['SPDXRef-0'] })
  expect(diagnostics).toEqual([{ code: 'defect', severity: 'note', file: 'bom', pointer: '/packages/0', values: { what: 'copyrightText ∅ × 500' } }])
  expect(linksOf(claims, 'contains').length).toBe(499)
})

test('one kind of fault is told a hundred times at most, and hides no other kind', () => {
  const relationships = Array.from({ length: 500 }, (_, at) => related(`a CONTAINS gone${at}`))
  const { diagnostics } = two({ packages: [named('a'), named('a')], relationships })
  const count = (code: string) => diagnostics.filter((one) => one.code === code).length
  expect([count('unknown-reference'), count('limit'), count('duplicate')]).toEqual([100, 1, 1])
})

test('no secret is copied, and each is told', () => {
  for (const name of ['town-hall.spdx.json', 'town-hall.spdx.yaml', 'town-hall.spdx']) {
    const fragment = readText(fixture(name))
    expect(JSON.stringify(fragment)).not.toContain('not-a-real')
    expect(fragment.diagnostics.map((one) => one.code)).toContain('secret')
  }
})

test('GitHub’s answer is read like the document inside', () => {
  const text = fixture('town-hall.spdx.json')
  const wrapped = readText(`{"sbom": ${text}}`)
  expect(placeless(wrapped.claims)).toEqual(placeless(readText(text).claims))
  expect(wrapped.claims[0]?.at[0]).toEqual({ file: 'bom', pointer: '/sbom/packages/0' })
})

test('a document is known by its own marks, and a text that quotes one is none', () => {
  expect(formOf('{"files": [], "packages": [{"SPDXID": "SPDXRef-a"}], "SPDXID": "SPDXRef-DOCUMENT"}')).toBe('json')
  expect(formOf('{"predicate": {"spdxVersion": "SPDX-2.3"}}')).toBeUndefined()
  expect(formOf('{"predicateType": "https://spdx.dev/Document", "predicate": {"SPDXID": "SPDXRef-DOCUMENT"}}')).toBeUndefined()
  expect(formOf('{"@context": "https://schema.org", "about": "https://spdx.org/rdf/3.0.1"}')).toBeUndefined()
  expect(formOf('{"@graph": [], "@context": ["https://spdx.org/rdf/3.0.0/spdx-context.jsonld"]}')).toBe('json')
  expect(formOf('SPDXID: "SPDXRef-DOCUMENT"\nname: x\n')).toBe('yaml')
  expect(formOf('a: 1\nspdxVersion: SPDX-2.3\n')).toBe('yaml')
  expect(formOf('data:\n  spdxVersion: SPDX-2.3\n')).toBeUndefined()
  expect(formOf('\uFEFF# by hand\n\nSPDXVersion: SPDX-2.3\n')).toBe('tag-value')
  expect(formOf('This is how it begins:\nSPDXVersion: SPDX-2.3\n')).toBeUndefined()
  expect(formOf('<rdf:RDF xmlns:foaf="http://xmlns.com/foaf/0.1/">')).toBeUndefined()
  expect(formOf('')).toBeUndefined()
})

test('a text in tag-value goes on over lines, and one that is not closed costs no other line', () => {
  const { claims, diagnostics } = readText(
    [
      'SPDXVersion: SPDX-2.3',
      'PackageName: a',
      'PackageComment: <text>one',
      'PackageName: no',
      'two</text>',
      'PackageCopyrightText: <text>open',
      'PackageName: b',
      'PackageComment: <text>x</text>',
    ].join('\n'),
  )
  expect(claims.flatMap((claim) => (claim.claim === 'thing' && claim.id.startsWith('package:') ? [[claim.name, claim.at[0]]] : []))).toEqual([
    ['a', { file: 'bom', pointer: '/line/2', line: 2 }],
    ['b', { file: 'bom', pointer: '/line/7', line: 7 }],
  ])
  expect(diagnostics.find((one) => one.code === 'unreadable')).toMatchObject({ line: 6, values: { reason: 'tag-value' } })
})

test('files made to be slow are not', () => {
  const from = performance.now()
  readText(`SPDXVersion: SPDX-2.3\n${'PackageComment: <text>never closed\n'.repeat(100_000)}`)
  readText(`SPDXVersion: SPDX-2.3\n${'PackageComment: <text>never closed\n'.repeat(100_000)}PackageComment: </text>\n`)
  readText(`SPDXVersion: SPDX-2.3\n${'no tag at all\n'.repeat(200_000)}`)
  readText(`SPDXVersion: SPDX-2.3\n${'PackageName: a\nPackageSupplier: Somebody\n'.repeat(50_000)}`)
  two({
    packages: Array.from({ length: 3000 }, (_, at) => named(`p${at}`)),
    relationships: Array.from({ length: 90_000 }, (_, at) => related(`p${at % 3000} DEPENDS_ON p${(at * 7) % 3000}`)),
  })
  two({ packages: [named('a', { supplier: `Organization: ${'('.repeat(100_000)}`, versionInfo: ' '.repeat(100_000), primaryPackagePurpose: 'aA'.repeat(50_000) }), named('b')] })
  formOf(`${'"spdxVersion" : '.repeat(100_000)}`)
  formOf(`{"a": {${'"spdxVersion": 1, '.repeat(100_000)}}}`)
  expect(performance.now() - from).toBeLessThan(8_000)
})
