import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { packageClaims } from '#estate/contents.ts'
import { alone, sourceFile } from '#estate/source-file.ts'
import { stableJson } from '#lang/json.ts'
import { spdx } from './index.ts'

/** What a text says without its places, and of which kinds its faults are. */
function said(text: string): { readonly claims: readonly string[]; readonly faults: readonly string[] } {
  const file = sourceFile('bom', text)
  expect(spdx.recognises(file)).toBe(true)
  const { claims, contents = [], diagnostics } = spdx.read(file, alone)
  return {
    claims: [...claims, ...packageClaims(contents, () => true)].map((claim) => stableJson({ ...claim, at: [] })).sort(),
    faults: diagnostics.map((one) => stableJson([one.code, one.values])).sort(),
  }
}

const word = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9 .,&:#/@"'-]{0,12}[a-z]$/)
const agent = fc.oneof(
  fc.tuple(fc.constantFrom('Organization: ', 'Person: ', 'Tool: ', ''), word).map((parts) => parts.join('')),
  fc.constantFrom('NOASSERTION', 'Organization: Makers (mail@makers.net)', 'Organization: Makers ()'),
)
const address = fc.constantFrom(
  'NOASSERTION',
  'NONE',
  'https://downloads.makers.net/a',
  'git+https://forge.makers.net/a.git@v1',
  'https://pypi.org/project/letters/1.0/',
  'https://example.com/a',
)
const reference = fc.constantFrom(
  'purl pkg:npm/a@1',
  'purl pkg:npm/@s/b@1?x=y',
  'purl pkg:docker/makers/app@2?repository_url=quay.io',
  'purl pkg:deb/debian/c@1%2B2?distro=debian-12',
  'purl pkg:huggingface/makers/letters',
  'purl nothing',
  'cpe23Type cpe:2.3:a:a:a:1:*:*:*:*:*:*:*',
  'maven-central nl.town:a:1',
)
const part = fc.record(
  {
    name: word,
    versionInfo: word,
    downloadLocation: address,
    supplier: agent,
    originator: agent,
    licenseConcluded: fc.constantFrom('MIT', 'NOASSERTION', 'NONE'),
    licenseDeclared: fc.constantFrom('EUPL-1.2 OR MIT', 'NOASSERTION'),
    copyrightText: word,
    primaryPackagePurpose: fc.constantFrom('LIBRARY', 'CONTAINER', 'OPERATING-SYSTEM', 'FIRMWARE', 'APPLICATION'),
    refs: fc.array(reference, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['name'] },
)
const relation = fc.record({
  from: fc.constantFrom('DOCUMENT', '0', '1', '2', 'gone'),
  type: fc.constantFrom(
    'DESCRIBES',
    'CONTAINS',
    'CONTAINED_BY',
    'DEPENDS_ON',
    'DEV_DEPENDENCY_OF',
    'OPTIONAL_DEPENDENCY_OF',
    'PROVIDED_DEPENDENCY_OF',
    'GENERATED_FROM',
    'OTHER',
    'LIKES',
  ),
  to: fc.constantFrom('0', '1', '2', '3'),
})

interface Related {
  readonly from: string
  readonly type: string
  readonly to: string
}

interface Listed {
  readonly keys: Readonly<Record<string, string>>
  readonly refs: readonly string[] | undefined
}

/** The keys of a part that are texts, apart from its references. */
const listedOf = (one: object): Listed => {
  const { refs, ...keys } = one as Record<string, string> & { readonly refs?: readonly string[] }
  return { keys: keys as Readonly<Record<string, string>>, refs }
}

function documentOf(parts: readonly object[], relations: readonly Related[]) {
  return {
    spdxVersion: 'SPDX-2.2',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'the bill',
    documentNamespace: 'https://boms.our-town.nl/a',
    creationInfo: { created: '2026-10-01T09:00:00Z', creators: ['Tool: by-hand'] },
    packages: parts.map((one, at) => {
      const { keys, refs } = listedOf(one)
      const externalRefs = refs?.map((text) => ({ referenceCategory: 'OTHER', referenceType: text.split(' ')[0], referenceLocator: text.split(' ')[1] }))
      return { SPDXID: `SPDXRef-${at}`, ...keys, ...(externalRefs ? { externalRefs } : {}) }
    }),
    relationships: relations.map(({ from, type, to }) => ({ spdxElementId: `SPDXRef-${from}`, relationshipType: type, relatedSpdxElement: `SPDXRef-${to}` })),
  }
}

const tags: Readonly<Record<string, string>> = {
  versionInfo: 'PackageVersion',
  downloadLocation: 'PackageDownloadLocation',
  supplier: 'PackageSupplier',
  originator: 'PackageOriginator',
  licenseConcluded: 'PackageLicenseConcluded',
  licenseDeclared: 'PackageLicenseDeclared',
  primaryPackagePurpose: 'PrimaryPackagePurpose',
}

function asTagValue(parts: readonly object[], relations: readonly Related[]): string {
  const lines = ['SPDXVersion: SPDX-2.2', 'DataLicense: CC0-1.0', 'SPDXID: SPDXRef-DOCUMENT', 'DocumentName: the bill', 'DocumentNamespace: https://boms.our-town.nl/a']
  for (const [at, one] of parts.entries()) {
    const { keys, refs = [] } = listedOf(one)
    lines.push('', '# the next', `PackageName: ${keys['name']}`, `SPDXID: SPDXRef-${at}`)
    for (const [key, tag] of Object.entries(tags)) if (keys[key] !== undefined) lines.push(`${tag}: ${keys[key]}`)
    if (keys['copyrightText'] !== undefined) lines.push(`PackageCopyrightText: <text>${keys['copyrightText']}\n  PackageName: within a text</text>`)
    for (const ref of refs) lines.push(`ExternalRef: OTHER ${ref}`)
  }
  for (const { from, type, to } of relations) lines.push(`Relationship: SPDXRef-${from} ${type} SPDXRef-${to}`)
  return `${lines.join('\n')}\n`
}

test('whatever a bill lists, it says the same in JSON, in YAML and in tag-value', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.array(relation, { maxLength: 8 }), (parts, relations) => {
      const document = documentOf(parts, relations)
      const expected = said(JSON.stringify(document))
      expect(said(stringify(document))).toEqual(expected)
      expect(said(asTagValue(parts, relations))).toEqual(expected)
    }),
    { seed: 20261124, numRuns: 300 },
  )
})

test('the order of packages and of relationships changes nothing', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.array(relation, { maxLength: 8 }), (parts, relations) => {
      const document = documentOf(
        parts.map((one, at) => ({ ...one, name: `${at} ${one.name}` })),
        relations,
      )
      const turned = { ...document, packages: document.packages.toReversed(), relationships: document.relationships.toReversed() }
      const holdsImages = JSON.stringify(document).includes('CONTAINER') || JSON.stringify(document).includes('docker')
      if (!holdsImages) expect(said(JSON.stringify(turned)).claims.filter(isOfOne)).toEqual(said(JSON.stringify(document)).claims.filter(isOfOne))
    }),
    { seed: 20261124, numRuns: 200 },
  )
})

/** Claims that do not depend on which of several things of a file is met first. */
const isOfOne = (claim: string): boolean => !claim.includes('os-name') && !claim.includes('operating-system')
