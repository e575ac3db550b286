import { type InventoryColumn, type InventoryMapping, inventoryColumns } from '#estate/inventory-columns.ts'
import { groupBy } from '#lang/group.ts'

/**
 * Headings of lists of what an organisation has (configuration management databases, asset registers), in English and Dutch. The first
 * word that is met counts for its column. Looked at by every importer of tables, so that one table is read by one of them.
 */
const words: Readonly<Record<InventoryColumn, string>> = {
  name: `name naam ci_name ci_naam configuration_item_name naam_configuratie_item configuration_item configuratie_item configuratieitem cmdb_ci ci application_name
    applicatienaam naam_applicatie app_name server_name servernaam asset_name assetnaam device_name apparaatnaam naam_apparaat computer_name computernaam display_name displayname
    object_id objectnaam object_name middel_id middel middelnaam machine_name machinenaam vm_name vm virtual_machine instance_name instantienaam friendlyname resource_name system_name
    systeemnaam component_name product_name application applicatie hostname host_name`,
  class: `sys_class_name ci_class ci_klasse class_name klasse class ci_sub_class ci_subklasse finalclass ci_type type_ci type_configuratie_item citype middelsoort soort_middel
    asset_type device_type object_type objecttype objectsoort fact_sheet_type factsheettype component_type resource_type soort type category categorie`,
  hostname: 'fqdn fully_qualified_domain_name hostname host_name dns_name dns_naam dnsname primary_dns_name',
  operatingSystem: `os operating_system operatingsystem os_name osname besturingssysteem os_family_name os_family os_familie guest_os guest_operating_system
    os_according_to_the_vmware_tools os_according_to_the_configuration_file`,
  operatingSystemVersion:
    'os_version osversion os_version_name os_versie operating_system_version besturingssysteem_versie besturingssysteemversie versie_besturingssysteem os_release',
  location: `location locatie location_name data_center datacenter data_centre datacentre data_center_name rekencentrum site site_name vestiging serverruimte server_room standplaats branch
    hosting_location hostinglocatie plaats place`,
  country: 'country land country_code landcode',
  region: 'cloud_region region regio',
  cloud: 'cloud_provider cloudprovider cloudleverancier cloud',
  supplier: 'supplier supplier_name leverancier leveranciersnaam vendor vendor_name applicatieleverancier softwareleverancier software_supplier supplied_by',
  hostedBy: 'hosted_by hosting_provider hostingprovider hosting_partner hostingpartij gehost_door operated_by hosting_party saas_provider',
  manufacturer: 'manufacturer fabrikant brand brand_name merk make oem producent',
  model: 'model_id model_name modelnaam model hardware_model',
  supportGroup: `support_group supportgroup supportgroep assignment_group behandelgroep behandelaarsgroep oplosgroep operator_group beheergroep beheerteam support_team supportteam
    managed_by_group owning_team product_team devops_team team`,
  businessService: `business_service business_services businessservice bedrijfsservice zakelijke_dienst business_function bedrijfsfunctie business_capability business_process bedrijfsproces
    businessproces`,
  criticality: `business_criticality busines_criticality businesscriticality business_criticity criticality criticaliteit kritikaliteit bedrijfskritisch bedrijfskritiek bedrijfskritikaliteit
    bia_klasse bia_score biv biv_classificatie bbn bbn_niveau`,
  environment: 'environment omgeving otap otap_omgeving dtap dtap_omgeving used_for environment_type env',
  status: `install_status operational_status operationele_status hardware_status life_cycle_stage life_cycle_stage_status lifecycle lifecycle_status lifecycle_phase lifecyclephase levenscyclus
    levensfase ci_status powerstate power_state status state staat fase`,
  runsOn: `runs_on hosted_on draait_op gehost_op hostserver host_server physical_host hypervisor virtualised_on virtualized_by virtualhost_name installed_on geinstalleerd_op
    geïnstalleerd_op host server servers cluster relapplicationtoitcomponent`,
  dependsOn: 'depends_on dependencies afhankelijk_van afhankelijkheden requires upstream upstream_cis gebruikt uses',
  usedBy: 'used_by gebruikt_door downstream downstream_cis dependents ondersteunt supports',
  software: `database_type databasetype dbms database_engine database_software software installed_software geinstalleerde_software middleware runtime technology technologie tech_stack webserver
    web_server database`,
  version: 'version versie software_version softwareversie product_version productversie version_number versienummer',
  url: 'url website applicatie_url application_url web_address webadres',
  repository: 'repository_url repository repo_url repo git_url broncode source_repository',
  parent: 'parent parent_name parent_ci source source_name source_ci from bron van ouder',
  relation: 'relationship_type relation_type relatietype type_relatie soort_relatie relationship relation relatie verband type',
  child: 'child child_name child_ci target target_name target_ci to doel naar kind',
}

const ofRelation: readonly InventoryColumn[] = ['parent', 'child', 'relation']
const byColumn: readonly (readonly [InventoryColumn, readonly string[]])[] = inventoryColumns.map((column) => [column, words[column].trim().split(/\s+/)])

/** Signs of programs and expressions, whose lines hold the same words with the same separators between them. */
const notHeading = /[{}=\\^$`']|<(?!-)|=>|\(\?|^.{120}/

/** For each word the columns it may head, with how early it stands among their words. */
const byWord: ReadonlyMap<string, readonly (readonly [InventoryColumn, number])[]> = new Map(
  [
    ...groupBy(
      byColumn.flatMap(([column, known]) => known.map((word, rank) => ({ word, column, rank }))),
      ({ word }) => word,
    ),
  ].map(([word, list]) => [word, list.map(({ column, rank }) => [column, rank] as const)]),
)

/** Capitals, blanks and other signs in a heading say nothing, nor does what tools put before or behind it: `u_`, `cmdb_ci_server.`, `->Name`. */
export const foldedHeading = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .slice(0, 200)
    .replace(/^(?:cmdb_ci\w*|ci|asset|configuration_item)\.(?=\w)/, '')
    .replace(/->(?:name|naam|friendlyname|full name)$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/^u_(?=\w)/, '')

/** Which columns stand where. A heading stands for one column, but for a host's name, which may be the only name of a row. */
export function itemColumns(cells: readonly string[], mapping?: InventoryMapping['columns']): ReadonlyMap<InventoryColumn, number> {
  const found = candidatesIn(cells.map(foldedHeading))
  const columns = new Map<InventoryColumn, number>()
  const used = new Set<number>()
  for (const column of inventoryColumns) {
    const own = mapping?.[column]?.trim().toLowerCase()
    const at = own === undefined ? firstOf(found.get(column), used) : cells.findIndex((cell) => cell.trim().toLowerCase() === own)
    if (at < 0) continue
    columns.set(column, at)
    used.add(at)
  }
  return columns
}

interface Candidate {
  readonly rank: number
  readonly at: number
  readonly isHost: boolean
}

function candidatesIn(headings: readonly string[]): ReadonlyMap<InventoryColumn, readonly Candidate[]> {
  const found = new Map<InventoryColumn, Candidate[]>()
  for (const [at, heading] of headings.entries()) {
    for (const [column, rank] of byWord.get(heading) ?? []) {
      const list = found.get(column) ?? []
      found.set(column, list)
      list.push({ rank, at, isHost: /^(fqdn|host_?name)$/.test(heading) })
    }
  }
  return found
}

function firstOf(candidates: readonly Candidate[] | undefined, used: ReadonlySet<number>): number {
  let best: Candidate | undefined
  for (const one of candidates ?? []) if ((!used.has(one.at) || one.isHost) && (best === undefined || one.rank < best.rank)) best = one
  return best?.at ?? -1
}

/** Where a table of relations has its two items and the word between them; they bear the same headings as other columns of a list of items. */
export function relationColumns(cells: readonly string[]): ReadonlyMap<InventoryColumn, number> | undefined {
  if (cells.some((cell) => notHeading.test(cell))) return undefined
  const headings = cells.map(foldedHeading)
  const columns = new Map<InventoryColumn, number>()
  for (const column of ofRelation) {
    const at = headings.findIndex((heading, index) => byWord.get(heading)?.some(([known]) => known === column) === true && ![...columns.values()].includes(index))
    if (at >= 0) columns.set(column, at)
  }
  return columns.size === ofRelation.length ? columns : undefined
}

/** Headings that only a list of what an organisation has bears; a name, a type, a place and a supplier stand in many tables. */
const telling = new Set(
  `sys_class_name ci_class ci_klasse ci_type type_ci ci_sub_class ci_subklasse finalclass middelsoort soort_middel middel_id asset_type asset_tag device_type object_type objecttype fact_sheet_type
   factsheettype ci_name ci_naam cmdb_ci configuration_item configuration_item_name configuratie_item naam_configuratie_item application_name applicatienaam naam_applicatie server_name
   servernaam computer_name computernaam device_name apparaatnaam vm_name powerstate serial_number serienummer ip_address ip_adres ipadres management_ip mac_address mac_adres hostname host_name fqdn dns_name
   manufacturer fabrikant merk brand_name model_id hardware_model support_group supportgroup supportgroep assignment_group behandelgroep behandelaarsgroep oplosgroep beheergroep install_status
   operational_status hardware_status life_cycle_stage business_criticality busines_criticality businesscriticality business_criticity environment omgeving otap otap_omgeving dtap runs_on
   hosted_on draait_op gehost_op hypervisor business_service record_type record_type_1`
    .trim()
    .split(/\s+/),
)
const ofSystem: readonly InventoryColumn[] = ['operatingSystem', 'operatingSystemVersion']

/** Whether a row is the heading of a list of what an organisation has: a name, and two things more that are known, or that only such a list tells. */
export function isItemHeading(cells: readonly string[]): boolean {
  if (cells.length < 3 || cells.length > 2000 || cells.some((cell) => notHeading.test(cell))) return false
  const columns = itemColumns(cells)
  if (!columns.has('name')) return false
  const known = [...columns.keys()].filter((column) => !ofRelation.includes(column)).length
  const told = cells.filter((cell) => telling.has(foldedHeading(cell))).length + ofSystem.filter((column) => columns.has(column)).length
  return (known >= 3 && told >= 1) || (known >= 2 && told >= 3)
}
