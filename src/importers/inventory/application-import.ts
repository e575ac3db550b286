import type { Claim } from '#estate/claim.ts'
import { plainPurl } from '#estate/identifiers/purl.ts'
import { signClaim } from '#estate/signal.ts'
import type { CsvRow } from '#estate/source/csv-rows.ts'
import { once } from '#lang/once.ts'
import { foldedHeading } from '../item-headings.ts'
import { keyIn, textIn } from './cells.ts'
import { type Item, odd, type Register, safeCell, unitId } from './item.ts'
import { productClaims } from './item-claims.ts'
import type { Table } from './tables.ts'

/**
 * The template by which applications are handed to Konveyor: rows of two kinds, applications with tags and binaries, and dependencies
 * between two of them (https://github.com/konveyor/tackle2-hub).
 */
interface Template {
  readonly recordType: number
  readonly dependency: number
  readonly direction: number
  readonly group: number
  readonly artifact: number
  readonly version: number
  /** Pairs of a category and a tag. */
  readonly tags: readonly (readonly [category: number, tag: number])[]
}

/** The columns of the template, where a table is one. */
export const templateOf: (table: Table) => { readonly template: Template | undefined } = once((table) => {
  const headings = table.heading.map(foldedHeading)
  const at = (...names: readonly string[]): number => headings.findIndex((heading) => names.includes(heading))
  const recordType = at('record_type', 'record_type_1')
  if (recordType < 0 || !headings.includes('application_name')) return { template: undefined }
  const tags = headings.flatMap((heading, category): readonly (readonly [number, number])[] => {
    const number = /^tag_category_(\d{1,2})$/.exec(heading)?.[1]
    const tag = number === undefined ? -1 : headings.indexOf(`tag_${number}`)
    return tag < 0 ? [] : [[category, tag]]
  })
  const template = {
    recordType,
    dependency: at('dependency'),
    direction: at('dependency_direction'),
    group: at('binary_group'),
    artifact: at('binary_artifact'),
    version: at('binary_version'),
    tags,
  }
  return { template }
})

/** What kind of row one is: an application, a dependency, a blank one, or none that the template knows, which is told. */
export function rowKind(template: Template, row: CsvRow, { table, register }: { readonly table: Table; readonly register: Register }): 'application' | 'dependency' | 'none' {
  if (row.cells.every((cell) => cell === '')) return 'none'
  const kind = row.cells[template.recordType]?.trim() ?? ''
  if (kind === '1') return 'application'
  if (kind === '2') return 'dependency'
  register.diagnostics.push(odd(table.place(row.line), '1 | 2', /^\d{1,5}$/.test(kind) ? kind : kind === '' ? 'nothing' : 'text'))
  return 'none'
}

/** A dependency between two applications: southbound, the named one needs the other; northbound, it is needed by it. */
export function dependencyClaims(template: Template, row: CsvRow, { table, register }: { readonly table: Table; readonly register: Register }): readonly Claim[] {
  const at = table.place(row.line)
  const cell = (index: number): string | undefined => textIn(safeCell(row.cells[index], at, register))
  const [name, other, direction] = [cell(table.columns.get('name') ?? -1), cell(template.dependency), cell(template.direction)?.toLowerCase()]
  if (name === undefined || other === undefined || (direction !== 'northbound' && direction !== 'southbound')) {
    register.diagnostics.push(
      odd(at, 'application, dependency, northbound | southbound', direction === undefined || name === undefined || other === undefined ? 'nothing' : 'text'),
    )
    return []
  }
  if (keyIn(name) === keyIn(other)) return []
  const [from, to] = direction === 'southbound' ? [name, other] : [other, name]
  return [{ claim: 'link', from: unitId(from), to: unitId(to), role: 'needs', state: 'active', basis: 'declared', at: [at] }]
}

const system = /^(operating system|besturingssysteem|os)$/i
const products = /^(database|data ?store|runtime|language|application server|web server|middleware|messaging|cache|framework|platform)$/i

/** Tags that name a system or a product, and the binary that the application is built as. */
export function tagClaims(template: Template, item: Item, { row, register }: { readonly row: CsvRow; readonly register: Register }): readonly Claim[] {
  const cell = (index: number): string | undefined => textIn(safeCell(row.cells[index], item.at, register))
  const tagged = template.tags.flatMap(([categoryAt, tagAt]): readonly Claim[] => {
    const [category, tag] = [cell(categoryAt), cell(tagAt)]
    if (category === undefined || tag === undefined || tag.length > 150) return []
    if (system.test(category)) return [signClaim(item.id, { on: 'spec-value', text: `operating-system.name=${tag}` }, { state: item.state, at: item.at, basis: 'declared' })]
    return products.test(category) ? productClaims(item, { name: tag, version: undefined, file: register.file }) : []
  })
  const [group, artifact, version] = [cell(template.group), cell(template.artifact), cell(template.version)]
  const purl = group === undefined || artifact === undefined ? undefined : plainPurl(`pkg:maven/${group}/${artifact}${version === undefined ? '' : `@${version}`}`)
  if (purl === undefined) return tagged
  return [...tagged, { claim: 'thing', id: item.id, says: { purl, groups: [`purl=${purl}`] }, state: item.state, basis: 'declared', at: [item.at] }]
}
