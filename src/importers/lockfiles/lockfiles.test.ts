import { globSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alone, type Beside, defaultSettings, sourceFile } from '#estate/source-file.ts'
import { checkImporter } from '../../../test/check-importer.ts'
import { lockfiles } from './index.ts'
import { type Edge, usesOf } from './reach.ts'

for (const path of globSync('src/importers/lockfiles/fixtures/*')
  .filter((one) => !one.endsWith('.expected.json'))
  .sort())
  checkImporter(lockfiles, path)

const besideOf = (files: Readonly<Record<string, string>>): Beside => ({
  settings: defaultSettings,
  file: (path) => (files[path] === undefined ? undefined : sourceFile(path, files[path])),
})
const read = (path: string, text: string, files: Readonly<Record<string, string>> = {}) => lockfiles.read(sourceFile(path, text), besideOf(files))
/** Packages as `purl`, with what they are for where that is not the program. */
const packages = (path: string, text: string, files: Readonly<Record<string, string>> = {}): readonly string[] =>
  (read(path, text, files).contents ?? [])
    .flatMap((one) => one.packages.map(({ key }) => `${key}${one.phase === undefined ? '' : ` ${one.phase}`}${one.state === 'active' ? '' : ` ${one.state}`}`))
    .sort()
const hosts = (path: string, text: string, files: Readonly<Record<string, string>> = {}): readonly string[] =>
  read(path, text, files)
    .claims.flatMap((claim) =>
      claim.claim === 'link' && claim.role === 'runtime-download' ? [`${claim.to.slice(5)} ${claim.basis}${claim.state === 'active' ? '' : ` ${claim.state}`}`] : [],
    )
    .sort()
const groups = (path: string, text: string, files: Readonly<Record<string, string>> = {}) => read(path, text, files).claims.flatMap((claim) => claim.says?.['groups'] ?? [])

describe('where packages are fetched', () => {
  const lock = (entry: string) => `{"name": "x", "lockfileVersion": 3, "packages": {"node_modules/a": {"version": "1.0.0"${entry}}}}`

  test('a default of the format is inferred, until a configuration names another', () => {
    expect(hosts('package-lock.json', lock(''))).toEqual(['registry.npmjs.org inferred'])
    expect(hosts('a/package-lock.json', lock(''), { 'a/.npmrc': 'registry=https://npm.our-town.nl/' })).toEqual(['npm.our-town.nl observed'])
    expect(hosts('a/package-lock.json', lock(''), { '.npmrc': 'registry=https://npm.our-town.nl/' })).toEqual(['registry.npmjs.org inferred'])
    expect(hosts('package-lock.json', lock(', "resolved": "https://a.vendor.com/a.tgz"'))).toEqual(['a.vendor.com observed'])
  })

  test('what comes inside another package, or lies on the own disk, is fetched from nowhere', () => {
    expect(hosts('package-lock.json', lock(', "inBundle": true'))).toEqual([])
    expect(hosts('package-lock.json', lock(', "resolved": "file:../a"'))).toEqual([])
  })

  test.each([
    ['git+ssh://git@git.vendor.com/a/b.git#1', 'git.vendor.com observed'],
    ['git@git.vendor.com:a/b.git', 'git.vendor.com observed'],
    ['github:a/b', 'github.com observed'],
    ['gitlab:a/b#semver:1', 'gitlab.com observed'],
    ['https://me:secret-word@git.vendor.com/a/b', 'git.vendor.com observed'],
    ['https://npm.example.com/a.tgz', 'npm.example.com observed placeholder'],
  ])('%s is fetched from %s', (address, host) => expect(hosts('package-lock.json', lock(`, "resolved": "${address}"`))).toEqual([host]))

  test('hosts within the walls are nobody outside', () => {
    for (const address of ['http://localhost:4873/a.tgz', 'https://nexus/a.tgz', 'https://nexus.intranet/a.tgz', 'https://10.0.0.1/a.tgz'])
      expect(hosts('package-lock.json', lock(`, "resolved": "${address}"`))).toEqual([])
  })

  test('credentials are told and not copied, in the file and in the configuration beside it', () => {
    const fragment = read('package-lock.json', lock(', "resolved": "https://me:s3cr3tw0rd@a.vendor.com/a.tgz"'), { '.npmrc': '//npm.our-town.nl/:_authToken=abcdef1234\n' })
    expect(fragment.diagnostics.map((one) => [one.code, one.file])).toEqual([
      ['secret', '.npmrc'],
      ['secret', 'package-lock.json'],
    ])
    expect(JSON.stringify(fragment)).not.toMatch(/s3cr3tw0rd|abcdef1234/)
    expect(read('package-lock.json', lock(''), { '.npmrc': `//npm.our-town.nl/:_authToken=\${TOKEN}\n` }).diagnostics).toEqual([])
  })

  test('Yarn asks its own registry, or what .yarnrc.yml names', () => {
    const berry = '__metadata:\n  version: 8\n\n"a@npm:^1":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n'
    expect(hosts('yarn.lock', berry)).toEqual(['registry.yarnpkg.com inferred'])
    expect(hosts('yarn.lock', berry, { '.yarnrc.yml': 'npmRegistryServer: "https://npm.our-town.nl"' })).toEqual(['npm.our-town.nl observed'])
    expect(hosts('yarn.lock', berry, { '.yarnrc.yml': 'npmScopes: {town: {npmRegistryServer: "https://npm.our-town.nl"}}' })).toEqual([
      'npm.our-town.nl observed',
      'registry.yarnpkg.com inferred',
    ])
  })

  test('Python asks its common index unless another takes its place', () => {
    expect(hosts('requirements.txt', 'a==1')).toEqual(['pypi.org inferred'])
    expect(hosts('requirements.txt', '-i https://pypi.our-town.nl/simple\na==1')).toEqual(['pypi.our-town.nl observed'])
    expect(hosts('requirements.txt', '--extra-index-url=https://pypi.our-town.nl/simple\na==1')).toEqual(['pypi.org inferred', 'pypi.our-town.nl observed'])
    expect(hosts('requirements.txt', '--no-index\n-f ./wheels\na==1')).toEqual([])
    const poetry = '[[package]]\nname = "a"\nversion = "1"\noptional = false\npython-versions = "*"\n'
    expect(hosts('poetry.lock', poetry, { 'pyproject.toml': '[[tool.poetry.source]]\nname = "town"\nurl = "https://pypi.our-town.nl/simple"\n' })).toEqual([
      'pypi.our-town.nl observed',
    ])
    expect(hosts('poetry.lock', poetry, { 'pyproject.toml': '[[tool.poetry.source]]\nurl = "https://pypi.our-town.nl/simple"\npriority = "supplemental"\n' })).toEqual([
      'pypi.org inferred',
      'pypi.our-town.nl observed',
    ])
  })

  test('Maven asks its central repository unless another bears its name; Gradle asks only what its scripts name', () => {
    const pom = (more: string) =>
      `<project><modelVersion>4.0.0</modelVersion><artifactId>x</artifactId>${more}<dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId></dependency></dependencies></project>`
    expect(hosts('pom.xml', pom(''))).toEqual(['repo.maven.apache.org inferred'])
    expect(hosts('pom.xml', pom('<repositories><repository><id>central</id><url>https://maven.our-town.nl</url></repository></repositories>'))).toEqual([
      'maven.our-town.nl observed',
    ])
    const gradle = 'g:a:1=runtimeClasspath\nempty=\n'
    expect(hosts('gradle.lockfile', gradle)).toEqual([])
    expect(
      hosts('gradle.lockfile', gradle, { 'build.gradle.kts': 'repositories {\n  mavenCentral()\n  maven { url = uri("https://maven.our-town.nl") }\n  // google()\n}' }),
    ).toEqual(['maven.our-town.nl observed', 'repo.maven.apache.org observed'])
  })

  test('NuGet asks its gallery unless a configuration clears it', () => {
    const lock = '{"version": 1, "dependencies": {"net8.0": {"A": {"type": "Direct", "resolved": "1.0.0"}}}}'
    expect(hosts('packages.lock.json', lock)).toEqual(['api.nuget.org inferred'])
    const config =
      '<configuration><packageSources><clear /><!-- <add key="x" value="https://old.vendor.com" /> --><add key="town" value="https://nuget.our-town.nl/v3" /></packageSources></configuration>'
    expect(hosts('packages.lock.json', lock, { 'NuGet.Config': config })).toEqual(['nuget.our-town.nl observed'])
  })
})

describe('what packages are for', () => {
  test('the program goes before extras, and extras before what builds; what nobody leads to counts for the program', () => {
    const edges: readonly (readonly Edge[])[] = [[{ to: 1 }, { to: 2, optional: true }], [], [{ to: 3 }], [], [{ to: 1 }, { to: 3 }, { to: 5 }], [], []]
    expect(usesOf(7, (at) => edges[at] ?? [], { run: [0], optional: [], build: [4] })).toEqual(['run', 'run', 'optional', 'optional', 'build', 'build', 'run'])
  })

  test('leading to more never makes anything less needed, whatever the graph', () => {
    const graph = fc.array(fc.array(fc.record({ to: fc.nat(8), optional: fc.boolean() }), { maxLength: 4 }), { minLength: 9, maxLength: 9 })
    const rank = { run: 2, optional: 1, build: 0 }
    fc.assert(
      fc.property(graph, fc.nat(8), fc.nat(8), (edges, from, also) => {
        const few = usesOf(9, (at) => edges[at] ?? [], { run: [from], optional: [], build: [0, 1, 2, 3, 4, 5, 6, 7, 8] })
        const more = usesOf(9, (at) => edges[at] ?? [], { run: [from, also], optional: [], build: [0, 1, 2, 3, 4, 5, 6, 7, 8] })
        return few.every((use, at) => rank[more[at] ?? 'build'] >= rank[use])
      }),
      { seed: 20261124 },
    )
  })

  test('a manifest beside a lock file that does not say tells the program from its tools', () => {
    const classic =
      '# yarn lockfile v1\n\na@^1:\n  version "1.0.0"\n  dependencies:\n    b "^1"\n\nb@^1:\n  version "1.1.0"\n\nc@^1:\n  version "1.2.0"\n  dependencies:\n    b "^1"\n'
    const manifest = '{"name": "desk", "dependencies": {"a": "^1"}, "devDependencies": {"c": "^1"}}'
    expect(packages('yarn.lock', classic)).toEqual(['pkg:npm/a@1.0.0', 'pkg:npm/b@1.1.0', 'pkg:npm/c@1.2.0'])
    expect(packages('yarn.lock', classic, { 'package.json': manifest })).toEqual(['pkg:npm/a@1.0.0', 'pkg:npm/b@1.1.0', 'pkg:npm/c@1.2.0 build'])
    const poetry = ['a', 'b', 'c'].map(
      (name) => `[[package]]\nname = "${name}"\nversion = "1"\noptional = false\npython-versions = "*"\n\n[package.dependencies]\n${name === 'a' ? 'B = "*"' : ''}\n`,
    )
    expect(packages('poetry.lock', poetry.join('\n'), { 'pyproject.toml': '[tool.poetry.dependencies]\npython = "*"\nA = "*"\n' })).toEqual([
      'pkg:pypi/a@1',
      'pkg:pypi/b@1',
      'pkg:pypi/c@1 build',
    ])
  })

  test('old lock files of pnpm and Poetry say it themselves', () => {
    const pnpm = 'lockfileVersion: 5.4\nspecifiers: {a: 1}\npackages:\n  /@s/a/1.0.0_react@18.0.0:\n    dev: false\n  /b/1.0.0:\n    dev: true\n'
    expect(packages('pnpm-lock.yaml', pnpm)).toEqual(['pkg:npm/%40s/a@1.0.0', 'pkg:npm/b@1.0.0 build'])
    expect(packages('poetry.lock', '[[package]]\nname = "a"\nversion = "1"\ncategory = "dev"\npython-versions = "*"\n')).toEqual(['pkg:pypi/a@1 build'])
  })
})

describe('which project it is', () => {
  test('a lock file names it, or the manifest beside it does', () => {
    expect(groups('package-lock.json', '{"name": "@town/desk", "lockfileVersion": 2, "packages": {}}')).toEqual(['purl=pkg:npm/%40town/desk', 'name=@town/desk'])
    expect(groups('a/composer.lock', '{"content-hash": "x", "packages": []}', { 'a/composer.json': '{"name": "town/desk"}' })).toEqual([
      'purl=pkg:composer/town/desk',
      'name=town/desk',
    ])
    expect(groups('Cargo.lock', '[[package]]\nname = "a"\nversion = "1"\n[[package]]\nname = "b"\nversion = "1"\nsource = "registry+https://x"\n')).toEqual([
      'purl=pkg:cargo/a',
      'name=a',
    ])
    expect(groups('pom.xml', '<project><modelVersion>4.0.0</modelVersion><groupId>nl.town</groupId><artifactId>desk</artifactId></project>')).toEqual([
      'purl=pkg:maven/nl.town/desk',
      'name=desk',
    ])
  })

  test('one without a name goes by its folder', () => {
    expect(groups('apps/desk/requirements.txt', 'a==1')).toEqual(['name=apps/desk'])
    expect(groups('requirements.txt', 'a==1')).toEqual(['name=requirements.txt'])
  })
})

describe('Maven', () => {
  const pom = (inner: string) => `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>${inner}</project>`
  const dependency = (inner: string) => `<dependencies><dependency><groupId>g</groupId>${inner}</dependency></dependencies>`

  test('versions come from properties, from what is managed, and from parents in the estate', () => {
    const parent = pom(
      `<groupId>nl.town</groupId><artifactId>parent</artifactId><version>3</version><properties><v>7</v></properties><dependencyManagement>${dependency(`<artifactId>a</artifactId><version>\${v}</version>`)}</dependencyManagement>`,
    )
    const child = pom(
      `<parent><groupId>nl.town</groupId><artifactId>parent</artifactId><version>3</version></parent><artifactId>x</artifactId>${dependency('<artifactId>a</artifactId>')}`,
    )
    expect(packages('x/pom.xml', child, { 'pom.xml': parent })).toEqual(['pkg:maven/g/a@7'])
    expect(packages('x/pom.xml', child)).toEqual(['pkg:maven/g/a', 'pkg:maven/nl.town/parent@3 build'])
  })

  test('properties that fill one another in end, and so do parents that are each other’s', () => {
    const ring = pom(`<artifactId>x</artifactId><properties><a>\${b}</a><b>\${a}\${a}</b></properties>${dependency(`<artifactId>a</artifactId><version>\${a}</version>`)}`)
    expect(packages('pom.xml', ring)).toEqual(['pkg:maven/g/a'])
    const self = pom(`<parent><artifactId>x</artifactId><relativePath>pom.xml</relativePath></parent><artifactId>x</artifactId>${dependency('<artifactId>a</artifactId>')}`)
    expect(packages('pom.xml', self, { 'pom.xml': self })).toContain('pkg:maven/g/a')
  })

  test('a range pins nothing', () => expect(packages('pom.xml', pom(dependency('<artifactId>a</artifactId><version>[1,2)</version>')))).toEqual(['pkg:maven/g/a']))

  test('a tree of several projects lists none of them', () => {
    const tree = 'nl.town:a:jar:1\n\\- g:x:jar:2:compile\nnl.town:b:jar:1\n+- nl.town:a:jar:1:compile\n|  \\- g:x:jar:2:compile\n\\- g:y:jar:3:test\n'
    expect(packages('tree.txt', tree)).toEqual(['pkg:maven/g/x@2', 'pkg:maven/g/y@3 build'])
  })
})

describe('Go', () => {
  test('a module is replaced by another, or by a folder, with or without its version', () => {
    const mod = (rows: string) => `module x\n\ngo 1.24\n\nrequire a.nl/b v1.0.0\n${rows}\n`
    expect(packages('go.mod', mod(''))).toEqual(['pkg:golang/a.nl/b@v1.0.0'])
    expect(packages('go.mod', mod('replace a.nl/b => c.nl/d v2.0.0'))).toEqual(['pkg:golang/c.nl/d@v2.0.0'])
    expect(packages('go.mod', mod('replace a.nl/b v1.0.0 => ./d'))).toEqual([])
    expect(packages('go.mod', mod('replace a.nl/b v1.0.1 => ./d'))).toEqual(['pkg:golang/a.nl/b@v1.0.0'])
  })

  test('sums of what is not built are there and inactive', () => {
    const sum = 'a.nl/b v1.0.0 h1:AAAA=\na.nl/c v1.0.0 h1:AAAA=\na.nl/d v1.0.0/go.mod h1:AAAA=\n'
    expect(packages('go.sum', sum)).toEqual(['pkg:golang/a.nl/b@v1.0.0', 'pkg:golang/a.nl/c@v1.0.0'])
    expect(packages('go.sum', sum, { 'go.mod': 'module x\nrequire a.nl/b v1.0.0' })).toEqual(['pkg:golang/a.nl/b@v1.0.0', 'pkg:golang/a.nl/c@v1.0.0 inactive'])
  })
})

test('pins of pip are exact, and everything else is a name', () => {
  const rows = 'a==1.0\nb ===2.0.dev1\nc==1.*\nd>=1\ne==1,!=1.1\nf[x,y]==3 ; python_version < "3.9"\ng @ https://a.vendor.com/g-1.0.tar.gz\n# h==1\ni==1 # why\n'
  expect(packages('requirements-dev.txt', rows)).toEqual([
    'pkg:pypi/a@1.0',
    'pkg:pypi/b@2.0.dev1',
    'pkg:pypi/c',
    'pkg:pypi/d',
    'pkg:pypi/e',
    'pkg:pypi/f@3',
    'pkg:pypi/g',
    'pkg:pypi/i@1',
  ])
})

test.each([
  ['a.txt', 'a==1\n'],
  ['requirements.txt', 'The town requires a permit.\nPlease fill in the form.\nWith kind regards, the mayor.'],
  ['a.json', '{"version": 4, "name": "a lock file", "dependencies": {}}'],
  ['a.json', '{"lockfileVersion": 3}'],
  ['a.toml', '[package]\nname = "a"\n'],
  ['package.json', '{"name": "a", "dependencies": {"b": "1"}}'],
  ['a.xml', '<project><bom/></project>'],
  ['build.xml', '<project name="ant" default="all"><target name="all"/></project>'],
  ['a.md', 'The module is at its go 1 place.\n'],
])('%s that only looks like a lock file is left to others: %s', (name, text) => expect(lockfiles.recognises(sourceFile(name, text))).toBe(false))

const long = 300_000
test.each<readonly [string, string]>([
  ['requirements.txt', `a==1\n${'a'.repeat(long)}${'-'.repeat(long)}!\n`],
  ['requirements.txt', `a==1 ${'\\\n'.repeat(long)}`],
  ['yarn.lock', `# yarn lockfile v1\n\n${'a@1, '.repeat(long)}:\n`],
  ['bun.lock', `{"lockfileVersion": 1, "workspaces": {}, "packages": {"${'\\"'.repeat(long)}`],
  ['bun.lock', `{"lockfileVersion": 1, "workspaces": {}, "packages": ${','.repeat(long)}${'['.repeat(long)}`],
  ['poetry.lock', `[[package]]\npython-versions = "*"\n${'[[package]]\n'.repeat(50_000)}`],
  ['poetry.lock', `[[package]]\npython-versions = "*"\nx = ${'['.repeat(long)}`],
  ['go.mod', `module x\ngo 1.2\nrequire ${'a/'.repeat(long)} v1\n`],
  ['Gemfile.lock', `GEM\n  remote: x\n  specs:\n    ${'('.repeat(long)}\n`],
  ['tree.txt', `a:b:jar:1\n+- a:c:jar:1:compile\n${'|  '.repeat(long)}+- a:d:jar:1:compile\n+- ${'a:'.repeat(long)}\n`],
  ['pom.xml', `<project><modelVersion>4.0.0</modelVersion>${'<dependencies>'.repeat(long)}`],
  ['pom.xml', `<project><modelVersion>4.0.0</modelVersion><artifactId>\${${'a'.repeat(long)}</artifactId></project>`],
])('%s as nobody writes it is read to its end (%#)', (name, text) => {
  const from = performance.now()
  const file = sourceFile(name, text)
  expect(lockfiles.recognises(file)).toBe(true)
  expect(lockfiles.read(file, alone).claims).toBeInstanceOf(Array)
  expect(performance.now() - from).toBeLessThan(5000)
})
