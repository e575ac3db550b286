import { isRecord, listAt, textAt } from '#lang/json.ts'
import { asserted } from './asserted.ts'
import { type Element, typeOf } from './elements.ts'

/** Sets of licences inside of sets deeper than this are nobody's. */
const deepest = 10

/**
 * The licence that an id or an element stands for (profiles SimpleLicensing and ExpandedLicensing): an expression, the id of one on the
 * SPDX list, the name of one of somebody's own, or several joined.
 *
 * @returns nothing where none is asserted, or one that has only a text
 */
export function licenceText(licence: unknown, elements: ReadonlyMap<string, Element>, depth = 0): string | undefined {
  if (depth > deepest) return undefined
  const element = isRecord(licence) ? licence : typeof licence === 'string' ? elements.get(licence) : undefined
  if (element === undefined) return typeof licence === 'string' ? listed(licence) : undefined
  const expression = asserted(element['simplelicensing_licenseExpression'])
  if (expression !== undefined) return expression.length <= 200 ? expression : undefined
  const type = typeOf(element).replace(/^expandedlicensing_/, '')
  const join = type === 'ConjunctiveLicenseSet' ? ' AND ' : type === 'DisjunctiveLicenseSet' ? ' OR ' : undefined
  if (join === undefined) return typeof licence === 'string' && listed(licence) !== undefined ? listed(licence) : textAt(element, 'name')?.slice(0, 200)
  const members = listAt(element, 'expandedlicensing_member').map((one) => licenceText(one, elements, depth + 1))
  return members.length === 0 || members.includes(undefined) ? undefined : members.join(join).slice(0, 200)
}

/** Licences of the SPDX list are named by their address. */
const listed = (id: string): string | undefined => /^https?:\/\/spdx\.org\/licenses\/([\w.+-]+?)(?:\.html)?$/.exec(id)?.[1]
