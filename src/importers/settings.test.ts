import { expect, test } from 'vitest'
import { readSettings, type Setting } from './settings.ts'

const setting = (name: string, value: string, more: Partial<Setting> = {}): Setting => ({
  name,
  value,
  at: { file: 'a', pointer: '' },
  state: 'active',
  inside: new Set(),
  ...more,
})
const links = (settings: readonly Setting[], beside: readonly Setting[] = []): readonly string[] =>
  readSettings('unit:a', settings, beside).claims.flatMap((claim) =>
    claim.claim === 'link' && claim.role !== 'shows' ? [`${claim.role} ${claim.to} ${claim.phase ?? ''} ${claim.state}`] : [],
  )

test('a host name that stands alone is the program’s own, and one behind another word is called', () => {
  expect(links([setting('HOSTNAME', 'a.our-town.nl'), setting('KC_HOSTNAME', 'b.our-town.nl'), setting('APP_HOSTNAME', 'c.our-town.nl')]).map((one) => one.split(' ')[0])).toEqual([
    'domain',
    'domain',
    'domain',
  ])
  expect(links([setting('REDIS_HOSTNAME', 'cache.vendor.net')])).toEqual(['endpoint host:cache.vendor.net  active'])
})

test('where a program tells of itself is called to monitor, by the name of the setting or because somebody says so', () => {
  const both = ['endpoint host:a.vendor.net monitor active', 'reports-to host:a.vendor.net  active']
  expect(links([setting('SENTRY_DSN', 'https://key@a.vendor.net/1')])).toEqual(both)
  expect(links([setting('URL', 'https://a.vendor.net', { reports: true })])).toEqual(both)
  expect(links([setting('SENTRY_DSN', 'https://key@a.vendor.net/1', { reports: false })])).toEqual(['endpoint host:a.vendor.net  active'])
})

test('settings beside are looked at and not read', () => {
  const off = setting('SCAN_ENABLED', 'false')
  expect(links([setting('SCAN_URL', 'https://scan.vendor.net')], [off])).toEqual(['endpoint host:scan.vendor.net  inactive'])
  expect(readSettings('unit:a', [], [off]).claims).toEqual([])
})

test('a region of a service and a name that FHIR gives are no addresses, and an address to come back to is the program’s own', () => {
  expect(links([setting('DD_SITE', 'datadoghq.eu')]).map((one) => one.split(' ')[0])).toEqual(['endpoint', 'reports-to'])
  expect(links([setting('PROFILE', 'http://fhir.our-town.nl/fhir/StructureDefinition/patient')])).toEqual([])
  expect(links([setting('OIDC_CALLBACK_URL', 'https://a.our-town.nl/back'), setting('ROOT_URL', 'https://a.our-town.nl')]).map((one) => one.split(' ')[0])).toEqual([
    'domain',
    'domain',
  ])
})

test('what is told to stay off the line calls nobody', () =>
  expect(links([setting('HF_HUB_OFFLINE', '1'), setting('HF_ENDPOINT', 'https://models.vendor.net')])).toEqual(['endpoint host:models.vendor.net  inactive']))

test('where a package manager is told to fetch from is no address that the program calls', () => {
  expect(links([setting('PIP_INDEX_URL', 'https://me@pypi.vendor.net/simple')])).toEqual(['runtime-download host:pypi.vendor.net  active'])
  expect(links([setting('NPM_CONFIG_REGISTRY', 'https://npm.vendor.net')])).toEqual(['runtime-download host:npm.vendor.net  active'])
  expect(links([setting('GOPROXY', 'https://go.vendor.net,direct')])).toEqual(['runtime-download host:go.vendor.net  active'])
  expect(links([setting('SCHEMA_REGISTRY_URL', 'https://a.vendor.net')])).toEqual(['endpoint host:a.vendor.net  active'])
})
