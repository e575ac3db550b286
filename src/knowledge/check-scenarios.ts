import type { Knowledge, KnowledgeFault } from './knowledge.ts'
import type { Scenario } from './schema-scenarios.ts'

/** Scenarios and incidents that lead nowhere or cannot be so. Their rules are checked where rules can be read. */
export function checkScenarios(knowledge: Knowledge): readonly KnowledgeFault[] {
  const incidents = [...knowledge.incidents].flatMap(([id, one]) =>
    one.party !== undefined && !knowledge.parties.has(one.party) ? [{ path: `incidents/${id}`, where: 'party', message: `"${one.party}" is not in the knowledge base` }] : [],
  )
  const scenarios = [...knowledge.scenarios].flatMap(([id, one]) => [
    ...one.calibration
      .filter((incident) => !knowledge.incidents.has(incident))
      .map((incident) => ({ path: `scenarios/${id}`, where: 'calibration', message: `"${incident}" is not in the knowledge base` })),
    ...faultsOf(one).map((fault) => ({ path: `scenarios/${id}`, ...fault })),
  ])
  return [...incidents, ...scenarios, ...disagreeing(knowledge)]
}

type Fault = Omit<KnowledgeFault, 'path'>

function faultsOf(one: Scenario): readonly Fault[] {
  const ends = one.hours !== undefined || one.lasting.low > 0
  return [
    ...(one.effect === 'outage' && !ends ? [{ where: 'hours', message: 'an outage needs its hours, or a chance that it is lasting' }] : []),
    ...(one.effect === 'outage' && one.hours === undefined && one.lasting.low < 1 ? [{ where: 'hours', message: 'what may come back needs the hours until then' }] : []),
    ...(one.effect === 'price' && one.multiple === undefined ? [{ where: 'multiple', message: 'a price needs its multiple' }] : []),
    ...(one.effect !== 'outage' && one.losesData.high > 0 ? [{ where: 'losesData', message: 'data is lost by an outage alone' }] : []),
    ...(one.loses === 'only' && one.phases === undefined ? [{ where: 'phases', message: '"only" needs the phases' }] : []),
    ...(one.loses === 'itself' && (one.phases !== undefined || one.through !== undefined)
      ? [{ where: 'loses', message: 'what is lost itself is lost in all phases, by all links' }]
      : []),
  ]
}

/** Scenarios of one group have to agree on how bad its bad years are. Nobody can say which of them is right: all are told. */
function disagreeing(knowledge: Knowledge): readonly KnowledgeFault[] {
  const shapes = new Map<string, Set<number>>()
  for (const { together } of knowledge.scenarios.values()) if (together) shapes.set(together.group, (shapes.get(together.group) ?? new Set()).add(together.shape))
  return [...knowledge.scenarios].flatMap(([id, { together }]) => {
    const found = [...(shapes.get(together?.group ?? '') ?? [])]
    return found.length < 2 ? [] : [{ path: `scenarios/${id}`, where: 'together', message: `the group "${together?.group}" has more than one shape: ${found.join(', ')}` }]
  })
}
