import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { alone, sourceFile } from '#estate/source-file.ts'
import { checkImporter } from '../../../test/check-importer.ts'
import { decodedBase64 } from '../base64.ts'
import { terraform } from './index.ts'
import { moduleHost } from './module-source.ts'
import { readProvider } from './provider.ts'
import { regionIn, regionOfZone } from './region.ts'
import { unflattened } from './unflattened.ts'

const fixtures = 'src/importers/terraform/fixtures'
for (const name of ['smallest.tfstate', 'awkward-plan.json', 'old-state.json', 'cut-off.tfstate']) checkImporter(terraform, `${fixtures}/${name}`)

const linksOf = (text: string, path = 'plan.json') => terraform.read(sourceFile(path, text), alone).claims.flatMap((claim) => (claim.claim === 'link' ? [claim] : []))
const plan = readFileSync(`${fixtures}/awkward-plan.json`, 'utf8')
const shown = (role: string) => [...new Set(linksOf(plan).flatMap((link) => (link.role === role ? [`${link.to} ${link.state}`] : [])))].sort()

test('an image that the provider resolves itself is asked of no registry', () => {
  expect(shown('image')).toContain('image:aws/codebuild/standard:7.0 active')
  expect(linksOf(plan).some((link) => link.from === 'image:aws/codebuild/standard:7.0')).toBe(false)
})

test('regions come from attributes first, and from the provider block otherwise', () => {
  expect(shown('region')).toEqual([
    'place:aws:ap-south-1 inactive',
    'place:aws:eu-central-1 active',
    'place:aws:eu-west-1 active',
    'place:aws:us-east-1 inactive',
    'place:azurerm:westeurope active',
    'place:google:europe-west4 active',
  ])
})

test('what a plan removes is inactive, and a replacement is not', () => {
  const types = linksOf(plan).filter((link) => link.to.startsWith('signal:terraform-type/'))
  expect(types.find((link) => link.to.endsWith('aws_sqs_queue'))?.state).toBe('inactive')
  expect(types.find((link) => link.to.endsWith('aws_ecs_task_definition'))?.state).toBe('active')
})

test('module and provider registries are told from local paths', () => {
  expect(shown('module-registry')).toEqual([
    'module-registry:git.our-forge.eu active',
    'module-registry:github.com active',
    'module-registry:modules.our-org.eu active',
    'module-registry:registry.opentofu.org active',
    'module-registry:registry.terraform.io active',
    'module-registry:registry.terraform.io inactive',
  ])
})

test('a service principal in a policy is no host, and a look-up is no unit', () => {
  const all = JSON.stringify(linksOf(plan))
  expect(all).not.toContain('ecs-tasks.amazonaws.com')
  expect(all).not.toContain('hook.other.net')
})

test('references are followed through modules', () => {
  const needs = linksOf(plan).flatMap((link) => (link.role === 'needs' ? [`${link.from} ${link.to}`.replaceAll('unit:terraform/plan.json/', '')] : []))
  expect(needs.sort()).toEqual([
    'aws_db_instance.main[0] module.data.google_container_cluster.one',
    'aws_ecs_task_definition.shop aws_db_instance.main[0]',
    'aws_ecs_task_definition.shop aws_iam_role.shop',
    'module.data.google_container_cluster.one aws_iam_role.shop',
  ])
})

test('no secret of any fixture is copied', () => {
  for (const name of ['awkward-plan.json', 'old-state.json', 'cut-off.tfstate']) {
    const fragment = terraform.read(sourceFile(name, readFileSync(`${fixtures}/${name}`, 'utf8')), alone)
    expect(JSON.stringify(fragment)).not.toMatch(/not-a-real|tok-0123|abcd-1234|abcdefgh1234|hunter2|AAAAbbbb|hidden-not|BEGIN RSA/)
    expect(fragment.diagnostics.filter((one) => one.code === 'secret').length).toBeGreaterThan(0)
  }
})

const secretsOf = (text: string) => {
  const fragment = terraform.read(sourceFile('plan.json', text), alone)
  expect(JSON.stringify(fragment)).not.toContain('not-real')
  return fragment.diagnostics.flatMap((one) => (one.code === 'secret' ? [one.pointer] : []))
}

test('a secret is told wherever it lies, also where nothing else is read', () => {
  const text = JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.9.0',
    variables: { db_password: { value: 'hunter2-not-real' } },
    planned_values: {
      outputs: { token: { value: 'hunter2-not-real', sensitive: true } },
      root_module: {
        resources: [
          {
            address: 'aws_x.a',
            type: 'aws_x',
            values: { environment: { API_KEY: 'hunter2-not-real' }, master_password: 'hunter2-not-real', policy: '{"password": "hunter2-not-real"}' },
            sensitive_values: { master_password: true },
          },
        ],
      },
    },
    prior_state: { values: { root_module: { resources: [{ address: 'data.x.b', mode: 'data', type: 'x', values: { environment: { TOKEN: 'hunter2-not-real' } } }] } } },
    configuration: {
      root_module: { variables: { other_password: { default: 'hunter2-not-real' } }, module_calls: { m: { expressions: { secret: { constant_value: 'hunter2-not-real' } } } } },
    },
  })
  expect(secretsOf(text).sort()).toEqual([
    '/configuration/root_module/module_calls/m/expressions/secret/constant_value',
    '/configuration/root_module/variables/other_password/default',
    '/planned_values/outputs/token/value',
    '/planned_values/root_module/resources/0/values/environment/API_KEY',
    '/planned_values/root_module/resources/0/values/master_password',
    '/planned_values/root_module/resources/0/values/policy',
    '/prior_state/values/root_module/resources/0/values/environment/TOKEN',
    '/variables/db_password/value',
  ])
  expect(secretsOf(readFileSync(`${fixtures}/old-state.json`, 'utf8'))).toContain('/modules/0/outputs/smtp_password/value')
})

test('a registry that is made is one that images are pulled from, at its own address or at the one Amazon will give it', () => {
  const state = (...resources: readonly object[]) => JSON.stringify({ version: 4, terraform_version: '1.9.0', serial: 1, lineage: 'x', resources })
  const made = (type: string, attributes: object, mode = 'managed') => ({ mode, type, name: 'a', instances: [{ attributes }] })
  const registries = (...resources: readonly object[]) => linksOf(state(...resources)).flatMap((link) => (link.role === 'registry' ? [`${link.to} ${link.basis}`] : []))
  expect(registries(made('azurerm_container_registry', { login_server: 'ours.azurecr.io' }))).toEqual(['registry:ours.azurecr.io inferred'])
  expect(registries(made('scaleway_registry_namespace', { endpoint: 'rg.fr-par.scw.cloud/ours' }))).toEqual(['registry:rg.fr-par.scw.cloud inferred'])
  const account = made('aws_caller_identity', { account_id: '111122223333' }, 'data')
  expect(registries(account, made('aws_ecr_repository', { arn: 'arn:aws:ecr:eu-west-1:111122223333:repository/x' }))).toEqual([
    'registry:111122223333.dkr.ecr.eu-west-1.amazonaws.com inferred',
  ])
  expect(registries(made('aws_ecr_repository', { name: 'x' }))).toEqual([])
})

test('tags group, unless they bear the address of a person', () => {
  const text = JSON.stringify({
    version: 4,
    terraform_version: '1.9.0',
    serial: 1,
    lineage: 'x',
    resources: [{ mode: 'managed', type: 'aws_x', name: 'a', instances: [{ attributes: { tags: { Owner: 'jan@our-org.eu', Application: 'shop', Name: 'x' } } }] }],
  })
  const thing = terraform.read(sourceFile('a.tfstate', text), alone).claims.find((claim) => claim.claim === 'thing')
  expect(thing?.says?.['groups']).toEqual(['label:application=shop', 'module=root'])
})

test('an encrypted state is recognised, and said to be closed', () => {
  const file = sourceFile('a.tfstate', '{"serial":3,"lineage":"x","meta":{"key_provider.pbkdf2.a":"e30="},"encrypted_data":"AAAA","encryption_version":"v0"}')
  expect(terraform.recognises(file)).toBe(true)
  expect(terraform.read(file, alone)).toMatchObject({ claims: [], diagnostics: [{ code: 'unreadable', values: { reason: 'encrypted' } }] })
})

test('a list of any length is read as far as a resource is, and the rest is said to be unread', () => {
  const text = `{"version":4,"terraform_version":"1.9.0","serial":1,"lineage":"x","resources":[{"mode":"managed","type":"aws_x","name":"a","instances":[{"attributes":{"list":[${'1,'.repeat(200_000)}1]}}]}]}`
  expect(terraform.read(sourceFile('a.tfstate', text), alone).diagnostics.map((one) => one.code)).toEqual(['limit'])
})

test('names that every object has of its own are attributes, tags and modules like others', () => {
  const text = readFileSync(`${fixtures}/smallest.tfstate`, 'utf8').replace(
    '"attributes": {',
    '"attributes": { "__proto__": { "region": "eu-west-1" }, "constructor": "x", "toString": { "__proto__": "y" },',
  )
  expect(linksOf(text).map((link) => link.to)).toContain('place:hcloud:nbg1')
  expect(Reflect.get({}, 'region')).toBeUndefined()
})

test('a resource that a state only names is a sign by inference', () => {
  const old = linksOf(readFileSync(`${fixtures}/old-state.json`, 'utf8'), 'old.json')
  expect(old.find((link) => link.to === 'signal:terraform-type/aws_key_pair')?.basis).toBe('inferred')
})

test('two files of one lineage name their units alike', () => {
  const text = readFileSync(`${fixtures}/smallest.tfstate`, 'utf8')
  expect(linksOf(text, 'a.tfstate').map((link) => link.from)).toEqual(linksOf(text, 'b/c.tfstate').map((link) => link.from))
})

test('a zone is no region, and its region is told by the form alone', () => {
  expect(['eu-west-1a', 'europe-west4-b', 'fr-par-1', 'eu-de-01', 'us-west-2-lax-1a', 'cn-hangzhou-b', '1'].map(regionOfZone)).toEqual([
    'eu-west-1',
    'europe-west4',
    'fr-par',
    'eu-de',
    'us-west-2',
    'cn-hangzhou',
    undefined,
  ])
  expect(regionIn(['location'], 'West Europe')).toBe('westeurope')
  expect(regionIn(['location'], 'global')).toBeUndefined()
  expect(regionIn(['source', 'location'], 'bucket-one')).toBeUndefined()
  expect(regionIn(['region'], 'REGION_VAL')).toBeUndefined()
  expect(regionIn(['region'], 'arn:aws:vpc:some_vpc')).toBeUndefined()
  expect(regionIn(['zone'], 'our-org.eu')).toBeUndefined()
})

test('providers are read in every form they were ever written', () => {
  expect(readProvider('provider["registry.terraform.io/hashicorp/aws"].west')).toEqual({ name: 'aws', source: 'hashicorp/aws', registry: 'registry.terraform.io' })
  expect(readProvider('module.a.provider.aws.west')).toEqual({ name: 'aws', source: 'aws' })
  expect(readProvider('provider["registry.terraform.io/-/aws"]')?.source).toBe('aws')
  expect(readProvider('not a provider')).toBeUndefined()
})

test('module sources name a host or none', () => {
  expect(moduleHost('./module')).toBeUndefined()
  expect(moduleHost('../a/b/c')).toBeUndefined()
  expect(moduleHost('org/vpc/aws')).toBe('registry.terraform.io')
  expect(moduleHost('git@git.our-forge.eu:org/mod.git')).toBe('git.our-forge.eu')
  expect(moduleHost('app.terraform.io/org/vpc/aws')).toBe('app.terraform.io')
  expect(moduleHost('s3::https://s3-eu-west-1.amazonaws.com/b/x.zip')).toBe('s3-eu-west-1.amazonaws.com')
})

test('flat attributes nest again, and keys of maps keep their dots', () => {
  expect(unflattened({ 'tags.%': '1', 'tags.a.b/c': 'x', 'list.#': '2', 'list.0': 'p', 'list.1.q': 'r', plain: '1' })).toEqual({
    tags: { 'a.b/c': 'x' },
    list: ['p', { q: 'r' }],
    plain: '1',
  })
})

test('base64 is read as text, or not at all', () => {
  expect(decodedBase64('IyEvYmluL3NoCmVjaG8gMQo=')).toBe('#!/bin/sh\necho 1\n')
  expect(decodedBase64('H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==')).toBeUndefined()
  expect(decodedBase64('plain text')).toBeUndefined()
})

test('a resource scaled to nothing is inactive, and a provider pointed at this machine is emulated', () => {
  const text = JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: {
      root_module: {
        resources: [
          { address: 'aws_ecs_service.a', mode: 'managed', type: 'aws_ecs_service', name: 'a', provider_name: 'registry.terraform.io/hashicorp/aws', values: { desired_count: 0 } },
          { address: 'aws_s3_bucket.b', mode: 'managed', type: 'aws_s3_bucket', name: 'b', provider_name: 'registry.terraform.io/hashicorp/aws', values: {} },
        ],
      },
    },
    configuration: {
      provider_config: { aws: { name: 'aws', expressions: { endpoints: [{ s3: { constant_value: 'http://localhost:4566' } }] } } },
      root_module: { resources: [{ address: 'aws_s3_bucket.b', mode: 'managed', type: 'aws_s3_bucket', name: 'b', provider_config_key: 'aws', expressions: {} }] },
    },
  })
  const states = Object.fromEntries(linksOf(text).flatMap((link) => (link.to.startsWith('signal:terraform-type/') ? [[link.to.slice(22), link.state]] : [])))
  expect(states).toEqual({ aws_ecs_service: 'inactive', aws_s3_bucket: 'emulated' })
})

test('what is made through a provider runs in the cloud at which the provider signs in', () => {
  const made = (address: string) =>
    JSON.stringify({
      format_version: '1.0',
      planned_values: { root_module: { resources: [{ address: 'openstack_x.a', mode: 'managed', type: 'openstack_x', name: 'a', provider_name: 'openstack', values: {} }] } },
      configuration: {
        provider_config: { openstack: { name: 'openstack', expressions: { auth_url: { constant_value: address } } } },
        root_module: { resources: [{ address: 'openstack_x.a', mode: 'managed', type: 'openstack_x', name: 'a', provider_config_key: 'openstack', expressions: {} }] },
      },
    })
  const clouds = (address: string) => linksOf(made(address)).flatMap((link) => (link.role === 'runs-in' ? [link.to] : []))
  expect(clouds('https://core.cloud-of-theirs.nl:5000/v3')).toEqual(['host:core.cloud-of-theirs.nl'])
  expect(clouds('http://keystone.internal:5000/v3')).toEqual([])
})

test('a record that only tells something of a name does not carry what answers under it', () => {
  const record = (values: object) =>
    JSON.stringify({
      format_version: '1.0',
      values: { root_module: { resources: [{ address: 'x_dns_record.a', mode: 'managed', type: 'x_dns_record', name: 'a', provider_name: 'x', values }] } },
    })
  const idle = (values: object) => linksOf(record(values)).flatMap((link) => (link.role === 'endpoint' ? [link.says?.['idle'] === true] : []))
  expect(idle({ type: 'MX', value: '10 mail.vendor.net' })).toEqual([true])
  expect(idle({ type: 'CNAME', value: 'web.vendor.net' })).toEqual([false])
  expect(idle({ value: 'web.vendor.net' })).toEqual([false])
})
