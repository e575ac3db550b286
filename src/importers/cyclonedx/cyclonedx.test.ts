import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claim } from '#estate/claim.ts'
import { packageClaims } from '#estate/contents.ts'
import { alone, sourceFile } from '#estate/source-file.ts'
import { stableJson } from '#lang/json.ts'
import { checkImporter } from '../../../test/check-importer.ts'
import { cyclonedx } from './index.ts'
import { isCycloneDx } from './recognise.ts'

const fixtures = 'src/importers/cyclonedx/fixtures'
for (const name of ['smallest.json', 'town-hall.json', 'town-hall.xml', 'broken.json', 'bomb.xml', 'vex.json', 'ancient.xml']) checkImporter(cyclonedx, `${fixtures}/${name}`)

const fixture = (name: string) => readFileSync(`${fixtures}/${name}`, 'utf8')
/** What a text says, with a claim of its own for every package that it lists. */
const readText = (text: string) => {
  const fragment = cyclonedx.read(sourceFile('bom', text), alone)
  return { ...fragment, claims: [...fragment.claims, ...packageClaims(fragment.contents ?? [], () => true)] }
}
const bom = (content: object) => readText(JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', ...content }))
const linksOf = (claims: readonly Claim[], role: string) => claims.flatMap((claim) => (claim.claim === 'link' && claim.role === role ? [`${claim.to} ${claim.state}`] : []))
/** Claims as they read without their places, in any order. */
const placeless = (claims: readonly Claim[]) => claims.map((claim) => stableJson({ ...claim, at: [] })).sort()

test('the same bill of materials says the same in JSON and in XML', () => {
  expect(placeless(readText(fixture('town-hall.xml')).claims)).toEqual(placeless(readText(fixture('town-hall.json')).claims))
})

test('whatever a component is called and made of, its XML form says what its JSON form says', () => {
  const word = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9 .,&<>"'-]{0,12}[a-z]$/)
  const component = fc.record(
    {
      type: fc.constantFrom('library', 'application', 'container', 'device', 'operating-system', 'machine-learning-model', 'cryptographic-asset', 'data'),
      name: word,
      group: word,
      version: word,
      publisher: word,
      scope: fc.constantFrom('required', 'optional', 'excluded'),
      purl: fc.constantFrom('pkg:npm/a@1', 'pkg:npm/@s/b@1?x=y&z=1', 'pkg:docker/acme/app@2?repository_url=quay.io', 'pkg:deb/debian/c@1%2B2?distro=debian-12'),
    },
    { requiredKeys: ['type', 'name'] },
  )
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const asXml = (one: Record<string, string>) =>
    `<component type="${one['type']}">${['publisher', 'group', 'name', 'version', 'scope', 'purl'].flatMap((key) => (one[key] === undefined ? [] : [`<${key}>${escaped(one[key])}</${key}>`])).join('')}</component>`
  fc.assert(
    fc.property(fc.array(component, { maxLength: 4 }), (components) => {
      const xml = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>${components.map(asXml).join('\n')}</components></bom>`
      expect(placeless(readText(xml).claims)).toEqual(placeless(bom({ components }).claims))
    }),
    { seed: 20261124, numRuns: 200 },
  )
})

test('only stated download locations are fetched from, and web sites, repositories and documentation are not dependencies', () => {
  const { claims } = readText(fixture('town-hall.json'))
  expect(linksOf(claims, 'runtime-download')).toEqual([
    'host:packages.mirror.net active',
    'host:packages.example.com placeholder',
    'host:hub.models.net active',
    'host:example.org placeholder',
  ])
  expect(linksOf(claims, 'endpoint')).toEqual(['host:api.loket.net active', 'host:api.loket.net active', 'host:loket.example.com placeholder', 'host:inbox.citizen.net active'])
  expect(JSON.stringify(claims)).not.toMatch(/website\.net|forge\.net|www\.loket\.net|docs\.loket\.net|boms\.our-org|elsewhere\.net|cyclonedx\.org/)
})

test('addresses of parties say where they are seated, and of nothing where it runs', () => {
  const { claims } = readText(fixture('town-hall.json'))
  const party = claims.find((claim) => claim.claim === 'thing' && claim.name === 'Loket Online NV')
  expect(party?.says?.['manufacturer-country']).toBe('BE')
  for (const role of ['region', 'location-country', 'runs-in', 'located-in', 'seated-in']) expect(linksOf(claims, role)).toEqual([])
  expect(JSON.stringify(claims)).not.toMatch(/Ohio|United States|Power West/)
})

test('who made the file is not who made what it describes', () => {
  expect(JSON.stringify(readText(fixture('town-hall.json')).claims)).not.toContain('Scan Factory')
  const { claims } = bom({ metadata: { manufacture: { name: 'Old Makers' } } })
  expect(linksOf(claims, 'published-by')).toEqual(['party:named/bom/Old Makers active'])
})

test('mail addresses of people are not kept', () => {
  for (const name of ['town-hall.json', 'town-hall.xml']) expect(JSON.stringify(readText(fixture(name)))).not.toContain('maintainers@')
})

test('a family of packages is said once, and as active as its most active member', () => {
  const { claims } = bom({
    components: [
      { type: 'library', name: 'a', purl: 'pkg:npm/a@1', scope: 'optional' },
      { type: 'library', name: 'b', purl: 'pkg:npm/b@1' },
      { type: 'library', name: 'c', purl: 'pkg:pypi/c@1', scope: 'excluded' },
      { type: 'library', name: 'd', purl: 'pkg:generic/d@1' },
    ],
  })
  expect(linksOf(claims, 'package-ecosystem')).toEqual(['ecosystem:npm active', 'ecosystem:pypi inactive'])
  expect(claims.find((claim) => claim.claim === 'link' && claim.to === 'ecosystem:npm')?.at[0]).toEqual({ file: 'bom', pointer: '/components/1' })
})

test('an image is pulled from where its name or purl says, and from nowhere when neither does', () => {
  const images = (component: object) => {
    const { claims } = bom({ components: [{ type: 'container', ...component }] })
    return [...linksOf(claims, 'image'), ...linksOf(claims, 'registry')]
  }
  const digest = `sha256:${'ab'.repeat(32)}`
  expect(images({ name: 'app', purl: 'pkg:docker/cassandra@3.11' })).toEqual(['image:docker.io/library/cassandra:3.11 active', 'registry:docker.io active'])
  expect(images({ name: 'app', purl: 'pkg:docker/team/app@1?repository_url=gcr.io' })).toEqual(['image:gcr.io/team/app:1 active', 'registry:gcr.io active'])
  expect(images({ name: 'app', purl: `pkg:oci/debian@${digest}?repository_url=docker.io/library/debian&tag=12` })).toEqual([
    'image:docker.io/library/debian:12 active',
    'registry:docker.io active',
  ])
  expect(images({ name: 'ghcr.io/team/app', version: '1.2' })).toEqual(['image:ghcr.io/team/app:1.2 active', 'registry:ghcr.io active'])
  expect(images({ name: 'ghcr.io/team/app', version: digest })).toEqual(['image:ghcr.io/team/app active', 'registry:ghcr.io active'])
  expect(images({ name: 'app', purl: `pkg:oci/app@${digest}` })).toEqual([])
  expect(images({ name: 'app', version: '1.2' })).toEqual([])
})

test('what a bill of materials of an image lists is held by the image', () => {
  const { claims } = bom({
    metadata: { component: { type: 'container', name: 'quay.io/a/b:1' } },
    components: [{ type: 'library', name: 'x', purl: 'pkg:deb/debian/x@1?distro=debian-12' }],
  })
  expect(claims).toContainEqual(expect.objectContaining({ from: 'image:quay.io/a/b:1', to: 'package:pkg:deb/debian/x@1', role: 'contains' }))
  expect(claims).toContainEqual(expect.objectContaining({ id: 'image:quay.io/a/b:1', says: { 'os-name': 'debian', 'os-version': '12' } }))
})

test('what the surroundings provide is needed and not contained', () => {
  const { claims } = bom({ components: [{ type: 'library', name: 'curl', versionRange: 'vers:generic/>=8', isExternal: true }] })
  expect(linksOf(claims, 'needs')).toEqual(['package:named/bom/curl active'])
  expect(linksOf(claims, 'contains')).toEqual([])
})

test('cryptographic assets are no software', () => {
  const { claims } = bom({ components: [{ type: 'cryptographic-asset', name: 'AES', cryptoProperties: { assetType: 'algorithm' } }] })
  expect(claims.flatMap((claim) => (claim.claim === 'thing' ? [claim.id] : []))).toEqual(['unit:cyclonedx/bom', 'crypto:bom/algorithm/AES'])
})

test('a file of vulnerabilities alone adds nothing, and says so', () => {
  expect(readText(fixture('vex.json'))).toEqual({ claims: [], diagnostics: [expect.objectContaining({ code: 'no-dependency', values: { what: 'VEX' } })] })
})

test('what was used to build is needed at the next build', () => {
  const { claims } = bom({ formulation: [{ components: [{ type: 'platform', name: 'builder' }], services: [{ name: 'CI' }] }] })
  expect(claims.flatMap((claim) => (claim.claim === 'link' ? [claim.phase] : []))).toEqual(['build', 'build'])
})

test('services of one name are told apart by their group', () => {
  const { claims } = bom({
    services: [
      { name: 'API', group: 'a' },
      { name: 'API', group: 'b' },
      { name: 'API', group: 'a' },
    ],
  })
  expect(linksOf(claims, 'external-service')).toEqual(['service:bom/API active', 'service:bom/b/API active', 'service:bom/API active'])
})

test('no secret is copied, and each is told', () => {
  for (const name of ['town-hall.json', 'town-hall.xml', 'broken.json']) {
    const fragment = readText(fixture(name))
    expect(JSON.stringify(fragment)).not.toContain('not-a-real')
    expect(fragment.diagnostics.filter((one) => one.code === 'secret').length).toBeGreaterThan(0)
  }
})

test('nesting without end is cut, and said', () => {
  const deep = (depth: number) => '{"type":"library","name":"n","components":['.repeat(depth) + ']}'.repeat(depth)
  const json = readText(`{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${deep(3000)}]}`)
  expect(json.diagnostics.map((one) => one.code)).toEqual(['unreadable', 'limit'])
  const xml = readText(`<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>${'<component type="library"><name>n</name><components>'.repeat(3000)}`)
  expect(xml.diagnostics.map((one) => one.values?.['reason'])).toContain('too-deep')
  expect(xml.claims.length).toBeGreaterThan(1)
})

test('entities of a document type are not expanded', () => {
  const { claims, diagnostics } = readText(fixture('bomb.xml'))
  expect(JSON.stringify(claims)).not.toContain('aaaaaaaa')
  expect(diagnostics.map((one) => one.code)).toEqual(expect.arrayContaining(['limit', 'defect', 'unreadable', 'duplicate']))
  expect(linksOf(claims, 'package-ecosystem')).toEqual(['ecosystem:npm active'])
})

test('one fault that a tool repeats is told a hundred times at most', () => {
  const { diagnostics } = bom({ components: Array.from({ length: 500 }, (_, at) => ({ name: `n${at}` })) })
  expect(diagnostics.length).toBe(101)
  expect(diagnostics.at(-1)?.code).toBe('limit')
})

test('a place in XML has its line and the way to its element', () => {
  const { claims } = readText(fixture('town-hall.xml'))
  const found = claims.find((claim) => claim.claim === 'link' && claim.to === 'host:hub.models.net')
  expect(found?.at).toEqual([{ file: 'bom', pointer: '/bom/components/component[7]/externalReferences/reference', line: 58 }])
})

test('a document that quotes a bill of materials is none', () => {
  expect(isCycloneDx('{"predicate":{"bomFormat":"CycloneDX"}}')).toBe(false)
  expect(isCycloneDx('{"a":"\\"{","specVersion":"1.5","bomFormat" : "CycloneDX"')).toBe(true)
  expect(isCycloneDx('{"bomFormat":"Other"}')).toBe(false)
  expect(isCycloneDx('<project xmlns="http://maven.apache.org/POM/4.0.0"><bom xmlns="http://cyclonedx.org/schema/bom/1.4"/></project>')).toBe(false)
  expect(isCycloneDx('<!-- <bom> --><?x y?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.4">')).toBe(true)
  expect(isCycloneDx('<bom xmlns="urn:other">')).toBe(false)
  expect(isCycloneDx('<!--')).toBe(false)
})
