import { createHash } from 'node:crypto'
import { parse } from 'yaml'
import { type Request, subjectOf } from '#assessment/assess.ts'
import { sourceFile } from '#estate/source-file.ts'
import type { Subject } from '#facts/subject.ts'
import { settingsOf } from '#importers/index.ts'
import { checkKnowledge } from '#knowledge/check.ts'
import { type Knowledge, readKnowledge } from '#knowledge/knowledge.ts'
import { exits } from '#knowledge/schema.ts'

/** A small world of made-up parties, laws and services, so that no test hangs on what is known of real ones. */
const sources = [{ url: 'https://example.org/register', read: '2026-10-01', level: 'verified' }]
const entries: Readonly<Record<string, unknown>> = {
  'jurisdictions/nl': { title: 'Homeland', iso: 'NL', kind: 'country', memberOf: ['eu', 'eea'] },
  'jurisdictions/de': { title: 'Neighbour', iso: 'DE', kind: 'country', memberOf: ['eu', 'eea'] },
  'jurisdictions/us': { title: 'Farland', iso: 'US', kind: 'country' },
  'jurisdictions/eu': { title: 'Union', kind: 'union' },
  'jurisdictions/eea': { title: 'Area', kind: 'union' },
  'laws/us-access': {
    title: 'Access Act',
    jurisdiction: 'us',
    date: '2018',
    powers: ['access'],
    reach: ['seated', 'controlled', 'present', 'placed'],
    content: 'Hand over.',
    clashes: [{ with: 'eu-secrecy', about: 'handing over' }],
  },
  'laws/us-sanctions': { title: 'Sanctions Act', jurisdiction: 'us', date: '1977', powers: ['cut-off'], reach: ['seated', 'controlled'], content: 'Stop.' },
  'laws/us-export': { title: 'Export Act', jurisdiction: 'us', date: '1979', powers: ['export-control'], reach: ['seated', 'controlled', 'origin'], content: 'Keep.' },
  'laws/eu-secrecy': { title: 'Secrecy Act', jurisdiction: 'eu', date: '2018', powers: ['other'], reach: ['seated', 'placed'], content: 'Do not hand over.' },
  'parties/faraway': { title: 'Faraway Inc.', names: ['Faraway'], kind: 'company', seat: 'us', listed: 'XFAR' },
  'parties/faraway-nl': { title: 'Faraway Nederland B.V.', kind: 'company', seat: 'nl', parents: [{ party: 'faraway', share: 100 }] },
  'parties/halfway': { title: 'Halfway GmbH', kind: 'company', seat: 'de', parents: [{ party: 'faraway', share: 30 }] },
  'parties/nearby': { title: 'Nearby B.V.', kind: 'company', seat: 'nl', parents: [{ party: 'town', share: 100 }] },
  'parties/nearby-us': { title: 'Nearby America Inc.', kind: 'company', seat: 'us', parents: [{ party: 'nearby', share: 100 }] },
  'parties/town': { title: 'The Town', kind: 'government', seat: 'nl' },
  'parties/commons': { title: 'Commons Foundation', kind: 'foundation', seat: 'us' },
  'services/far-mail': {
    title: 'Far Mail',
    role: 'external-service',
    operator: 'faraway',
    category: 'office',
    openSource: false,
    portability: { class: 'proprietary', alternatives: ['Near Mail'] },
    foundBy: [{ on: 'host', is: ['mail.faraway.example-cloud.com'] }],
  },
  'services/far-registry': { title: 'Far Registry', role: 'run-by', operator: 'faraway', category: 'containers', foundBy: [{ on: 'host', is: ['registry.faraway.io'] }] },
  'services/far-logs': {
    title: 'Far Logs',
    role: 'external-service',
    operator: 'faraway',
    category: 'observability',
    openSource: false,
    foundBy: [{ on: 'env-name', is: ['FAR_LOGS_KEY'], role: 'reports-to' }],
  },
  'platforms/openbase': {
    title: 'OpenBase',
    kind: 'database',
    steward: 'commons',
    openSource: true,
    securityTeam: { title: 'Security', url: 'https://example.org/security' },
    upgrade: { step: 'One major at a time.' },
    releases: [
      { cycle: '15', supportEnd: '2026-01-01' },
      { cycle: '16', supportEnd: '2031-01-01' },
    ],
    foundBy: [{ on: 'image', matches: ['^docker\\.io/library/openbase(:|@|$)'] }],
  },
  'platforms/closedbase': {
    title: 'ClosedBase',
    kind: 'database',
    vendor: 'faraway',
    openSource: false,
    releases: [{ cycle: '9', supportEnd: '2027-02-01', extendedEnd: '2029-02-01' }],
    tiers: [{ id: 'gold', title: 'Gold', by: 'faraway', until: 'extended' }],
    foundBy: [{ on: 'image', matches: ['^registry\\.faraway\\.io/closedbase(:|@|$)'] }],
  },
  'profiles/general': {
    title: 'Any organisation',
    inside: { access: 'eea', 'cut-off': 'eea', 'export-control': 'eea', interception: 'eea', localisation: 'eea', other: 'eea' },
    criticality: { vitalHours: 4, criticalHours: 24, importantHours: 120 },
    targets: Object.fromEntries(['vital', 'critical', 'important', 'supporting'].map((level) => [level, { platform: 2, portability: 2, people: 2, ai: 2 }])),
    grace: {
      run: [0, 0],
      'sign-in': [0, 12],
      dns: [0, 24],
      deploy: [0, 168],
      build: [24, 720],
      support: [168, 2160],
      licence: [0, 8760],
      monitor: [1, 24],
      recover: [0, 0],
      leave: [8760, 8760],
    },
    weights: { vital: 8, critical: 4, important: 2, supporting: 1 },
    continuity: {
      exitHours: Object.fromEntries(exits.map((one) => [one, one === 'registry' ? [24, 720] : [2160, 8760]])),
      takeOverHours: [1, 8],
      takesOverUntested: [0.4, 0.6],
      takesOverTested: [0.9, 0.9],
    },
  },
  'incidents/stop': { title: 'A stop', date: '2024-05', party: 'faraway', hours: { low: 8, high: 8 }, affected: 'Many' },
  'scenarios/goes-away': {
    title: 'Goes away',
    what: '$thing stops serving.',
    effect: 'outage',
    strikes: { kinds: ['party'], when: 'operates && outside == "yes"' },
    perYear: { low: 0.01, high: 0.1 },
    frequency: { basis: 'judged', why: 'A guess.' },
    noticeDays: { low: 0, high: 30 },
    hours: { low: 4, high: 400 },
    lasting: { low: 0.2, high: 0.4 },
    together: { group: 'world', shape: 2 },
    calibration: ['stop'],
  },
  'scenarios/bad-update': {
    title: 'Bad update',
    what: 'An update of $thing stops what runs it.',
    effect: 'outage',
    strikes: { kinds: ['platform'] },
    loses: 'users',
    perYear: { low: 0.05, high: 0.5 },
    frequency: { basis: 'judged', why: 'A guess.' },
    hours: { low: 2, high: 72 },
  },
  'scenarios/dearer': {
    title: 'Dearer',
    what: '$thing costs more.',
    effect: 'price',
    strikes: { kinds: ['party'], when: 'operates && outside == "yes"' },
    perYear: { low: 0.05, high: 0.2 },
    frequency: { basis: 'counted', why: '3 in 30.' },
    multiple: { low: 1.5, high: 5 },
  },
  'frameworks/deltaplan-ladder': {
    title: 'Ladder',
    short: 'Ladder',
    publisher: 'Nobody',
    version: '1',
    date: '2026-10-01',
    licence: 'Free',
    levels: [0, 1, 2, 3, 4].map((level) => ({ level, title: `Level ${level}`, meaning: `Rung ${level}` })),
    objectives: [
      { id: 'platform', title: 'Platform' },
      { id: 'portability', title: 'Portability' },
    ],
    criteria: [
      {
        id: 'security-team',
        objective: 'platform',
        fact: 'platform.security-team',
        title: 'Team',
        ask: 'Name it',
        rungs: [
          { id: 'no', title: 'None', level: 1, when: 'value == false' },
          { id: 'yes', title: 'One', level: 4, when: 'value == true' },
        ],
      },
      {
        id: 'runway',
        objective: 'platform',
        fact: 'platform.runway-months',
        title: 'Runway',
        ask: 'Pin it',
        rungs: [
          { id: 'short', title: 'Short', level: 0, when: 'value < 12.0' },
          { id: 'middling', title: 'Middling', level: 2, when: 'value >= 12.0 && value < 36.0' },
          { id: 'long', title: 'Long', level: 4, when: 'value >= 36.0' },
        ],
      },
      {
        id: 'second-place',
        objective: 'portability',
        fact: 'portability.alternatives',
        title: 'Second',
        ask: 'State it',
        rungs: [
          { id: 'no', title: 'None', level: 1, when: 'value == false' },
          { id: 'yes', title: 'One', level: 2, when: 'value == true' },
        ],
      },
    ],
  },
}

export const smallWorld: Knowledge = (() => {
  const { knowledge, faults } = readKnowledge(Object.entries(entries).map(([path, value]) => ({ path: `${path}.yaml`, value: { ...(value as object), sources } })))
  const all = [...faults, ...checkKnowledge(knowledge)]
  if (all.length > 0) throw new Error(JSON.stringify(all))
  return knowledge
})()

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** The request that a folder with these files would give, by path. */
export function requestOfTexts(texts: Readonly<Record<string, string>>, knowledge: Knowledge = smallWorld): Request {
  const files = Object.entries(texts).map(([path, text]) => sourceFile(path, text))
  return {
    files,
    digests: new Map(files.map((file) => [file.path, sha256(file.bytes())])),
    digestOf: sha256,
    settings: settingsOf(files),
    knowledge,
    knowledgeDigest: 'small-world',
    engineVersion: '0.0.0',
    asOf: '2026-11-24',
    seed: 1,
    options: {},
    limits: [],
    refused: [],
  }
}

/** What facts are asked of, over files that are given by path. A `{digest}` in deltaplan.yaml is filled with that of the evidence. */
export function subjectOfTexts(texts: Readonly<Record<string, string>>, knowledge: Knowledge = smallWorld): Subject {
  const first = subjectOf(requestOfTexts(texts, knowledge)).subject
  const plan = texts['deltaplan.yaml']
  if (plan?.includes('{digest}') !== true) return first
  return subjectOf(requestOfTexts({ ...texts, 'deltaplan.yaml': plan.replaceAll('{digest}', first.evidenceDigest) }, knowledge)).subject
}

/** YAML of a value, for tests that build their files. */
export const yamlOf = (value: unknown): string => {
  const text = JSON.stringify(value, null, 1)
  parse(text)
  return text
}
