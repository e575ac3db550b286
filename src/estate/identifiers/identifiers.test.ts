import { expect, test } from 'vitest'
import { readArn } from './arn.ts'
import { hostValue, isIdentifier, readHost, urlsIn } from './host-name.ts'
import { floats, imageName, readImageReference } from './image-reference.ts'
import { plainPurl, readPurl } from './purl.ts'

const named = (text: string) => {
  const image = readImageReference(text)
  return image && imageName(image)
}

test('short image names are written out as Docker Hub reads them', () => {
  expect(named('postgres:16')).toBe('docker.io/library/postgres:16')
  expect(named('grafana/grafana')).toBe('docker.io/grafana/grafana:latest')
  expect(named('index.docker.io/library/redis')).toBe('docker.io/library/redis:latest')
  expect(named('localhost:5000/a/b:1')).toBe('localhost:5000/a/b:1')
  expect(named(`ghcr.io/a/b@sha256:${'0'.repeat(64)}`)).toBe('ghcr.io/a/b')
})

test('a variable, a sentence and a path are no images', () => {
  for (const text of [`${'$'}{IMAGE}`, 'not an image', '/usr/bin/env', 'https://x.example/y', '']) expect(readImageReference(text)).toBeUndefined()
})

test('a tag that names no release floats', () => {
  const floating = (text: string) => floats(readImageReference(text) ?? { registry: '', path: '' })
  expect(['redis', 'redis:latest', 'redis:alpine', 'redis:7'].map(floating)).toEqual([true, true, true, true])
  expect(['redis:7.2.4', 'otel/collector:0.157.0', `redis@sha256:${'a'.repeat(64)}`].map(floating)).toEqual([false, false, false])
})

test('hosts are judged by their form alone', () => {
  expect(readHost('api.example.com')?.kind).toBe('placeholder')
  expect(readHost('api.openai.com:443')).toEqual({ name: 'api.openai.com', kind: 'public' })
  for (const text of ['localhost', 'minio', '10.0.0.1', '0.0.0.0', 'db.shop.svc', 'db.shop.svc.cluster.local', '192.168.1.4', '::1']) expect(readHost(text)?.kind).toBe('inside')
  expect(readHost('REDIS_CONNECTION_STRING')?.kind).toBe('placeholder')
  expect(readHost('*.googleapis.com')?.kind).toBe('public')
})

test('files, versions, packages and classes are not taken for hosts', () => {
  for (const text of ['manage.py', '1.2.3', 'com.acme.Main', 'v0.10.6', 'a@b.nl', 'settings.production', 'database']) expect(hostValue(text)).toBeUndefined()
  expect(hostValue('cache.region.redis.cache.windows.net:6380')?.name).toBe('cache.region.redis.cache.windows.net')
})

test('the host of a URL is found without its user and password', () => {
  expect(urlsIn('jdbc:postgresql://user:secret@db.acme-hosting.nl:5432/app').map((seen) => seen.host.name)).toEqual(['db.acme-hosting.nl'])
  expect(urlsIn('see http://www.apache.org/licenses/LICENSE-2.0').every(isIdentifier)).toBe(true)
})

test('package URLs are read without qualifiers', () => {
  expect(readPurl('pkg:npm/%40scope/name@1.0?x=y#z')).toEqual({ type: 'npm', base: 'pkg:npm/%40scope/name', version: '1.0' })
  expect(readPurl('npm/x')).toBeUndefined()
})

test('a package is named alike however its purl was spelt', () => {
  expect(plainPurl('pkg:npm/%40scope/name@1.0?x=y#z')).toBe('pkg:npm/%40scope/name@1.0')
  expect(plainPurl('pkg:npm/@scope/name@1.0')).toBe('pkg:npm/%40scope/name@1.0')
  expect(plainPurl('pkg:deb/debian/libc6@2.31-13%2Bdeb11u5?arch=amd64')).toBe('pkg:deb/debian/libc6@2.31-13+deb11u5')
  expect(plainPurl('pkg:deb/debian/libc6@2.31-13+deb11u5?arch=amd64')).toBe('pkg:deb/debian/libc6@2.31-13+deb11u5')
  expect(plainPurl('pkg:GOLANG/github.com/a/b@v1#sub')).toBe('pkg:golang/github.com/a/b@v1')
  expect(plainPurl('pkg://npm/a@1')).toBe('pkg:npm/a@1')
  expect(plainPurl('pkg:npm')).toBeUndefined()
  expect(plainPurl('pkg:npm/')).toBeUndefined()
  expect(plainPurl('left-pad')).toBeUndefined()
})

test('an Amazon resource name has a region only where it is one', () => {
  expect(readArn('arn:aws:kms:us-west-2:111122223333:key/1')?.region).toBe('us-west-2')
  expect(readArn('arn:aws:iam::123456789012:role/x')).toEqual({ partition: 'aws', service: 'iam', account: '123456789012' })
  expect(readArn('arn:aws:vpc:some_vpc')).toBeUndefined()
})

test('a name under no top-level domain is somebody’s own, and one of a cloud is not', () => {
  for (const text of ['postgres.backend', 'redis-0.redis.production', 'keycloak.auth:8080']) expect(readHost(text)?.kind).toBe('inside')
  for (const text of ['metadata.google.internal', 'host.docker.internal', 'example-host.amsterdam', 'a.xn--p1ai', 'x.io']) expect(readHost(text)?.kind).toBe('public')
  for (const text of ['pacs.our-town.internal', 'harbor.internal']) expect(readHost(text)?.kind).toBe('inside')
  expect(readHost('ip-10-0-0-1.eu-west-1.compute.internal')?.kind).toBe('public')
})
