import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LinkClaim } from '#estate/claim.ts'
import { type Beside, sourceFile } from '#estate/source-file.ts'
import { checkImporter } from '../../../test/check-importer.ts'
import { readEnvFile } from './env-file.ts'
import { compose } from './index.ts'
import { interpolate } from './interpolate.ts'
import { pathFrom } from './paths.ts'

const fixtures = 'src/importers/compose/fixtures'
for (const name of ['smallest.yaml', 'awkward.yaml', 'broken.yaml']) checkImporter(compose, `${fixtures}/${name}`)

const besideOf = (files: Record<string, string>, composeProfiles: readonly string[] = []): Beside => ({
  settings: { composeProfiles },
  file: (path) => (files[path] === undefined ? undefined : sourceFile(path, files[path])),
})
const readIn = (files: Record<string, string>, path: string, profiles: readonly string[] = []) => compose.read(sourceFile(path, files[path] ?? ''), besideOf(files, profiles))
const linksIn = (files: Record<string, string>, path = 'compose.yaml', profiles: readonly string[] = []): readonly LinkClaim[] =>
  readIn(files, path, profiles).claims.flatMap((claim) => (claim.claim === 'link' ? [claim] : []))
const said = (links: readonly LinkClaim[], role: string): readonly string[] => links.flatMap((link) => (link.role === role ? [`${link.to} ${link.state}`] : [])).sort()

test('variables are filled in as the specification says', () => {
  const lookup = (name: string) => ({ A: 'one', EMPTY: '' })[name]
  const filled = (text: string) => interpolate(text, lookup).text
  expect(filled('$A-${A}')).toBe('one-one')
  expect(filled('${B:-two}${EMPTY:-two}${EMPTY-two}')).toBe('twotwo')
  expect(filled('${B:-${C:-${A}}}')).toBe('one')
  expect(filled('${A:+yes}${B:+no}${EMPTY+set}')).toBe('yesset')
  expect(filled('$$HOME $${A}')).toBe('$HOME ${A}')
  expect(filled('${B}:${B:?must be set}')).toBe('${B}:${B}')
  expect(interpolate('${B}', lookup).unresolved).toEqual(['B'])
  expect(filled('${ not one } $ ${')).toBe('${ not one } $ ${')
})

test('a text without dollar signs stays, and nothing that is filled in hangs or throws', () => {
  fc.assert(fc.property(fc.string(), (text) => interpolate(text.replaceAll('$', ''), () => undefined).text === text.replaceAll('$', '')))
  expect(interpolate('${A-'.repeat(20_000), () => undefined).unresolved).toEqual([])
})

test('an env file is read with its comments, quotes, blanks and variables', () => {
  const text = ['# A=no', 'A=1 # a comment', 'B = "x y" # z', "C='$A'", 'export D=${A}${OUT}', 'E=', 'F', 'G="a', 'b"', 'H="never closed', 'I=#hash', 'J=a#b'].join('\n')
  const entries = Object.fromEntries(readEnvFile(text, (name) => (name === 'OUT' ? 'out' : undefined)).map((entry) => [entry.name, entry.value]))
  expect(entries).toEqual({ A: '1', B: 'x y', C: '$A', D: '1out', E: '', F: undefined, G: 'a\nb', H: '"never closed', I: '', J: 'a#b' })
  expect(readEnvFile('A="$B"', () => 'x', true)).toEqual([{ name: 'A', value: '"$B"', line: 1 }])
})

test('a path is found from the folder of the file that names it, and never outside the root', () => {
  expect(pathFrom('a/b', '../c/./d')).toBe('a/c/d')
  expect(pathFrom('', '../x')).toBeUndefined()
  expect(pathFrom('a', '/etc/x')).toBeUndefined()
})

test('.env is read and env.example is not', () => {
  const files = { 'compose.yaml': 'services: {a: {image: "x:${TAG-old}"}}', 'env.example': 'TAG=example' }
  expect(said(linksIn(files), 'image')).toEqual(['image:docker.io/library/x:old active'])
  expect(said(linksIn({ ...files, '.env': 'TAG=new' }), 'image')).toEqual(['image:docker.io/library/x:new active'])
})

test('env files see what the files before them set, and environment goes over them', () => {
  const files = {
    'p/compose.yaml': 'services: {a: {image: x, env_file: [one, two], environment: {URL: "https://own.other.net"}}}',
    'p/one': 'HOST=service.provider.net\nURL=https://old.provider.net',
    'p/two': 'API_URL=https://${HOST}/v1',
  }
  expect(said(linksIn(files, 'p/compose.yaml'), 'endpoint')).toEqual(['host:own.other.net active', 'host:service.provider.net active', 'host:service.provider.net active'])
})

test('an override is read with its base and says nothing alone', () => {
  const files = { 'compose.yaml': 'services: {a: {image: "x:1"}}', 'compose.override.yaml': 'services: {a: {image: "x:2", environment: [N_URL=https://n.provider.net]}}' }
  expect(said(linksIn(files), 'image')).toEqual(['image:docker.io/library/x:2 active'])
  expect(said(linksIn(files), 'endpoint')).toEqual(['host:n.provider.net active'])
  expect(readIn(files, 'compose.override.yaml').claims).toEqual([])
  expect(said(linksIn({ 'compose.override.yaml': files['compose.override.yaml'] }, 'compose.override.yaml'), 'image')).toEqual(['image:docker.io/library/x:2 active'])
})

test('COMPOSE_FILE names the layers that are read together', () => {
  const files = { '.env': 'COMPOSE_FILE=one.yaml:two.yaml', 'one.yaml': 'services: {a: {image: "x:1"}}', 'two.yaml': 'services: {a: {image: "x:2"}}' }
  expect(said(linksIn(files, 'one.yaml'), 'image')).toEqual(['image:docker.io/library/x:2 active'])
  expect(readIn(files, 'two.yaml').claims).toEqual([])
})

test('a profile that is not chosen leaves a service inactive', () => {
  const files = { 'compose.yaml': 'services: {a: &a {image: x, profiles: [gpu]}, b: {<<: *a, profiles: [other]}}' }
  expect(said(linksIn(files), 'image')).toEqual(['image:docker.io/library/x:latest inactive', 'image:docker.io/library/x:latest inactive'])
  expect(said(linksIn(files, 'compose.yaml', ['gpu']), 'image')).toEqual(['image:docker.io/library/x:latest active', 'image:docker.io/library/x:latest inactive'])
  expect(said(linksIn({ ...files, '.env': 'COMPOSE_PROFILES=gpu,other' }), 'image')).not.toContain('image:docker.io/library/x:latest inactive')
})

test('what is built here is pulled from nowhere, also under the name of another service', () => {
  const files = { 'p/compose.yaml': 'services: {a: {build: ., image: "own:dev"}, b: {image: "own:dev"}, c: {image: p-d}, d: {build: .}, e: {image: "own:other"}}' }
  const links = linksIn(files, 'p/compose.yaml')
  expect(said(links, 'image')).toEqual([
    'image:docker.io/library/own:dev inactive',
    'image:docker.io/library/own:dev inactive',
    'image:docker.io/library/own:other active',
    'image:docker.io/library/p-d:latest inactive',
  ])
  expect(said(links, 'registry')).toEqual(['registry:docker.io active'])
})

test('a Dockerfile written inline names its base images', () => {
  const text = ['services:', '  a:', '    build:', '      dockerfile_inline: |', '        FROM ghcr.io/x/base:1 AS base', '        FROM base', '        RUN apk add curl'].join(
    '\n',
  )
  const links = linksIn({ 'compose.yaml': text })
  expect(said(links, 'image')).toEqual(['image:ghcr.io/x/base:1 active'])
  expect(said(links, 'shows')).toContain('signal:command/apk add active')
})

test('an image whose name waits for a variable is told, and one whose tag does is a placeholder', () => {
  const files = { 'compose.yaml': 'services: {a: {image: "${NAME}"}, b: {image: "pg:${TAG}"}}' }
  expect(said(linksIn(files), 'image')).toEqual(['image:docker.io/library/pg:latest placeholder'])
  expect(readIn(files, 'compose.yaml').diagnostics.map((one) => `${one.code} ${one.values?.['what']}`)).toEqual(['unresolved NAME', 'unresolved TAG'])
})

test('extends takes over from another file, and a ring of them ends', () => {
  const files = {
    'compose.yaml': 'services: {a: {extends: {file: sub/base.yaml, service: b}, command: run}, c: {extends: d, image: y}, d: {extends: c}}',
    'sub/base.yaml': 'services: {b: {image: x, env_file: b.env}}',
    'sub/b.env': 'N_URL=https://n.provider.net',
  }
  const links = linksIn(files)
  expect(said(links, 'image')).toContain('image:docker.io/library/x:latest active')
  expect(said(links, 'endpoint')).toEqual(['host:n.provider.net active'])
})

test('names of services, aliases and included files are inside the estate', () => {
  const text =
    'include: [more.yaml]\nservices: {a: {image: x, environment: {ONE_URL: "http://b.internal.net/x", TWO_URL: "http://alias.of-b.net", THREE_HOST: c}, depends_on: {b: {condition: service_started}}}, b: {image: y, hostname: b.internal.net, networks: {n: {aliases: [alias.of-b.net]}}}}'
  const links = linksIn({ 'compose.yaml': text, 'more.yaml': 'name: more\nservices: {c: {image: z}}' })
  expect(said(links, 'endpoint')).toEqual([])
  expect(said(links, 'needs')).toEqual(['unit:compose/-/b active', 'unit:compose/more/c active'])
})

test('models are found through services and through providers, with the registry they come from', () => {
  const text = 'services: {a: {image: x, models: [llm]}, m: {provider: {type: model, options: {model: ai/qwen3}}}}\nmodels: {llm: {model: "ai/smollm2:360M"}}'
  const links = linksIn({ 'compose.yaml': text })
  expect(said(links, 'ai-model')).toEqual(['model:ai/qwen3 active', 'model:ai/smollm2:360M active'])
  expect(links.filter((link) => link.from.startsWith('model:')).map((link) => link.to)).toEqual(['registry:docker.io', 'registry:docker.io'])
})

test('a host in a rule of the proxy is a domain, and an example is none', () => {
  const text = 'services: {a: {image: x, labels: {traefik.http.routers.a.rule: "Host(`shop.our-org.eu`, `a.example.com`)"}}}'
  expect(said(linksIn({ 'compose.yaml': text }), 'domain')).toEqual(['domain:a.example.com placeholder', 'domain:shop.our-org.eu active'])
})

test('where logs go is a sign, a host, and what the service reports to', () => {
  const text =
    'services: {a: {image: x, logging: {driver: awslogs, options: {awslogs-region: eu-west-1}}}, b: {image: x, logging: {driver: fluentd, options: {fluentd-address: "logs.provider.net:24224"}}}}'
  const links = linksIn({ 'compose.yaml': text })
  expect(links.find((link) => link.to.endsWith('awslogs'))?.says).toEqual({ value: 'eu-west-1' })
  expect(said(links, 'reports-to')).toEqual(['host:logs.provider.net active'])
})

test('flags are signs, their hosts are called, and their secrets stay where they are', () => {
  const text = 'services: {a: {image: x, command: "--caserver=https://acme.provider.net --smtp-host mail.provider.net --api-token=abcdef-not-real --bind-address 1.2.3.4"}}'
  const fragment = readIn({ 'compose.yaml': text }, 'compose.yaml')
  expect(JSON.stringify(fragment.claims)).not.toContain('not-real')
  expect(fragment.diagnostics.map((one) => one.code)).toEqual(['secret'])
  expect(said(linksIn({ 'compose.yaml': text }), 'endpoint')).toEqual(['host:acme.provider.net active', 'host:mail.provider.net active'])
})

test('no secret is copied, from an environment or from an account with its password', () => {
  const text = 'services: {a: {image: x, environment: {DB_PASSWORD: hunter2-not-real, GRAPH_AUTH: user/hunter2-not-real, API_TOKENS: hunter2-not-real}}}'
  const fragment = readIn({ 'compose.yaml': text }, 'compose.yaml')
  expect(JSON.stringify(fragment)).not.toContain('hunter2')
  expect(fragment.diagnostics.length).toBe(3)
})

test('a setting that nobody sees, and one that is empty, are not active', () => {
  const text = 'services: {a: {image: x, environment: [OPENAI_API_KEY, "OTHER_KEY=${GONE}", "THIRD_KEY="]}}'
  expect(said(linksIn({ 'compose.yaml': text }), 'shows')).toEqual([
    'signal:env-name/OPENAI_API_KEY placeholder',
    'signal:env-name/OTHER_KEY placeholder',
    'signal:env-name/THIRD_KEY inactive',
  ])
})

test('other formats with services at their top are not recognised', () => {
  for (const text of [
    'services:\n  - name: postgres\nstages: [test]',
    'services:\n  _defaults: {autowire: true}\n  App\\Service: {tags: [x]}',
    'apiVersion: v1\nkind: List\nservices: {a: {image: x}}',
    '{"bomFormat": "CycloneDX", "services": {"a": {"image": "x"}}}',
  ]) {
    expect(compose.recognises(sourceFile('some.yaml', text))).toBe(false)
  }
})
