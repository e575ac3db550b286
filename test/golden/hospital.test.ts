import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { assess } from '#assessment/assess.ts'
import type { Assessment } from '#assessment/assessment.ts'
import { assessmentForm } from '#assessment/assessment-schema.ts'
import type { Block, Cell, Row } from '#findings/block.ts'
import type { Message } from '#lang/message.ts'
import { html } from '#reports/html/index.ts'
import { json } from '#reports/json.ts'
import { terminal } from '#reports/terminal/index.ts'
import { speaker } from '#words/say.ts'
import { requestOf } from '#workspace/assess-folder.ts'

/** The demo, from its files to its reports. What stands here by hand is its story; everything else is in the golden files. */

const root = join(import.meta.dirname, '..', '..', 'examples', 'hospital')
const request = { root, asOf: '2026-11-24', ownKnowledge: undefined }

let hospital: Assessment
let pages: Readonly<Record<string, string>>

beforeAll(async () => {
  hospital = await assess(requestOf(request))
  pages = {
    json: json.render(hospital, { language: 'en' }),
    'html in Dutch': html.render(hospital, { language: 'nl' }),
    'html in English': html.render(hospital, { language: 'en' }),
    'terminal in Dutch': terminal.render(hospital, { language: 'nl' }),
    'terminal in English': terminal.render(hospital, { language: 'en' }),
  }
})

const english = speaker('en')
const cellText = (cell: Cell | undefined): readonly string[] => {
  if (cell === undefined) return []
  return 'text' in cell ? [english.say(cell.text)] : 'list' in cell ? cell.list.map((one: Message) => english.say(one)) : 'date' in cell ? [cell.date] : []
}

const blocksOf = (id: string): readonly Block[] => {
  const outcome = hospital.outcomes.find((one) => one.id === id)?.outcome
  return outcome?.status === 'answered' ? outcome.blocks : []
}

const rowsOf = (analysis: string, table: string): readonly Row[] => blocksOf(analysis).flatMap((block) => (block.kind === 'table' && block.id === table ? block.rows : []))

/** What surely and what perhaps stops when a supplier falls away. */
function stops(supplier: string): { readonly certain: readonly string[]; readonly possible: readonly string[] } {
  const row = rowsOf('single-points', 'single-points-supplier').find((one) => cellText(one.cells[0])[0] === supplier)
  return { certain: cellText(row?.cells[1]), possible: cellText(row?.cells[2]) }
}

const contradictions = (): readonly string[] =>
  blocksOf('evidence').flatMap((block) => (block.kind === 'list' && block.primary === true ? block.items.map((item) => english.say(item.text)) : []))

test('every question is answered', () => expect(hospital.outcomes.filter((one) => one.outcome.status !== 'answered')).toEqual([]))

test('the first sentence: of eight critical functions four stop, two may, and of one nobody knows', () => {
  const headline = blocksOf('overview').find((block) => block.kind === 'text' && block.role === 'headline')
  const values = headline?.kind === 'text' && 'values' in headline.text ? headline.text.values : {}
  expect(values).toMatchObject({ certain: 4, possible: 2, open: 1, all: { values: { count: 8 } } })
})

describe('what a single supplier stops', () => {
  test('the maker of the patient record stops medication, theatres and wards', () =>
    expect(stops('Zorgdossier Noord B.V.').certain).toEqual(
      expect.arrayContaining(['Medicatie voorschrijven, bewaken en toedienen', 'Operatiekamers', 'Verpleegafdelingen', 'Polikliniek en afspraken']),
    ))

  test('Cloudflare stops the portal and those who are measured at home', () =>
    expect(stops('Cloudflare, Inc.').certain).toEqual(expect.arrayContaining(['Patiëntenportaal', 'Thuismonitoring (virtuele afdeling)'])))

  test('the laboratory may stop, for nobody ever tried its fallback', () =>
    expect(stops('Meetwaarde Labsystemen B.V.')).toEqual({ certain: [], possible: ['Klinisch laboratorium'] }))

  test('the emergency department, payroll and rosters stop with nobody: their fallback was tested and lasts longer', () => {
    const tables = ['supplier', 'service', 'parent', 'jurisdiction', 'law', 'place', 'component'].flatMap((level) => rowsOf('single-points', `single-points-${level}`))
    const stopped = new Set(tables.flatMap((row) => [...cellText(row.cells[1]), ...cellText(row.cells[2])]))
    expect(['Spoedeisende hulp', 'Salarissen', 'Roosters'].filter((one) => stopped.has(one))).toEqual([])
  })

  test('of two lines and two ways to telephone neither is a single point', () => {
    for (const one of ['KPN', 'Koninklijke KPN N.V.', 'Eurofiber Group B.V.', 'Odido Group Holding B.V.']) expect(stops(one), one).toEqual({ certain: [], possible: [] })
  })

  test('of two ways to send a reminder neither is a single point', () => {
    for (const one of ['Twilio Inc.', 'CM.com N.V.']) expect(stops(one).certain, one).toEqual([])
  })

  test('a name that only answers within the walls is no service of others, and of four nodes of which three are enough none stops anything', () => {
    expect(
      rowsOf('single-points', 'single-points-service')
        .flatMap((row) => cellText(row.cells[0]))
        .filter((name) => name.endsWith('.internal')),
    ).toEqual([])
    const nodes = rowsOf('single-points', 'single-points-component').filter((row) => /^zorg-\d$/.test(cellText(row.cells[0])[0] ?? ''))
    expect(nodes).toEqual([])
    expect(hospital.workloads.find((one) => one.id === 'workload:care-cluster')?.units).toBeGreaterThanOrEqual(4)
  })

  test('who only mends a thing stops nothing within hours', () => expect(stops('Belkoord Zorgtechniek B.V.').certain).not.toContain('Verpleegafdelingen'))
})

describe('what contradicts itself', () => {
  test('the pictures have to stay at home and lie in Germany', () =>
    expect(contradictions().find((text) => text.startsWith('Radiologische beelden'))).toMatch(/Netherlands.*Germany/))

  test('the word about the office has lapsed, and three others hold', () => {
    const standing = rowsOf('evidence', 'evidence-completeness').map((row) => [cellText(row.cells[0])[0], cellText(row.cells[1])[0]] as const)
    const words = new Map(standing)
    const holding = ['Spoedeisende hulp', 'Roosters', 'Salarissen'].map((one) => words.get(one))
    expect(new Set(holding).size).toBe(1)
    expect(words.get('Kantoor en e-mail')).not.toBe(holding[0])
    expect(contradictions().filter((text) => text.includes(hospital.evidenceDigest))).toHaveLength(1)
  })
})

/** Parts of names that stand in some file and are nothing the hospital leans on. */
const traps = [
  'healthcare.googleapis.com',
  'google/cloud-sdk',
  's3.us-east-1.amazonaws.com',
  'us-east-1.elb.amazonaws.com',
  'sqs.eu-west-1.amazonaws.com',
  's3.eu-west-1.amazonaws.com',
  's3.us-west-2.amazonaws.com',
  'sentry',
  'gcr.io',
  'zdwsigninold',
  'cloudnative-pg/postgresql:13',
  'example.com',
  'your-tenant',
  'matomo',
  'b2clogin',
  'hl7.org',
  'nictiz.nl',
  'w3.org',
  'gserviceaccount',
  'beeldbewaring-mover',
  'onderzoek-notebook',
  'azure cache for redis',
  'aws sqs',
  'pub/sub',
]

describe('what a careful reader sees through', () => {
  test.each(traps)('%s is nothing in use', (trap) => {
    expect(hospital.dependencies.filter((one) => one.state === 'active' && one.value.toLowerCase().includes(trap))).toEqual([])
  })

  test('what is switched off is listed as that', () => {
    const off = hospital.dependencies.filter((one) => one.state === 'inactive').map((one) => one.value)
    expect(off).toEqual(expect.arrayContaining(['healthcare.googleapis.com', 'sqs.eu-west-1.amazonaws.com', 'gcr.io', 'Azure Cache for Redis']))
  })

  test('the stand-in of the test overlay is nobody’s cloud', () => {
    const clouds = hospital.dependencies.filter((one) => one.state === 'active' && ['cloud-service', 'provider', 'region'].includes(one.kind))
    expect(clouds.flatMap((one) => one.evidence.map((place) => place.file)).filter((file) => file.includes('overlays/'))).toEqual([])
  })

  test.each([
    ['kubernetes/cluster/network-policies.json', 'unreadable'],
    ['kubernetes/monitoring/loki-values.yaml', 'not-understood'],
    ['imaging/env.example', 'not-understood'],
    ['sbom/vex-2026-10.cdx.json', 'no-dependency'],
    ['imaging/imaging.env', 'secret'],
    ['suppliers.csv', 'unmatched-name'],
  ])('%s is told: %s', (file, code) => expect(hospital.diagnostics.filter((one) => one.file === file).map((one) => one.code)).toContain(code))

  test('the password stands in no output', () => {
    for (const [name, text] of Object.entries(pages)) expect(/Zuiderzee|(?<![\d.])7719(?!\d)/.test(text), name).toBe(false)
  })
})

describe('the outputs', () => {
  test('the limits hold, so that the demo ends well', () => {
    expect(hospital.thresholds.length).toBeGreaterThan(0)
    expect(hospital.thresholds.filter((one) => !one.passed)).toEqual([])
  })

  test('the assessment has its published form after a journey through JSON', () =>
    expect(assessmentForm.safeParse(JSON.parse(pages['json'] ?? '')).error?.issues ?? []).toEqual([]))

  test('both languages say what there is to say', () => {
    for (const name of ['html in Dutch', 'terminal in Dutch']) expect(pages[name], name).toMatch(/kritieke functies/)
    for (const name of ['html in English', 'terminal in English']) expect(pages[name], name).toMatch(/critical functions/)
  })

  test('the same files give the same bytes', async () => expect(json.render(await assess(requestOf(request)), { language: 'en' })).toBe(pages['json']))

  test('the assessment is the golden one', async () => expect(pages['json']).toMatchFileSnapshot('hospital/assessment.json'))

  test('the report is the golden one', async () => expect(pages['html in Dutch']).toMatchFileSnapshot('hospital/report-nl.html'))
})
