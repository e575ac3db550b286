import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keyOf, kindOf, type ThingId } from '#estate/claim.ts'
import type { SignKind } from '#estate/signal.ts'
import { knowledgeFiles } from '#workspace/knowledge-files.ts'
import { readKnowledge } from './knowledge.ts'
import type { Rule } from './schema.ts'

const { knowledge } = readKnowledge(knowledgeFiles(join(import.meta.dirname, '../../data')).files)

interface Owned {
  readonly path: string
  readonly rule: Rule
}

const rulesIn = (...folders: readonly ('services' | 'models' | 'signals' | 'parties')[]): readonly Owned[] =>
  folders.flatMap((folder) => [...knowledge[folder]].flatMap(([id, one]) => one.foundBy.map((rule) => ({ path: `${folder}/${id}`, rule }))))

const rules = rulesIn('services', 'models', 'signals', 'parties')
const textsOf = (rule: Rule): readonly string[] => [...(rule.is ?? []), ...(rule.starts ?? []), ...(rule.ends ?? []), ...(rule.matches ?? [])]
const on = (kind: SignKind): readonly Owned[] => rules.filter((one) => one.rule.on === kind)
const count = (kind: SignKind): number => new Set(on(kind).flatMap((one) => textsOf(one.rule))).size
const wrong = (owned: readonly Owned[], texts: (rule: Rule) => readonly string[]): readonly string[] =>
  owned.flatMap((one) => texts(one.rule).map((text) => `${one.path}: ${text}`))

/** For all hostile texts together. */
const mostMicroseconds = 500_000

describe('a rule gives no wrong hits', () => {
  test('a host is known as a whole, or from a dot on to its end', () => {
    const open = (text: string): boolean => !/\$$/.test(text) || !/^(?:\^|\(\?:\^\|\\\.\)|\\\.)/.test(text)
    expect(wrong(on('host'), (rule) => [...(rule.starts ?? []), ...(rule.ends ?? []).filter((text) => !text.startsWith('.')), ...(rule.matches ?? []).filter(open)])).toEqual([])
  })

  test('a setting is known by its whole name', () => {
    const open = (text: string): boolean => !/^\^/.test(text) || !/\$$/.test(text)
    expect(wrong(on('env-name'), (rule) => [...(rule.starts ?? []), ...(rule.ends ?? []), ...(rule.matches ?? []).filter(open)])).toEqual([])
  })

  test('a package only hints, and its name does not run on into another', () => {
    expect(
      on('purl')
        .filter((one) => one.rule.role !== 'hints-at')
        .map((one) => one.path),
    ).toEqual([])
    expect(wrong(on('purl'), (rule) => (rule.starts ?? []).filter((text) => !/[@/.:_-]$/.test(text)))).toEqual([])
  })

  test('an image is known from its registry on', () => {
    const free = on('image').filter((one) => !one.path.startsWith('platforms/'))
    expect(
      wrong(free, (rule) => [...(rule.starts ?? []).filter((text) => !/^[a-z0-9.-]+\.[a-z0-9.-]+\//.test(text)), ...(rule.matches ?? []).filter((text) => !text.startsWith('^'))]),
    ).toEqual([])
  })

  test('an API group is known as a whole, or by its parents', () =>
    expect(wrong(on('api-group'), (rule) => [...(rule.starts ?? []), ...(rule.ends ?? []).filter((text) => !text.startsWith('.'))])).toEqual([]))

  test('what is sent to is also reported to', () => {
    const sent = on('exporter').filter((one) => one.path.startsWith('services/') && one.rule.role === undefined)
    const reports = new Set(on('exporter').flatMap((one) => (one.rule.role === 'reports-to' ? textsOf(one.rule).map((text) => `${one.path} ${text}`) : [])))
    expect(sent.flatMap((one) => textsOf(one.rule).map((text) => `${one.path} ${text}`)).filter((text) => !reports.has(text))).toEqual([])
  })

  test('what a rule leads to is there', () => {
    const folders = { platform: knowledge.platforms, party: knowledge.parties, service: knowledge.services } as const
    const leads = rules.flatMap((one) => (one.rule.to === undefined || one.rule.to.includes('$') ? [] : [{ path: one.path, to: one.rule.to as ThingId }]))
    const lost = leads.filter(({ to }) => kindOf(to) in folders && !folders[kindOf(to) as keyof typeof folders].has(keyOf(to)))
    const amid = rules.flatMap((one) => (one.rule.amid === undefined || knowledge.services.has(one.rule.amid) ? [] : [one.path]))
    expect([...lost.map((one) => `${one.path} -> ${one.to}`), ...amid]).toEqual([])
  })

  test('no expression takes long over a hostile text', () => {
    const texts = [
      'a-'.repeat(4000),
      'A_'.repeat(4000),
      'AUTH_'.repeat(1600),
      'llama-'.repeat(1300),
      'a.'.repeat(4000),
      `${'eu-west-1.'.repeat(800)}x`,
      '/'.repeat(8000),
      '1'.repeat(8000),
    ]
    const slow = rules.flatMap((one) =>
      [...(one.rule.matches ?? []), ...(one.rule.withValue === undefined ? [] : [one.rule.withValue])].flatMap((source) => {
        const expression = new RegExp(source, 'i')
        // Time on the processor in this thread: a busy machine makes every expression slow by the clock.
        const before = process.threadCpuUsage()
        for (const text of texts) expression.test(text)
        const { user, system } = process.threadCpuUsage(before)
        return user + system > mostMicroseconds ? [`${one.path}: ${source}`] : []
      }),
    )
    expect(slow).toEqual([])
  }, 60_000)
})

describe('the breadth of what is known does not shrink', () => {
  test('signs in Kubernetes and Compose', () => {
    const kinds: readonly SignKind[] = [
      'annotation-key',
      'service-account-annotation',
      'label-key',
      'node-selector',
      'toleration-key',
      'ingress-class',
      'gateway-class',
      'load-balancer-class',
      'storage-class',
      'provisioner',
      'csi-driver',
      'api-group',
      'api-kind',
      'image',
      'argument',
      'object-name',
      'spec-path',
      'spec-value',
      'compose-path',
      'exporter',
      'command',
    ]
    expect(kinds.filter((kind) => count(kind) === 0)).toEqual([])
    expect(kinds.reduce((sum, kind) => sum + count(kind), 0)).toBeGreaterThanOrEqual(1900)
  })

  test('Terraform types, packages, settings and hosts', () => {
    expect(count('terraform-type')).toBeGreaterThanOrEqual(1100)
    expect(count('purl')).toBeGreaterThanOrEqual(1400)
    expect(count('env-name')).toBeGreaterThanOrEqual(500)
    expect(count('host')).toBeGreaterThanOrEqual(2200)
  })

  test('suppliers that packages point to, AI that answers at hosts, models', () => {
    const suppliers = new Set(on('purl').map((one) => one.path))
    const answering = new Set(
      on('host').flatMap((one) => (one.rule.role === 'ai-endpoint' || knowledge.services.get(one.path.slice('services/'.length))?.role === 'ai-endpoint' ? [one.path] : [])),
    )
    expect(suppliers.size).toBeGreaterThanOrEqual(122)
    expect(answering.size).toBeGreaterThanOrEqual(60)
    expect(knowledge.models.size).toBeGreaterThanOrEqual(100)
  })

  test('places where logs, measurements and traces end', () => {
    const destinations = new Set(rules.flatMap((one) => (one.rule.role === 'reports-to' && one.path.startsWith('services/') ? [one.path] : [])))
    expect(destinations.size).toBeGreaterThanOrEqual(45)
  })
})
