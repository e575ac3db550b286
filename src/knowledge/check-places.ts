import type { Knowledge, KnowledgeFault } from './knowledge.ts'

/** Two clouds under one prefix, of which only the first would be found, and codes of regions that are never found because places are written small. */
export function checkPlaces(knowledge: Knowledge): readonly KnowledgeFault[] {
  const clouds = new Map<string, string>()
  return [...knowledge.places].flatMap(([id, table]) => {
    const path = `places/${id}`
    const taken = [table.prefix, ...table.aliases].flatMap((prefix) => {
      const other = clouds.get(prefix)
      if (other === undefined) clouds.set(prefix, id)
      return other === undefined ? [] : [{ path, where: 'prefix', message: `"${prefix}" means places/${other} as well` }]
    })
    const large = [table.prefix, ...table.aliases, ...Object.keys(table.regions)].filter((text) => text !== text.toLowerCase())
    return [...taken, ...large.map((text) => ({ path, where: text, message: 'places are written in small letters' }))]
  })
}
