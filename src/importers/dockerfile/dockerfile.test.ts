import { describe, expect, test } from 'vitest'
import type { LinkClaim } from '#estate/claim.ts'
import { alone, type Beside, defaultSettings, sourceFile } from '#estate/source-file.ts'
import { checkImporter } from '../../../test/check-importer.ts'
import { compose } from '../compose/index.ts'
import { dockerfile } from './index.ts'

for (const name of ['small', 'counter', 'broken']) checkImporter(dockerfile, `src/importers/dockerfile/fixtures/${name}.Dockerfile`)

const linksIn = (text: string, path = 'Dockerfile'): readonly LinkClaim[] =>
  dockerfile.read(sourceFile(path, text), alone).claims.flatMap((claim) => (claim.claim === 'link' && claim.role !== 'shows' ? [claim] : []))
const shown = (text: string): readonly string[] =>
  linksIn(text).map((link) => `${link.role} ${link.to}${link.phase === undefined ? '' : ` ${link.phase}`}${link.state === 'active' ? '' : ` ${link.state}`}`)
const codes = (text: string): readonly string[] => dockerfile.read(sourceFile('Dockerfile', text), alone).diagnostics.map((one) => one.code)

describe('stages', () => {
  test('the base of the last stage is what runs; its registry is asked at a build', () => {
    expect(shown('FROM postgres:16')).toEqual(['image image:docker.io/library/postgres:16', 'registry registry:docker.io build'])
  })

  test('the base of an earlier stage that the last one takes from is needed to build', () => {
    expect(shown('FROM golang:1.25 AS b\nFROM alpine:3\nCOPY --from=b /a /a')).toContain('image image:docker.io/library/golang:1.25 build')
    expect(shown('FROM golang:1.25\nFROM alpine:3\nCOPY --from=0 /a /a')).toContain('image image:docker.io/library/golang:1.25 build')
    expect(shown('FROM golang:1.25 AS b\nFROM alpine:3\nRUN --mount=type=bind,from=b,source=/a,target=/a true')).toContain('image image:docker.io/library/golang:1.25 build')
  })

  test('a stage that nobody takes from is passed over by the builder', () => {
    expect(shown('FROM golang:1.25 AS test\nFROM alpine:3')).toContain('image image:docker.io/library/golang:1.25 build inactive')
  })

  test('what the last stage begins with runs as well, by way of stages in between', () => {
    expect(shown('FROM alpine:3 AS base\nENV API_URL=https://api.vendor.com/\nFROM base')).toEqual([
      'image image:docker.io/library/alpine:3',
      'registry registry:docker.io build',
      'endpoint host:api.vendor.com',
    ])
  })

  test('a stage by the name of an image is that stage, and scratch is no image', () => {
    expect(shown('FROM scratch AS alpine\nFROM alpine')).toEqual([])
  })

  test('files are taken from images too', () => {
    expect(shown('FROM scratch\nCOPY --from=ghcr.io/a/uv:0.9 /uv /bin/')).toEqual(['image image:ghcr.io/a/uv:0.9 build', 'registry registry:ghcr.io build'])
  })
})

describe('variables', () => {
  test('an argument before the first stage counts in FROM, by its default', () => {
    expect(shown(`ARG V=3.20\nFROM alpine:\${V}`)).toContain('image image:docker.io/library/alpine:3.20')
    expect(shown(`FROM alpine:\${V:-3.19}`)).toContain('image image:docker.io/library/alpine:3.19')
    expect(shown(`ARG R=ghcr.io/a\nARG I=\${R}/b\nFROM $I:1`)).toContain('image image:ghcr.io/a/b:1')
  })

  test('a tag that nobody filled in leaves the name; a name that nobody filled in leaves nothing', () => {
    expect(shown('FROM ghcr.io/a/b:$TAG')).toContain('image image:ghcr.io/a/b:latest placeholder')
    expect(shown('FROM $BASE')).toEqual([])
    expect(codes('FROM $BASE')).toEqual(['unresolved'])
  })

  test('variables that double one another end', () => {
    const from = performance.now()
    linksIn(`FROM alpine\nENV A=x\n${'ENV A=$A$A\n'.repeat(5000)}RUN curl $A`)
    expect(performance.now() - from).toBeLessThan(5000)
  })
})

describe('what a build fetches', () => {
  test('addresses in RUN and ADD, and repositories', () => {
    expect(shown('FROM scratch\nRUN echo deb https://deb.vendor.com/apt stable > /etc/apt/sources.list')).toEqual(['runtime-download host:deb.vendor.com build'])
    expect(shown('FROM scratch\nADD https://a.vendor.com/x.tgz https://b.vendor.com/y /')).toEqual([
      'runtime-download host:a.vendor.com build',
      'runtime-download host:b.vendor.com build',
    ])
    expect(shown('FROM scratch\nADD git@git.our-town.nl:a/b.git /b')).toEqual(['runtime-download host:git.our-town.nl build'])
  })

  test('lines that go on are one command, with comments between them', () => {
    expect(shown('FROM scratch\nRUN curl -o x \\\n# why\n\n  https://a.vendor.com/x')).toEqual(['runtime-download host:a.vendor.com build'])
  })

  test('variables of the file count in its commands', () => {
    expect(shown(`FROM scratch\nARG BASE=https://a.vendor.com\nRUN curl -O \${BASE}/x`)).toEqual(['runtime-download host:a.vendor.com build'])
  })

  test('here-documents are commands, or files of the image', () => {
    expect(shown('FROM scratch\nRUN <<EOF\ncurl -O https://a.vendor.com/x\nEOF\nRUN curl -O https://b.vendor.com')).toEqual([
      'runtime-download host:a.vendor.com build',
      'runtime-download host:b.vendor.com build',
    ])
    expect(shown('FROM scratch\nCOPY <<-EOF /c\n\tupstream https://a.vendor.com;\n\tEOF')).toEqual(['endpoint host:a.vendor.com'])
  })

  test('package managers are told with the phase in which they fetch', () => {
    const { claims } = dockerfile.read(sourceFile('Dockerfile', 'FROM scratch\nRUN apt-get update && pip install x'), alone)
    const commands = claims.flatMap((claim) => (claim.claim === 'link' && claim.to.startsWith('signal:command/') ? [[claim.to, claim.phase]] : []))
    expect(commands).toEqual([
      ['signal:command/apt-get update', 'build'],
      ['signal:command/pip install', 'build'],
    ])
  })
})

test('secrets in arguments, settings and commands are told, and not copied', () => {
  const text = 'FROM scratch\nARG API_TOKEN=abcdef123456\nENV DB_PASSWORD=abcdef123456\nRUN curl https://me:abcdef123456@a.vendor.com/'
  const fragment = dockerfile.read(sourceFile('Dockerfile', text), alone)
  expect(fragment.diagnostics.map((one) => [one.code, one.line])).toEqual([
    ['secret', 2],
    ['secret', 4],
    ['secret', 3],
  ])
  expect(JSON.stringify(fragment)).not.toContain('abcdef123456')
})

const long = 300_000
test.each([
  `FROM a\nRUN ${'a '.repeat(long)}`,
  `FROM a\nRUN ${'curl https://a.vendor.com/x && '.repeat(long / 30)}`,
  `FROM a\nRUN a \\\n${'# b\n'.repeat(long)}`,
  `FROM a\nENV A="${'\\"'.repeat(long)}`,
  `FROM a\nENV ${"'".repeat(long + 1)}`,
  `FROM a\nRUN ${'<<a '.repeat(long)}`,
  `FROM a\nRUN <<${'a'.repeat(long)}!`,
  `FROM ${'$'.repeat(long)}`,
  `FROM ${'${A:-'.repeat(long)}`,
  `FROM \${${'a'.repeat(long)}`,
  `FROM a\n${'FROM a AS b\n'.repeat(long / 10)}`,
  `FROM a\n${'ENV PIP_INDEX_'.repeat(long / 20)}!=https://a.vendor.com`,
  `FROM a\nCOPY ${'*'.repeat(long)} ${'a/'.repeat(long)} /`,
  `FROM a\nLABEL ${'a=b '.repeat(long)}`,
  `${'# a=b\n'.repeat(long)}FROM a`,
])('a file as nobody writes it is read to its end (%#)', (text) => {
  const from = performance.now()
  expect(linksIn(text)).toBeInstanceOf(Array)
  expect(performance.now() - from).toBeLessThan(5000)
})

test('by its content alone a file wants more than the word FROM', () => {
  const is = (path: string, text: string): boolean => dockerfile.recognises(sourceFile(path, text))
  expect(is('Dockerfile', 'FROM a')).toBe(true)
  expect(is('x/Dockerfile.dev', 'ARG A=1\nFROM a')).toBe(true)
  expect(is('api.dockerfile', 'from a')).toBe(true)
  expect(is('Containerfile', '# yes\nFROM a')).toBe(true)
  expect(is('build.txt', 'FROM a\nRUN b\nCMD c')).toBe(true)
  expect(is('query.sql', 'FROM a\nWHERE b')).toBe(false)
  expect(is('letter.txt', 'From me\nto you')).toBe(false)
  expect(is('README.md', '# Build\nFROM a\nRUN b\nCMD c and so on\nThen run it')).toBe(false)
  expect(is('Dockerfile', 'hello')).toBe(false)
})

describe('beside other files', () => {
  const besideOf = (files: Readonly<Record<string, string>>): Beside => ({
    settings: defaultSettings,
    file: (path) => (files[path] === undefined ? undefined : sourceFile(path, files[path])),
  })
  const parts = (path: string, text: string, files: Readonly<Record<string, string>>): readonly string[] =>
    (path.endsWith('.yaml') ? compose : dockerfile)
      .read(sourceFile(path, text), besideOf(files))
      .claims.flatMap((claim) => (claim.claim === 'link' && claim.role === 'part-of' ? [`${claim.from} ${claim.to}`] : []))

  test('a lock file that is copied or mounted is part of what is built', () => {
    const files = { 'a/package-lock.json': '{}', 'a/web/yarn.lock': '', 'a/requirements-prod.txt': '' }
    expect(parts('a/Dockerfile', 'FROM x\nCOPY package*.json ./', files)).toEqual(['unit:lockfile/a/package-lock.json unit:dockerfile/a/Dockerfile'])
    expect(parts('a/Dockerfile', 'FROM x\nCOPY . .', files)).toEqual(['unit:lockfile/a/package-lock.json unit:dockerfile/a/Dockerfile'])
    expect(parts('a/Dockerfile', 'FROM x\nCOPY web/ /web', files)).toEqual(['unit:lockfile/a/web/yarn.lock unit:dockerfile/a/Dockerfile'])
    expect(parts('a/Dockerfile', 'FROM x\nCOPY ["requirements-prod.txt", "/"]', files)).toEqual(['unit:lockfile/a/requirements-prod.txt unit:dockerfile/a/Dockerfile'])
    expect(parts('a/Dockerfile', 'FROM x\nRUN --mount=type=bind,source=package-lock.json,target=/l npm ci', files)).toHaveLength(1)
    expect(parts('a/Dockerfile', 'FROM x AS b\nFROM y\nCOPY --from=b . .\nCOPY ../b /b', files)).toEqual([])
  })

  test('a service of Compose that is built here takes its Dockerfile along', () => {
    const files = { 'shop/web/Dockerfile': 'FROM node:22', 'shop/web/Dev.dockerfile': 'FROM node:22 AS dev\nFROM nginx:1' }
    expect(parts('shop/compose.yaml', 'name: shop\nservices: {web: {build: web}}', files)).toEqual(['unit:dockerfile/shop/web/Dockerfile unit:compose/shop/web'])
    expect(parts('shop/compose.yaml', 'name: shop\nservices: {web: {build: {context: ./web, dockerfile: Dev.dockerfile}}}', files)).toEqual([
      'unit:dockerfile/shop/web/Dev.dockerfile unit:compose/shop/web',
    ])
    expect(parts('shop/compose.yaml', 'name: shop\nservices: {web: {build: {context: ../web}}}', files)).toEqual([])
  })

  test('a stage or an argument that the service wants counts for the service', () => {
    const files = { Dockerfile: 'ARG V=1\nFROM node:$V AS dev\nFROM nginx:1' }
    const text = 'name: shop\nservices: {web: {build: {context: ., target: dev, args: {V: "22"}}}}'
    const { claims } = compose.read(sourceFile('compose.yaml', text), besideOf(files))
    const images = claims.flatMap((claim) => (claim.claim === 'link' && claim.role === 'image' ? [`${claim.to} ${claim.state}`] : []))
    expect(images).toEqual(['image:docker.io/library/node:22 active', 'image:docker.io/library/nginx:1 inactive'])
  })
})
