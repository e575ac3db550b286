import { isLei } from '#estate/identifiers/party-reference.ts'
import type { Knowledge, KnowledgeFault } from './knowledge.ts'
import type { Party } from './schema.ts'

type Parent = Party['parents'][number]

/**
 * What cannot be true of parties: two that share a name or a number, an owner who is owned by what it owns, a steward who
 * holds shares, a company that is traded and has one owner, shares beyond the whole, and a seat that is missing without a word.
 */
export function checkParties(knowledge: Knowledge): readonly KnowledgeFault[] {
  const each = [...knowledge.parties].flatMap(([id, party]) => partyFaults(party).map(([where, message]) => ({ path: `parties/${id}`, where, message })))
  return [...each, ...sharedNames(knowledge.parties), ...ownershipRings(knowledge.parties)]
}

type Finding = readonly [where: string, message: string]

const partyFaults = (party: Party): readonly Finding[] => [...identityFaults(party), ...party.parents.flatMap((parent) => parentFaults(party, parent)), ...shareFaults(party)]

function identityFaults(party: Party): readonly Finding[] {
  const natural = party.kind === 'person' || party.kind === 'community'
  return [
    ...(party.lei !== undefined && !isLei(party.lei) ? [['lei', `the check digits of ${party.lei} do not hold`] as const] : []),
    ...(party.seat === undefined && party.noSeat === undefined && !natural ? [['seat', 'a seat, or in noSeat why there is none'] as const] : []),
    ...(party.seat !== undefined && party.noSeat !== undefined ? [['noSeat', 'a seat is given as well'] as const] : []),
    ...(party.listed !== undefined && party.kind !== 'company' ? [['listed', `the capital of a ${party.kind} is not traded`] as const] : []),
  ]
}

/** A steward answers for a project and holds nothing of it; a community has stewards and no owners. A deal that is announced is not so yet. */
function parentFaults(party: Party, parent: Parent): readonly Finding[] {
  const holds = parent.share !== undefined || parent.votes !== undefined || parent.veto === true || parent.appointsBoard === true
  return [
    ...(parent.role === 'stewards' && holds ? [['parents', `${parent.party} is a steward and holds no shares, votes or board`] as const] : []),
    ...(party.kind === 'community' && parent.role !== 'stewards' ? [['parents', `nobody owns a community: ${parent.party} can only be its steward`] as const] : []),
    ...(parent.announced === true && parent.from !== undefined ? [['parents', `${parent.party}: announced, and yet with a day since when it is so`] as const] : []),
  ]
}

function shareFaults(party: Party): readonly Finding[] {
  const owners = party.parents.filter((parent) => parent.role !== 'stewards' && parent.announced !== true && parent.until === undefined)
  const sum = (of: 'share' | 'votes'): number => owners.reduce((total, parent) => total + (parent[of] ?? 0), 0)
  return [
    ...(sum('share') > 100.01 ? [['parents', `shares add up to ${sum('share')} %`] as const] : []),
    ...(sum('votes') > 100.01 ? [['parents', `votes add up to ${sum('votes')} %`] as const] : []),
    ...(party.listed !== undefined && owners.some((parent) => parent.share === 100) ? [['listed', 'traded, and owned by one party for 100 %'] as const] : []),
  ]
}

/** A name or a number means one party: the second to claim it is at fault. */
function sharedNames(parties: ReadonlyMap<string, Party>): readonly KnowledgeFault[] {
  const owners = new Map<string, string>()
  const faults: KnowledgeFault[] = []
  for (const [id, party] of parties) {
    const names = [party.title, ...party.names].map((name) => ['names', foldedName(name)] as const)
    const numbers = (['lei', 'kvk'] as const).flatMap((key) => (party[key] === undefined ? [] : [[key, party[key]] as const]))
    for (const [where, text] of [...new Map([...names, ...numbers].map((pair) => [pair.join('\n'), pair])).values()]) {
      const key = `${where}\n${text}`
      const owner = owners.get(key)
      if (owner !== undefined) faults.push({ path: `parties/${id}`, where, message: `"${text}" means parties/${owner} as well` })
      else owners.set(key, id)
    }
  }
  return faults
}

/** As registers are matched: without regard to case and to runs of blanks. */
const foldedName = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')

/** A chain of parents that comes back to where it began, each ring told once, by its first party. */
function ownershipRings(parties: ReadonlyMap<string, Party>): readonly KnowledgeFault[] {
  const done = new Set<string>()
  const faults: KnowledgeFault[] = []
  const climb = (id: string, road: readonly string[]): void => {
    const at = road.indexOf(id)
    if (at >= 0) faults.push({ path: `parties/${id}`, where: 'parents', message: `a ring of parents: ${[...road.slice(at), id].join(' < ')}` })
    if (at >= 0 || done.has(id)) return
    for (const parent of parties.get(id)?.parents ?? []) climb(parent.party, [...road, id])
    done.add(id)
  }
  for (const id of parties.keys()) climb(id, [])
  return faults
}
