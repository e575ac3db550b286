import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { assessmentForm } from '#assessment/assessment-schema.ts'
import type { Measure, Row } from '#findings/block.ts'
import { registerCsv } from '#reports/register-csv.ts'
import { speaker } from '#words/say.ts'
import { cellText, type Example, exampleOf, type Stops } from './example.ts'
import { extractOf } from './extract.ts'

/** The bank: a register in order, and what it cannot show. What stands here by hand is its story; the golden files hold the rest. */

let bank: Example
beforeAll(async () => {
  bank = await exampleOf('bank')
})

const english = speaker('en')
const stops = (name: string, level?: string): Stops => bank.stops(name, level)
const rowOf = (analysis: string, table: string, first: string): Row | undefined => bank.rowsOf(analysis, table).find((row) => cellText(row.cells[0])[0] === first)

test('the first sentence: of nine critical functions seven stop, one may, and of none nobody knows', () => {
  expect(bank.headline()).toMatchObject({ certain: 7, possible: 1, open: 0, all: { values: { count: 9 } }, party: { plain: 'Kyndryl Nederland B.V.' }, count: 4 })
})

describe('what a single supplier stops within its MTPD', () => {
  test('who runs the mainframe stops payments, instant payments, the app and the file for the deposit guarantee', () =>
    expect(stops('Kyndryl Nederland B.V.').certain.toSorted()).toEqual(['Betalen', 'Individueel klantbeeld (depositogarantie)', 'Instant payments', 'Internetbankieren en app']))

  test('those behind it by rank may, since nobody says what their part is', () => {
    for (const one of ['Nachtploeg Mainframe Sp. z o.o.', 'Tapewerk Pvt. Ltd.'])
      expect(stops(one), one).toMatchObject({ certain: [], possible: expect.arrayContaining(['Betalen']) })
  })

  test('the card processor stops cards: the fallback was tested, and lasts half as long as it would have to', () =>
    expect(stops('Fidelity National Information Services, Inc.').certain).toEqual(['Kaarten']))

  test('screening customers stops with its supplier and with Microsoft', () => {
    for (const one of ['Klantkeur B.V.', 'Microsoft Ireland Operations Limited']) expect(stops(one).certain, one).toContain('Klantacceptatie (KYC)')
  })

  test('the treasury and the payroll stop with nobody', () => {
    const tables = ['supplier', 'service', 'parent', 'jurisdiction', 'law', 'place', 'component'].flatMap((level) => bank.rowsOf('single-points', `single-points-${level}`))
    const stopped = new Set(tables.flatMap((row) => [...cellText(row.cells[1]), ...cellText(row.cells[2])]))
    expect(['Treasury en liquiditeit', 'Salarissen'].filter((one) => stopped.has(one))).toEqual([])
  })
})

describe('a second way', () => {
  test('in either of two lines and in either of two houses for prices is one, though the register names both', () => {
    for (const one of ['Koninklijke KPN N.V.', 'VodafoneZiggo Group Holding B.V.', 'LSEG Data and Risk Limited', 'Bloomberg L.P.'])
      expect(stops(one), one).toEqual({ certain: [], possible: [] })
  })

  test('of instant payments is none above two companies: neither stops them, and their owner may', () => {
    for (const one of ['Amazon Web Services EMEA SARL', 'AWS European Sovereign Cloud GmbH'])
      expect([...stops(one).certain, ...stops(one).possible], one).not.toContain('Instant payments')
    expect(stops('Amazon.com, Inc.', 'parent').possible).toContain('Instant payments')
  })

  test('of the app is none where customers sign in', () => {
    for (const one of ['PaaS (VSB-006-A)', 'PaaS (VSB-007)']) expect(stops(one, 'service').certain, one).not.toContain('Internetbankieren en app')
    expect(stops('Microsoft Entra External ID', 'service').certain).toContain('Internetbankieren en app')
    expect(stops('Microsoft Corporation').certain).toContain('Internetbankieren en app')
  })

  test('of telling customers that they have to confirm is one: a sign on the phone, or a text message', () => {
    for (const one of ['Google LLC', 'CM.com N.V.']) expect(stops(one).certain, one).toEqual([])
  })

  test('of the data centres holds for cards, and not for a cluster of which five of six machines have to stand', () => {
    for (const one of ['Facilities and hosting, no cloud (VSB-012)', 'Facilities and hosting, no cloud (VSB-013)']) {
      expect(stops(one, 'service').certain, one).toEqual(expect.arrayContaining(['Betalen', 'Fraudedetectie']))
      expect(stops(one, 'service').certain, one).not.toContain('Kaarten')
    }
  })

  test('of scoring fraud is one: neither the model’s host nor the platform of its caller stops it', () => {
    for (const one of ['Amazon Web Services, Inc.', 'STACKIT GmbH & Co. KG']) expect(stops(one).certain, one).not.toContain('Fraudedetectie')
  })
})

describe('concentration', () => {
  const shareOf = (table: string, name: string): number => {
    const cell = rowOf('concentration', table, name)?.cells[2]
    return cell !== undefined && 'interval' in cell ? cell.interval.low : 0
  }

  test('under one owner, by three names, is more than any of the names shows', () => {
    const names = ['IBM Nederland B.V.', 'Red Hat, Inc.', 'HashiCorp, Inc.'].map((one) => shareOf('concentration-supplier', one))
    expect(Math.min(...names)).toBeGreaterThan(0)
    expect(shareOf('concentration-group', 'International Business Machines Corporation')).toBeGreaterThan(Math.max(...names))
  })

  test.each(['Kyndryl Holdings, Inc.', 'Microsoft Corporation', 'International Business Machines Corporation'])('half or more hangs on %s', (group) =>
    expect(shareOf('concentration-group', group)).toBeGreaterThan(0.5),
  )

  test('those who only own are no suppliers', () => {
    const suppliers = bank.rowsOf('concentration', 'concentration-supplier').flatMap((row) => cellText(row.cells[0]))
    expect(suppliers).not.toEqual(expect.arrayContaining(['Kyndryl, Inc.']))
    expect(suppliers).not.toEqual(expect.arrayContaining(['Digital Realty Trust, Inc.']))
  })

  test('a parent that was announced is told beside those who own today', () =>
    expect(cellText(rowOf('exposure', 'exposure-owners', 'VodafoneZiggo Group Holding B.V.')?.cells[1])).toEqual([
      'Liberty Global Ltd. (50%)',
      'Vodafone Group Plc (50%)',
      'Ziggo Group (to be formed) (announced, not so yet)',
    ]))
})

describe('what contradicts itself', () => {
  test('scored payments have to stay in the Netherlands and Germany, and the model lies in London', () =>
    expect(bank.contradictions().find((text) => text.startsWith('Betalingen met hun fraudescore'))).toMatch(/Netherlands and Germany.*United Kingdom/))

  test('the words of the treasurer and of the head of personnel hold', () =>
    expect(bank.contradictions().filter((text) => text.includes(bank.assessment.evidenceDigest))).toEqual([]))

  test('a test that is more than a year old no longer counts, nor do keys that were to be outside', () => {
    expect(bank.pages.json).toContain('evidence.refused.expired')
    expect(bank.assessment.dependencies.filter((one) => one.state === 'active').map((one) => one.value)).toContain('Azure Managed HSM')
  })

  test('a contract that has ended is told as that', () => expect(cellText(rowOf('contracts', 'contracts-agreements', 'VSB-011')?.cells[2])).toEqual(['2026-08-31']))
})

describe('held against DORA', () => {
  const criterion = (id: string): Row | undefined => bank.rowsOf('frameworks', 'dora-criteria').find((row) => cellText(row.cells[0])[0]?.includes(`(${id}`) === true)
  const levelOf = (id: string): unknown => {
    const cell = criterion(id)?.cells[1]
    return cell !== undefined && 'interval' in cell ? cell.interval : undefined
  }

  test('what is settled, what is narrowed and what is open add up', () => {
    const measures = bank.blocksOf('frameworks').flatMap((block): readonly Measure[] => (block.kind === 'measures' ? block.measures : []))
    const counted = measures.filter((one) => one.of !== undefined)
    expect(counted.map((one) => english.say(one.label))).toEqual([
      'Questions answered (a criterion, asked of one workload)',
      'Narrowed: something is ruled out',
      'Open: nothing is ruled out',
    ])
    expect(counted.reduce((sum, one) => sum + one.interval.low, 0)).toBe(counted[0]?.of)
  })

  test('one function was never judged, one contract gives no right of audit, and one exit plan was never tried', () => {
    expect(levelOf('criticality')).toEqual({ low: 0, high: 0 })
    expect(levelOf('audit-rights')).toEqual({ low: 0, high: 0 })
    expect(levelOf('exit-tested')).toEqual({ low: 0, high: 1 })
  })

  test('an exit plan is asked of services, and not of an operating system', () => expect(cellText(criterion('exit-tested')?.cells[5])).not.toContain('Debian'))

  const registerLines = (name: string): readonly string[] =>
    readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'bank', 'register', name), 'utf8')
      .trim()
      .split('\n')
      .toSorted()
  const written = (table: string): readonly string[] => registerCsv('', table).render(bank.assessment, { language: 'en' }).trim().split('\r\n').toSorted()

  test('B_06.01 comes out as it went in', () => expect(written('b-06.01')).toEqual(registerLines('b_06.01.csv')))

  test('B_07.01 comes out as it went in, and asks for the services that were never assessed', () => {
    const [out, known] = [written('b-07.01'), registerLines('b_07.01.csv')]
    expect(known.filter((line) => !out.includes(line))).toEqual([])
    expect(out.filter((line) => !known.includes(line)).map((line) => line.split(',')[0])).toEqual(['VSB-020', 'VSB-022', 'VSB-024', 'VSB-025'])
  })
})

/** Parts of names that stand in some file and are nothing the bank leans on. */
const traps = [
  'AWS ElastiCache',
  'AWS DynamoDB',
  'AWS SQS',
  'aws:us-east-1',
  'sqs.us-east-2',
  'api.openai.com',
  'sentry',
  'ghcr.io',
  'launchdarkly',
  'localstack',
  'redpanda',
  'mailpit',
  'veerstoep.example',
  'schakelpost.example',
]

describe('what a careful reader sees through', () => {
  test.each(traps)('%s is nothing in use', (trap) => {
    expect(bank.assessment.dependencies.filter((one) => one.state === 'active' && one.value.toLowerCase().includes(trap.toLowerCase()))).toEqual([])
  })

  test('a file in UTF-16 is read', () => {
    const read = bank.assessment.dependencies.filter((one) => one.evidence.some((place) => place.file === 'terraform/app-azure/terraform.tfstate')).map((one) => one.value)
    expect(read).toEqual(expect.arrayContaining(['Azure Kubernetes Service', 'Azure Managed HSM', 'azure:westeurope']))
  })

  test('what lies in an archive is read, with the place in it', () => {
    const read = bank.assessment.dependencies.filter((one) => one.evidence.some((place) => place.file.startsWith('handover/fraud-model-2026-09.tar.gz')))
    expect(read.map((one) => one.value)).toEqual(expect.arrayContaining(['aws:eu-west-2', 'intfloat/multilingual-e5-base', 'veerstoep-fraud-2026-09']))
  })

  test('a file that was cut off is told with its line, read up to there, and the rest is assessed', () => {
    const file = 'terraform/edge/terraform.tfstate'
    expect(bank.assessment.diagnostics.filter((one) => one.file === file)).toMatchObject([{ code: 'unreadable', severity: 'error', line: 60 }])
    expect(bank.assessment.dependencies.some((one) => one.value === 'Akamai' && one.state === 'active' && one.evidence.some((place) => place.file === file))).toBe(true)
    expect(bank.assessment.outcomes.filter((one) => one.outcome.status !== 'answered')).toEqual([])
  })

  test('what the EBA would reject the register for is told', () => {
    const told = bank.assessment.diagnostics
      .filter((one) => one.file?.startsWith('register/') === true && one.severity !== 'note')
      .map((one) => `${one.code} ${one.file}:${one.line}`)
    expect(told).toEqual(['unexpected register/FilingIndicators.csv:7', 'unknown-reference register/b_03.01.csv:20'])
  })

  test('a person who does business in their own name stands in no output', () => {
    for (const [name, text] of Object.entries(bank.pages)) expect(/Testpersoon|FAKE-ID/.test(text), name).toBe(false)
  })
})

describe('the outputs', () => {
  test('the limits hold, so that the example ends well', () => {
    expect(bank.assessment.thresholds.length).toBeGreaterThan(0)
    expect(bank.assessment.thresholds.filter((one) => !one.passed)).toEqual([])
  })

  test('the assessment has its published form after a journey through JSON', () => expect(assessmentForm.safeParse(JSON.parse(bank.pages.json)).error?.issues ?? []).toEqual([]))

  test('both languages say what there is to say, services of the register too', () => {
    const told = {
      'html in Dutch': [/kritieke functies/, /ICT-beheer en -onderhoud\s+\(VSB-001\)/],
      'terminal in Dutch': [/kritieke functies/, /ICT-beheer en -onderhoud\s+\(VSB-001\)/],
      'html in English': [/critical functions/, /ICT operation and maintenance\s+\(VSB-001\)/],
      'terminal in English': [/critical functions/, /ICT operation and maintenance\s+\(VSB-001\)/],
    } as const
    for (const [name, texts] of Object.entries(told)) for (const text of texts) expect(bank.pages[name as keyof typeof told], name).toMatch(text)
  })

  test('the same files give the same bytes', async () => expect((await exampleOf('bank')).pages.json === bank.pages.json).toBe(true))

  test('what can be read of the assessment is golden', async () => expect(extractOf(bank)).toMatchFileSnapshot('bank/assessment.txt'))

  test('the summary is golden', async () => expect(bank.pages['terminal in Dutch']).toMatchFileSnapshot('bank/summary-nl.txt'))
})
