import { expect, test } from 'vitest'
import { idOf } from '#estate/claim.ts'
import { readSettings } from './settings.ts'

const read = (settings: Record<string, string>, inside: readonly string[] = []) =>
  readSettings(
    idOf('unit', 'test/one'),
    Object.entries(settings).map(([name, value]) => ({ name, value, at: { file: 'a.env', pointer: `/${name}` }, state: 'active', inside: new Set(inside) })),
  ).claims

const states = (settings: Record<string, string>, inside: readonly string[] = []) =>
  Object.fromEntries(read(settings, inside).flatMap((claim) => (claim.claim === 'link' ? [[claim.to.replace('signal:env-name/', ''), claim.state]] : [])))

test('an endpoint inside the estate makes the settings beside it emulated', () => {
  const found = states({ AWS_S3_ENDPOINT_URL: 'http://minio:9000', AWS_S3_ACCESS_KEY_ID: 'one', AWS_STORAGE_BUCKET_NAME: 'media', AWS_SES_REGION: 'eu-west-1' }, ['minio'])
  expect(found).toEqual({ AWS_S3_ENDPOINT_URL: 'emulated', AWS_S3_ACCESS_KEY_ID: 'emulated', AWS_STORAGE_BUCKET_NAME: 'emulated', AWS_SES_REGION: 'active' })
})

test('credentials of the object storage API follow the address of the storage', () => {
  expect(states({ S3_ENDPOINT: 'http://minio:9000', AWS_ACCESS_KEY_ID: 'one' })['AWS_ACCESS_KEY_ID']).toBe('emulated')
  expect(states({ S3_ENDPOINT: 'https://s3.fr-par.scw.cloud', AWS_ACCESS_KEY_ID: 'one' })['AWS_ACCESS_KEY_ID']).toBe('active')
})

test('an endpoint that waits to be filled in leaves the settings beside it open', () => {
  const found = states({ AWS_S3_ENDPOINT_URL: 'https://storage.domain.tld', AWS_S3_REGION_NAME: 'eu-west-1', AWS_STORAGE_BUCKET_NAME: 'media' })
  expect(found['AWS_S3_REGION_NAME']).toBe('placeholder')
  expect(found['AWS_STORAGE_BUCKET_NAME']).toBe('placeholder')
})

test('a service that is reached outside as well is not emulated', () => {
  expect(states({ QUEUE_HOST: 'rabbit', QUEUE_ENDPOINT: 'https://queue.provider.net', QUEUE_USER: 'one' }, ['rabbit'])['QUEUE_USER']).toBe('active')
})

test('a switch that is off makes its family inactive, hosts and all', () => {
  const found = states({ LANGCHAIN_TRACING_V2: 'false', LANGCHAIN_ENDPOINT: '"https://api.smith.langchain.com"', OTHER_URL: 'https://other.provider.net' })
  expect(found['host:api.smith.langchain.com']).toBe('inactive')
  expect(found['host:other.provider.net']).toBe('active')
  expect(states({ OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otlp.provider.net' })['host:otlp.provider.net']).toBe('inactive')
  expect(states({ USE_S3: 'false', S3_BUCKET: 'one' })['S3_BUCKET']).toBe('inactive')
})

test('a public host stays a host whatever answers beside it', () => {
  const found = states({ AWS_ENDPOINT_URL: 'http://localstack:4566', AWS_CUSTOM_URL: 'https://cdn.provider.net/x' }, ['localstack'])
  expect(found['AWS_CUSTOM_URL']).toBe('emulated')
  expect(found['host:cdn.provider.net']).toBe('active')
})
