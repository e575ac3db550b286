/** A region that an attribute names, in lower case and without blanks (`West Europe` is `westeurope`). */
const regionForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** Words that say that something is nowhere in particular. */
const nowhere = /^(global|default|none|null|auto|unknown|any|all|local|placeholder|region|location|earth|worldwide)$/

const regionName = /(^|[_.-])(region|region_name|regions|primary_location|secondary_location|replica_locations?)$/i
const zoneName = /(^|[_.-])(availability_zones?|availability_zone_names?|preferred_availability_zone|az|zone|zones|node_locations|node_zones)$/i

/** Blocks in which an inner `location` is a place. Elsewhere it is a path, an address or a bucket. */
const placeBlocks = /(^|_)(geo_locations?|failover|replicas?|regions?|locations?|additional_location)(_|$)/i

/** The form in which clouds that have zones name them: a region, and a letter or number behind it. */
const zoneForms: readonly RegExp[] = [
  /^([a-z]{2,}(?:-[a-z]+)+-\d+)-[a-z]{3}-\d+[a-z]$/, // a local zone: us-west-2-lax-1a
  /^([a-z]{2,}(?:-[a-z]+)+-\d+)[a-z]$/, // eu-west-1a
  /^([a-z]+(?:-[a-z]+)+\d+)-[a-z]$/, // europe-west4-b
  /^([a-z]+-[a-z]+)-(?:\d{1,2}|[a-z])$/, // fr-par-1, eu-de-01, cn-hangzhou-b
]

/** A name of which only the zone of some clouds has the form, so that it is one whatever the attribute is called. */
const plainlyZone = /^(?:[a-z]{2}-[a-z]+(?:-[a-z]+)?-\d[a-z]|[a-z]+-[a-z]+\d+-[a-z])$/

/**
 * The region that an attribute puts something in.
 *
 * @param names the names on the way to the attribute, without indices
 * @returns nothing when the attribute names no place, or one that may still be filled in
 */
export function regionIn(names: readonly string[], value: string): string | undefined {
  const name = names.at(-1) ?? ''
  const text = value.trim().toLowerCase().replace(/\s+/g, '')
  if (!regionForm.test(text) || text.length > 40 || nowhere.test(text)) return undefined
  if (zoneName.test(name)) return regionOfZone(text)
  const isLocation = /^(location|locations|datacenter|data_center)$/i.test(name) && (names.length === 1 || names.slice(0, -1).some((block) => placeBlocks.test(block)))
  if (!isLocation && !regionName.test(name)) return undefined
  return plainlyZone.test(text) ? regionOfZone(text) : text
}

/** A zone without its own letter or number. A text of another form names no region that we could tell. */
export function regionOfZone(zone: string): string | undefined {
  for (const form of zoneForms) {
    const region = form.exec(zone)?.[1]
    if (region !== undefined) return region
  }
  return /^[a-z]{2,}-[a-z]{3}\d+$/.test(zone) ? zone : undefined
}

/** The region in the name of a resource, `projects/p/zones/europe-west4-b/instances/i`. */
export function regionInPath(path: string): string | undefined {
  const [, kind = '', place = ''] = /(?:^|\/)(regions|locations|zones)\/([a-z0-9-]+)(?:\/|$)/.exec(path) ?? []
  if (place === '' || nowhere.test(place)) return undefined
  return kind === 'zones' || plainlyZone.test(place) ? regionOfZone(place) : place
}
