import type { Assessment } from '#assessment/assessment.ts'
import { sampleOutcomes } from './sample-outcomes.test-data.ts'
import { hostileName, longName, steeringName } from './sample-parts.test-data.ts'

const digest = (letter: string): string => letter.repeat(64)

/** A care organisation with three functions and six workloads, half known, and with names that mean harm. For tests alone. */
export const sampleAssessment: Assessment = {
  schemaVersion: '1',
  engine: { name: 'deltaplan', version: '0.1.0' },
  knowledge: { digest: digest('c'), entries: 812 },
  asOf: '2026-11-24',
  seed: 1,
  options: { profile: 'care', limit: 10, strict: true },
  inputs: [
    { file: `compose/${hostileName}.yaml`, sha256: digest('a'), format: 'compose' },
    { file: 'deltaplan.yaml', sha256: digest('b'), format: 'deltaplan' },
    { file: 'k8s/client-records/deployment.yaml', sha256: digest('d'), format: 'kubernetes' },
    { file: 'notes.bin', sha256: digest('e'), format: '' },
  ],
  evidenceDigest: `sha256:${digest('f')}`,
  diagnostics: [
    { code: 'not-understood', severity: 'note', file: 'notes.bin' },
    { code: 'secret', severity: 'warning', file: 'k8s/client-records/config.yaml', line: 12, values: { what: 'password' } },
    { code: 'unknown-key', severity: 'warning', file: 'deltaplan.yaml', line: 3, values: { key: hostileName, near: 'functions' } },
    { code: 'unknown-key', severity: 'warning', file: 'deltaplan.yaml', line: 5, values: { key: 'ownr' } },
    ...Array.from({ length: 14 }, (_, at) => ({
      code: 'unmatched-name' as const,
      severity: 'note' as const,
      file: 'suppliers.csv',
      line: at + 2,
      values: { name: `Leverancier ${at + 1} B.V.` },
    })),
    { code: 'unreadable', severity: 'error', file: 'k8s/broken.yaml', line: 7, values: { reason: 'yaml' } },
    { code: 'limit', severity: 'warning', file: 'dumps/huge.json', values: { what: 'bytes', limit: 67_108_864 } },
  ],
  dependencies: [
    { kind: 'ai-endpoint', value: 'api.example.ai', state: 'active', basis: 'observed', evidence: [{ file: 'k8s/client-records/config.yaml', pointer: '/data/AI_URL', line: 21 }] },
    { kind: 'registry', value: 'registry.example.org', state: 'active', basis: 'observed', evidence: [{ file: `compose/${hostileName}.yaml`, pointer: '/services/web/image' }] },
    { kind: 'registry', value: hostileName, state: 'placeholder', basis: 'inferred', evidence: [] },
  ],
  workloads: [
    { id: 'workload:client-records', name: 'client-records', serves: [{ id: 'function:Outpatient care', name: 'Outpatient care' }], units: 4, groupedBy: 'declared' },
    { id: 'workload:intranet', name: 'intranet', serves: [], units: 2, groupedBy: 'namespace' },
    { id: 'workload:long', name: longName, serves: [{ id: 'function:Outpatient care', name: 'Outpatient care' }], units: 1, groupedBy: 'label:app.kubernetes.io/part-of' },
    { id: 'workload:mail', name: 'mail', serves: [{ id: 'function:Salaries', name: 'Salaries' }], units: 1, groupedBy: 'project' },
    { id: 'workload:salary-run', name: 'salary-run', serves: [{ id: 'function:Salaries', name: 'Salaries' }], units: 3, groupedBy: 'module' },
    { id: 'workload:steer', name: steeringName, serves: [{ id: 'function:Archive', name: 'Archive' }], units: 1, groupedBy: 'none' },
  ],
  thresholds: [
    { name: 'single-points', limit: 0, value: 1, passed: false },
    { name: 'secrets', limit: 2, value: 1, passed: true },
  ],
  outcomes: sampleOutcomes,
}
