import { beforeAll, describe, expect, test } from 'vitest'
import { assessmentForm } from '#assessment/assessment-schema.ts'
import { cellText, type Example, exampleOf } from './example.ts'
import { extractOf } from './extract.ts'

/** A municipality that rents nearly everything. What stands here by hand is its story; everything else is in the golden file. */

let town: Example
beforeAll(async () => {
  town = await exampleOf('municipality')
})

const active = (): readonly { readonly kind: string; readonly value: string }[] => town.assessment.dependencies.filter((one) => one.state === 'active')

test('every question is answered', () => expect(town.assessment.outcomes.filter((one) => one.outcome.status !== 'answered').map((one) => one.id)).toEqual([]))

test('it has the size of a small municipality', () => {
  const serving = town.assessment.workloads.filter((one) => one.groupedBy === 'declared')
  expect(serving.length).toBeGreaterThanOrEqual(20)
  expect(serving.length).toBeLessThanOrEqual(35)
})

test('the first sentence: of five critical functions three stop and two may', () =>
  expect(town.headline()).toMatchObject({ certain: 3, possible: 2, open: 0, all: { values: { count: 5 } }, party: { plain: 'Microsoft Corporation' } }))

describe('many names, few parties', () => {
  test('Microsoft stands behind eleven of fourteen functions, as itself and as the owner of others', () => {
    const [group] = town.rowsOf('concentration', 'concentration-group')
    expect(cellText(group?.cells[0])).toEqual(['Microsoft Corporation'])
    expect(group?.cells[1]).toMatchObject({ interval: { low: 11, high: 11 } })
    expect(town.rowsOf('overview', 'overview-functions')).toHaveLength(14)
  })

  test('it stops them by the cloud below a Dutch supplier, by the sign-in, and by the mail', () => {
    expect(town.stops('Microsoft Corporation').certain).toEqual(
      expect.arrayContaining(['Geboorte, overlijden en reisdocumenten', 'Vergunningen en toezicht', 'Kantoor en e-mail', 'Aanvragen en meldingen op internet']),
    )
    expect(town.stops('azure:westeurope', 'place').certain).toEqual(['Geboorte, overlijden en reisdocumenten', 'Vergunningen en toezicht'])
    expect(town.stops('Microsoft Entra ID', 'service').certain).toEqual(expect.arrayContaining(['Aanvragen en meldingen op internet', 'Vergunningen en toezicht']))
    expect(town.stops('oeverwolde-nl.mail.protection.outlook.com', 'service').certain).toEqual(['Kantoor en e-mail'])
  })

  test('two lines of one supplier are one', () => expect(town.stops('Koninklijke KPN N.V.').certain).toEqual(['Geboorte, overlijden en reisdocumenten', 'Kantoor en e-mail']))

  test('three name servers of one party are one, and what lies under the names stops with it', () =>
    expect(town.stops('team.blue NV').certain).toEqual(expect.arrayContaining(['Website', 'Aanvragen en meldingen op internet'])))

  test('a party that three lists name is one party', () => {
    for (const name of ['Aktewacht B.V.', 'Vergunhof B.V.', 'Wachtpeil Bediening B.V.'])
      expect(
        town.rowsOf('single-points', 'single-points-supplier').filter((row) => cellText(row.cells[0])[0] === name),
        name,
      ).toHaveLength(1)
  })
})

describe('what residents cannot do without', () => {
  test('the civil registry stops with its supplier and the register of the state: its fallback was tested and is too short', () => {
    for (const one of ['Aktewacht B.V.', 'Rijksdienst voor Identiteitsgegevens']) expect(town.stops(one).certain, one).toEqual(['Geboorte, overlijden en reisdocumenten'])
  })

  test('benefits stop with the bank alone: the order of last month stands in for the supplier', () => {
    expect(town.stops('BNG Bank N.V.')).toEqual({ certain: ['Uitkeringen betalen'], possible: [] })
    expect(town.stops('Bestaansdraad B.V.')).toEqual({ certain: [], possible: ['Zorg en jeugdhulp bij spoed'] })
  })

  test('permits have no fallback, and stop with their supplier', () => expect(town.stops('Vergunhof B.V.').certain).toEqual(['Vergunningen en toezicht']))

  test('the telephone stops with whoever holds the number, and not with the sign-in: there are emergency handsets', () => {
    expect(town.stops('Spraakdraad B.V.').certain).toEqual(['Bereikbaarheid per telefoon'])
    for (const one of ['Microsoft Corporation', 'Odido Group Holding B.V.', 'Koninklijke KPN N.V.']) {
      const { certain, possible } = town.stops(one)
      expect([...certain, ...possible], one).not.toContain('Bereikbaarheid per telefoon')
    }
  })

  test('crisis communication may stop: with a party that only a look-up in a zip shows, since its fallback was never tried', () =>
    expect(town.stops('Cloudflare, Inc.')).toEqual({ certain: [], possible: ['Crisiscommunicatie'] }))

  test('payroll and council stop with nobody: their fallback was tested and lasts longer', () => {
    const tables = ['supplier', 'service', 'parent', 'jurisdiction', 'place', 'component'].flatMap((level) => town.rowsOf('single-points', `single-points-${level}`))
    const stopped = new Set(tables.flatMap((row) => [...cellText(row.cells[1]), ...cellText(row.cells[2])]))
    expect(['Salarissen', 'Gemeenteraad en bekendmakingen'].filter((one) => stopped.has(one))).toEqual([])
  })

  test('a map, a payment and a reader aloud stop nothing, for somebody said how long they can be missed', () => {
    for (const one of ['Mollie B.V.', 'ReadSpeaker Holding B.V.', 'Kamer van Koophandel']) expect(town.stops(one), one).toEqual({ certain: [], possible: [] })
  })

  test('a certificate authority is missed when a certificate ends, not at once', () => expect(town.stops('Internet Security Research Group').certain).toEqual([]))
})

describe('leaving', () => {
  test('the host stops the site and no longer the forms, which were moved once', () => expect(town.stops('Polderrek Hosting B.V.').certain).toEqual(['Website']))

  test('of two servers that stand in for each other neither is a point, nor is what each runs on', () => {
    for (const one of ['DC-01', 'DC-02', 'HV-01', 'HV-02']) expect(town.stops(one, 'component'), one).toEqual({ certain: [], possible: [] })
  })

  test('one answer has expired, and is told as one that counts no longer', () => {
    const refused = town.assessment.outcomes
      .map((one) => JSON.stringify(one.outcome))
      .filter((text) => text.includes('5.20.06-dependency') && text.includes('evidence.refused.expired'))
    expect(refused.length).toBeGreaterThan(0)
  })

  test('the word about the payroll holds, and nobody vouches for the rest', () => {
    const words = new Map(town.rowsOf('evidence', 'evidence-completeness').map((row) => [cellText(row.cells[0])[0], cellText(row.cells[1])[0]] as const))
    expect([...words].filter(([, word]) => word === words.get('Salarissen')).map(([name]) => name)).toEqual(['Salarissen'])
    expect(town.contradictions().filter((text) => text.includes(town.assessment.evidenceDigest))).toEqual([])
  })
})

/** Parts of names that stand in some file and are nothing the municipality leans on. */
const traps = [
  'sqs.',
  'dkr.ecr',
  'aws',
  'ingest.us.sentry.io',
  'blob.core.windows.net',
  'algolia',
  'matomo',
  'google-analytics',
  'sendgrid',
  'example.org',
  'us-west-2',
  'elb.amazonaws.com',
  'openai',
  'vpn gateway',
  'application gateway',
  'playwright',
  'mcr.microsoft.com',
  'decos',
  'oracle',
  'buitenbeeld',
  'afsprakenplanner',
]

describe('what a careful reader sees through', () => {
  test.each(traps)('%s is nothing in use', (trap) => expect(active().filter((one) => one.value.toLowerCase().includes(trap))).toEqual([]))

  test('what is switched off is listed as that, and so is the country it would be in', () => {
    const off = town.assessment.dependencies.filter((one) => one.state === 'inactive').map((one) => one.value)
    expect(off).toEqual(expect.arrayContaining(['AWS SQS', 'Azure VPN Gateway', 'Algolia', 'aws:eu-west-1', 'IE']))
    expect(active().flatMap((one) => (one.kind === 'location-country' ? [one.value] : []))).toEqual(['NL'])
  })

  test('what only proves an old errand stops nothing', () => {
    for (const one of ['Google LLC', 'Meta Platforms, Inc.']) expect(town.stops(one), one).toEqual({ certain: [], possible: [] })
  })

  test.each([
    ['kubernetes/sjabloon/meldingen.yaml', 'unreadable'],
    ['formulieren/voorbeeld.env', 'not-understood'],
    ['website/.env', 'secret'],
    ['suppliers.csv', 'unmatched-name'],
  ])('%s is told: %s', (file, code) => expect(town.assessment.diagnostics.filter((one) => one.file === file).map((one) => one.code)).toContain(code))

  test('an unfinished merge is told with its line, and the rest of the namespace is there', () => {
    expect(town.assessment.diagnostics.find((one) => one.file === 'kubernetes/zaakgericht/notificaties.yaml')).toMatchObject({ code: 'unreadable', severity: 'error', line: 15 })
    expect(active().map((one) => one.value)).toEqual(expect.arrayContaining(['docker.io/openzaak/open-zaak:1.22.0', 'quay.io/keycloak/keycloak:26.7.2']))
  })

  test('names of people and the password stand in no output', () => {
    const people = /Palingvanger|Pennenlikker|Zegelaar|Stempelkussen|Bouwlust|Beursgat|Zandhaver|Wannenmaker|06-1234|Duinroosje/
    for (const [name, text] of Object.entries(town.pages)) expect(people.test(text), name).toBe(false)
  })
})

describe('what nobody knows is not made up', () => {
  test('of the bridges nobody said how long they can be missed, and so nothing is certain', () => {
    expect(town.stops('Wachtpeil Bediening B.V.')).toEqual({ certain: [], possible: ['Bruggen en gemalen'] })
  })

  test('services without a known supplier are told as that', () => {
    const opaque = town.rowsOf('opacity', 'opacity-things').filter((row) => cellText(row.cells[1])[0] === 'no party known behind it')
    expect(opaque.map((row) => cellText(row.cells[0])[0])).toEqual(expect.arrayContaining(['Parkeervergunningen', 'Begraafplaatsadministratie', 'Enquêtetool']))
  })

  test('a name at which the municipality itself answers is nobody’s service', () => {
    const services = town.rowsOf('single-points', 'single-points-service').flatMap((row) => cellText(row.cells[0]))
    expect(services.filter((name) => name.endsWith('oeverwolde.nl'))).toEqual([])
  })
})

describe('the outputs', () => {
  test('the limits hold', () => expect(town.assessment.thresholds.filter((one) => !one.passed)).toEqual([]))

  test('the assessment has its published form after a journey through JSON', () => expect(assessmentForm.safeParse(JSON.parse(town.pages.json)).error?.issues ?? []).toEqual([]))

  test('the same files give the same bytes', async () => expect((await exampleOf('municipality')).pages.json === town.pages.json).toBe(true))

  test('what can be read of the assessment is golden', async () => expect(extractOf(town)).toMatchFileSnapshot('municipality/assessment.txt'))

  test('the summary is golden', async () => expect(town.pages['terminal in Dutch']).toMatchFileSnapshot('municipality/summary-nl.txt'))
})
