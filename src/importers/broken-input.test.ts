import { globSync, readFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { packageClaims } from '#estate/contents.ts'
import type { Fragment } from '#estate/fragment.ts'
import { defaultSettings, type SourceFile, sourceFile } from '#estate/source-file.ts'
import { decodedText } from '#workspace/decode.ts'
import { importers } from './index.ts'

/** What a file is read as, by whoever recognises it, with a claim for every package; nothing when nobody does. */
function readAs(file: SourceFile): Fragment | undefined {
  const known = importers.filter((one) => one.recognises(file))
  expect(known.length).toBeLessThanOrEqual(1)
  const fragment = known[0]?.read(file, { settings: defaultSettings, file: () => undefined })
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  return fragment && { ...fragment, claims: [...fragment.claims, ...packageClaims(fragment.contents ?? [], () => true)] }
}

const fixtures = globSync('src/importers/*/fixtures/*').filter((path) => /\.(ya?ml|json|xml|csv|tsv|tfstate)$/.test(path) && !path.endsWith('.expected.json'))

const isJson = (text: string) => /^\s*[[{]\s*["[{\]}]/.test(text)
const threw = (parse: () => unknown): boolean => {
  try {
    return parse() === false
  } catch {
    return true
  }
}

/** Whether a text is not what its format's own grammar allows. Tables are never wrong enough to count. */
function isBroken(text: string): boolean {
  if (isJson(text)) return threw(() => JSON.parse(text))
  if (/^\s*</.test(text)) {
    return threw(() => {
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', (fault) => {
        throw fault
      })
      parser.write(text).close()
    })
  }
  return threw(() => [parseAllDocuments(text, { uniqueKeys: false, strict: false })].flat().every((one) => one.errors.length === 0))
}

const noise = fc.constantFrom(
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '\n',
  '\r',
  '\t',
  '  ',
  '- ',
  '&a ',
  '*a ',
  '<',
  '>',
  '</a>',
  '&',
  '\0',
  '|',
  '%',
  '---\n',
  '#',
  '1e999',
  '\\',
  '{{',
  '\u{1F600}',
)

describe.each(fixtures)('%s', (path) => {
  const text = decodedText(readFileSync(path))
  const name = relative(dirname(path), path)
  const said = new Set(readAs(sourceFile(name, text))?.claims.map((claim) => JSON.stringify({ ...claim, at: [] })))

  test('a scribbled copy is read, and told where it is broken', () => {
    fc.assert(
      fc.property(fc.nat(text.length), noise, fc.nat(40), (at, sign, gone) => {
        const copy = text.slice(0, at) + sign + text.slice(at + gone)
        const fragment = readAs(sourceFile(name, copy))
        if (fragment && !/\.[ct]sv$/.test(name) && isBroken(copy)) expect(fragment.diagnostics.length).toBeGreaterThan(0)
      }),
      { seed: 20261124, numRuns: 12 },
    )
  })

  test('a copy that was cut says nothing that the whole does not say, but for what stood at the cut', () => {
    fc.assert(
      fc.property(fc.nat(text.length), (at) => {
        const cut = readAs(sourceFile(name, text.slice(0, at)))
        const foreign = cut?.claims.filter((claim) => !said.has(JSON.stringify({ ...claim, at: [] }))) ?? []
        expect(foreign.length).toBeLessThanOrEqual(Math.max(30, said.size / 2))
      }),
      { seed: 20261124, numRuns: 12 },
    )
  })
})

const deep = 100_000
const deepYaml = 20_000
const long = 1_000_000
const bom = (content: string) => `{"bomFormat": "CycloneDX", "specVersion": "1.6", ${content}}`
const xml = (content: string, before = '') => `${before}<bom xmlns="http://cyclonedx.org/schema/bom/1.6">${content}</bom>`
const state = (attributes: string) =>
  `{"version": 4, "terraform_version": "1.9.0", "serial": 1, "lineage": "x", "resources": [{"mode": "managed", "type": "aws_x", "name": "a", "instances": [{"attributes": ${attributes}}]}]}`
const services = (content: string) => `services:\n  a:\n    image: x\n${content}`
const pod = (content: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: x}]\n${content}`
const laughs = (levels: number) => `x0: &x0 [a,a,a,a,a,a,a,a,a,a]\n${Array.from({ length: levels }, (_, at) => `x${at + 1}: &x${at + 1} [${`*x${at},`.repeat(10)}]`).join('\n')}\n`
const entities = `<!DOCTYPE b [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "${(at ? `&a${at - 1};` : '&a;').repeat(10)}">`).join('')}]>`

/** Files as nobody writes them honestly, by what is wrong with each. */
const hostile: Readonly<Record<string, readonly [name: string, text: string]>> = {
  'JSON nested without end': ['a.json', bom(`"components": ${'['.repeat(deep)}${']'.repeat(deep)}`)],
  'JSON nested without end, and cut': ['a.json', `{"bomFormat": "CycloneDX", "x": ${'{"a":'.repeat(deep)}`],
  'components nested without end': ['a.json', bom(`"components": [${'{"type":"library","name":"n","components":['.repeat(deep)}${']}'.repeat(deep)}]`)],
  'attributes nested without end': ['a.tfstate', state(`${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`)],
  'XML nested without end': ['a.xml', xml('<a>'.repeat(deep) + '</a>'.repeat(deep))],
  'YAML nested without end': ['compose.yaml', services(`    labels: ${'['.repeat(deepYaml)}`)],
  'YAML keys nested without end': ['compose.yaml', services(`    labels:\n      ${'? '.repeat(deepYaml)}`)],
  'a plan nested without end': ['deltaplan.yaml', `version: 1\nfunctions: ${'{a: '.repeat(deepYaml)}`],
  'a manifest nested without end': ['a.yaml', pod(`status: ${'[a, '.repeat(deepYaml)}`)],
  'aliases that grow': ['compose.yaml', `${laughs(12)}${services('    command: *x12')}`],
  'aliases that grow in a plan': ['deltaplan.yaml', `version: 1\n${laughs(12)}`],
  'aliases that grow in a manifest': ['a.yaml', `${pod('')}status:\n${laughs(9).replace(/^/gm, '  ')}`],
  'an alias to itself': ['compose.yaml', 'services: &s\n  a: &a {image: x, labels: *a, deploy: *s}'],
  'entities that grow': ['a.xml', xml('<components><component type="library"><name>&a19;</name></component></components>', entities)],
  'entities from outside': [
    'a.xml',
    xml('<components><component type="library"><name>&a;</name></component></components>', '<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/hostname">]>'),
  ],
  'numbers too large': ['a.tfstate', state('{"desired_count": 1e999, "n": -1e999}')],
  'numbers too large in YAML': ['compose.yaml', services('    scale: 1e999\n    deploy: {replicas: .nan}')],
  'keys of every object in JSON': ['a.json', bom('"__proto__": {"polluted": 1}, "components": [{"type": "library", "name": "a", "constructor": {"prototype": {"polluted": 1}}}]')],
  'keys of every object in attributes': ['a.tfstate', state('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "tags": {"__proto__": "x"}}')],
  'keys of every object in YAML': ['compose.yaml', 'services:\n  __proto__: {image: x, polluted: 1}\n  constructor: {image: y, environment: {__proto__: 1, toString: 2}}'],
  'keys of every object in a plan': ['deltaplan.yaml', 'version: 1\n__proto__: {polluted: 1}\nfunctions: {__proto__: {}, constructor: {}}'],
  'keys of every object in XML': ['a.xml', xml('<components><component type="library"><__proto__><polluted>1</polluted></__proto__><name>a</name></component></components>')],
  'a long line of JSON': ['a.json', bom(`"components": [{"type": "library", "name": "${'x'.repeat(long)}"}]`)],
  'a long line of XML': ['a.xml', xml(`<components><component type="library"><name>${'x'.repeat(long)}</name></component></components>`)],
  'a long command': ['compose.yaml', services(`    command: ${'curl https://a.provider.net/x '.repeat(long / 30)}`)],
  'a long setting': ['compose.yaml', services(`    environment: {A: "${'https://a.provider.net,'.repeat(long / 23)}"}`)],
  'a long script': ['a.tfstate', state(JSON.stringify({ user_data: 'apt -curl '.repeat(long / 20) }))],
  'a long cell': ['suppliers.csv', `service,provider,place\na,${'x'.repeat(long)},b`],
  'blank lines': ['a.yaml', '\n'.repeat(long)],
  'braces and lines': ['a.yaml', '{\n'.repeat(100_000)],
  quotes: ['suppliers.csv', `service,provider,place\n${'"'.repeat(long + 1)}`],
  'rows with broken quotes': ['suppliers.csv', `service,provider,place\n${'a,"b"c,d\n'.repeat(50_000)}`],
  'rows without a service': ['suppliers.csv', `service,provider,place\n${',b,c\n'.repeat(50_000)}`],
  'documents without end': ['compose.yaml', `${services('')}${'---\n'.repeat(50_000)}`],
  'variables without end': ['compose.yaml', services(`    command: "${`${'$'}{A:-`.repeat(50_000)}"`)],
  'a Dockerfile of blank lines': ['compose.yaml', `services:\n  a:\n    build:\n      dockerfile_inline: "FROM x${'\\n'.repeat(200_000)}"`],
  'a script of blank lines': ['a.tfstate', state(JSON.stringify({ user_data: '\n'.repeat(200_000) }))],
  'an image name without end': ['a.tfstate', state(JSON.stringify({ container_image: 'a.'.repeat(200_000) }))],
  'an address without end': ['a.tfstate', state('{}').replace('"name": "a"', `"name": "a", "module": "module.a${'['.repeat(200_000)}"`)],
  'a token without end': ['compose.yaml', services(`    labels: {a: "${'eyJ-'.repeat(100_000)}"}`)],
  'a value of blanks': ['compose.yaml', services(`    environment: ["A=x${' '.repeat(200_000)}y"]`)],
  'zero bytes': ['compose.yaml', services('    hostname: "a\0b"\0')],
  nothing: ['compose.yaml', ''],
}

test.each(Object.entries(hostile))('%s: reading ends, throws nothing, and says something of it', (_, [name, text]) => {
  const from = performance.now()
  const fragment = readAs(sourceFile(name, text))
  expect(performance.now() - from).toBeLessThan(10_000)
  if (fragment) expect(fragment.claims.length + fragment.diagnostics.length).toBeGreaterThan(0)
})

test.each(['utf8', 'utf16le', 'latin1'] as const)('a register in %s is read letter by letter', (encoding) => {
  const bytes = new Uint8Array(Buffer.from('Dienst;Leverancier;Plaats\r\nBezorging één;Café Post;NL\r\n', encoding))
  const claims = readAs(sourceFile('suppliers.csv', decodedText(bytes)))?.claims ?? []
  expect(claims.flatMap((claim) => (claim.claim === 'thing' ? [claim.name] : []))).toEqual(expect.arrayContaining(['Bezorging één', 'Café Post']))
})

test('a file in UTF-16 without its mark is read, and one that is cut in the midst of a letter', () => {
  const text = bom('"components": [{"type": "library", "name": "één"}]')
  expect(readAs(sourceFile('a.json', decodedText(new Uint8Array(Buffer.from(text, 'utf16le')))))?.claims.length).toBe(3)
  const cut = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')).slice(0, -7)
  expect(readAs(sourceFile('a.json', decodedText(cut)))?.diagnostics.map((one) => one.code)).toContain('unreadable')
})

test.each([
  ['a.json', '{"version": 4, "name": "a lock file", "dependencies": {}}'],
  ['a.json', '{"$schema": "http://json-schema.org/draft-07/schema#", "title": "CycloneDX"}'],
  ['a.json', '[]'],
  ['a.yaml', 'services: [a, b]'],
  ['a.yaml', 'version: 1\nrules: []'],
  ['a.yaml', 'hello'],
  ['a.xml', '<project><bom/></project>'],
  ['a.csv', 'a;b;c\n1;2;3'],
  ['a.txt', 'service provider place'],
])('%s that only looks like one of our formats is left to others: %s', (name, text) => {
  expect(readAs(sourceFile(name, text))).toBeUndefined()
})
