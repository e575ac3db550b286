/**
 * What a column of an inventory may hold, in the words by which an organisation names its own headings in `settings.inventory`.
 * There is none for people: what holds them is not read.
 */
export const inventoryColumns = [
  'name',
  'class',
  'hostname',
  'operatingSystem',
  'operatingSystemVersion',
  'location',
  'country',
  'region',
  'cloud',
  'supplier',
  'hostedBy',
  'manufacturer',
  'model',
  'supportGroup',
  'businessService',
  'criticality',
  'environment',
  'status',
  'runsOn',
  'dependsOn',
  'usedBy',
  'software',
  'version',
  'url',
  'repository',
  'parent',
  'relation',
  'child',
] as const
export type InventoryColumn = (typeof inventoryColumns)[number]

/** How the headings of some files are to be read. */
export interface InventoryMapping {
  /** A path from the root, in which `*` stands for anything within a folder's name and `**` for any folders; without a slash, a file's name. */
  readonly file: string
  readonly columns: { readonly [column in InventoryColumn]?: string | undefined }
}
