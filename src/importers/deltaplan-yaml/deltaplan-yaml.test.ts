import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { isFilePlace, type LinkClaim, type Says } from '#estate/claim.ts'
import { alone, sourceFile } from '#estate/source-file.ts'
import { checkImporter } from '../../../test/check-importer.ts'
import { deltaplanYaml } from './index.ts'
import { readable } from './readable.ts'
import { deltaplan, deltaplanSchema } from './schema.ts'
import { settingsOf } from './settings.ts'

const fixtures = 'src/importers/deltaplan-yaml/fixtures'
for (const name of ['smallest.yaml', 'deltaplan.yaml', 'broken.yaml']) checkImporter(deltaplanYaml, `${fixtures}/${name}`)

const readText = (text: string) => deltaplanYaml.read(sourceFile('deltaplan.yaml', text), alone)
const read = (plan: object) => readText(stringify({ version: 1, ...plan }))
const saysOf = (plan: object, id: string): Says | undefined => read(plan).claims.find((claim) => claim.claim === 'thing' && claim.id === id)?.says
const linksOf = (plan: object): readonly LinkClaim[] => read(plan).claims.flatMap((claim) => (claim.claim === 'link' ? [claim] : []))
const ties = (plan: object, ...roles: readonly string[]) => linksOf(plan).flatMap((link) => (roles.includes(link.role) ? [`${link.from} ${link.role} ${link.to}`] : []))
/** What is told of a text, in the order of its lines. */
const told = (text: string) =>
  readText(text)
    .diagnostics.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map((one) => [one.line, one.code, ...Object.values(one.values ?? {})].join(' '))

test('a plan is known by its name, or by its version and the words at its top', () => {
  const recognised = (path: string, text: string) => deltaplanYaml.recognises(sourceFile(path, text))
  expect(recognised('a/deltaplan.yml', 'anything')).toBe(true)
  expect(recognised('plan.yaml', 'version: 1 # ours\nfunctions: {}\n')).toBe(true)
  expect(recognised('plan.yaml', 'version: 2\nfunctions: {}\n')).toBe(false)
  expect(recognised('plan.yaml', 'version: 1\nservices: {}\n')).toBe(false)
  expect(recognised('plan.yaml', 'version: 1\nfunctions: {}\nregion: x\nprovider: y\nplugins: []\n')).toBe(false)
  expect(recognised('x.yaml', 'a:\n  version: 1\n  functions: {}\n')).toBe(false)
})

test('a function says what it tolerates in hours, what its loss costs, and who vouches for it', () => {
  const inputs = `sha256:${'a'.repeat(64)}`
  const one = {
    title: 'Desk',
    owner: 'Head of desk',
    unit: 'Front',
    mtpd: 'P1DT12H',
    rto: 'PT30M',
    rpo: 'PT0S',
    critical: true,
    dangerToLife: false,
    cost: { currency: 'EUR', priceLevel: 2026, perHour: [{ from: 'PT2H', low: 1, high: 2.5 }], steps: [{ at: 'P1D', low: 0, high: 10 }] },
    fallback: { what: 'Paper', lasts: 'PT8H', capacity: 'half', tested: '2026-01-31' },
    complete: { by: 'Head of IT', date: '2026-02-01', inputs },
  }
  expect(saysOf({ functions: { desk: one } }, 'function:desk')).toEqual({
    owner: 'Head of desk',
    'organisation-unit': 'Front',
    'mtpd-hours': 36,
    'rto-hours': 0.5,
    'rpo-hours': 0,
    critical: true,
    'danger-to-life': false,
    cost: ['per-hour 2 1 2.5', 'step 24 0 10'],
    currency: 'EUR',
    'price-level': 2026,
    fallback: 'Paper',
    'fallback-hours': 8,
    'fallback-capacity': 'half',
    'fallback-tested': '2026-01-31',
    'complete-by': 'Head of IT',
    'complete-on': '2026-02-01',
    'complete-inputs': inputs,
  })
})

test('completeness carries the whole digest of its evidence, or none', () => {
  expect(told('version: 1\nfunctions:\n  a:\n    complete: { by: Head of IT, date: 2026-01-01, inputs: sha256:12 }')).toEqual([
    '4 unexpected sha256:… (evidenceDigest of an assessment) sha256:12',
  ])
})

test('an interval whose ends are swapped is told, and left out', () => {
  const text =
    'version: 1\nfunctions:\n  a:\n    mtpd: PT1H\n    cost:\n      currency: EUR\n      perHour:\n        - { from: PT0H, low: 5, high: 2 }\n        - { from: PT1H, low: 1, high: 2 }'
  expect(told(text)).toEqual(['8 unexpected low ≤ high mapping'])
  expect(readText(text).claims.find((claim) => claim.claim === 'thing' && claim.id === 'function:a')?.says).toMatchObject({ cost: ['per-hour 1 1 2'], 'mtpd-hours': 1 })
  expect(told('version: 1\nworkloads:\n  a: { grace: { low: P1D, high: PT1H } }')).toEqual(['3 unexpected low ≤ high mapping'])
})

test('a cost says how it lies in its interval, and what cannot be is told where it stands', () => {
  const cost = (perHour: object, more: object = {}) => ({ functions: { desk: { cost: { currency: 'EUR', perHour: [{ from: 'PT0H', ...perHour }], ...more } } } })
  const staff = { people: { low: 5, high: 20 }, idle: { low: 0.1, likely: 0.3, high: 0.6 }, rate: { low: 30, middle: 40, high: 60 } }
  expect(saysOf(cost({ low: 1, likely: 2, high: 9 }, { staff }), 'function:desk')).toEqual({
    cost: ['per-hour 0 1 9 likely=2', 'staff 5 20 0.1 0.6 likely=0.3 30 60 middle=40'],
    currency: 'EUR',
  })
  const toldOf = (perHour: string) => told(`version: 1\nfunctions:\n  a:\n    cost:\n      currency: EUR\n      perHour:\n        - { from: PT0H, ${perHour} }`)
  expect(toldOf('low: 1, high: 2000000')).toEqual(['7 unexpected high ≤ 1000000 × low mapping'])
  expect(toldOf('low: 1, high: 1e300')[0]).toContain('7 unexpected')
  expect(toldOf('low: 1, high: 9, likely: 12')).toEqual(['7 unexpected low ≤ likely ≤ high mapping'])
  expect(toldOf('low: 1, high: 9, likely: 2, middle: 2')).toEqual(['7 unexpected likely / middle mapping'])
  expect(toldOf('low: 1, high: 9, middle: 8.9')).toEqual(['7 unexpected low < middle < high (≈ √(low × high)) mapping'])
  expect(toldOf('low: 1, high: 9 }\n        - { from: P0D, low: 2, high: 3')).toEqual(['8 unexpected another hour (from) mapping'])
  expect(toldOf('low: 0, high: 9, middle: 3')).toEqual(['7 unexpected low < middle < high (≈ √(low × high)) mapping'])
})

test('care, lost data and what an event costs besides its hours are lines of a cost', () => {
  const cost = {
    currency: 'EUR',
    care: { perHour: { low: 2, high: 8 }, diverted: { low: 0.1, likely: 0.3, high: 0.6 }, each: { low: 500, high: 4000 } },
    lostData: { perHour: { low: 100, likely: 200, high: 900 }, hours: { low: 1, high: 12 } },
    perEvent: [
      { what: 'fine', chance: { low: 0, high: 0.2 }, low: 1000, middle: 3000, high: 9000 },
      { what: 'letters to those concerned', chance: { low: 1, high: 1 }, low: 50, high: 50 },
    ],
  }
  expect(saysOf({ functions: { desk: { cost } } }, 'function:desk')).toEqual({
    currency: 'EUR',
    cost: [
      'care 2 8 0.1 0.6 likely=0.3 500 4000',
      'lost-data 100 900 likely=200 1 12',
      'per-event 0 0.2 1000 9000 middle=3000 fine',
      'per-event 1 1 50 50 letters to those concerned',
    ],
  })
  const toldOf = (lines: string) => told(`version: 1\nfunctions:\n  a:\n    rpo: PT1H\n    cost:\n      currency: EUR\n      ${lines}`)
  expect(toldOf('lostData: { perHour: { low: 1, high: 2 } }')).toEqual([])
  expect(toldOf('perEvent: [{ what: fine, chance: { low: 0.5, high: 2 }, low: 1, high: 2 }]')).toEqual(['7 unexpected 1 or less 2'])
  expect(toldOf('perEvent: [{ what: fine, low: 1, high: 2 }]')[0]).toContain('7 unexpected')
})

test('lost data of which nobody says how much there may be is told, and kept for whoever knows', () => {
  const text = 'version: 1\nfunctions:\n  a:\n    cost:\n      currency: EUR\n      lostData: { perHour: { low: 1, high: 2 } }'
  expect(told(text)).toEqual(['6 unexpected hours, or rpo nothing'])
  expect(readText(text).diagnostics[0]?.severity).toBe('warning')
  expect(readText(text).claims.find((claim) => claim.claim === 'thing' && claim.id === 'function:a')?.says).toMatchObject({ cost: ['lost-data 1 2'] })
})

test('an amount at once without a variance, and a cost without a mean that nothing bounds, are refused where they stand', () => {
  const costOf = (lines: string) => told(`version: 1\nfunctions:\n  a:\n    cost:\n      currency: EUR\n      ${lines}`)
  // Tails of scale 0.77 and 1.9: the first has a mean and no variance, the second neither.
  const [heavy, endless] = ['low: 100, middle: 300, high: 2700', 'low: 1, middle: 20, high: 5000']
  const [varianceless, meanless] = ['middle nearer to high, or likely (finite variance)', 'most, or middle nearer to high, or likely (finite mean)']
  expect(costOf(`perHour: [{ from: PT0H, ${heavy} }]`)).toEqual([])
  expect(costOf(`perHour: [{ from: PT0H, ${endless} }]`)).toEqual([`6 unexpected ${meanless} mapping`])
  expect(costOf(`perHour: [{ from: PT0H, ${endless} }]\n      most: 100000`)).toEqual([])
  expect(costOf(`staff: { people: { low: 1, high: 2 }, idle: { low: 0.1, high: 0.2 }, rate: { ${endless} } }`)).toEqual([`6 unexpected ${meanless} mapping`])
  expect(costOf('transactions: { perHour: { low: 1, high: 2 }, lost: { low: 0.0001, middle: 0.0005, high: 0.9 }, value: { low: 1, high: 2 } }')).toEqual([])
  expect(costOf(`lostData: { perHour: { ${heavy} }, hours: { low: 1, high: 2 } }\n      most: 100000`)).toEqual([`6 unexpected ${varianceless} mapping`])
  expect(costOf(`perEvent: [{ what: fine, chance: { low: 0, high: 1 }, ${heavy} }]\n      most: 100000`)).toEqual([`6 unexpected ${varianceless} mapping`])
  expect(told(`version: 1\ncontracts:\n  a: { perYear: { currency: EUR, ${heavy} } }`)).toEqual([`3 unexpected ${varianceless} mapping`])
  expect(told(`version: 1\nfunctions:\n  a: { affects: { people: { ${endless} } } }`)).toEqual(['3 unexpected middle nearer to high, or likely (finite mean) mapping'])
  expect(saysOf({ contracts: { a: { perYear: { currency: 'EUR', low: 1, likely: 2, high: 9 } } } }, 'contract:a')).toEqual({ 'price-per-year': '1 9 likely=2 EUR' })
})

test('the whole organisation is one thing, and a limit that is no number stays without one', () => {
  expect(saysOf({ profile: 'bank', home: 'nl', name: 'Us', thresholds: { singlePoints: 3 } }, 'unit-of-organisation:self')).toEqual({
    profile: 'bank',
    home: 'NL',
    'name-given': 'Us',
    thresholds: ['single-points=3'],
  })
  expect(saysOf({ thresholds: { singlePoints: 'few', secrets: Number.POSITIVE_INFINITY } }, 'unit-of-organisation:self')).toEqual({ thresholds: ['single-points=', 'secrets='] })
})

test('what belongs to a workload is written as units are grouped', () => {
  const match = [
    { namespace: 'a' },
    { label: 'app=b' },
    { project: 'c' },
    { module: 'module.d' },
    { purl: 'pkg:npm/%40s/e' },
    { name: 'f' },
    { unit: 'compose/x/y' },
    { unit: 'unit:z' },
  ]
  expect(saysOf({ workloads: { W: { match } } }, 'workload:w')).toEqual({
    match: ['namespace=a', 'label:app=b', 'project=c', 'module=module.d', 'purl=pkg:npm/%40s/e', 'name=f', 'unit=unit:compose/x/y', 'unit=unit:z'],
  })
  expect(told('version: 1\nworkloads:\n  w:\n    match: [{ namespace: a, label: b }]')).toEqual(['4 unexpected one key mapping'])
})

test('ids mean the same whatever their capitals, and by their kind as well', () => {
  const plan = {
    functions: { Desk: {} },
    workloads: { App: { serves: ['desk', 'function:DESK'], needs: ['mail', 'service:declared/MAIL', 'APP2'] }, app2: {} },
    services: { Mail: {} },
  }
  expect(ties(plan, 'serves', 'needs')).toEqual([
    'workload:app serves function:desk',
    'workload:app serves function:desk',
    'workload:app needs service:declared/mail',
    'workload:app needs service:declared/mail',
    'workload:app needs workload:app2',
  ])
})

test('what the plan would have to name and does not is told, and what only other files name is believed', () => {
  const text =
    'version: 1\nworkloads:\n  a:\n    serves: [b]\n    team: t\n    data: [d]\n    needs: [c, function:x, workload:y, host:api.provider.net, unit:compose/p/s]\ndependsOn:\n  - { from: a, to: jan@provider.net }'
  expect(told(text)).toEqual([
    '4 unknown-reference b',
    '5 unknown-reference t',
    '6 unknown-reference d',
    '7 unknown-reference c',
    '7 unknown-reference function:x',
    '7 unknown-reference workload:y',
    '9 unexpected text, never a person text',
  ])
  expect(readText(text).claims.flatMap((claim) => (claim.claim === 'link' ? [claim.to] : []))).toEqual(['host:api.provider.net', 'unit:compose/p/s'])
})

test('alternatives become a unit between the workload and what it needs', () => {
  const plan = { workloads: { a: { needs: [{ anyOf: ['x', 'y'] }, { atLeast: 2, of: ['x', 'y', 'z'], grace: 'PT2H' }] } }, services: { x: {}, y: {}, z: {} } }
  expect(saysOf(plan, 'unit:stated/a/needs-1')).toEqual({ 'at-least': 1 })
  expect(saysOf(plan, 'unit:stated/a/needs-2')).toEqual({ 'at-least': 2 })
  expect(ties(plan, 'needs')).toEqual([
    'workload:a needs unit:stated/a/needs-1',
    'unit:stated/a/needs-1 needs service:declared/x',
    'unit:stated/a/needs-1 needs service:declared/y',
    'workload:a needs unit:stated/a/needs-2',
    'unit:stated/a/needs-2 needs service:declared/x',
    'unit:stated/a/needs-2 needs service:declared/y',
    'unit:stated/a/needs-2 needs service:declared/z',
  ])
  expect(told('version: 1\nservices: { x: {} }\nworkloads:\n  a:\n    needs:\n      - { atLeast: 2, of: [x] }')).toEqual(['6 unexpected 1 or less 2'])
})

test('a need says when it is needed and how long it can be missed, or else its service and its workload do', () => {
  const plan = {
    services: { x: { phase: 'monitor' }, y: {} },
    workloads: { a: { grace: 'PT1H', needs: ['x', { on: 'x', phase: 'run', grace: { low: 'PT0S', high: 'P1D' } }, 'y'] } },
    dependsOn: [{ from: 'a', to: 'x', grace: 'PT3H' }],
  }
  const needs = linksOf(plan).flatMap((link) => (link.role === 'needs' ? [[link.to, link.phase, link.says?.['grace-low-hours'], link.says?.['grace-high-hours']]] : []))
  expect(needs).toEqual([
    ['service:declared/x', 'monitor', 1, 1],
    ['service:declared/x', 'run', 0, 24],
    ['service:declared/y', undefined, 1, 1],
    ['service:declared/x', 'monitor', 3, 3],
  ])
})

test('a service is used by the functions it serves, or else by the plan itself', () => {
  const plan = { functions: { desk: {} }, services: { a: { serves: ['desk'], role: 'identity-provider', phase: 'run' }, b: { emulated: true } } }
  const used = linksOf(plan).map((link) => [link.from, link.role, link.to, link.phase, link.state])
  expect(used).toEqual([
    ['function:desk', 'identity-provider', 'service:declared/a', 'run', 'active'],
    ['unit:stated/b', 'external-service', 'service:declared/b', undefined, 'emulated'],
  ])
})

test('parties are known by their numbers, by name within the file, or outright', () => {
  const provider = (one: object | string) => ties({ services: { a: { provider: one } } }, 'operated-by', 'same-as')
  expect(provider('Some Host B.V.')).toEqual(['service:declared/a operated-by party:named/deltaplan.yaml/some host b.v.'])
  expect(provider({ name: 'X', kvk: '12345678' })).toEqual(['service:declared/a operated-by party:kvk/12345678'])
  expect(provider('party:microsoft')).toEqual(['service:declared/a operated-by party:microsoft'])
  expect(told('version: 1\nservices:\n  a: { provider: { kvk: 123 } }')).toEqual(['3 unexpected text 123'])
  expect(told('version: 1\nservices:\n  a: { provider: { lei: TESTTESTTESTTESTAB87 } }')).toEqual(['3 unexpected LEI (ISO 17442) TESTTESTTESTTESTAB87'])
})

test('a country and a region are places and findings, and other words stay words', () => {
  const places = (place: string) => ties({ services: { a: { place } } }, 'runs-in', 'location-country', 'region')
  expect(places('nl')).toEqual(['service:declared/a runs-in jurisdiction:nl', 'service:declared/a location-country jurisdiction:nl'])
  expect(places('AWS:eu-central-1')).toEqual(['service:declared/a runs-in place:aws:eu-central-1', 'service:declared/a region place:aws:eu-central-1'])
  expect(places('our cellar')).toEqual([])
  expect(read({ services: { a: { place: 'our cellar' } } }).claims).toContainEqual(expect.objectContaining({ id: 'service:declared/a', says: { 'place-name': 'our cellar' } }))
  expect(ties({ workloads: { a: { place: 'NL' } } }, 'runs-in', 'location-country')).toEqual(['workload:a runs-in jurisdiction:nl', 'workload:a location-country jurisdiction:nl'])
})

test('data says what it is and where it has to stay, and lies with services, at places and with parties', () => {
  const data = {
    d: {
      classes: ['PII'],
      personal: true,
      secrecy: 'high',
      residency: ['nl'],
      storedIn: ['box', 'DE'],
      backedUpIn: ['aws:eu-west-1'],
      administeredFrom: ['BE'],
      readableBy: ['party:x'],
    },
  }
  const plan = { data, services: { box: {} } }
  expect(saysOf(plan, 'dataset:d')).toEqual({ secrecy: 'high', 'personal-data': true, residency: ['NL'] })
  expect(ties(plan, 'data-class', 'stored-in', 'backed-up-in', 'administered-from', 'readable-by', 'region', 'location-country')).toEqual([
    'dataset:d data-class data-class:PII',
    'dataset:d stored-in service:declared/box',
    'dataset:d stored-in jurisdiction:de',
    'dataset:d location-country jurisdiction:de',
    'dataset:d backed-up-in place:aws:eu-west-1',
    'dataset:d region place:aws:eu-west-1',
    'dataset:d administered-from jurisdiction:be',
    'dataset:d readable-by party:x',
  ])
})

test('a team is head counts with what holds for them, as strong as its weakest shift', () => {
  const team = {
    title: 'Operations',
    shifts: [
      { title: 'day', onDuty: 3 },
      { title: 'night', onDuty: 1 },
    ],
    members: [
      { predicates: { nationality: ['NL', 'BE'], residence: 'NL', employer: 'own' }, count: 3 },
      { predicates: { presence: 'NL' }, count: 2 },
    ],
    evidence: 'register',
    expires: '2027-01-01',
    diagnosticsTo: ['US'],
  }
  const plan = { teams: { ops: team }, workloads: { a: { team: 'OPS' }, b: {} } }
  expect(saysOf(plan, 'team:ops')).toEqual({
    predicates: ['count=3; nationality=NL,BE; residence=NL; employer=own', 'count=2; residence=unknown; presence=NL'],
    'head-count': 5,
    'on-duty': 1,
    evidence: 'register',
    expires: '2027-01-01',
    'diagnostics-to': ['US'],
  })
  expect(ties(plan, 'supported-by', 'reports-to')).toEqual(['workload:a supported-by team:ops', 'workload:a reports-to jurisdiction:us'])
})

test('people are copied from nowhere, whatever key they stand under', () => {
  const text = [
    'version: 1',
    'functions:',
    '  desk: { owner: jan.jansen@vlier.nl }',
    '  jan.jansen@vlier.nl: {}',
    'teams:',
    '  ops:',
    '    Jan Jansen: 06-12345678',
    '    members: [{ name: Jan Jansen, count: 1, predicates: {} }]',
    'contracts:',
    '  c: { counterparty: jan.jansen@vlier.nl }',
  ].join('\n')
  expect(JSON.stringify(readText(text))).not.toMatch(/jansen|1234/i)
  expect(readText(text).diagnostics.length).toBe(5)
})

test('a contract ties its services to who owes them, who sells them and who works behind them', () => {
  const contract = {
    counterparty: 'Een B.V.',
    reseller: { name: 'Twee B.V.' },
    provider: 'party:three',
    covers: ['mail', 'app'],
    subcontractors: [{ name: 'Vier', rank: 2, country: 'NL' }],
    ends: '2027-06-30',
    notice: 'P3M',
    exitClause: true,
    governingLaw: 'NL',
    indemnity: 'ip',
    supportTier: 'gold',
  }
  const plan = { contracts: { k: contract }, services: { mail: {} }, workloads: { app: {} } }
  expect(saysOf(plan, 'contract:k')).toEqual({
    ends: '2027-06-30',
    notice: 'P3M',
    'exit-clause': true,
    'governing-law': 'NL',
    indemnity: 'ip',
    'support-tier': 'gold',
    covers: ['mail', 'app'],
    reseller: 'Twee B.V.',
  })
  const named = (name: string) => `party:named/deltaplan.yaml/${name}`
  expect(ties(plan, 'covered-by', 'supported-by', 'resold-by', 'operated-by', 'subcontracts-to', 'seated-in')).toEqual([
    'service:declared/mail covered-by contract:k',
    'workload:app covered-by contract:k',
    `contract:k supported-by ${named('een b.v.')}`,
    `contract:k resold-by ${named('twee b.v.')}`,
    'contract:k operated-by party:three',
    'service:declared/mail operated-by party:three',
    `contract:k subcontracts-to ${named('vier')}`,
    `${named('vier')} seated-in jurisdiction:nl`,
    `service:declared/mail subcontracts-to ${named('vier')}`,
    `${named('vier')} seated-in jurisdiction:nl`,
  ])
})

test('mitigations and answers carry their evidence and lapse by themselves', () => {
  const plan = {
    workloads: { a: {} },
    mitigations: { m: { on: ['a'], power: 'access', effect: 'reduces', evidence: 'report 1', expires: '2027-01-01' } },
    answers: { 'platform.x': { value: 2, by: 'Head of IT' }, 'people.y': { on: ['a'], value: false, evidence: 'report 2', expires: '2026-12-31' } },
  }
  expect(saysOf(plan, 'mitigation:m')).toEqual({ power: 'access', effect: 'reduces', evidence: 'report 1', expires: '2027-01-01' })
  expect(ties(plan, 'mitigated-by')).toEqual(['workload:a mitigated-by mitigation:m'])
  const answers = read(plan).claims.flatMap((claim) => (claim.claim === 'thing' && claim.says?.['answers'] ? [[claim.id, claim.says]] : []))
  expect(answers).toEqual([
    ['unit-of-organisation:self', { answers: ['platform.x=2'], 'answered-by': 'Head of IT' }],
    ['workload:a', { answers: ['people.y=false'], evidence: 'report 2', expires: '2026-12-31' }],
  ])
})

test('wrong input is answered with its line, what was expected and what was found', () => {
  const text = [
    'version: 2',
    'profil: care',
    'home: Nederland',
    'functions:',
    '  desk:',
    '    mtdp: PT4H',
    '    mtpd: 4 hours',
    'workloads:',
    '  app:',
    '    needs:',
    '      - { anyof: [x] }',
    '      - { atLeast: two, of: [x] }',
    '    targets: { platform: 5 }',
    'mitigations:',
    '  m: { on: [app], power: acces, effect: reduces }',
    'contracts: many',
    'services:',
    '  x: {}',
  ].join('\n')
  expect(told(text)).toEqual([
    '1 unexpected 1 2',
    '2 unknown-key profil profile',
    '3 unexpected NL (ISO 3166-1) Nederland',
    '6 unknown-key mtdp mtpd',
    '7 unexpected PT4H or P5D (ISO 8601) 4 hours',
    '11 unknown-key anyof anyOf',
    '12 unexpected number two',
    '13 unexpected 4 or less 5',
    '15 unexpected access | cut-off | export-control | interception | localisation | other | list acces',
    '16 unexpected mapping many',
  ])
})

test('one slip costs the smallest part that can be missed', () => {
  const text = 'version: 1\nworkloads:\n  a: { needs: [x, { atLeast: 0, of: [] }, y], serves: 3, title: A }\nservices: { x: {}, y: {} }'
  const { claims } = readText(text)
  expect(claims).toContainEqual(expect.objectContaining({ id: 'workload:a', name: 'A' }))
  expect(claims.flatMap((claim) => (claim.claim === 'link' && claim.role === 'needs' ? [[claim.to, claim.at[0]]] : []))).toEqual([
    ['service:declared/x', expect.objectContaining({ pointer: '/workloads/a/needs/0' })],
    ['service:declared/y', expect.objectContaining({ pointer: '/workloads/a/needs/2' })],
  ])
})

test('a secret is told and goes no further', () => {
  const fragment = readText('version: 1\ncontracts:\n  c: { supportTier: sk-not-a-real-secret-0123456789, notice: postgres://a:not-a-real-one@db/x }')
  expect(JSON.stringify(fragment)).not.toContain('not-a-real')
  expect(fragment.diagnostics.map((one) => [one.code, one.line])).toEqual([
    ['secret', 3],
    ['secret', 3],
  ])
})

test('one fault that is repeated is told a hundred times at most', () => {
  const { diagnostics } = read(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`key${at}`, 1])))
  expect(diagnostics.map((one) => one.code).filter((code) => code === 'unknown-key').length).toBe(100)
  expect(diagnostics.at(-1)).toMatchObject({ code: 'limit', values: { what: 'faults', limit: 100 } })
})

test('a file of the right name that holds something else is told', () => {
  expect(told('hello')).toEqual(['1 unexpected mapping hello'])
  expect(told('- a')).toEqual(['1 unexpected mapping list'])
  expect(told('')).toEqual([' nothing-inside'])
  expect(told('version: 1\n---\nversion: 1')).toEqual(['3 limit documents 1'])
})

test('keys that every object has of its own are ids like others', () => {
  const plan = 'version: 1\nfunctions:\n  constructor: { mtpd: PT1H }\nworkloads:\n  toString: { serves: [constructor], needs: [hasOwnProperty] }'
  expect(readText(plan).claims.flatMap((claim) => (claim.claim === 'link' ? [`${claim.from} ${claim.to}`] : []))).toEqual(['workload:tostring function:constructor'])
  expect(told(plan)).toEqual(['5 unknown-reference hasOwnProperty'])
})

test('what has the right form is read whole, whatever stands beside it', () => {
  const plan = deltaplan.parse({ version: 1, workloads: { a: { needs: ['x'] }, b: { title: 'B' } }, services: { x: { place: 'NL' } } })
  const junk = fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.array(fc.anything(), { maxLength: 2 }), fc.dictionary(fc.string(), fc.anything(), { maxKeys: 3 }))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('mtpd', 'colour', 'functions', 'teams', 'answers', 'dependsOn', 'thresholds'), junk), (beside) => {
      const { value } = readable(deltaplan, { ...beside, ...plan })
      expect(value?.workloads).toEqual(plan.workloads)
      expect(value?.services).toEqual(plan.services)
    }),
    { seed: 20261124, numRuns: 200 },
  )
})

test('the headings of one’s own lists are handed to all importers as far as they have the right form, and the rest is told', () => {
  const inventory = [{ file: 'lists/*.csv', columns: { name: 'Thing', owner: 'Boss' } }, { file: 'x', columns: {} }, 'y']
  const plan = sourceFile('deltaplan.yaml', stringify({ version: 1, settings: { inventory } }))
  expect(settingsOf([plan]).inventory).toEqual([{ file: 'lists/*.csv', columns: { name: 'Thing' } }])
  expect(deltaplanYaml.read(plan, alone).diagnostics.map((one) => one.code)).toEqual(['unknown-key', 'unexpected'])
})

test('profiles of Compose that the organisation switched on are handed to all importers', () => {
  const plan = (profiles: unknown) => sourceFile('deltaplan.yaml', stringify({ version: 1, settings: { composeProfiles: profiles } }))
  expect(settingsOf([plan(['a', 3, 'b', 'a'])]).composeProfiles).toEqual(['a', 'b'])
  expect(settingsOf([plan('a'), sourceFile('x.yaml', 'settings: { composeProfiles: [c] }')]).composeProfiles).toEqual([])
})

test('the published form names every key that is read, and no others', () => {
  const published = deltaplanSchema() as { readonly properties: object; readonly additionalProperties: boolean; readonly required: readonly string[] }
  expect(Object.keys(published.properties)).toEqual(Object.keys(deltaplan.shape))
  expect(published.additionalProperties).toBe(false)
  expect(published.required).toEqual(['version'])
  expect(JSON.stringify(published)).toContain('"$schema":"https://json-schema.org/draft/2020-12/schema"')
})

test('a criterion may have several answers, each of other things, and frameworks are chosen by their ids', () => {
  const answers = {
    'dora/exit-plan': [
      { value: 'yes', on: ['mail'], by: 'CISO' },
      { value: 2, on: ['party:faraway'], evidence: 'file' },
      { value: 'no', by: 'CISO' },
    ],
  }
  const { claims, diagnostics } = read({ frameworks: ['dora', 'bio2'], lei: '7245WATERLIJNBANK029', services: { mail: {} }, answers })
  expect(diagnostics).toEqual([])
  const given = claims.flatMap((claim) =>
    claim.claim === 'thing' && claim.says?.['answers'] ? [[claim.id, claim.says['answers'], claim.at.flatMap((origin) => (isFilePlace(origin) ? origin.pointer : []))[0]]] : [],
  )
  expect(given).toEqual([
    ['service:declared/mail', ['dora/exit-plan=yes'], '/answers/dora~1exit-plan/0'],
    ['party:faraway', ['dora/exit-plan=2'], '/answers/dora~1exit-plan/1'],
    ['unit-of-organisation:self', ['dora/exit-plan=no'], '/answers/dora~1exit-plan/2'],
  ])
  expect(saysOf({ frameworks: ['dora'], lei: '7245WATERLIJNBANK029' }, 'unit-of-organisation:self')).toMatchObject({ frameworks: ['dora'], lei: '7245WATERLIJNBANK029' })
})

test('a function says what a register of information asks of it besides', () =>
  expect(saysOf({ functions: { desk: { activity: 'x104', reasons: 'clients wait', assessed: '2026-05-01', impact: 'high' } } }, 'function:desk')).toEqual({
    activity: 'x104',
    reasons: 'clients wait',
    assessed: '2026-05-01',
    impact: 'high',
  }))
