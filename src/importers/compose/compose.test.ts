import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LinkClaim } from '#estate/claim.ts'
import { type Beside, defaultSettings, sourceFile } from '#estate/source-file.ts'
import { checkImporter } from '../../../test/check-importer.ts'
import { pathFrom } from '../paths.ts'
import { readEnvFile } from './env-file.ts'
import { compose } from './index.ts'
import { interpolate } from './interpolate.ts'

const fixtures = 'src/importers/compose/fixtures'
for (const name of ['smallest.yaml', 'awkward.yaml', 'broken.yaml']) checkImporter(compose, `${fixtures}/${name}`)

/** Dollar signs before braces, which the language would take for its own. */
const dollars = (text: string) => text.replaceAll('§', '$')
const besideOf = (files: Record<string, string>, composeProfiles: readonly string[] = []): Beside => ({
  settings: { ...defaultSettings, composeProfiles },
  file: (path) => (files[path] === undefined ? undefined : sourceFile(path, files[path])),
})
const readIn = (files: Record<string, string>, path: string, profiles: readonly string[] = []) => compose.read(sourceFile(path, files[path] ?? ''), besideOf(files, profiles))
const linksIn = (files: Record<string, string>, path = 'compose.yaml', profiles: readonly string[] = []): readonly LinkClaim[] =>
  readIn(files, path, profiles).claims.flatMap((claim) => (claim.claim === 'link' ? [claim] : []))
const said = (links: readonly LinkClaim[], role: string): readonly string[] => links.flatMap((link) => (link.role === role ? [`${link.to} ${link.state}`] : [])).sort()

test('variables are filled in as the specification says', () => {
  const lookup = (name: string) => ({ A: 'one', EMPTY: '' })[name]
  const filled = (text: string) => interpolate(dollars(text), lookup).text
  expect(filled('§A-§{A}')).toBe('one-one')
  expect(filled('§{B:-two}§{EMPTY:-two}§{EMPTY-two}')).toBe('twotwo')
  expect(filled('§{B:-§{C:-§{A}}}')).toBe('one')
  expect(filled('§{A:+yes}§{B:+no}§{EMPTY+set}')).toBe('yesset')
  expect(filled('§§HOME §§{A}')).toBe(dollars('§HOME §{A}'))
  expect(filled('§{B}:§{B:?must be set}')).toBe(dollars('§{B}:§{B}'))
  expect(interpolate(dollars('§{B}'), lookup).unresolved).toEqual(['B'])
  expect(filled('§{ not one } § §{')).toBe(dollars('§{ not one } § §{'))
})

test('a text without dollar signs stays, and nothing that is filled in hangs or throws', () => {
  fc.assert(fc.property(fc.string(), (text) => interpolate(text.replaceAll('$', ''), () => undefined).text === text.replaceAll('$', '')))
  expect(interpolate(dollars('§{A-').repeat(20_000), () => undefined).unresolved).toEqual([])
})

test('an env file is read with its comments, quotes, blanks and variables', () => {
  const text = ['# A=no', 'A=1 # a comment', 'B = "x y" # z', "C='$A'", dollars('export D=§{A}§{OUT}'), 'E=', 'F', 'G="a', 'b"', 'H="never closed', 'I=#hash', 'J=a#b'].join('\n')
  const entries = Object.fromEntries(readEnvFile(text, (name) => (name === 'OUT' ? 'out' : undefined)).map((entry) => [entry.name, entry.value]))
  expect(entries).toEqual({ A: '1', B: 'x y', C: '$A', D: '1out', E: '', F: undefined, G: 'a\nb', H: '"never closed', I: '', J: 'a#b' })
  expect(readEnvFile("A='Let\\'s go' # x\nB='a\\nb'", () => undefined).map((entry) => entry.value)).toEqual(["Let's go", 'a\\nb'])
  expect(readEnvFile('A="$B"', () => 'x', true)).toEqual([{ name: 'A', value: '"$B"', line: 1 }])
})

test('a path is found from the folder of the file that names it, and never outside the root', () => {
  expect(pathFrom('a/b', '../c/./d')).toBe('a/c/d')
  expect(pathFrom('', '../x')).toBeUndefined()
  expect(pathFrom('a', '/etc/x')).toBeUndefined()
})

test('.env is read and env.example is not', () => {
  const files = { 'compose.yaml': dollars('services: {a: {image: "x:§{TAG-old}"}}'), 'env.example': 'TAG=example' }
  expect(said(linksIn(files), 'image')).toEqual(['image:docker.io/library/x:old active'])
  expect(said(linksIn({ ...files, '.env': 'TAG=new' }), 'image')).toEqual(['image:docker.io/library/x:new active'])
})

test('env files see what the files before them set, and environment goes over them', () => {
  const files = {
    'p/compose.yaml': 'services: {a: {image: x, env_file: [one, two], environment: {URL: "https://own.other.net"}}}',
    'p/one': 'HOST=service.provider.net\nURL=https://old.provider.net',
    'p/two': dollars('API_URL=https://§{HOST}/v1'),
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

test('paths in a layer are written from the folder of the first, and in a file that is extended from its own', () => {
  const files = {
    '.env': 'COMPOSE_FILE=base.yaml:deploy/more.yaml',
    'base.yaml': 'services: {a: {image: x}}',
    'deploy/more.yaml': 'services: {a: {env_file: one.env, extends: {file: deploy/other/base.yaml, service: b}}}',
    'deploy/other/base.yaml': 'services: {b: {env_file: two.env}}',
    'one.env': 'ONE_URL=https://one.provider.net',
    'deploy/one.env': 'ONE_URL=https://wrong.provider.net',
    'deploy/other/two.env': 'TWO_URL=https://two.provider.net',
  }
  expect(said(linksIn(files, 'base.yaml'), 'endpoint')).toEqual(['host:one.provider.net active', 'host:two.provider.net active'])
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
  const files = { 'compose.yaml': dollars('services: {a: {image: "§{NAME}"}, b: {image: "pg:§{TAG}"}}') }
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

const secretsIn = (files: Record<string, string>) => {
  const fragment = readIn(files, 'compose.yaml')
  expect(JSON.stringify(fragment)).not.toContain('not-real')
  return fragment.diagnostics.flatMap((one) => (one.code === 'secret' ? [`${one.file}:${one.line} ${one.pointer}`] : [])).sort()
}

test('a secret is told wherever it lies, and once', () => {
  const text = [
    'x-shared: &shared',
    '  environment: [DB_PASSWORD=hunter2-not-real]',
    'services:',
    '  a:',
    '    image: x',
    '    build: { context: ., args: { NPM_TOKEN: hunter2-not-real } }',
    '    labels: [app.api-key=hunter2-not-real]',
    '    logging: { driver: splunk, options: { splunk-token: hunter2-not-real } }',
    '    env_file: [one.env]',
    '  b: { image: y, env_file: one.env }',
    'configs:',
    '  c: { content: "postgres://user:hunter2-not-real@db/x" }',
  ].join('\n')
  expect(secretsIn({ 'compose.yaml': text, 'one.env': 'A=1\nAPI_KEY=hunter2-not-real' })).toEqual([
    'compose.yaml:12 /configs/c/content',
    'compose.yaml:2 /x-shared/environment/0',
    'compose.yaml:6 /services/a/build/args/NPM_TOKEN',
    'compose.yaml:7 /services/a/labels/0',
    'compose.yaml:8 /services/a/logging/options/splunk-token',
    'one.env:2 /line/2',
  ])
})

test('a secret that a variable brings in lies where the variable is set, and a default lies here', () => {
  const text = dollars(
    'services:\n  a:\n    image: x\n    environment:\n      DB_PASSWORD: §{PW}\n      OTHER_PASSWORD: §{OTHER:-hunter2-not-real}\n      PW:\n    labels: { app.token: "§{PW}" }',
  )
  expect(secretsIn({ 'compose.yaml': text, '.env': 'PW=hunter2-not-real' })).toEqual(['.env:1 /line/1', 'compose.yaml:6 /services/a/environment/OTHER_PASSWORD'])
})

test('a setting that nobody sees, and one that is empty, are not active', () => {
  const text = dollars('services: {a: {image: x, environment: [OPENAI_API_KEY, "OTHER_KEY=§{GONE}", "THIRD_KEY="]}}')
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
    'version: 1\nservices: {Mail: {provider: Some Host}, Sign-in: {image: x}}',
    'services: {Mail: {provider: {name: Some Host}}}',
    '\n'.repeat(200_000),
    '{\n'.repeat(50_000),
  ]) {
    expect(compose.recognises(sourceFile('some.yaml', text))).toBe(false)
  }
})

test('versions two and three and the specification are recognised by what their services say, JSON and flow style too', () => {
  for (const text of [
    'version: "3.8"\nservices: {a: {image: x}}',
    "version: '2'\nservices:\n  a:\n    build: .",
    '{"services": {"a": {"image": "x"}}}',
    '{services: {a: {provider: {type: model}}}}',
  ]) {
    expect(compose.recognises(sourceFile('some.yaml', text))).toBe(true)
  }
  expect(compose.recognises(sourceFile('compose.yaml', 'services:\n  a: "unclosed'))).toBe(true)
})

test('a later layer replaces or takes back what it marks so', () => {
  const files = {
    'compose.yaml': 'services:\n  a:\n    image: x\n    environment: {ONE_URL: "https://one.provider.net"}\n    command: --server=https://two.provider.net\n    profiles: [off]',
    'compose.override.yaml': 'services:\n  a:\n    environment: !override {TWO_URL: "https://three.provider.net"}\n    command: !reset []\n    profiles: !reset null',
  }
  expect(said(linksIn(files), 'endpoint')).toEqual(['host:three.provider.net active'])
})

test('volumes that lie elsewhere are called there', () => {
  const text = [
    'services: {a: {image: x, volumes: ["one:/a", {source: two, target: /b}, "three:/c", "./here:/d"]}}',
    'volumes:',
    '  one: {driver_opts: {type: nfs, o: "addr=nfs.provider.net,rw", device: ":/share"}}',
    '  two: {driver_opts: {type: cifs, device: //u1.storage-host.net/backup}}',
    '  three: {driver_opts: {device: /srv/data}}',
  ].join('\n')
  expect(said(linksIn({ 'compose.yaml': text }), 'endpoint')).toEqual(['host:nfs.provider.net active', 'host:u1.storage-host.net active'])
})

test('an image that cannot be one is told', () => {
  const { diagnostics } = readIn({ 'compose.yaml': 'services: {a: {image: "not an image"}, b: {image: Good/Name}}' }, 'compose.yaml')
  expect(diagnostics.map((one) => one.values)).toEqual([{ expected: 'registry/name:tag', found: 'not an image' }])
})

test('names that every object has of its own are services, variables and references like others', () => {
  const text =
    'services: {constructor: {image: c, depends_on: [toString], models: [valueOf], extends: hasOwnProperty}, toString: {image: t, environment: {__proto__: x, constructor: y}}, __proto__: {image: p}}'
  const fragment = readIn({ 'compose.yaml': text }, 'compose.yaml')
  const units = fragment.claims.flatMap((claim) => (claim.claim === 'thing' && claim.id.startsWith('unit:') ? [claim.id] : []))
  expect(units).toEqual(['unit:compose/-/constructor', 'unit:compose/-/toString', 'unit:compose/-/__proto__'])
  expect(said(linksIn({ 'compose.yaml': text }), 'needs')).toEqual(['unit:compose/-/toString active'])
  expect(fragment.diagnostics.map((one) => one.values?.['what'])).toEqual(['hasOwnProperty', 'valueOf'])
})

test('a thousand services that lean on one another are read in a moment', () => {
  const text = `services:\n${Array.from({ length: 1000 }, (_, at) => `  s${at}: {image: x, depends_on: [s${(at + 1) % 1000}]}`).join('\n')}`
  expect(said(linksIn({ 'compose.yaml': text }), 'needs').length).toBe(1000)
})
