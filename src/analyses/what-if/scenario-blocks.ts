import type { Block } from '#findings/block.ts'
import { noProof } from '#findings/evidence.ts'
import { inWords, type Knowledge } from '#knowledge/knowledge.ts'
import type { Scenario } from '#knowledge/schema-scenarios.ts'
import { message, plain } from '#lang/message.ts'
import { inBoth } from '../proof-of.ts'

const hoursPerDay = 24

/**
 * What a scenario supposes, how often, for how long, and which incidents its figures lean on.
 *
 * @param thing what it happens to; left out where that may be several things
 */
export function scenarioBlocks(knowledge: Knowledge, { id, scenario }: { readonly id: string; readonly scenario: Scenario }, thing: Titled = someThing): readonly Block[] {
  const at = scenario.sources.map((source) => ({ fact: `scenarios/${id}`, url: source.url, read: source.read, verified: source.level !== 'unverified' }))
  const proof = { steps: [], at }
  const lasts = scenario.hours === undefined ? { low: Number.POSITIVE_INFINITY, high: Number.POSITIVE_INFINITY } : scenario.hours
  const basis = 'known' as const
  return [
    { kind: 'text', text: inBoth(filled(scenario.what, thing)), proof },
    {
      kind: 'measures',
      title: message('what-if.scenario'),
      measures: [
        { label: message('what-if.per-year'), interval: scenario.perYear, unit: 'per-year', basis, proof },
        { label: message('what-if.notice'), interval: { low: scenario.noticeDays.low * hoursPerDay, high: scenario.noticeDays.high * hoursPerDay }, unit: 'hours', basis, proof },
        ...(scenario.hours === undefined ? [] : [{ label: message('what-if.lasts'), interval: lasts, unit: 'hours' as const, basis, proof }]),
        ...(scenario.lasting.high === 0 ? [] : [{ label: message('what-if.lasting'), interval: scenario.lasting, unit: 'share' as const, basis, proof }]),
        ...(scenario.reach.low === 1 ? [] : [{ label: message('what-if.reach'), interval: scenario.reach, unit: 'share' as const, basis, proof }]),
        ...(scenario.multiple === undefined ? [] : [{ label: message('what-if.multiple'), interval: scenario.multiple, unit: 'count' as const, basis, proof }]),
      ],
    },
    { kind: 'text', role: 'note', text: message(`what-if.basis.${scenario.frequency.basis}`, { why: inBoth(scenario.frequency.why) }) },
    {
      kind: 'list',
      title: message('what-if.calibration'),
      items: scenario.calibration.flatMap((one) => {
        const incident = knowledge.incidents.get(one)
        if (incident === undefined) return []
        const sources = incident.sources.map((source) => ({ fact: `incidents/${one}`, url: source.url, read: source.read, verified: source.level !== 'unverified' }))
        return [
          {
            text: message('what-if.incident', { title: inBoth(incident.title), date: plain(incident.date), affected: inBoth(incident.affected) }),
            proof: { ...noProof, at: sources },
          },
        ]
      }),
      empty: message('what-if.calibration-none'),
    },
  ]
}

interface Titled {
  readonly en: string
  readonly nl: string
}

const someThing: Titled = { en: 'such a thing', nl: 'zo’n ding' }

/** The text with what it happens to. */
const filled = (text: Scenario['what'], thing: Titled): Titled => ({
  en: capitalised(inWords(text, 'en').replaceAll('$thing', thing.en)),
  nl: capitalised(inWords(text, 'nl').replaceAll('$thing', thing.nl)),
})

const capitalised = (sentence: string): string => sentence.slice(0, 1).toUpperCase() + sentence.slice(1)
