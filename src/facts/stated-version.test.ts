import { expect, test } from 'vitest'
import { readKnowledge } from '#knowledge/knowledge.ts'
import { smallWorld, subjectOfTexts, yamlOf } from '../../test/subject-of-texts.ts'
import { platformsInUse } from './lifecycle.ts'

const sources = [{ url: 'https://example.org/policy', read: '2026-10-01', level: 'verified' }]
const kubelet = '^Node\\.status\\.nodeInfo\\.kubeletVersion=v?(\\d+\\.\\d+\\.\\d+)$'
const files = {
  project: {
    kind: 'kubernetes',
    shippedByOthers: true,
    releases: [{ cycle: '1.35', supportEnd: '2027-02-28' }],
    foundBy: [{ on: 'spec-value', matches: [kubelet], version: '$1' }],
  },
  shifted: { kind: 'kubernetes', releases: [{ cycle: '4.22', supportEnd: '2027-12-31' }], foundBy: [{ on: 'label-key', starts: ['shifted.io/'] }] },
  same: { kind: 'kubernetes', releases: [{ cycle: '1.35', supportEnd: '2028-01-01' }], foundBy: [{ on: 'label-key', starts: ['same.io/'] }] },
  undated: { kind: 'kubernetes', foundBy: [{ on: 'label-key', starts: ['undated.io/'] }] },
  cloud: { kind: 'cloud-platform', foundBy: [{ on: 'arn-partition', is: ['aws-own'] }] },
}
const { knowledge, faults } = readKnowledge(Object.entries(files).map(([id, value]) => ({ path: `platforms/${id}.yaml`, value: { title: id, sources, ...value } })))
const world = { ...smallWorld, platforms: new Map([...smallWorld.platforms, ...knowledge.platforms]) }

const platformsIn = (unit: string, file: Readonly<Record<string, string>>) => {
  const plan = { version: 1, functions: { desk: {} }, workloads: { app: { serves: ['desk'], match: [{ unit }] } } }
  const found = platformsInUse(subjectOfTexts({ 'deltaplan.yaml': yamlOf(plan), ...file }, world)).get('workload:app') ?? []
  return found.map((one) => `${one.platform} ${one.version} ${one.cycle}`)
}
const nodeWith = (label: string) => {
  const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n', labels: { [label]: 'x' } }, status: { nodeInfo: { kubeletVersion: 'v1.35.4' } } }
  return platformsIn('kubernetes/-/Node/n', { 'nodes.yaml': yamlOf(node) })
}

test('the world of this test is sound', () => expect(faults).toEqual([]))

test('a machine of a distribution is judged by the distribution, and its release is not guessed from that of the project inside', () => {
  expect(nodeWith('role.example.com/worker')).toEqual(['platform:project 1.35.4 1.35'])
  expect(nodeWith('shifted.io/os')).toEqual(['platform:shifted undefined undefined'])
})

test('a distribution that counts as the project does has its release', () => expect(nodeWith('same.io/pool')).toEqual(['platform:same v1.35.4 1.35']))

test('one whose releases nobody knows leaves those of the project standing', () =>
  expect(nodeWith('undated.io/os')).toEqual(['platform:project 1.35.4 1.35', 'platform:undated undefined undefined']))

test('the version of what is rented is not the version of the cloud', () => {
  const cluster = { address: 'aws_eks_cluster.main', mode: 'managed', type: 'aws_eks_cluster', name: 'main', provider_name: 'registry.terraform.io/hashicorp/aws' }
  const values = { version: '1.34', arn: 'arn:aws-own:eks:own-de-east-1:321098765432:cluster/main', name: 'main' }
  const shown = { format_version: '1.2', terraform_version: '1.9.8', planned_values: { root_module: { resources: [{ ...cluster, values }] } } }
  expect(platformsIn('terraform/plan.json/aws_eks_cluster.main', { 'plan.json': JSON.stringify(shown) })).toEqual(['platform:cloud undefined undefined'])
})
