import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readKnowledge } from '#knowledge/knowledge.ts'
import type { Incident, Scenario } from '#knowledge/schema-scenarios.ts'
import { knowledgeFiles } from '#workspace/knowledge-files.ts'
import { jeffreys } from './jeffreys.ts'

/** What the scenarios and incidents of `data/` hold to, and that the page about them tells the same. */

const root = join(import.meta.dirname, '..')
const { knowledge } = readKnowledge(knowledgeFiles(join(root, 'data')).files)
const incidents = [...knowledge.incidents]
const scenarios = [...knowledge.scenarios]
const names = scenarios.map(([id]) => id)
const scenario = (id: string): Scenario => knowledge.scenarios.get(id) as Scenario

const isRead = ({ sources }: Pick<Scenario, 'sources'>): boolean => sources.some(({ level }) => level === 'verified' || level === 'secondary')
const texts = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? ('en' in value || 'nl' in value ? [value] : Object.values(value).flatMap(texts)) : []

/** The middle of the hours an incident took, on the scale of a lognormal; nothing where it never ended or nobody told. */
function middle({ hours }: Incident): number | undefined {
  return hours === undefined || hours === 'lasting' ? undefined : Math.sqrt(hours.low * hours.high)
}

describe('the scenarios', () => {
  test('are at least sixteen, and lean on at least thirty incidents', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(16)
    expect(incidents.length).toBeGreaterThanOrEqual(30)
  })

  test.each(names)('%s was read up on, or says that it is a judgement', (id) => {
    const one = scenario(id)
    expect(isRead(one) || one.frequency.basis === 'judged' || one.calibration.some((name) => isRead(knowledge.incidents.get(name) as Incident))).toBe(true)
  })

  test.each(scenarios.filter(([, one]) => one.frequency.basis === 'judged').map(([id]) => id))('%s says that nobody could count it', (id) =>
    expect(JSON.stringify(scenario(id).frequency.why)).toMatch(/nobody c|not counted|no count|nobody counts|never become known/),
  )

  test.each(scenarios.filter(([, one]) => one.frequency.basis === 'counted').map(([id]) => id))('%s shows its sum, and its interval is no narrower than that allows', (id) => {
    const { frequency, perYear } = scenario(id)
    for (const language of ['en', 'nl'] as const) {
      const why = typeof frequency.why === 'string' ? frequency.why : frequency.why[language]
      const [, events = '', things = '', years = ''] = /(\d+) ÷ \((\d+) × ([\d.]+)\)/.exec(why) ?? []
      const exposure = Number(things) * Number(years)
      // Intervals are rounded to two digits.
      expect(perYear.low).toBeLessThanOrEqual(jeffreys(0.05, Number(events), exposure) * 1.05)
      expect(perYear.high).toBeGreaterThanOrEqual(jeffreys(0.95, Number(events), exposure) * 0.99)
    }
  })

  test.each(names)('%s lasts as long as what it is calibrated on did, in at least half of the cases', (id) => {
    const { calibration, hours } = scenario(id)
    const known = calibration.flatMap((name) => middle(knowledge.incidents.get(name) as Incident) ?? [])
    if (hours === undefined || known.length === 0) return
    expect(known.filter((one) => one >= hours.low && one <= hours.high).length).toBeGreaterThanOrEqual(known.length / 2)
  })

  test.each(names)('%s is told early enough or late enough to fit what it is calibrated on, in at least half of the cases', (id) => {
    const { calibration, noticeDays } = scenario(id)
    const known = calibration.flatMap((name) => knowledge.incidents.get(name)?.noticeDays ?? [])
    expect(known.filter((one) => one >= noticeDays.low && one <= noticeDays.high).length).toBeGreaterThanOrEqual(known.length / 2)
  })

  test.each(scenarios.filter(([, one]) => one.losesData.high > 0).map(([id]) => id))('%s says why data may be lost with it, and that this is a judgement', (id) =>
    expect(JSON.stringify(scenario(id).losesData.why)).toMatch(/judgement|nobody count|of few/i),
  )

  test('count no event twice', () => {
    const used = scenarios.flatMap(([, one]) => one.calibration)
    expect(used.filter((one, at) => used.indexOf(one) !== at)).toEqual([])
  })

  test('speak of the thing that they happen to', () => {
    const silent = scenarios.filter(([, { what }]) => !(typeof what === 'string' ? [what] : [what.en, what.nl]).every((text) => text.includes('$thing')))
    expect(silent.map(([id]) => id)).toEqual([])
  })
})

test('every text of scenarios and incidents is there in both languages', () => {
  const isBare = (text: unknown): boolean => Object.values(text as Record<string, string>).filter((words) => words.trim() !== '').length !== 2
  const bare = [...scenarios, ...incidents].filter(([, one]) => typeof one.title === 'string' || texts(one).some(isBare))
  expect(bare.map(([id]) => id)).toEqual([])
})

describe('docs/scenarios.md', () => {
  const page = readFileSync(join(root, 'docs/scenarios.md'), 'utf8')
  const span = ({ low, high }: { readonly low: number; readonly high: number }): string => (low === high ? `${low}` : `${low} – ${high}`)
  const share = ({ low, high }: Scenario['lasting']): string => (low === 1 ? 'for good' : high === 0 ? '' : `${span({ low: low * 100, high: high * 100 })} % for good`)

  /** What the table says of a scenario: how often, how long or how much, whether data is lost, told when, on what basis. */
  function row(id: string, { perYear, hours, lasting, multiple, losesData, noticeDays, frequency }: Scenario): string {
    const length = [hours && `${span(hours)} h`, share(lasting), multiple && `${span(multiple)} times`].filter((text) => text)
    const lost = losesData.high === 0 ? '—' : `${span({ low: losesData.low * 100, high: losesData.high * 100 })} %`
    return `| \`${id}\` | ${span(perYear)} | ${length.join('; ') || '—'} | ${lost} | ${noticeDays.high === 0 ? 'none' : span(noticeDays)} | ${frequency.basis} |`
  }

  test('has one row for each scenario, with its figures', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| `'))
    expect(rows).toEqual(scenarios.map(([id, one]) => row(id, one)))
  })
})
